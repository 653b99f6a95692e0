import type { ExportColumn, ExportedList } from '#platform/tables/export.ts'
import { unguarded } from '#platform/tables/formula-guard.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import { cellAt, type Sheet } from '#platform/tables/workbook.ts'
import { keyOf, parseKey, type ReturnedRow } from '../model/sheet.ts'
import { fieldWord, stateOf, tidy, type TargetLanguage } from '../model/texts.ts'
import type { TextForOffice } from '../queries/texts.ts'
import type { texts } from '../texts/index.ts'

type T = SayOf<typeof texts>

/** The texts in one language as a sheet for a translation office. The first column finds each row again. */
export function textsForOffice(
  rows: readonly TextForOffice[],
  language: TargetLanguage,
  t: T,
): ExportedList<TextForOffice> {
  const columns: ExportColumn<TextForOffice>[] = [
    { key: 'key', label: t('file.key'), width: 24, value: (row) => keyOf({ ...row, language }) },
    { key: 'kind', label: t('column.kind'), value: ({ kind }) => t(`kind.${kind}`) },
    { key: 'label', label: t('file.thing'), width: 32, value: ({ label }) => label },
    { key: 'field', label: t('file.field'), value: ({ kind, field }) => t.dynamic(`field.${fieldWord(kind, field)}`) },
    { key: 'german', label: t('german'), width: 60, value: ({ german }) => german },
    { key: 'text', label: t.dynamic(`language.${language}`), width: 60, value: ({ text }) => text },
    { key: 'state', label: t('column.state'), value: (row) => t(`state.${stateOfRow(row)}`) },
  ]
  return { name: `texte-${language}`, sheet: t.dynamic(`language.${language}`), columns, rows, item: (row) => row }
}

const stateOfRow = ({ german, sourceHash, isMachineMade, confirmedAt }: TextForOffice) =>
  stateOf(german, sourceHash === null ? undefined : { sourceHash, isMachineMade: isMachineMade === true, confirmedAt })

/**
 * The rows of a returned file: keys are recognised by their form, wherever the table begins; a row without one is
 * named by its number. `undefined`: no sheet of ours.
 */
export function rowsOfSheet(sheets: readonly Sheet[]): { rows: ReturnedRow[]; unreadable: number[] } | undefined {
  for (const sheet of sheets) {
    const at = columnsOf(sheet)
    if (!at) continue
    const rows: ReturnedRow[] = []
    const unreadable: number[] = []
    for (let place = at.header + 1; place < sheet.rows.length; place++) {
      const text = (column: number) => tidy(unguarded(cellAt(sheet, place, column).text))
      const key = parseKey(text(at.key))
      if (key) rows.push({ row: place + 1, key, german: text(at.german), text: text(at.text) })
      else if (text(at.key) !== '' || text(at.text) !== '') unreadable.push(place + 1)
    }
    return { rows, unreadable }
  }
  return undefined
}

/** The key is recognised by its form; German stands four columns behind it, the translation right after the German. */
function columnsOf(sheet: Sheet): { header: number; key: number; german: number; text: number } | undefined {
  for (let row = 0; row < Math.min(sheet.rows.length, 50); row++) {
    for (let key = 0; key < Math.min(sheet.width, 20); key++) {
      if (parseKey(cellAt(sheet, row, key).text)) return { header: row - 1, key, german: key + 4, text: key + 5 }
    }
  }
  return undefined
}
