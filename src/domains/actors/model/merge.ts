import type { FlexDate } from '#values/flex-date.ts'
import type { LocalDate } from '#values/local-date.ts'
import { cooperationStates, type ActorType, type CooperationState } from './actor.ts'

/** What of two entries for the same organisation has to become one. */
export interface Mergeable {
  name: string
  types: ActorType[]
  legalForm: string | null
  registerNumber: string | null
  isNonProfit: boolean | null
  isMigrantOrganisation: boolean
  cooperationState: CooperationState
  cooperationForm: string | null
  cooperationSince: FlexDate | null
  description: string | null
  place: string | null
  website: string | null
  languages: string[]
  offers: string[]
  verifiedOn: LocalDate | null
  publishedAt: Date | null
}

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])]

/**
 * One entry out of two: what `kept` says holds, its gaps are filled from `dropped`, lists are united, and the closer
 * cooperation counts. The entry is public if one of them was: its address must not go dark.
 */
export function mergedActor(kept: Mergeable, dropped: Mergeable): Mergeable {
  const closer =
    cooperationStates.indexOf(dropped.cooperationState) > cooperationStates.indexOf(kept.cooperationState)
      ? dropped
      : kept
  return {
    name: kept.name,
    types: union(kept.types, dropped.types),
    legalForm: kept.legalForm ?? dropped.legalForm,
    registerNumber: kept.registerNumber ?? dropped.registerNumber,
    isNonProfit: kept.isNonProfit ?? dropped.isNonProfit,
    isMigrantOrganisation: kept.isMigrantOrganisation || dropped.isMigrantOrganisation,
    cooperationState: closer.cooperationState,
    cooperationForm: closer.cooperationForm,
    cooperationSince: closer.cooperationSince,
    description: kept.description ?? dropped.description,
    place: kept.place ?? dropped.place,
    website: kept.website ?? dropped.website,
    languages: union(kept.languages, dropped.languages),
    offers: union(kept.offers, dropped.offers),
    verifiedOn:
      [kept.verifiedOn, dropped.verifiedOn]
        .filter((day) => day !== null)
        .toSorted()
        .at(-1) ?? null,
    publishedAt: kept.publishedAt ?? dropped.publishedAt,
  }
}
