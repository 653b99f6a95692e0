import { inTransaction, type Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { addDays, type LocalDate } from '#values/local-date.ts'
import { hasName, type AreaLevel } from '../model/area.ts'
import { readAreas, type AreaProblem, type FoundArea } from '../model/collection.ts'
import { auditArea } from './save.ts'

export interface AreaImport {
  level: AreaLevel
  /** Which boundaries these are, e.g. "VG250 2024". A new edition of a level ends the one before. */
  edition?: string
  /** From when they hold; the edition before ends the day before. */
  validFrom?: LocalDate | null
  names?: ReadonlyMap<string, string>
  nameProperty?: string
  keyProperty?: string
  /** Areas without a name become public, too, as "Gebiet 08336006". Otherwise only staff see them until they have one. */
  publishNameless?: boolean
  /** Only looks, writes nothing. */
  dryRun?: boolean
}
export interface AreaImportResult {
  created: number
  updated: number
  /** Areas that the file has no name for; their key stands as the name. */
  nameless: number
  /** Why areas are refused. With a single one nothing is written. */
  problems: AreaProblem[]
}

/**
 * Takes the areas of a GeoJSON FeatureCollection, all or none. Areas of this level and edition that are there already
 * are found by key, else by name, and brought up to date: names stay unless the file knows them.
 */
export const importAreas = (
  db: Database,
  acting: Acting,
  geojson: unknown,
  options: AreaImport,
): Promise<AreaImportResult> =>
  inTransaction(db, async (tx) => {
    const { areas, problems } = readAreas(geojson, options)
    const edition = options.edition ?? ''
    const stored = await tx
      .selectFrom('area')
      .where('level', '=', options.level)
      .select(['id', 'name', 'areaKey', 'edition', 'version', 'validTo'])
      .forUpdate()
      .execute()
    const here = stored.filter((row) => row.edition === edition)
    const plans = areas.map((area) => planOf(area, here, stored, options.publishNameless === true))
    const all = [...problems, ...sameNames(plans, here)].toSorted((a, b) => a.row - b.row)
    const result = {
      created: plans.filter(({ id }) => id === undefined).length,
      updated: plans.filter(({ id }) => id !== undefined).length,
      nameless: plans.filter(({ isNameless }) => isNameless).length,
      problems: all,
    }
    if (all.length > 0) return { ...result, created: 0, updated: 0 }
    if (options.dryRun) return result
    const place = { level: options.level, edition, validFrom: options.validFrom ?? null }
    for (const plan of plans) await write(tx, acting, plan, place)
    await endOlder(
      tx,
      acting,
      stored.filter((row) => row.edition !== edition && row.validTo === null),
      options.validFrom,
    )
    return result
  })

interface Plan {
  area: FoundArea
  /** The stored area that is brought up to date. */
  id: number | undefined
  version: number
  name: string
  isNameless: boolean
}
interface StoredArea {
  id: number
  name: string
  areaKey: string | null
  edition: string
  version: number
}

/** Names come from the file, else from what was known by this key before, else the key itself. */
function planOf(
  area: FoundArea,
  here: readonly StoredArea[],
  all: readonly StoredArea[],
  publishNameless: boolean,
): Plan {
  const byKey = (rows: readonly StoredArea[]) => rows.find(({ areaKey }) => area.key !== null && areaKey === area.key)
  const found = byKey(here) ?? here.find((row) => row.areaKey === null && row.name === area.name)
  const known = [area.name, found?.name, byKey(all)?.name].find((name) => name && hasName(name))
  return {
    area,
    id: found?.id,
    version: found?.version ?? 0,
    name: known ?? (publishNameless ? `Gebiet ${area.key ?? ''}` : (area.key ?? area.name ?? '')),
    isNameless: known === undefined,
  }
}

/** A level and edition has each name once, among what comes and what stays. */
function sameNames(plans: readonly Plan[], here: readonly StoredArea[]): AreaProblem[] {
  const touched = new Set(plans.map(({ id }) => id))
  const taken = new Map<string, number>(here.filter(({ id }) => !touched.has(id)).map(({ name }) => [name, 0]))
  return plans.flatMap(({ area, name }) => {
    const before = taken.get(name)
    taken.set(name, area.row)
    if (before === undefined) return []
    const key = before === 0 ? 'nameStored' : 'nameDouble'
    return [{ row: area.row, label: name, key, values: { value: name, row: before } }]
  })
}

interface Place {
  level: AreaLevel
  edition: string
  validFrom: LocalDate | null
}

async function write(tx: Database, acting: Acting, { area, id, version, name }: Plan, place: Place) {
  const row = {
    name,
    areaKey: area.key,
    geometry: JSON.stringify(area.geometry),
    ...(area.population !== null && { population: area.population }),
  }
  const written = await (id === undefined
    ? tx
        .insertInto('area')
        .values({ municipalityId: acting.municipalityId, ...place, ...row })
        .returning('id')
        .executeTakeFirstOrThrow()
    : tx
        .updateTable('area')
        .set({ ...row, version: version + 1, validTo: null, updatedAt: new Date() })
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirstOrThrow())
  await auditArea(tx, acting, written.id, id === undefined ? 'created' : 'changed', {
    name: { from: null, to: name },
    edition: { from: null, to: place.edition },
  })
}

async function endOlder(tx: Database, acting: Acting, older: readonly StoredArea[], validFrom?: LocalDate | null) {
  // Without a day nobody can say when the old boundaries ended: both editions stay as they are.
  if (!validFrom) return
  const validTo = addDays(validFrom, -1)
  for (const { id, version } of older) {
    await tx
      .updateTable('area')
      .set({ validTo, version: version + 1, updatedAt: new Date() })
      .where('id', '=', id)
      .execute()
    await auditArea(tx, acting, id, 'changed', { validTo: { from: null, to: validTo } })
  }
}
