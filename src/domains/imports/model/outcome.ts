import type { ImportedMeasure, MeasureInIndex, StoredMeasure } from '#domains/measures/index.ts'
import type { Draft, RowRemark } from './drafts.ts'
import { identify, type Identity } from './identity.ts'
import { mergeMeasure } from './merge.ts'
import { createReferences, type Creation, type References } from './references.ts'
import type { FieldMeanings, KnownThing } from './meanings.ts'

export const outcomes = ['created', 'updated', 'unchanged', 'problem'] as const
export type Outcome = (typeof outcomes)[number]

/** What becomes of one row of the file. */
export interface PlannedRow {
  /** Counted from 0. */
  row: number
  outcome: Outcome
  number: string
  title: string
  /** The stored measure that it changes. */
  id?: number
  /** Fields that change, as the history names them. */
  changed: string[]
  isPublished: boolean
  problems: RowRemark[]
  hints: RowRemark[]
  /** What is written: the measure, or the record of another kind. */
  thing: unknown
}

export interface ImportOutcome {
  rows: PlannedRow[]
  counts: Record<Outcome, number>
  /** Things to be created first; the measures point to them by -1, -2 … */
  creations: readonly Creation[]
}

/** What stands in the database that the outcome depends on. */
export interface Before {
  index: readonly MeasureInIndex[]
  known: readonly KnownThing[]
}

export interface Identified {
  identities: Map<Draft, Identity>
  references: References
}

/** First half: who each row is. The stored measures of these ids are asked for next. */
export function identifyRows(
  drafts: readonly Draft[],
  meanings: readonly FieldMeanings[],
  { index, known }: Before,
): Identified {
  const references = referencesOf(drafts, meanings, known)
  return { identities: identify(drafts, index, references), references }
}

/** What the names of the file stand for. A new field takes its code from the numbers of its measures. */
export function referencesOf(
  drafts: readonly Draft[],
  meanings: readonly FieldMeanings[],
  known: readonly KnownThing[],
): References {
  const usedNumbers = new Map<string, string[]>()
  for (const { values } of drafts) {
    const [field] = (values['actionField'] ?? []) as readonly string[]
    const { number } = values
    if (field === undefined || typeof number !== 'string') continue
    const numbers = usedNumbers.get(field)
    if (numbers) numbers.push(number)
    else usedNumbers.set(field, [number])
  }
  return createReferences(meanings, known, usedNumbers)
}

/**
 * Second half: what becomes of each row. Pure, so the preview shows exactly what the import then does. `changesOf` is the
 * measures' own rule of what counts as a difference.
 */
export function planRows(
  drafts: readonly Draft[],
  { identities, references }: Identified,
  stored: ReadonlyMap<number, StoredMeasure>,
  changesOf: (measure: ImportedMeasure) => Readonly<Record<string, unknown>>,
): ImportOutcome {
  const rows = drafts.map((draft): PlannedRow => {
    const identity = identities.get(draft) ?? { id: undefined, number: '', sourceId: null, title: undefined }
    const before = identity.id === undefined ? undefined : stored.get(identity.id)
    const { form, resources } = mergeMeasure(draft, identity, before, references)
    const measure: ImportedMeasure = { ...(before && { before }), form, sourceId: identity.sourceId, resources }
    const changed = before ? Object.keys(changesOf(measure)) : []
    if (before && before.sourceId !== measure.sourceId) changed.push('sourceId')
    const outcome =
      draft.problems.length > 0 ? 'problem' : before ? (changed.length > 0 ? 'updated' : 'unchanged') : 'created'
    return {
      row: draft.row,
      outcome,
      number: identity.number,
      title: identity.title ?? '',
      ...(before && { id: before.id }),
      changed,
      isPublished: before?.isPublished ?? false,
      problems: draft.problems,
      hints: draft.hints,
      thing: measure,
    }
  })
  return outcomeOf(rows, references, (thing) => referencesIn(thing as ImportedMeasure))
}

/** The rows with their counts, and what has to be created for them. */
export function outcomeOf(
  rows: PlannedRow[],
  { creations }: References,
  referencesOf: (thing: unknown) => readonly number[],
): ImportOutcome {
  const counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, problem: 0 }
  for (const { outcome } of rows) counts[outcome]++
  return { rows, counts, creations: neededCreations(rows, creations, referencesOf) }
}

/** Only what a row that is read in points to is created; the order stays, so that -1, -2 … keep their meaning. */
function neededCreations(
  rows: readonly PlannedRow[],
  creations: readonly Creation[],
  referencesOf: (thing: unknown) => readonly number[],
): readonly Creation[] {
  if (creations.length === 0) return []
  const used = new Set<number>()
  for (const { outcome, thing } of rows) {
    if (outcome === 'created' || outcome === 'updated') for (const id of referencesOf(thing)) used.add(id)
  }
  return creations.map((creation, index) => (used.has(-(index + 1)) ? creation : { ...creation, isUnused: true }))
}

/** Everything that a measure points to. */
function referencesIn({ form }: ImportedMeasure): number[] {
  const { actionFieldId, lead, partnerIds, partnerUnitIds, targetGroupIds, topicIds, areaIds, goalIds } = form
  const single = [actionFieldId, lead.leadOrgUnitId, lead.leadActorId].filter((id) => id !== null)
  return [...single, ...partnerIds, ...partnerUnitIds, ...targetGroupIds, ...topicIds, ...areaIds, ...goalIds]
}

/** The measure with real ids in place of -1, -2 …; `idOf` knows those that were created. */
export function withRealIds(measure: ImportedMeasure, idOf: (reference: number) => number): ImportedMeasure {
  const real = (id: number) => (id < 0 ? idOf(id) : id)
  const realOrNull = (id: number | null) => (id === null ? null : real(id))
  const { form } = measure
  return {
    ...measure,
    form: {
      ...form,
      actionFieldId: realOrNull(form.actionFieldId),
      lead: { leadOrgUnitId: realOrNull(form.lead.leadOrgUnitId), leadActorId: realOrNull(form.lead.leadActorId) },
      partnerIds: form.partnerIds.map(real),
      partnerUnitIds: form.partnerUnitIds.map(real),
      targetGroupIds: form.targetGroupIds.map(real),
      topicIds: form.topicIds.map(real),
      areaIds: form.areaIds.map(real),
      goalIds: form.goalIds.map(real),
    },
  }
}
