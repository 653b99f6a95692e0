import assert from 'node:assert/strict'
import exceljs from 'exceljs'
import { readWorkbook } from './read-workbook.ts'
import { cellAt, positionOf, type Cell, type Sheet } from './workbook.ts'

/** The sheets of a file that must be readable. Only for tests. */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  const result = await readWorkbook(bytes, 'plan.xlsx')
  assert.ok(result.ok, JSON.stringify(result))
  return result.sheets
}
/** Its first sheet. */
export async function firstSheet(bytes: Uint8Array): Promise<Sheet> {
  const [sheet] = await sheetsOf(bytes)
  assert.ok(sheet)
  return sheet
}
/** A workbook as the library of many offices writes it, with one sheet "Maßnahmen". */
export async function office(
  fill: (workbook: exceljs.Workbook, sheet: exceljs.Worksheet) => void,
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  fill(workbook, workbook.addWorksheet('Maßnahmen'))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
/** The cell a person calls `C7`. */
export const at = (sheet: Sheet, address: string): Cell => {
  const { row, column } = positionOf(address)!
  return cellAt(sheet, row, column)
}
