import { guarded } from './formula-guard.ts'
import { written, type Table, type TableColumn, type TableValue } from './table.ts'

/**
 * The table as a German Excel opens it with a double click: UTF-8 with its mark, `;`, CRLF, quotes after RFC 4180,
 * decimal commas, dates as `YYYY-MM-DD`, euros with two decimals, shares as `25%`. No text can run as a formula.
 */
export function writeCsv({ columns, rows }: Table): Uint8Array {
  const lines = [
    columns.map(({ title }) => textField(title)),
    ...rows.map((row) => columns.map((column) => field(row[column.key], column))),
  ]
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line.join(';')}\r\n`).join('')}`)
}

function field(value: TableValue, column: TableColumn): string {
  const cell = written(value, column)
  if (!cell) return ''
  if ('text' in cell) return textField(cell.text)
  if ('date' in cell) return cell.date
  if (column.kind === 'euro') return decimalComma(cell.number.toFixed(2))
  // Without the detour 0.07 would be 7.000000000000001 %.
  if (column.kind === 'percent') return `${decimalComma(String(Number((cell.number * 100).toPrecision(15))))}%`
  return decimalComma(String(cell.number))
}

const decimalComma = (number: string) => number.replace('.', ',')

/** Commas and tabs are quoted too: a program that splits there must not find a formula behind them. */
function textField(text: string): string {
  const safe = guarded(text)
  return /[;,\t"\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
