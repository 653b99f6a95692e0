import { shownAt, type Cell, type Sheet } from '#platform/tables/workbook.ts'

/** Headings under which a colour alone says something, even where all cells have the same. */
const lightHeading = /ampel|status|stand|verlauf|bewertung|farbe|\brag\b/i
const lights = new Set(['rot', 'orange', 'gelb', 'grün'])

/**
 * The sheet with a word where a cell says something only by its colour ("Farbe: rot"), so that a traffic light can be
 * given a meaning. Stripes, cells with text and colours without a heading stay what they are.
 */
export function withColourWords(sheet: Sheet, headerRow: number): Sheet {
  const words = new Map<number, Map<number, Cell>>()
  for (let column = 0; column < sheet.width; column++) {
    const heading = shownAt(sheet, headerRow, column).text
    if (heading.trim() === '') continue
    const found = colouredCells(sheet, headerRow, column)
    const named = [...found.values()].map(({ text }) => text.replace('Farbe: ', ''))
    const isLight = named.some((name) => lights.has(name)) && (new Set(named).size > 1 || lightHeading.test(heading))
    if (isLight)
      for (const [row, cell] of found) words.set(row, (words.get(row) ?? new Map<number, Cell>()).set(column, cell))
  }
  if (words.size === 0) return sheet
  const rows = sheet.rows.map((row, place) => {
    const inRow = words.get(place)
    return inRow ? row.map((cell, column) => inRow.get(column) ?? cell) : row
  })
  return { ...sheet, rows }
}

function colouredCells(sheet: Sheet, headerRow: number, column: number): Map<number, Cell> {
  const found = new Map<number, Cell>()
  let texts = 0
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? []
    const cell = cells[column]
    if (!cell) continue
    if (cell.kind !== 'empty') texts++
    else if (cell.fill && !cell.mergedInto && !isStripe(cells, column, cell.fill)) {
      const name = colourName(cell.fill)
      if (name) found.set(row, { ...cell, text: `Farbe: ${name}`, kind: 'text' })
    }
  }
  return texts > found.size ? new Map() : found
}

/** The whole row has this colour: it says nothing about one of its columns. */
const isStripe = (cells: readonly Cell[], column: number, fill: string) =>
  cells.filter((cell, place) => place !== column && cell.fill === fill).length * 2 >= Math.max(2, cells.length - 1)

/** What people call a colour; undefined for white. */
export function colourName(fill: string): string | undefined {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16) / 255)
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const range = most - least
  if (range < 0.1) return most > 0.95 ? undefined : most < 0.15 ? 'schwarz' : 'grau'
  const sector =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4
  const hue = sector * 60
  if (hue < 15 || hue >= 330) return 'rot'
  if (hue < 42) return 'orange'
  if (hue < 70) return 'gelb'
  if (hue < 170) return 'grün'
  return hue < 260 ? 'blau' : 'violett'
}
