import type { FlexDate } from '#values/flex-date.ts'
import type { LocalText } from '#values/local-text.ts'

/** What a body is (domain.md 2.1). */
export const bodyTypes = [
  'COUNCIL',
  'DECIDING_COMMITTEE',
  'ADVISORY_COMMITTEE',
  'ADVISORY_COUNCIL',
  'STEERING_GROUP',
  'ACCOMPANYING_GROUP',
  'PROGRAMME_BOARD',
  'WORKING_GROUP',
  'EXPERT_FORUM',
  'PROJECT_GROUP',
  'EXPERT_CIRCLE',
] as const
export type BodyType = (typeof bodyTypes)[number]

/** The parts of the list: who decides for the municipality, who steers the plan, who works on it, who meets about it. */
export const natures = ['politics', 'steering', 'working', 'circles'] as const
export type Nature = (typeof natures)[number]

const natureOfType: Record<BodyType, Nature> = {
  COUNCIL: 'politics',
  DECIDING_COMMITTEE: 'politics',
  ADVISORY_COMMITTEE: 'politics',
  ADVISORY_COUNCIL: 'politics',
  STEERING_GROUP: 'steering',
  ACCOMPANYING_GROUP: 'steering',
  PROGRAMME_BOARD: 'steering',
  WORKING_GROUP: 'working',
  EXPERT_FORUM: 'working',
  PROJECT_GROUP: 'working',
  EXPERT_CIRCLE: 'circles',
}
export const natureOf = (type: BodyType): Nature => natureOfType[type]

/** What a body may do with a subject. */
export const taskModes = ['DECIDES', 'RECOMMENDS', 'ACCOMPANIES'] as const
export type TaskMode = (typeof taskModes)[number]

/** Who holds a seat: a person, a function, an institution, somebody sent by another body, or whom a rule names. */
export const seatKinds = ['FUNCTION', 'INSTITUTION', 'PERSON', 'DELEGATE_OF', 'DYNAMIC'] as const
export type SeatKind = (typeof seatKinds)[number]

export const seatRoles = ['CHAIR', 'DEPUTY', 'SECRETARY', 'MODERATOR'] as const
export type SeatRole = (typeof seatRoles)[number]

export const relationKinds = ['REPORTS_TO', 'ADVISES', 'INTERFACE_TO'] as const
export type RelationKind = (typeof relationKinds)[number]

export interface Named {
  id: number
  title: LocalText
}
/** A body as others name it. */
export interface BodyName {
  id: number
  name: string
}

export interface Relation {
  kind: RelationKind
  other: BodyName
}

export interface BodyInList {
  id: number
  name: string
  shortName: string | null
  type: BodyType
  purpose: LocalText | null
  parentId: number | null
  relations: Relation[]
  fields: Named[]
  /** Seats by their number; 0: none entered. */
  seatCount: number
  meets: string | null
  isDraft: boolean
}

export interface Task {
  text: LocalText
  mode: TaskMode
}

export interface Seat {
  id: number
  kind: SeatKind
  label: string
  count: number
  role: SeatRole | null
  hasVote: boolean
  /** The institution, where it stands in the directory and the reader may see it. */
  actor: { id: number; name: string } | null
  delegateOf: BodyName | null
  /** Only where the person agreed, or for people of the house. */
  personName: string | null
  /** The name is public. */
  isPersonPublic: boolean
}

export interface Body {
  id: number
  version: number
  name: string
  shortName: string | null
  type: BodyType
  purpose: LocalText | null
  legalBasis: string | null
  meets: string | null
  targetSize: number | null
  since: FlexDate | null
  parent: BodyName | null
  children: BodyName[]
  isMemberListOpen: boolean
  tasks: Task[]
  seats: Seat[]
  /** From here to others, and from others to here. */
  relations: Relation[]
  relatedFrom: Relation[]
  fields: Named[]
  publishedAt: Date | null
  submittedAt: Date | null
}

/** How many seats there are, and how many of them vote. */
export const countSeats = (seats: readonly Pick<Seat, 'count' | 'hasVote'>[]): { all: number; voting: number } => {
  const sum = (some: typeof seats) => some.reduce((total, { count }) => total + count, 0)
  return { all: sum(seats), voting: sum(seats.filter(({ hasVote }) => hasVote)) }
}

/** A name is shown where the person agreed, or to people of the house. */
export const shownName = (
  { personName, isPersonPublic }: { personName: string | null; isPersonPublic: boolean },
  seesInternal: boolean,
): string | null => (isPersonPublic || seesInternal ? personName : null)

/** What a body still lacks before the public may see it. Names of fields. */
export const missingToPublish = ({ name, purpose }: { name: string; purpose: string | null }): string[] => [
  ...(name === '' ? ['name'] : []),
  ...(purpose === null ? ['purpose'] : []),
]
