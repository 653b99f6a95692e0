import type { Cell, Merge, Sheet } from './workbook.ts'
import { emptyCell } from './workbook.ts'

interface NamedTable {
  sheet: Sheet
  /** The heading of the section that it stands in. */
  heading: string | undefined
}

/**
 * Joins what belongs together: tables under the same headings become one list, each below the heading of its section;
 * tables that describe one thing each, a line for every fact, become one list with a row per thing. None where there is
 * nothing to join.
 */
export function joinTables(name: string, tables: readonly NamedTable[]): Sheet[] {
  const lists = [...Map.groupBy(tables, ({ sheet }) => textsOf(sheet.rows[0]).join('\n')).entries()]
  const joined = lists.flatMap(([headings, group]) =>
    group.length > 1 && headings.split('\n').length > 2 ? [listOf(name, group)] : [],
  )
  return joined.length > 0 ? joined : profilesOf(name, tables)
}

const textsOf = (row: readonly Cell[] = []) => row.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim().toLowerCase())

function listOf(name: string, tables: readonly NamedTable[]): Sheet {
  const [first] = tables
  const width = Math.max(...tables.map(({ sheet }) => sheet.width))
  const rows: (readonly Cell[])[] = [first?.sheet.rows[0] ?? []]
  const merges: Merge[] = []
  for (const { sheet, heading } of tables) {
    if (heading) {
      merges.push({ top: rows.length, bottom: rows.length, left: 0, right: width - 1 })
      rows.push([{ text: heading, kind: 'text', bold: true }])
    }
    const down = rows.length - 1
    for (const { top, bottom, left, right } of sheet.merges) {
      if (top > 0) merges.push({ top: top + down, bottom: bottom + down, left, right })
    }
    rows.push(...sheet.rows.slice(1).map((row) => row.map((cell) => movedDown(cell, down))))
  }
  return { ...emptySheet(name), rows, width, merges }
}

const movedDown = (cell: Cell, rows: number): Cell =>
  cell.mergedInto ? { ...cell, mergedInto: { ...cell.mergedInto, row: cell.mergedInto.row + rows } } : cell

/** Facts that a table of one thing has at least, and how many tables must name the same. */
const fewestFacts = 3

function profilesOf(name: string, tables: readonly NamedTable[]): Sheet[] {
  const profiles = tables.filter(({ sheet }) => sheet.width === 2 && sheet.rows.length >= fewestFacts)
  const counts = new Map<string, number>()
  for (const { sheet } of profiles) {
    for (const label of new Set(sheet.rows.map(labelOf))) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const shared = [...counts].filter(([label, count]) => label !== '' && count > 1 && count >= profiles.length / 2)
  if (profiles.length < 2 || shared.length < fewestFacts) return []
  const labels = [...counts.keys()].filter((label) => label !== '')
  const hasHeadings = profiles.some(({ heading }) => heading !== undefined)
  const header = [...labels, ...(hasHeadings ? [''] : [])].map((text): Cell => ({ text, kind: 'text', bold: true }))
  const rows = profiles.map(({ sheet, heading }) => [
    ...labels.map((label) => sheet.rows.find((row) => labelOf(row) === label)?.[1] ?? emptyCell),
    ...(heading ? [{ text: heading, kind: 'text' as const }] : []),
  ])
  return [{ ...emptySheet(name), rows: [header, ...rows], width: header.length }]
}

/** "Federführung:" is "Federführung". */
const labelOf = ([cell]: readonly Cell[]) =>
  (cell?.text ?? '')
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*:\s*$/, '')
    .trim()

const emptySheet = (name: string): Sheet => ({
  name,
  hidden: false,
  rows: [],
  width: 0,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merges: [],
})
