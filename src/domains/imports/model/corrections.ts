import { emptyCell, positionOf, type Cell, type Sheet } from '#platform/tables/workbook.ts'

/**
 * The sheet with the cells that a person put right in the preview (`"H8": "28.02.2026"`). The file itself stays as it
 * came.
 */
export function correctedSheet(sheet: Sheet, cells: Readonly<Record<string, string>> | undefined): Sheet {
  const corrections = Object.entries(cells ?? {}).flatMap(([address, text]) => {
    const position = positionOf(address)
    return position && position.row < sheet.rows.length && position.column < sheet.width ? [{ ...position, text }] : []
  })
  if (corrections.length === 0) return sheet
  const rows = [...sheet.rows]
  for (const { row, column, text } of corrections) {
    const cell: Cell = text.trim() === '' ? emptyCell : { text, kind: 'text' }
    const before = rows[row] ?? []
    rows[row] = Array.from({ length: Math.max(before.length, column + 1) }, (_, place) =>
      place === column ? cell : (before[place] ?? emptyCell),
    )
  }
  return { ...sheet, rows }
}
