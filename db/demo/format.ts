import type { TextLanguage } from '#values/language.ts'

/**
 * The shape in which an example municipality is written down. Things refer to each other by `key` (kebab-case, unique
 * within their kind). The loader turns it into rows through the same commands' tables as the product itself.
 */

/** German, or German with versions in other languages. */
export type Text = string | ({ de: string } & Partial<Record<TextLanguage, string>>)

/** As people write it; parsed by values/flex-date: 2024-03-01, 2024-03, 2024-Q3, 2024, "ab 2021", "Februar und März 2023". */
export type FlexDateText = string

export interface DemoMunicipality {
  slug: string
  /** Proper name without its kind: "Musterkreis", "Landkreis Lörrach", "Wetzlar". */
  name: string
  kind: 'county' | 'city' | 'municipality'
  state: 'BW' | 'RP' | 'HE'
  /** Made from public documents: banner on every page, not indexed. */
  isExample: boolean
  languages: TextLanguage[]
  /** Words of the house, by the keys of src/platform/texts/house-words.ts. */
  words: {
    plan: string
    actionField: string
    migrationHistory: string
    administration: string
    council: string
    /** Absent: Landkreis. */
    territory?: string
  }
  address: { office: string; street: string; postcode: string; place: string; phone: string; email: string }
  /** Representative as a function, never a name of a real person. */
  representative: string
  plan: DemoPlan
  orgUnits: DemoOrgUnit[]
  bodies: DemoBody[]
  actors: DemoActor[]
  areas: DemoArea[]
  products: { key: string; code: string; title: string; parent?: string }[]
}

export interface DemoPlan {
  title: Text
  formerTitles: { title: string; until: FlexDateText }[]
  parentStrategy?: { title: string; url?: string; items: string[] }
  understanding?: { text: Text; source: string }
  mainGoal?: Text
  carriers: string[]
  funder?: { funder: string; programme: string }
  /** Two or three sentences for the home page. */
  lead: Text
  /** Oldest first; the last one is the working version and holds everything below. */
  versions: {
    number: number
    title: string
    label: string
    state: 'DRAFT' | 'CONSULTATION' | 'STEERING_APPROVED' | 'SUBMITTED' | 'ADOPTED' | 'IN_FORCE' | 'SUPERSEDED'
    from?: FlexDateText
    to?: FlexDateText
    /** Decision that adopted it: body, date, paper number, text. */
    decision?: { body: string; date?: string; paper?: string; text?: string }
    /** Older versions are short: their goals only. */
    goals?: { text: string; level: GoalLevel }[]
  }[]
  phases: { title: Text; period?: FlexDateText; state: 'PLANNED' | 'RUNNING' | 'DONE'; outcome?: Text }[]
  /** Dated points of the timeline (meetings, conferences, decisions, elections …). */
  events: { title: Text; date: FlexDateText; text?: Text; tentative?: boolean }[]
  /** `afterField`: key of the field that a chapter between the fields follows. */
  chapters: { place: 'BEFORE_FIELDS' | 'BETWEEN' | 'AFTER_FIELDS'; afterField?: string; title: Text; text: Text }[]
  actionFields: {
    key: string
    /** "1", "2" … or "I", "II" … */
    code: string
    title: Text
    description: Text
    /** Body key of the working group or forum. */
    bodies: string[]
  }[]
  crossCuttingTopics: { key: string; title: Text; description?: Text }[]
  targetGroups: {
    key: string
    title: Text
    description?: Text
    parent?: string
    estimatedSize?: { value: number; source: string; date: string }
  }[]
  needs: DemoNeed[]
  goals: DemoGoal[]
  measures: DemoMeasure[]
  indicators: DemoIndicator[]
}

export type GoalLevel = 'VISION' | 'MAIN_GOAL' | 'SUB_GOAL' | 'IMPACT_GOAL' | 'OUTPUT_GOAL' | 'PROJECT_GOAL'

export interface DemoNeed {
  key: string
  actionField: string
  statement: Text
  description?: Text
  targetGroups: string[]
  topics: string[]
  priority?: 1 | 2 | 3
  state: 'NEW' | 'DISCUSSED' | 'ADOPTED' | 'MERGED' | 'REJECTED'
  /** With MERGED: the need it went into. */
  mergedInto?: string
  /** With REJECTED. */
  reason?: string
  sources: { kind: 'SURVEY' | 'WORKSHOP' | 'INDICATOR' | 'MINUTES' | 'OTHER'; text: string; date?: FlexDateText }[]
  draft?: boolean
}

export interface DemoGoal {
  key: string
  level: GoalLevel
  source: 'SOCIAL_STRATEGY' | 'BUDGET' | 'PLAN' | 'PROJECT'
  actionField?: string
  text: Text
  /** Above an ordered list of project goals: "Am Ende des Projektzeitraums". */
  leadIn?: string
  parent?: string
  relation?: 'DERIVED' | 'BEST_FIT'
  needs: string[]
  topics: string[]
  /** Needed if source is BUDGET. */
  product?: string
  stairStep?: 1 | 2 | 3 | 4 | 5 | 6 | 7
  indicators: string[]
  /** How one will recognise it, in words. */
  evidence?: Text
  draft?: boolean
}

export interface DemoMeasure {
  key: string
  /** `<field>.<n>`, e.g. 2.14 */
  number: string
  actionField: string
  title: Text
  description: Text
  kind: 'PROJECT' | 'PERMANENT_OFFER' | 'EVENT' | 'ORGANISATIONAL_CHANGE' | 'REPORT' | 'RIGHT_OR_RULE' | 'STRUCTURE'
  flagship?: boolean
  quickWin?: boolean
  goals: string[]
  targetGroups: string[]
  topics: string[]
  areas: string[]
  indicators: string[]
  /** Exactly one: an organisational unit or an actor. */
  lead: { orgUnit: string } | { actor: string }
  partners: string[]
  from?: FlexDateText
  to?: FlexDateText
  permanent?: boolean
  state: 'NOT_STARTED' | 'IN_PREPARATION' | 'RUNNING' | 'COMPLETED' | 'PERMANENT' | 'DEFERRED' | 'DISCONTINUED'
  /** Needed with DEFERRED and DISCONTINUED; public. */
  stateReason?: Text
  /** 0 to 100 in steps of 5. */
  progress?: number
  course: 'GREEN' | 'YELLOW' | 'RED' | 'GREY'
  /** Needed with YELLOW and RED. */
  courseReason?: string
  courseReleased: boolean
  /** When somebody last confirmed the entry. Absent: nobody has. */
  confirmedOn?: string
  /** Euros, not cents; `fte` with two decimals. */
  resources: {
    year: number
    fte?: number
    staff?: number
    material?: number
    income?: number
    funding?: string
    /** Really spent, where the year is over. */
    spent?: number
    costCentre?: string
    account?: string
  }[]
  logic?: { inputs?: string; activities?: string; outputs?: string; outcomes?: string; impact?: string }
  internalNote?: string
  draft?: boolean
}

export interface DemoIndicator {
  key: string
  /** "B 3" */
  code: string
  actionField?: string
  title: Text
  unit: string
  /** COUNT, SHARE (per cent), RATIO, MONEY, DURATION … only for how the number is shown. */
  kind: 'COUNT' | 'SHARE' | 'RATIO' | 'MONEY' | 'DURATION'
  decimals: number
  direction: 'HIGHER' | 'LOWER' | 'HOLD'
  baseline?: { value: number; date: string }
  target?: { value: number; date: string }
  method: Text
  limits?: Text
  source: string
  licence?: string
  /** By year for the whole municipality. `sign` as in domain.md 7.3; numerator and denominator where it is a rate. */
  values: { year: number; value?: number; numerator?: number; denominator?: number; sign?: string; note?: string }[]
}

export interface DemoOrgUnit {
  key: string
  /** Word of the house: Dezernat, Fachbereich, Amt, Sachgebiet … */
  level: string
  code?: string
  name: string
  parent?: string
  endedOn?: string
  mergedInto?: string
}

export interface DemoBody {
  key: string
  name: string
  shortName?: string
  type:
    | 'COUNCIL'
    | 'DECIDING_COMMITTEE'
    | 'ADVISORY_COMMITTEE'
    | 'STEERING_GROUP'
    | 'ACCOMPANYING_GROUP'
    | 'PROGRAMME_BOARD'
    | 'PROJECT_GROUP'
    | 'WORKING_GROUP'
    | 'EXPERT_FORUM'
    | 'EXPERT_CIRCLE'
    | 'ADVISORY_COUNCIL'
  purpose: Text
  /** Ordered; each says whether the body decides, recommends or accompanies. */
  tasks: { text: Text; mode: 'DECIDES' | 'RECOMMENDS' | 'ACCOMPANIES' }[]
  targetSize?: number
  meets?: string
  since?: FlexDateText
  parent?: string
  relations: { kind: 'INTERFACE_TO' | 'ADVISES' | 'REPORTS_TO'; body: string }[]
  seats: {
    kind: 'PERSON' | 'FUNCTION' | 'INSTITUTION' | 'DELEGATE_OF' | 'DYNAMIC'
    /** The function, institution or rule in words; with DELEGATE_OF the body's key. */
    label: string
    count?: number
    role?: 'CHAIR' | 'DEPUTY' | 'SECRETARY' | 'MODERATOR'
    votes?: boolean
    actor?: string
  }[]
  /** "u. a." at the end of the member list. */
  openList?: boolean
}

export interface DemoActor {
  key: string
  name: string
  /** One of the types in domain.md 1.6, e.g. VEREIN, MSO, WOHLFAHRTSVERBAND. */
  types: string[]
  legalForm?: string
  nonProfit?: boolean
  isMigrantOrganisation: boolean
  cooperation?: { state: 'NONE' | 'CONTACT' | 'AGREED' | 'FORMAL'; form?: string; since?: FlexDateText }
  description?: Text
  place: string
  /** Works in the whole county, not only in its town. */
  everywhere?: boolean
  website?: string
  languages: string[]
  fields: string[]
  offers: string[]
  contact?: { person?: string; email?: string; phone?: string; consent: ('person' | 'email' | 'phone')[] }
  verifiedOn?: string
}

export interface DemoArea {
  key: string
  name: string
  /** 8-digit AGS; absent for social spaces. */
  ags?: string
  level: 'MUNICIPALITY' | 'SOCIAL_SPACE'
  parent?: string
  population?: number
  /** Ring of [longitude, latitude]; invented areas form a plausible, gap-free county. */
  polygon?: [number, number][]
}
