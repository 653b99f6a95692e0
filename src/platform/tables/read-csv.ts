import { decodeText } from './decode-text.ts'
import { unguarded } from './formula-guard.ts'
import { defaultLimits, emptyCell, emptyRow, Unreadable } from './workbook.ts'
import type { Cell, Delimiter, Encoding, ReadLimits, Sheet } from './workbook.ts'

/**
 * Reads a text table. Every filled cell is text, as typed: what `1.234` or `03/04/2026` means depends on the column.
 * @throws Unreadable
 */
export function readCsv(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = defaultLimits,
): { sheet: Sheet; encoding: Encoding; delimiter: Delimiter } {
  const { text, encoding } = decodeText(bytes)
  // Excel writes and obeys a first line that names the delimiter.
  const [declaration = '', declared] = /^sep=([;,\t])(?:\r\n|\n|\r|$)/.exec(text) ?? []
  const body = text.slice(declaration.length)
  const delimiter = (declared as Delimiter | undefined) ?? guessDelimiter(body)
  return { sheet: sheetOf(name, body, delimiter, limits, declared ? 1 : 0), encoding, delimiter }
}

function sheetOf(name: string, text: string, delimiter: Delimiter, limits: ReadLimits, firstRow: number): Sheet {
  const tooMany = (code: 'too-many-rows' | 'too-many-columns' | 'too-many-cells', limit: number) =>
    new Unreadable({ code, detail: { sheet: name, limit } })
  const rows: (readonly Cell[])[] = Array.from({ length: firstRow }, () => emptyRow)
  const known = new Map<string, Cell>()
  let [pending, filledRows, cells, width] = [0, 0, 0, 0]
  for (const record of records(text, delimiter)) {
    const row = record.map((field) => cellOf(field, known))
    const last = row.findLastIndex(({ kind }) => kind !== 'empty')
    if (last < 0) {
      pending++
      continue
    }
    if (last >= limits.columns) throw tooMany('too-many-columns', limits.columns)
    if (++filledRows > limits.rows) throw tooMany('too-many-rows', limits.rows)
    cells += row.length
    if (cells > limits.cells) throw tooMany('too-many-cells', limits.cells)
    for (; pending > 0; pending--) rows.push(emptyRow)
    rows.push(row.slice(0, last + 1))
    width = Math.max(width, last + 1)
  }
  return { name, hidden: false, rows, width, hiddenRows: new Set(), hiddenColumns: new Set(), merges: [] }
}

/** Short texts occur often; one object serves all of them. */
function cellOf(field: string, known: Map<string, Cell>): Cell {
  if (field === '') return emptyCell
  const cell = known.get(field)
  if (cell) return cell
  const text = unguarded(field.replace(/\r\n?/g, '\n'))
  const made: Cell = { text, kind: text.trim() === '' ? 'empty' : 'text' }
  if (field.length <= 20 && known.size < 10_000) known.set(field, made)
  return made
}

/** The records of a text after RFC 4180. A quote inside an unquoted field is an ordinary character. @throws Unreadable */
export function* records(text: string, delimiter: string): Generator<string[]> {
  let record: string[] = []
  let at = 0
  while (at < text.length) {
    let field: string
    if (text[at] === '"') {
      const [value, end] = quoted(text, at)
      // What stands between the closing quote and the delimiter belongs to the field.
      const rest = fieldEnd(text, end, delimiter)
      field = value + text.slice(end, rest)
      at = rest
    } else {
      const end = fieldEnd(text, at, delimiter)
      field = text.slice(at, end)
      at = end
    }
    record.push(field)
    if (text[at] === delimiter) {
      at++
      // A delimiter at the very end opens one more, empty field.
      if (at === text.length) record.push('')
      else continue
    } else if (text[at] === '\r' && text[at + 1] === '\n') at += 2
    else at++
    yield record
    record = []
  }
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === delimiter || character === '\n' || character === '\r') return at
  }
  return text.length
}

function quoted(text: string, from: number): [value: string, end: number] {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) throw new Unreadable({ code: 'unclosed-quote', detail: { line: lineAt(text, from) } })
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') return [value, quote + 1]
    value += '"'
    at = quote + 2
  }
}

const lineAt = (text: string, position: number) => text.slice(0, position).split(/\r\n|\n|\r/).length

/** The delimiter under which the first rows agree best on a number of columns above one; `;` when none does. */
export function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, 200_000)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of [';', '\t', ','] as const) {
    const score = agreement(sample, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function agreement(sample: string, delimiter: Delimiter): number {
  const widths = new Map<number, number>()
  let total = 0
  try {
    for (const { length } of records(sample, delimiter)) {
      widths.set(length, (widths.get(length) ?? 0) + 1)
      if (++total === 100) break
    }
  } catch (error) {
    // The sample may end inside a quoted field.
    if (!(error instanceof Unreadable)) throw error
  }
  let best = 0
  for (const [width, count] of widths) best = Math.max(best, (count / total) * Math.sqrt(width - 1))
  return best
}
