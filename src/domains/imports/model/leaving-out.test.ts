import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyCell, type Cell, type Sheet } from '#platform/tables/workbook.ts'
import { leftAside, sheetAsRead } from './as-read.ts'
import { parseAmount, parseMeasureNumber } from './cells.ts'
import { colourName } from './colour-words.ts'
import { partsOf } from './names.ts'
import { doubtAbout } from './new-names.ts'

const text = (value: string): Cell => ({ text: value, kind: 'text' })
const fill = (colour: string): Cell => ({ ...emptyCell, fill: colour })
const sheetOf = (...rows: Cell[][]): Sheet => ({
  ...{ name: 'Plan', hidden: false, rows, width: 3, merges: [] },
  ...{ hiddenRows: new Set([2]), hiddenColumns: new Set([1]) },
})

test('colours are called what people call them', () => {
  const cases = {
    ...{
      '#ff0000': 'rot',
      '#ffc7ce': 'rot',
      '#ffc000': 'gelb',
      '#ffff00': 'gelb',
      '#ffeb9c': 'gelb',
      '#f79646': 'orange',
    },
    ...{
      '#92d050': 'grün',
      '#00b050': 'grün',
      '#c6efce': 'grün',
      '#4472c4': 'blau',
      '#d9d9d9': 'grau',
      '#000000': 'schwarz',
    },
  }
  for (const [colour, name] of Object.entries(cases)) assert.equal(colourName(colour), name, colour)
  assert.equal(colourName('#ffffff'), undefined)
})

test('only a colour that stands alone under a heading becomes a word; stripes and coloured texts do not', () => {
  const heads = [text('Titel'), text('Ampel'), text('Amt')]
  const lights = sheetOf(heads, [text('a'), fill('#ff0000'), text('x')], [text('b'), fill('#00b050'), text('y')])
  const words = (sheet: Sheet) => sheetAsRead(sheet, { headerRow: 0 }).rows.map((row) => row[1]?.text)
  assert.deepEqual(words(lights), ['Ampel', 'Farbe: rot', 'Farbe: grün'])
  const striped = { ...text('a'), fill: '#ff0000' }
  assert.deepEqual(words(sheetOf(heads, [striped, fill('#ff0000'), striped])), ['Ampel', ''])
  assert.deepEqual(words(sheetOf(heads, [text('a'), { ...text('läuft'), fill: '#00b050' }, text('x')])), [
    'Ampel',
    'läuft',
  ])
  assert.deepEqual(words(sheetOf([text('Titel'), text('Ort')], [text('a'), fill('#ffff00'), text('x')])), ['Ort', ''])
})

test('what is hidden or struck is counted, and comes in when it is wanted', () => {
  const struck: Cell = { ...text('alt'), struck: true }
  const sheet = sheetOf([text('Titel'), text('x')], [struck, text('1')], [text('c'), text('2')])
  assert.deepEqual(leftAside(sheet, 0), { hiddenRows: 1, hiddenColumns: 1, struckRows: 1 })
  const all = sheetAsRead(sheet, { withHidden: true, withStruck: true })
  assert.deepEqual([all.hiddenRows.size, all.hiddenColumns.size, all.rows[1]?.[0]], [0, 0, text('alt')])
  assert.equal(sheetAsRead(sheet, { takeIn: [2] }).rows[1]?.[0]?.struck, undefined)
})

test('amounts in words keep their wording, and the number where there is one', () => {
  const cases: [string, number | null, string | undefined][] = [
    ['ca. 5 T€', 500_000, 'ca. 5 T€'],
    ['rd. 12.500 €', 1_250_000, 'rd. 12.500 €'],
    ['bis zu 3.000,50 € pro Jahr', 300_050, 'bis zu 3.000,50 € pro Jahr'],
    ['2.000 € (Landesmittel)', 200_000, '2.000 € (Landesmittel)'],
    ['8.000 p. a.', 800_000, '8.000 p. a.'],
    ['im Rahmen des lfd. Budgets', null, 'im Rahmen des lfd. Budgets'],
    ['k. A.', null, 'k. A.'],
    ['-', null, undefined],
    ['1.200 €', 120_000, undefined],
  ]
  for (const [words, cents, wording] of cases) {
    const parsed = parseAmount(text(words))
    assert.deepEqual(parsed.ok && [parsed.value.cents, parsed.value.wording], [cents, wording], words)
  }
})

test('a number copied from a German program is spelled with a comma', () => {
  assert.deepEqual(parseMeasureNumber(text('1,10'), 20), { ok: true, value: '1.10' })
  assert.equal(parseMeasureNumber(text('1,1,1'), 20).ok, false)
})

test('a slash with a space parts names, one inside of a word does not', () => {
  assert.deepEqual(partsOf('Amt 50 / Caritas'), ['Amt 50', 'Caritas'])
  assert.deepEqual(partsOf('Kinder- und/oder Jugendhilfe'), ['Kinder- und/oder Jugendhilfe'])
  assert.equal(doubtAbout('Amt 50 / Caritas', ['org-unit', 'actor']), 'several')
  assert.equal(doubtAbout('Amt für Jugend, Familie und Soziales', ['org-unit', 'actor']), undefined)
})
