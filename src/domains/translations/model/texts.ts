import { hashOf } from '#values/local-text.ts'
import { textLanguages, type TextLanguage } from '#values/language.ts'

interface Translatable {
  table: string
  /** Rows belong to a version of the plan. */
  inPlan: boolean
  /** The field that names the thing. */
  title: string
  /** Fields as translations name them; columns are the same in snake case. */
  fields: readonly string[]
}

/** Which texts can stand in other languages: exactly the ones that pages ask `loadTranslations` for. */
export const translatable = {
  'plan-version': {
    table: 'plan_version',
    inPlan: true,
    title: 'title',
    fields: ['title', 'lead', 'understanding', 'mainGoal'],
  },
  chapter: { table: 'chapter', inPlan: true, title: 'title', fields: ['title', 'text'] },
  phase: { table: 'phase', inPlan: true, title: 'title', fields: ['title', 'outcome'] },
  event: { table: 'plan_event', inPlan: true, title: 'title', fields: ['title', 'text'] },
  'action-field': { table: 'action_field', inPlan: true, title: 'title', fields: ['title', 'description'] },
  'cross-cutting-topic': {
    table: 'cross_cutting_topic',
    inPlan: true,
    title: 'title',
    fields: ['title', 'description'],
  },
  'target-group': { table: 'target_group', inPlan: true, title: 'title', fields: ['title', 'description'] },
  need: {
    table: 'need',
    inPlan: true,
    title: 'statement',
    fields: ['statement', 'description', 'rejectionReason'],
  },
  goal: { table: 'goal', inPlan: true, title: 'text', fields: ['text', 'leadIn', 'evidence'] },
  measure: { table: 'measure', inPlan: true, title: 'title', fields: ['title', 'description', 'stateReason'] },
  indicator: {
    table: 'indicator',
    inPlan: true,
    title: 'title',
    fields: ['title', 'unit', 'method', 'limits', 'source'],
  },
  actor: { table: 'actor', inPlan: false, title: 'name', fields: ['description'] },
  // The tasks of a body are fields of it: `task.7`.
  body: { table: 'body', inPlan: false, title: 'name', fields: ['purpose'] },
} as const satisfies Record<string, Translatable>

export type TextKind = keyof typeof translatable
export const textKinds = Object.keys(translatable) as TextKind[]
export const isTextKind = (kind: string): kind is TextKind => Object.hasOwn(translatable, kind)

/** What a text is called in the texts of this domain: every task of a body is "Aufgabe". */
export const fieldWord = (kind: string, field: string): string => {
  const name = field.startsWith('task.') ? 'task' : field
  // A goal and a chapter both have a "text", but mean different things by it.
  return kind === 'goal' && name === 'text' ? 'goal' : name
}

/** Texts of several sentences get more room. */
const longFields = new Set(['text', 'description', 'understanding', 'evidence', 'method', 'limits', 'purpose'])
export const isLong = (kind: string, field: string) => longFields.has(field) && fieldWord(kind, field) !== 'goal'

export type TargetLanguage = Exclude<TextLanguage, 'de'>

/** The languages into which this municipality translates, in our order. */
export const targetsOf = (offered: readonly string[]): TargetLanguage[] =>
  textLanguages.filter((language): language is TargetLanguage => language !== 'de' && offered.includes(language))

/** How a text stands in a language. An outdated text that is unchecked too counts as outdated: that is the work to do. */
export const textStates = ['missing', 'stale', 'unchecked', 'done'] as const
export type TextState = (typeof textStates)[number]

/** What is stored for a text in one language. */
export interface StoredVersion {
  text: string
  sourceHash: string
  isMachineMade: boolean
  confirmedAt: Date | null
  updatedAt: Date
}

export function stateOf(
  german: string,
  version: Pick<StoredVersion, 'sourceHash' | 'isMachineMade' | 'confirmedAt'> | undefined,
): TextState {
  if (!version) return 'missing'
  if (version.sourceHash !== hashOf(german)) return 'stale'
  return isUnchecked(version) ? 'unchecked' : 'done'
}

/** A text as it is stored and compared: line breaks as one character, nothing around it. */
export const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim()

export const isUnchecked = ({ isMachineMade, confirmedAt }: Pick<StoredVersion, 'isMachineMade' | 'confirmedAt'>) =>
  isMachineMade && confirmedAt === null
