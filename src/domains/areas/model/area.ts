import type { LocalDate } from '#values/local-date.ts'
import type { AreaGeometry } from './geometry.ts'

/** From large to small. */
export const areaLevels = ['COUNTY', 'MUNICIPALITY', 'SOCIAL_SPACE'] as const
export type AreaLevel = (typeof areaLevels)[number]

/** The levels as they stand in addresses. */
export const levelWords = { kreis: 'COUNTY', gemeinde: 'MUNICIPALITY', sozialraum: 'SOCIAL_SPACE' } as const
export type LevelWord = keyof typeof levelWords
export const levelWordOf = (level: AreaLevel): LevelWord =>
  level === 'COUNTY' ? 'kreis' : level === 'MUNICIPALITY' ? 'gemeinde' : 'sozialraum'

/** What a map can show per area. */
export const shownNumbers = ['massnahmen', 'akteure', 'einwohner'] as const
export type ShownNumber = (typeof shownNumbers)[number]

/** An area that came without a name is called by its key until somebody names it; the public does not see it. */
export const hasName = (name: string): boolean => !/^[0-9]+$/.test(name)

export interface AreaInList {
  id: number
  level: AreaLevel
  name: string
  areaKey: string | null
  edition: string
  population: number | null
  geometry: AreaGeometry | null
  /** Published ones for the public, all for people of the house. Those that hold everywhere are not counted. */
  measures: number
  actors: number
}

export interface Area extends AreaInList {
  version: number
  validFrom: LocalDate | null
  validTo: LocalDate | null
  parent: { id: number; name: string } | null
  children: { id: number; name: string }[]
}
