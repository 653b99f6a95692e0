import { addDays, type LocalDate } from '#values/local-date.ts'

/** What is known of one thing, for the rules below; counts are of links that exist, drafts included. */
export interface Facts {
  need: { targetGroups: number; sources: number; goals: number; isOut: boolean }
  goal: { level: string; needs: number; indicators: number; measures: number; children: number }
  measure: {
    hasLead: boolean
    hasPeriod: boolean
    goals: number
    hasKind: boolean
    hasDescription: boolean
    isRed: boolean
    isCourseReleased: boolean
  }
  indicator: { hasBaseline: boolean; hasTarget: boolean; hasSource: boolean; values: number }
  field: { hasDescription: boolean; needs: number; goals: number; measures: number }
  plan: {
    hasLead: boolean
    hasUnderstanding: boolean
    hasMainGoal: boolean
    hasPeriod: boolean
    phases: number
    /** How many things of each kind the plan is made of. */
    fields: number
    goals: number
    measures: number
    indicators: number
  }
  /** Who was never confirmed counts from the day of the entry. */
  actor: { verifiedOn: LocalDate | null }
}
export type GroupName = keyof Facts

/** An actor that nobody has confirmed for so long is asked again (domain.md 1.6, Actor: yearly reminder). */
export const confirmActorsAfterDays = 365

type Rules = { [Group in GroupName]: Record<string, (facts: Facts[Group], today: LocalDate) => boolean> }

/** What a thing lacks: one yes/no sentence each. The keys are those of the texts. */
export const rules: Rules = {
  // What a plan is made of comes first: nothing else can be missing in what is not there.
  plan: {
    fields: ({ fields }) => fields === 0,
    goals: ({ goals }) => goals === 0,
    measures: ({ measures }) => measures === 0,
    indicators: ({ indicators }) => indicators === 0,
    lead: ({ hasLead }) => !hasLead,
    understanding: ({ hasUnderstanding }) => !hasUnderstanding,
    mainGoal: ({ hasMainGoal }) => !hasMainGoal,
    period: ({ hasPeriod }) => !hasPeriod,
    phases: ({ phases }) => phases === 0,
  },
  field: {
    empty: ({ needs, goals, measures }) => needs + goals + measures === 0,
    needs: ({ needs, goals, measures }) => needs === 0 && goals + measures > 0,
    description: ({ hasDescription }) => !hasDescription,
  },
  // A need that was merged or turned down asks for nothing any more.
  need: {
    targetGroup: ({ targetGroups, isOut }) => !isOut && targetGroups === 0,
    source: ({ sources, isOut }) => !isOut && sources === 0,
    goal: ({ goals, isOut }) => !isOut && goals === 0,
  },
  // Only an impact goal answers needs; vision and main goals are served by the goals below them.
  goal: {
    need: ({ level, needs }) => level === 'IMPACT_GOAL' && needs === 0,
    indicator: ({ level, indicators }) => !isAbove(level) && indicators === 0,
    measure: ({ level, measures, children }) => !isAbove(level) && measures + children === 0,
  },
  measure: {
    lead: ({ hasLead }) => !hasLead,
    period: ({ hasPeriod }) => !hasPeriod,
    goal: ({ goals }) => goals === 0,
    kind: ({ hasKind }) => !hasKind,
    description: ({ hasDescription }) => !hasDescription,
    red: ({ isRed, isCourseReleased }) => isRed && !isCourseReleased,
  },
  indicator: {
    baseline: ({ hasBaseline }) => !hasBaseline,
    target: ({ hasTarget }) => !hasTarget,
    source: ({ hasSource }) => !hasSource,
    value: ({ values }) => values === 0,
  },
  actor: {
    confirmation: ({ verifiedOn }, today) =>
      verifiedOn === null || verifiedOn < addDays(today, -confirmActorsAfterDays),
  },
}

const isAbove = (level: string) => level === 'VISION' || level === 'MAIN_GOAL' || level === 'SUB_GOAL'

export const groupNames = Object.keys(rules) as GroupName[]

export interface Thing {
  group: GroupName
  id: number
  label: string
  number: string | null
  facts: Facts[GroupName]
}

export interface Gap {
  rule: string
  things: Thing[]
}
export interface GroupScore {
  group: GroupName
  total: number
  /** Things that lack nothing. */
  complete: number
  gaps: Gap[]
}

/** Per group how much is complete, and per rule what breaks it. Groups without a thing are left out. */
export function scoreOf(things: readonly Thing[], today: LocalDate): GroupScore[] {
  return groupNames.flatMap((group) => {
    const own = things.filter((thing) => thing.group === group)
    if (own.length === 0) return []
    const checks = Object.entries(rules[group]) as [string, (facts: Facts[GroupName], today: LocalDate) => boolean][]
    const gaps = checks
      .map(([rule, lacks]) => ({ rule, things: own.filter(({ facts }) => lacks(facts, today)) }))
      .filter((gap) => gap.things.length > 0)
    const incomplete = new Set(gaps.flatMap((gap) => gap.things))
    return [{ group, total: own.length, complete: own.length - incomplete.size, gaps }]
  })
}

/** How far the texts of the plan are in one language, as the domain of translations counts it. */
export interface TextScore {
  language: string
  total: number
  current: number
  /** What lacks this language; of plain and easy German nobody asks for all texts, so nothing is missing there. */
  missing: TextThing[]
  /** Translated once, changed in German since. */
  stale: TextThing[]
  /** Written by a machine, read by nobody yet. */
  unchecked: TextThing[]
}
export interface TextThing {
  kind: string
  id: number
  label: string
}
