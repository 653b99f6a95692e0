import type { FlexDate } from '#values/flex-date.ts'
import { addMonths, type LocalDate } from '#values/local-date.ts'
import type { LocalText } from '#values/local-text.ts'
import type { VisibleContact } from './contact.ts'

/** What an actor is (domain.md 1.6). Several may hold; the first is the one that names it. */
export const actorTypes = [
  'MSO',
  'VEREIN',
  'VERBAND',
  'WOHLFAHRTSVERBAND',
  'INITIATIVE',
  'EHRENAMT_EINZELN',
  'KIRCHE_RELIGIONSGEMEINSCHAFT',
  'STIFTUNG',
  'SPORT',
  'SCHULE_SCHULAMT',
  'KITA_TRAEGER',
  'KURSTRAEGER',
  'BESCHAEFTIGUNGSTRAEGER',
  'QUARTIERSMANAGEMENT',
  'WOHNUNGSWIRTSCHAFT',
  'BEIRAT',
  'KAMMER',
  'GEWERKSCHAFT',
  'KOMMUNE',
  'FACHAMT',
  'LANDKREIS_FACHABTEILUNG',
  'AUSLAENDERBEHOERDE',
  'JOBCENTER',
  'AGENTUR_FUER_ARBEIT',
  'BAMF',
  'BUND_LAND_BEHOERDE',
] as const
export type ActorType = (typeof actorTypes)[number]

/** How close the municipality and the actor work together; for migrant organisations a goal of its own. */
export const cooperationStates = ['NONE', 'CONTACT', 'AGREED', 'FORMAL'] as const
export type CooperationState = (typeof cooperationStates)[number]

export interface Named {
  id: number
  title: LocalText
}

export interface ActorInList {
  id: number
  name: string
  types: ActorType[]
  place: string | null
  description: LocalText | null
  isMigrantOrganisation: boolean
  cooperation: CooperationState
  languages: string[]
  fields: Named[]
  confirmedOn: LocalDate | null
  isDraft: boolean
}

/** A measure as an actor's page names it. */
export interface ActorMeasure {
  id: number
  number: string
  title: LocalText
  isLead: boolean
  isDraft: boolean
}

/** A seat in a body that is held by the actor. */
export interface ActorSeat {
  bodyId: number
  body: string
  label: string
  role: 'CHAIR' | 'DEPUTY' | 'SECRETARY' | 'MODERATOR' | null
}

export interface Actor {
  id: number
  version: number
  name: string
  types: ActorType[]
  legalForm: string | null
  registerNumber: string | null
  isNonProfit: boolean | null
  isMigrantOrganisation: boolean
  cooperation: CooperationState
  cooperationForm: string | null
  cooperationSince: FlexDate | null
  description: LocalText | null
  place: string | null
  website: string | null
  languages: string[]
  offers: string[]
  confirmedOn: LocalDate | null
  publishedAt: Date | null
  submittedAt: Date | null
  fields: Named[]
  areas: { id: number; name: string }[]
  measures: ActorMeasure[]
  seats: ActorSeat[]
  contacts: VisibleContact[]
}

/** After this time without a confirmation an entry is called old (domain.md 10.1). */
export const staleAfterMonths = 12

export const isStale = (confirmedOn: LocalDate | null, today: LocalDate): boolean =>
  confirmedOn === null || addMonths(confirmedOn, staleAfterMonths) < today

/** Cooperation is told of migrant organisations always, of others where there is some. */
export const showsCooperation = (actor: Pick<Actor, 'isMigrantOrganisation' | 'cooperation'>): boolean =>
  actor.isMigrantOrganisation || actor.cooperation !== 'NONE'

/** What an entry still lacks before the public may see it: it must say what the actor does. Names of fields. */
export const missingToPublish = ({
  name,
  types,
  description,
  offers,
}: {
  name: string
  types: readonly string[]
  description: string | null
  offers: readonly string[]
}): string[] => [
  ...(name === '' ? ['name'] : []),
  ...(types.length === 0 ? ['primaryType'] : []),
  ...(description === null && offers.length === 0 ? ['description'] : []),
]
