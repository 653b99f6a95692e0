import assert from 'node:assert/strict'
import { test } from 'node:test'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { readWorkbook } from './read-workbook.ts'
import type { Table, TableColumn, TableValue } from './table.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const columns: TableColumn[] = [
  { key: 'title', title: 'Titel', kind: 'text' },
  { key: 'number', title: 'Wert', kind: 'number' },
  { key: 'places', title: 'Plätze', kind: 'integer' },
  { key: 'amount', title: 'Betrag', kind: 'euro' },
  { key: 'startsOn', title: 'Beginn', kind: 'date' },
  { key: 'share', title: 'Anteil', kind: 'percent' },
]
const row = { title: 'Sprachcafé', number: -1.5, places: 1200, amount: 123_456, startsOn: '2026-03-01', share: 0.07 }
const table: Table = { name: 'Maßnahmen', columns, rows: [row, {}] }
const csvOf = (one: Table) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(one))
const texts = (...values: TableValue[]): Table => ({
  name: 'T',
  columns: [{ key: 'a', title: 'A', kind: 'text' }],
  rows: values.map((a) => ({ a })),
})

async function readBack(bytes: Uint8Array) {
  const result = await readWorkbook(bytes, 'x')
  assert.ok(result.ok, JSON.stringify(result))
  return result.sheets
}
async function inExcel(bytes: Uint8Array) {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as never)
  return workbook
}

test('a CSV opens in a German Excel: mark, semicolons, decimal commas, empty is not zero', () => {
  assert.equal(
    csvOf(table),
    '\uFEFFTitel;Wert;Plätze;Betrag;Beginn;Anteil\r\nSprachcafé;-1,5;1200;1234,56;2026-03-01;7%\r\n;;;;;\r\n',
  )
})

test('no text of a CSV can run as a formula, plain numbers stay as they are', () => {
  const dangerous = [
    '=1+1',
    '+49 7621 410',
    '-WEG',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("http://x";"y")',
    '-1+1',
    "'=1",
    '＝1',
  ]
  for (const value of dangerous) {
    // One column, so what follows the first line is the cell; a spreadsheet looks behind the quotes.
    const cell = csvOf(texts(value)).slice('\uFEFFA\r\n'.length)
    assert.match(cell, /^"?'/, value)
  }
  assert.equal(csvOf(texts('-5', '+1.234', '1-2', '-')), "\uFEFFA\r\n-5\r\n+1.234\r\n1-2\r\n'-\r\n")
  const heading = { name: 'T', columns: [{ key: 'a', title: '=1', kind: 'text' as const }], rows: [] }
  assert.equal(csvOf(heading), "\uFEFF'=1\r\n")
})

const dirty = fc.string({
  unit: fc.constantFrom(
    ...';,"\'=+-@\t\n _x0041äöüßÉ€مرحبا😀<>&\u0001\u200f'.split(''),
    '😀',
    '_x0041_',
    '\r\n',
    '\ud800',
  ),
  maxLength: 30,
})
/** Line breaks come back as \n; what cannot be spelled in UTF-8 at all becomes the replacement sign. */
const readable = (text: string) => text.replace(/\r\n?/g, '\n')

test('whatever is written as CSV is read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(dirty, { minLength: 3, maxLength: 3 }), { maxLength: 8 }), async (rows) => {
      const keys = ['a', 'b', 'c']
      const one: Table = {
        name: 'T',
        columns: keys.map((key) => ({ key, title: `Spalte ${key}`, kind: 'text' })),
        rows: rows.map((values) => Object.fromEntries(keys.map((key, index) => [key, values[index]]))),
      }
      const [sheet] = await readBack(writeCsv(one))
      for (const [index, values] of rows.entries()) {
        const read = keys.map((_, column) => sheet?.rows[index + 1]?.[column]?.text ?? '')
        // Where a row ends in blanks only, the reader ends it earlier.
        const expected = values.map((value) => readable(value.toWellFormed()))
        assert.deepEqual(read.map(blankToNothing), expected.map(blankToNothing))
      }
    }),
    { numRuns: 300 },
  )
})
const blankToNothing = (text: string) => (text.trim() === '' ? '' : text)

test('whatever is written as a workbook is read back the same, and is never a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(dirty, { minLength: 1, maxLength: 10 }), async (values) => {
      const bytes = await writeXlsx([texts('Anfang', ...values)])
      const [sheet] = await readBack(bytes)
      for (const [index, value] of values.entries()) {
        const cell = sheet?.rows[index + 2]?.[0]
        assert.equal(blankToNothing(cell?.text ?? ''), blankToNothing(readable(value)))
        assert.ok(!cell || cell.kind === 'text' || cell.kind === 'empty')
      }
    }),
    { numRuns: 60 },
  )
})

test('numbers, euros, shares and days come back exactly', async () => {
  const days = fc
    .date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10))
  const values = fc.record({
    number: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
    places: fc.integer(),
    amount: fc.integer({ min: -1e12, max: 1e12 }),
    startsOn: days,
    share: fc.integer({ min: 0, max: 1000 }).map((perMille) => perMille / 1000),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 10 }), async (rows) => {
      const [sheet] = await readBack(await writeXlsx([{ ...table, rows: rows.map((one) => ({ ...one, title: 'x' })) }]))
      for (const [index, { number, places, amount, startsOn, share }] of rows.entries()) {
        const cells = sheet?.rows[index + 1] ?? []
        assert.deepEqual(
          [
            cells[1]?.number,
            cells[2]?.number,
            Math.round((cells[3]?.number ?? 0) * 100),
            cells[4]?.date,
            cells[5]?.number,
          ],
          [number + 0, places, amount, startsOn, share],
        )
      }
    }),
    { numRuns: 40 },
  )
})

test('equal data give equal bytes, at any time and in any zone', async () => {
  const first = await writeXlsx([table], { title: 'Maßnahmen', date: '2026-03-01' })
  const zone = process.env['TZ']
  try {
    process.env['TZ'] = 'Pacific/Kiritimati'
    // The times in an archive count in steps of two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    assert.ok(Buffer.from(first).equals(await writeXlsx([table], { title: 'Maßnahmen', date: '2026-03-01' })))
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
  assert.ok(!Buffer.from(first).equals(await writeXlsx([{ ...table, rows: [row] }], { date: '2026-03-01' })))
})

for (const [values, format] of [
  [[0, 0.5, 1, null], '#,##0.0'],
  [[0.25, 3], '#,##0.00'],
  [[2], '#,##0.0'],
  [[0.1 + 0.2], '#,##0.0'],
] as const) {
  test(`a column with ${values.join(', ')} has the format ${format}: no comma without a digit`, async () => {
    const columns = [{ key: 'fte', title: 'Stellen', kind: 'number' as const }]
    const rows = values.map((fte) => ({ fte }))
    const workbook = await inExcel(await writeXlsx([{ name: 'Liste', columns, rows }], { date: '2026-03-01' }))
    assert.equal(workbook.worksheets[0]?.getCell('A2').numFmt, format)
  })
}

test('the workbook looks like what an office hands on', async () => {
  const workbook = await inExcel(await writeXlsx([table], { title: 'Liste', date: '2026-03-01' }))
  const sheet = workbook.worksheets[0]!
  assert.deepEqual([workbook.title, workbook.created.toISOString()], ['Liste', '2026-03-01T00:00:00.000Z'])
  assert.deepEqual([sheet.views[0]?.state, (sheet.views[0] as { ySplit?: number }).ySplit], ['frozen', 1])
  assert.equal(sheet.getCell('A1').font.bold, true)
  assert.equal(JSON.stringify(sheet.autoFilter).includes('A1:F3'), true)
  const { paperSize, orientation, fitToPage, fitToWidth, fitToHeight, printTitlesRow, printArea } = sheet.pageSetup
  assert.deepEqual([paperSize, orientation, fitToPage, fitToWidth, fitToHeight], [9, 'landscape', true, 1, 0])
  assert.deepEqual([printTitlesRow, printArea], ['1:1', 'A1:F3'])
  assert.deepEqual(
    ['D2', 'E2', 'F2'].map((address) => sheet.getCell(address).numFmt),
    ['#,##0.00 "€"', 'dd.mm.yyyy', '0.0%'],
  )
  assert.equal((sheet.getCell('E2').value as Date).toISOString(), '2026-03-01T00:00:00.000Z')
  assert.equal(sheet.getCell('D2').value, 1234.56)
  assert.equal(sheet.getCell('D3').value, null)
  assert.ok((sheet.getColumn(1).width ?? 0) >= 10)
})

test('sheets get names that Excel accepts, and never the same twice', async () => {
  const names = [
    'Ziele/Maßnahmen: [neu]?',
    "'Plan'",
    '',
    'Verlauf der Integrationsmaßnahmen im Landkreis',
    'History',
    'plan',
    'PLAN',
  ]
  const sheets = await readBack(await writeXlsx(names.map((name) => ({ ...table, name }))))
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['Ziele Maßnahmen   neu', 'Plan', '3', 'Verlauf der Integrationsmaßnahm', 'History (2)', 'plan (2)', 'PLAN (3)'],
  )
})

test('a text longer than a cell can hold is cut and shows it', async () => {
  const [sheet] = await readBack(await writeXlsx([texts('ä'.repeat(40_000), 'x'.repeat(10_000))]))
  assert.deepEqual([sheet?.rows[1]?.[0]?.text.length, sheet?.rows[1]?.[0]?.text.at(-1)], [32_767, '…'])
  assert.equal(sheet?.rows[2]?.[0]?.text.length, 10_000)
})

test('an imprecise date and a word among amounts stay words', async () => {
  const words = { title: 'x', startsOn: 'ab 2021', amount: 'k. A.' }
  const old = { title: 'y', startsOn: '1848-03-01', amount: null }
  const [sheet] = await readBack(await writeXlsx([{ ...table, rows: [words, old] }]))
  assert.deepEqual(
    [sheet?.rows[1]?.[4]?.text, sheet?.rows[1]?.[3]?.text, sheet?.rows[2]?.[4]?.text],
    ['ab 2021', 'k. A.', '1848-03-01'],
  )
  assert.match(csvOf({ ...table, rows: [{ ...words, startsOn: '2026-02-31' }] }), /;k\. A\.;2026-02-31;/)
})

test('parts of a cent and numbers that are none are refused, not rounded', async () => {
  for (const wrong of [{ amount: 12.5 }, { number: Number.NaN }, { places: 1.5 }, { share: Infinity }]) {
    assert.throws(() => writeCsv({ ...table, rows: [wrong] }), RangeError)
    await assert.rejects(writeXlsx([{ ...table, rows: [wrong] }]), RangeError)
  }
})
