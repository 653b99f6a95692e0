import type { Worksheet } from 'exceljs'
import { serialOfDate } from './number-format.ts'
import { written, type Table, type TableColumn, type TableValue } from './table.ts'
import { columnLetters } from './workbook.ts'
import { fixZipDates } from './zip-dates.ts'

export interface DocumentFacts {
  title?: string
  /** The day of the data, `YYYY-MM-DD`: what the document says about itself, so that equal data give equal bytes. */
  date?: string
}

/** The most characters a cell can hold. */
const cellLimit = 32_767
const formats: Record<TableColumn['kind'], string | undefined> = {
  text: '@',
  number: undefined,
  integer: '#,##0',
  euro: '#,##0.00 "€"',
  date: 'dd.mm.yyyy',
  percent: '0.0%',
}

/**
 * The tables as one workbook as an office would hand it on: bold frozen headings with filters, widths, A4 landscape
 * one page wide with the headings on each page. Texts are never formulas. Equal input gives equal bytes.
 */
export async function writeXlsx(
  tables: readonly Table[],
  { title, date = '2000-01-01' }: DocumentFacts = {},
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = 'Teilhabewerk'
  workbook.lastModifiedBy = 'Teilhabewerk'
  workbook.created = workbook.modified = new Date(`${date}T00:00:00Z`)
  if (title) workbook.title = officeSafe(title)
  const names = sheetNames(tables.map(({ name }) => name))
  for (const [index, table] of tables.entries()) {
    fill(workbook.addWorksheet(names[index] ?? '', { views: [viewOf(table)], pageSetup, headerFooter }), table)
  }
  return fixZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

const viewOf = ({ rightToLeft = false }: Table) => ({ state: 'frozen' as const, ySplit: 1, rightToLeft })
const pageSetup = {
  paperSize: 9,
  orientation: 'landscape' as const,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '1:1',
  margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
}
const headerFooter = { oddFooter: '&L&A&R&P / &N' }

function fill(sheet: Worksheet, { columns, rows }: Table) {
  for (const [index, column] of columns.entries()) {
    const numFmt = column.kind === 'number' ? decimalsOf(column, rows) : formats[column.kind]
    const target = sheet.getColumn(index + 1)
    target.width = column.width ?? fittingWidth(column, rows)
    target.style = { ...(numFmt && { numFmt }), alignment: { vertical: 'top', wrapText: column.kind === 'text' } }
  }
  const headings = sheet.addRow(columns.map(({ title }) => officeSafe(title)))
  headings.eachCell((cell) => {
    cell.style = headingStyle
  })
  for (const row of rows) sheet.addRow(columns.map((column) => cellValue(row[column.key], column)))
  if (columns.length === 0) return
  const last = columnLetters(columns.length - 1)
  sheet.autoFilter = `A1:${last}${rows.length + 1}`
  // exceljs adds the dollar before the column only; a relative row would move the printed area.
  sheet.pageSetup.printArea = `A$1:${last}$${rows.length + 1}`
}

/**
 * As many decimals in every cell as the most exact number of the column has, at least one: with places that may be left
 * out, a German Excel shows "2,".
 */
function decimalsOf({ key }: TableColumn, rows: Table['rows']): string {
  const numbers = rows.flatMap((row) => (typeof row[key] === 'number' ? [row[key]] : []))
  const most = Math.max(1, ...numbers.map((value) => String(Number(value.toFixed(10))).split('.')[1]?.length ?? 0))
  return `#,##0.${'0'.repeat(Math.min(10, most))}`
}

const headingStyle = {
  font: { bold: true },
  alignment: { vertical: 'top' as const, wrapText: true },
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFE8ECF1' } },
  border: { bottom: { style: 'thin' as const, color: { argb: 'FF5B6B7F' } } },
}

/** A date is written as its serial number: no time zone can move it. */
function cellValue(value: TableValue, column: TableColumn): string | number | null {
  const cell = written(value, column)
  if (!cell) return null
  if ('text' in cell) return officeSafe(cell.text)
  return 'date' in cell ? (serialOfDate(cell.date) ?? cell.date) : cell.number
}

/** The longest line decides, between 10 and 50 characters; longer texts wrap. */
function fittingWidth(column: TableColumn, rows: Table['rows']): number {
  let longest = column.title.length + 3
  for (const row of rows) {
    const value = row[column.key]
    const shown = column.kind === 'euro' && typeof value === 'number' ? `${value}  .. €` : String(value ?? '')
    for (const line of shown.split('\n')) longest = Math.max(longest, line.length)
  }
  return Math.min(50, Math.max(10, longest + 1))
}

/**
 * Spells what XML or Office would change: control characters and lone surrogates as `_x000B_`, a literal `_x000B_`
 * with its first sign escaped (ECMA-376 part 1, 22.9.2.19). What does not fit into a cell is cut, and seen to be.
 */
function officeSafe(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n')
  const cut = lines.length > cellLimit ? `${lines.slice(0, cellLimit - 1).replace(/[\ud800-\udbff]$/, '')}…` : lines
  return cut
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /(?![\n\t])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
}

/** Names as Excel allows them: no []:*?/\ , at most 31 characters, none twice, and not "History". */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history'])
  return wanted.map((name, index) => {
    const plain =
      name
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || String(index + 1)
    let free = plain.slice(0, 31)
    for (let copy = 2; taken.has(free.toLowerCase()); copy++)
      free = `${plain.slice(0, 31 - ` (${copy})`.length)} (${copy})`
    taken.add(free.toLowerCase())
    return free
  })
}
