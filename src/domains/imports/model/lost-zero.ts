import { cellAt, type Sheet } from '#platform/tables/workbook.ts'
import type { Draft } from './drafts.ts'

/** Says where 2.1 follows 2.9 in a column of numbers: the program that wrote the file has probably lost the zero of 2.10. */
export function warnOfLostZeros(drafts: readonly Draft[], sheet: Sheet): void {
  let before = ''
  for (const { row, values, columns, hints } of drafts) {
    const [number, column] = [values['number'], columns['number']]
    if (typeof number !== 'string' || column === undefined) continue
    const { kind, format } = cellAt(sheet, row, column)
    const above = /^(.*)\.9$/.exec(before)?.[1]
    if (kind === 'number' && !format && above !== undefined && number === `${above}.1`) {
      hints.push({ code: 'lostZero', values: { text: number, meant: `${number}0` }, row, column })
    }
    before = number
  }
}
