import { parseAreaKey } from '#values/area-key.ts'
import type { AreaLevel } from './area.ts'
import { readGeometry, type AreaGeometry } from './geometry.ts'

/** An area as a file holds it. `name` null: the file knows none. */
export interface FoundArea {
  /** Place in the file, from 1. */
  row: number
  key: string | null
  name: string | null
  population: number | null
  geometry: AreaGeometry
}

/** Why an area of a file is refused, or the file as a whole (`row` 0). `key` is that of a text. */
export interface AreaProblem {
  row: number
  /** What names the area in the file, if anything does. */
  label: string
  key: string
  values: Readonly<Record<string, string | number>>
}

interface Wanted {
  level: AreaLevel
  /** Names by key, for files without any. */
  names?: ReadonlyMap<string, string>
  /** Property that holds the name or the key; found by itself if not given. */
  nameProperty?: string | undefined
  keyProperty?: string | undefined
}

const mostAreas = 5000
const nameProperties = ['name', 'gen', 'gemeindename', 'bezeichnung', 'bez', 'title']
const keyProperties = ['ags', 'ars', 'rs', 'krs', 'ags_0', 'key', 'schluessel', 'schlüssel', 'id']
const populationProperties = ['population', 'ewz', 'einwohner']

/** Reads a GeoJSON FeatureCollection; every area that cannot be taken is told with its reason. */
export function readAreas(raw: unknown, wanted: Wanted): { areas: FoundArea[]; problems: AreaProblem[] } {
  const whole = (key: string, values = {}) => ({ areas: [], problems: [{ row: 0, label: '', key, values }] })
  if (typeof raw !== 'object' || raw === null) return whole('notGeoJson')
  const { type, features, crs } = raw as { type?: unknown; features?: unknown; crs?: unknown }
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return whole('notGeoJson')
  if (features.length === 0) return whole('noFeatures')
  if (features.length > mostAreas) return whole('tooMany', { count: features.length, most: mostAreas })
  const system = systemOf(crs)
  if (system && !/CRS84|4326/.test(system)) return whole('wrongSystem', { system })
  const areas: FoundArea[] = []
  const problems: AreaProblem[] = []
  for (const [index, feature] of features.entries()) {
    const read = readFeature(index + 1, feature, wanted)
    if ('problem' in read) problems.push(read.problem)
    else areas.push(read.area)
  }
  return { areas, problems: [...problems, ...doubles(areas)].toSorted((a, b) => a.row - b.row) }
}

function systemOf(crs: unknown): string | undefined {
  const name = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties?.name
  return typeof name === 'string' ? name : undefined
}

function readFeature(row: number, feature: unknown, wanted: Wanted): { area: FoundArea } | { problem: AreaProblem } {
  const { properties, geometry } = (feature ?? {}) as { properties?: unknown; geometry?: unknown }
  const facts = new Map(
    Object.entries((properties ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name.toLowerCase(), String(value).trim()]] : [],
    ),
  )
  const written = valueOf(facts, wanted.keyProperty, keyProperties)
  const named = valueOf(facts, wanted.nameProperty, nameProperties) ?? anyName(facts)
  const label = named ?? written ?? ''
  const problem = (key: string, values: AreaProblem['values'] = {}) => ({ problem: { row, label, key, values } })
  const key = written === undefined ? null : keyOf(written, wanted.level)
  if (key === undefined) return problem('wrongKey', { value: written ?? '' })
  const [ags, ars] = [facts.get('ags'), facts.get('ars')]
  if (ags && ars && keyOf(ags, wanted.level) !== keyOf(ars, wanted.level)) return problem('keysDiffer', { ags, ars })
  const name = (key === null ? undefined : wanted.names?.get(key)) ?? named ?? null
  if (name === null && key === null) return problem('noName')
  if (name !== null && name.length > 200) return problem('tooLong', { length: name.length, requirement: 200 })
  const boundaries = readGeometry(geometry)
  if (!boundaries.ok) return problem(boundaries.flaw.key, boundaries.flaw.values)
  const people = Number(valueOf(facts, undefined, populationProperties) ?? Number.NaN)
  const population = Number.isInteger(people) && people >= 0 ? people : null
  return { area: { row, key, name, population, geometry: boundaries.geometry } }
}

const valueOf = (facts: ReadonlyMap<string, string>, asked: string | undefined, known: readonly string[]) =>
  (asked ? [asked.toLowerCase()] : known).map((name) => facts.get(name)).find((value) => value)

const anyName = (facts: ReadonlyMap<string, string>) =>
  [...facts].find(([name, value]) => /name/.test(name) && value)?.[1]

/** The key as it is stored: AGS for municipalities, five digits for counties, any short word for social spaces. */
export function keyOf(text: string, level: AreaLevel): string | undefined {
  if (level === 'SOCIAL_SPACE') return text.length > 0 && text.length <= 40 ? text : undefined
  const key = parseAreaKey(text)
  return key?.kind === (level === 'COUNTY' ? 'county' : 'municipality') ? key.key : undefined
}

/** The same key or name twice in a file: nobody can know which one is meant. */
function doubles(areas: readonly FoundArea[]): AreaProblem[] {
  const seen = new Map<string, number>()
  return areas.flatMap(({ row, key, name }) => {
    const own = key ?? name ?? ''
    const before = seen.get(own)
    seen.set(own, before ?? row)
    return before === undefined ? [] : [{ row, label: name ?? own, key: 'double', values: { value: own, row: before } }]
  })
}

/** Names as somebody pastes them: `08336050;Lörrach`, one per line; also with tab, comma or blanks between. */
export function readNames(text: string): Map<string, string> {
  const lines = text.split('\n').flatMap((line) => {
    const match = /^\s*"?([^;,\t"]+?)"?\s*(?:[;,\t]|\s{2,}|(?<=\d)\s)\s*"?(.+?)"?\s*$/.exec(line)
    const [, key = '', name = ''] = match ?? []
    const parsed = parseAreaKey(key)
    return name ? [[parsed?.key ?? key.trim(), name] as const] : []
  })
  return new Map(lines)
}
