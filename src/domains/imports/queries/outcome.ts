import { changesOf, indexMeasures, listStoredMeasures } from '#domains/measures/index.ts'
import type { Database } from '#platform/db/database.ts'
import { columnsOf, dataRowsOf } from '#platform/tables/header.ts'
import { cellAt, type Sheet } from '#platform/tables/workbook.ts'
import type { Acting } from '#platform/things/acting.ts'
import { sheetAsRead } from '../model/as-read.ts'
import type { Choices } from '../model/choices.ts'
import { doubledFields, lacksYear, suggestMapping, suggestTable } from '../model/columns.ts'
import { mappedColumns, readDrafts, type Draft, type ReadDrafts } from '../model/drafts.ts'
import { creatableKinds, type ImportKind } from '../model/kind.ts'
import { meaningsOf, type FieldMeanings, type KnownThing } from '../model/meanings.ts'
import { identifyRows, planRows, referencesOf, type ImportOutcome } from '../model/outcome.ts'
import { listKnown } from './known.ts'
import { computeRecords } from './records.ts'

/**
 * The choices with suggestions for what nobody has decided: sheet, heading row, columns, and whether commas part names.
 * A column of names of which the plan knows none, and which cannot be created, is not suggested.
 */
export function withSuggestions(
  kind: ImportKind,
  sheets: readonly Sheet[],
  choices: Choices,
  known: readonly KnownThing[],
): Choices {
  const sheet = choices.sheet ?? suggestTable(kind, sheets).sheet
  const chosen = sheets[sheet]
  const headerRow = choices.headerRow ?? (chosen ? suggestTable(kind, [chosen]).headerRow : 0)
  const columns =
    choices.columns ??
    (chosen
      ? suggestMapping(usefulKind(kind, known), columnsOf(sheetAsRead(chosen, { ...choices, headerRow }), headerRow))
      : {})
  const suggested = { ...choices, sheet, headerRow, columns }
  const atCommas = choices.atCommas ?? (chosen ? suggestCommas(kind, chosen, suggested) : [])
  return { ...suggested, atCommas }
}

const usefulKind = (kind: ImportKind, known: readonly KnownThing[]): ImportKind => ({
  ...kind,
  fields: kind.fields.filter(
    ({ refersTo }) =>
      !refersTo ||
      refersTo.some(
        (one) => creatableKinds.some((creatable) => creatable === one) || known.some((thing) => thing.kind === one),
      ),
  ),
})

/** Files that part names by commas mostly say so, in the heading or the note below it. */
export function suggestCommas(kind: ImportKind, sheet: Sheet, choices: Choices): string[] {
  const headerRow = choices.headerRow ?? 0
  const note = dataRowsOf(sheet, headerRow).find(({ shape }) => shape === 'note')?.row ?? headerRow
  return mappedColumns(kind, sheet, choices).flatMap(({ field, column, heading }) =>
    (field.type === 'things' || field.type === 'lead') &&
    /komma|comma|virgule/i.test(`${heading} ${cellAt(sheet, note, column).text}`)
      ? [field.key]
      : [],
  )
}

export interface WrongColumn {
  letters: string
  code: 'noYear' | 'doubledField'
  key: string
}

/** What the columns lack before rows can be read: keys of texts with the field they are about. */
export function wrongMapping(kind: ImportKind, columns: Readonly<Record<string, string>>): WrongColumn[] {
  const doubled = doubledFields(kind, columns)
  return Object.entries(columns).flatMap(([letters, key]): WrongColumn[] => {
    if (key === '') return []
    if (lacksYear(kind, key)) return [{ letters, code: 'noYear', key }]
    return doubled.includes(key) ? [{ letters, code: 'doubledField', key }] : []
  })
}

/** The rows as read, and what their values mean so far. One statement. */
export async function loadMeanings(
  db: Database,
  planVersionId: number,
  kind: ImportKind,
  sheet: Sheet,
  choices: Choices,
): Promise<ReadDrafts & { meanings: FieldMeanings[]; known: Awaited<ReturnType<typeof listKnown>> }> {
  const read = readDrafts(kind, sheet, choices)
  const known = await listKnown(db, planVersionId)
  return { ...read, known, meanings: meaningsOf(kind, read.drafts, known, choices) }
}

/** What would become of each row, and what is left behind. */
export type Computed = ImportOutcome & Pick<ReadDrafts, 'skipped' | 'unread'> & { meanings: FieldMeanings[] }

/** What reading this sheet in would do, row by row. Writes nothing. Five statements, at any number of rows. */
export async function computeOutcome(
  db: Database,
  acting: Acting,
  kind: ImportKind,
  sheet: Sheet,
  choices: Choices,
): Promise<Computed> {
  const { drafts, skipped, unread, meanings, known } = await loadMeanings(
    db,
    acting.planVersionId,
    kind,
    sheet,
    choices,
  )
  noteProposals(drafts, meanings)
  const outcome = kind.record
    ? await computeRecords(db, acting, { ...kind, record: kind.record }, drafts, referencesOf(drafts, meanings, known))
    : await computeMeasures(db, acting, drafts, meanings, known)
  return { ...outcome, skipped, unread, meanings }
}

/** What nobody has answered is said with its row: the terminal asks nobody. */
function noteProposals(drafts: readonly Draft[], meanings: readonly FieldMeanings[]) {
  const open = meanings
    .filter(({ field }) => field.key === 'same')
    .flatMap(({ meanings: values }) => values.filter(({ isGuess }) => isGuess))
  const names = new Map(open.map(({ value, near }) => [value, near[0]?.name ?? '']))
  for (const draft of drafts) {
    const name = typeof draft.values['title'] === 'string' ? names.get(draft.values['title']) : undefined
    if (name !== undefined) draft.hints.push({ code: 'looksLike', values: { text: name }, row: draft.row })
  }
}

async function computeMeasures(
  db: Database,
  acting: Acting,
  drafts: readonly Draft[],
  meanings: readonly FieldMeanings[],
  known: readonly KnownThing[],
): Promise<ImportOutcome> {
  const index = await indexMeasures(db, acting.planVersionId)
  const identified = identifyRows(drafts, meanings, { index, known })
  const ids = [...identified.identities.values()].flatMap(({ id }) => id ?? [])
  const stored = await listStoredMeasures(db, acting, ids)
  return planRows(drafts, identified, stored, changesOf)
}
