import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, firstSheet, office, sheetsOf } from './testing-workbook.ts'
import { workbookOf } from './testing-zip.ts'
import { addressOf, cellAt, positionOf, shownAt } from './workbook.ts'

test('a merged field name belongs to every row it spans, and what it covers is empty', async () => {
  const sheet = await firstSheet(
    await office((_, sheet) => {
      sheet.addRows([
        ['Feld', 'Titel'],
        ['Wohnen', 'Mietlotsen'],
        ['', 'Wohnführerschein'],
        ['Arbeit', 'Jobmesse'],
      ])
      sheet.mergeCells('A2:A3')
    }),
  )
  assert.deepEqual(at(sheet, 'A3'), { text: '', kind: 'empty', mergedInto: { row: 1, column: 0 } })
  assert.equal(shownAt(sheet, 2, 0).text, 'Wohnen')
  assert.equal(at(sheet, 'A2').mergedInto, undefined)
  assert.deepEqual(sheet.merges, [{ top: 1, left: 0, bottom: 2, right: 0 }])
})

test('a merge over the whole sheet costs no more than the sheet holds', async () => {
  const sheet = await firstSheet(
    workbookOf({
      sheet:
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row></sheetData>' +
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    }),
  )
  assert.equal(sheet.rows.length, 3)
  assert.equal(cellAt(sheet, 1, 1).mergedInto?.row, 0)
})

test('hidden rows, columns and sheets are read and known to be hidden', async () => {
  const sheets = await sheetsOf(
    await office((workbook, sheet) => {
      sheet.addRows([
        ['Titel', 'intern'],
        ['Sprachcafé', 'x'],
        ['abgelehnt', 'y'],
      ])
      sheet.getRow(3).hidden = true
      sheet.getColumn(2).hidden = true
      workbook.addWorksheet('Werte', { state: 'veryHidden' }).addRow(['läuft'])
    }),
  )
  const [sheet, values] = sheets
  assert.ok(sheet)
  assert.deepEqual(
    ['A2', 'A3', 'B2'].map((address) => at(sheet, address).hidden ?? false),
    [false, true, true],
  )
  assert.deepEqual([[...sheet.hiddenRows], [...sheet.hiddenColumns]], [[2], [1]])
  assert.deepEqual([values?.name, values?.hidden, sheet.hidden], ['Werte', true, false])
})

test('struck-through text is known, also when only a part of the cell is struck', async () => {
  const sheet = await firstSheet(
    await office((_, sheet) => {
      sheet.getCell('A1').value = 'gestrichen'
      sheet.getCell('A1').font = { strike: true }
      sheet.getCell('A2').value = {
        richText: [
          { font: { strike: true }, text: 'Frau A, ' },
          { font: { bold: true }, text: 'Frau B' },
        ],
      }
      sheet.getCell('A3').value = { richText: [{ font: { strike: true }, text: 'alles' }] }
      sheet.getCell('A4').value = 'bleibt'
    }),
  )
  assert.equal(at(sheet, 'A1').struck, true)
  assert.deepEqual(
    [at(sheet, 'A2').text, at(sheet, 'A2').unstruck, at(sheet, 'A2').struck],
    ['Frau A, Frau B', 'Frau B', undefined],
  )
  assert.equal(at(sheet, 'A3').struck, true)
  assert.equal(at(sheet, 'A4').struck, undefined)
})

test('a comment stays with its cell, even an empty one', async () => {
  const sheet = await firstSheet(
    await office((_, sheet) => {
      sheet.addRows([
        ['Titel', 'Kosten'],
        ['Sprachcafé', null],
      ])
      sheet.getCell('B2').note = 'noch mit der Kämmerei klären'
    }),
  )
  assert.equal(at(sheet, 'B2').comment, 'noch mit der Kämmerei klären')
  assert.equal(at(sheet, 'B2').kind, 'empty')
})

test('a traffic light that is only a colour is read as its colour', async () => {
  const sheet = await firstSheet(
    await office((_, sheet) => {
      sheet.addRows([
        ['Titel', 'Ampel'],
        ['Sprachcafé', null],
      ])
      sheet.getCell('B2').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF92D050' } }
    }),
  )
  assert.deepEqual(at(sheet, 'B2'), { text: '', kind: 'empty', fill: '#92d050' })
})

test('colours named by the theme, by number, or from the list of the file come out as colours', async () => {
  const style = (fills: string) =>
    `<styleSheet><fonts><font/></fonts><fills>${fills}</fills><cellXfs><xf fillId="0"/><xf fillId="1"/><xf fillId="2"/>` +
    '<xf fillId="3"/></cellXfs><dxfs><dxf><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill></dxf></dxfs>'
  const solid = (colour: string) => `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`
  const sheet = `<sheetData><row>${[0, 1, 2, 3].map((s) => `<c s="${s}"><v>1</v></c>`).join('')}</row></sheetData>`
  const theme =
    '<a:theme xmlns:a="a"><a:clrScheme><a:dk1><a:sysClr lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:theme>'
  const fills = `<fill><patternFill patternType="none"/></fill>${solid('theme="4"')}${solid('theme="4" tint="0.5"')}${solid('indexed="10"')}`

  const plain = await firstSheet(workbookOf({ sheet, theme, styles: `${style(fills)}</styleSheet>` }))
  assert.deepEqual(
    plain.rows[0]?.map(({ fill }) => fill),
    [undefined, '#4472c4', '#a2b9e2', '#ff0000'],
  )
  const own = `<colors><indexedColors>${'<rgbColor rgb="FF123456"/>'.repeat(11)}</indexedColors></colors></styleSheet>`
  const renumbered = await firstSheet(workbookOf({ sheet, theme, styles: style(fills) + own }))
  assert.equal(renumbered.rows[0]?.[3]?.fill, '#123456')
})

test('a formula gives the result that was stored; without one it is no empty cell', async () => {
  const sheet = await firstSheet(
    await office((_, sheet) => {
      sheet.getCell('A1').value = { formula: '1+1', result: 2 }
      sheet.getCell('A2').value = { formula: '"a"&"b"', result: 'ab' }
      sheet.getCell('A3').value = { formula: '1/0', result: { error: '#DIV/0!' } }
      sheet.getCell('A4').value = { formula: 'A1', date1904: false }
      sheet.getCell('A5').value = true
    }),
  )
  assert.deepEqual(
    sheet.rows.map(([cell]) => [cell?.kind, cell?.text]),
    [
      ['number', '2'],
      ['text', 'ab'],
      ['error', '#DIV/0!'],
      ['error', ''],
      ['boolean', 'true'],
    ],
  )
})

test('files of other programs are read: prefixed names, no addresses, texts inside the cells, escaped signs', async () => {
  const sheet = await firstSheet(
    workbookOf({
      sheet:
        '<x:sheetData xmlns:x="x"><x:row><x:c t="inlineStr"><x:is><x:t>Zeile 1_x000D_\nZeile 2</x:t></x:is></x:c><x:c t="s"><x:v>0</x:v></x:c></x:row>' +
        '<x:row r="4"><x:c t="str"><x:v>_x005F_x0041_</x:v></x:c></x:row></x:sheetData>',
      strings: '<sst><si><t>東京</t><rPh sb="0" eb="1"><t>トウ</t></rPh></si></sst>',
    }),
  )
  assert.deepEqual(
    sheet.rows.map((row) => row.map(({ text }) => text)),
    [['Zeile 1\nZeile 2', '東京'], [], [], ['_x0041_']],
  )
})

test('a sheet coloured down to its last row has only the rows that say something', async () => {
  const empty = Array.from({ length: 5000 }, (_, index) => `<row r="${index + 2}"><c s="0"/></row>`).join('')
  const sheet = await firstSheet(
    workbookOf({
      sheet: `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>${empty}</sheetData>`,
      styles: '<styleSheet><cellXfs><xf/><xf/></cellXfs></styleSheet>',
    }),
  )
  assert.deepEqual([sheet.rows.length, sheet.width], [1, 1])
})

test('addresses are those a person reads in the sheet', () => {
  assert.deepEqual(
    [addressOf(6, 2), addressOf(0, 25), addressOf(0, 26), addressOf(0, 16_383)],
    ['C7', 'Z1', 'AA1', 'XFD1'],
  )
  for (const address of ['C7', 'AA1', 'XFD1048576']) {
    const { row, column } = positionOf(address)!
    assert.equal(addressOf(row, column), address)
  }
  assert.deepEqual([positionOf('XFE1'), positionOf('A0'), positionOf('1A')], [undefined, undefined, undefined])
})
