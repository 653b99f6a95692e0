import { emptyRow, type Cell, type Sheet } from '#platform/tables/workbook.ts'
import type { Choices } from './choices.ts'
import { withColourWords } from './colour-words.ts'
import { correctedSheet } from './corrections.ts'

/**
 * The sheet as it is read in: colours that stand alone as words, what is hidden or struck through where the person wants
 * it, and the cells that were put right in the preview. The file itself stays as it came.
 */
export function sheetAsRead(sheet: Sheet, choices: Choices): Sheet {
  const { headerRow = 0, withHidden = false, withStruck = false, takeIn = [], cells } = choices
  const shown = withHidden ? { ...sheet, hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() } : sheet
  const rows = shown.rows.map((row, place) =>
    row !== emptyRow && (withStruck || takeIn.includes(place + 1)) ? row.map(unstruck) : row,
  )
  return correctedSheet(withColourWords({ ...shown, rows }, headerRow), cells)
}

function unstruck(cell: Cell): Cell {
  if (!cell.struck && cell.unstruck === undefined) return cell
  const { struck: _struck, unstruck: _unstruck, ...whole } = cell
  return whole
}

/** What is left out of a sheet unless the person wants it, for the first step. */
export interface LeftAside {
  hiddenRows: number
  hiddenColumns: number
  /** Rows with something that is struck through. */
  struckRows: number
}

export function leftAside(sheet: Sheet, headerRow: number): LeftAside {
  const isFilled = ({ kind }: Cell) => kind !== 'empty'
  const below = sheet.rows.map((row, place) => (place > headerRow ? row : emptyRow))
  return {
    hiddenRows: below.filter((row, place) => sheet.hiddenRows.has(place) && row.some(isFilled)).length,
    hiddenColumns: [...sheet.hiddenColumns].filter((column) =>
      below.some((row) => row[column] && isFilled(row[column])),
    ).length,
    struckRows: below.filter((row) => row.some((cell) => cell.struck || cell.unstruck !== undefined)).length,
  }
}
