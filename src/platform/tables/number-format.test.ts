import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, firstSheet, office } from './testing-workbook.ts'
import { workbookOf } from './testing-zip.ts'
import { cellAt } from './workbook.ts'

test('a number shows the decimals of its format and keeps its exact value', async () => {
  const cases: [number, string | undefined, string][] = [
    [1.1, '0.00', '1.10'],
    [8336, '00000', '08336'],
    [0.1 + 0.2, undefined, '0.3'],
    [1234567.891, '#,##0.00 "€"', '1234567.89'],
    [0.2512, '0%', '25%'],
    [0.07, '0.0 %', '7.0%'],
    [1.005, '0.00', '1.01'],
    [-0.001, '0.00', '0.00'],
    [-1.5, '#,##0.00;[Red]-#,##0.00', '-1.50'],
    [5, '0 "T€"', '5'],
    [123456789012, '0', '123456789012'],
    [1e21, '0', '1e+21'],
    [2024, '"Jahr "0', '2024'],
    [3, '[$€-407] #,##0', '3'],
  ]
  const sheet = await firstSheet(
    await office((_, sheet) => {
      for (const [index, [value, format]] of cases.entries()) {
        sheet.getCell(index + 1, 1).value = value
        if (format) sheet.getCell(index + 1, 1).numFmt = format
      }
    }),
  )
  for (const [index, [value, format, text]] of cases.entries()) {
    const cell = cellAt(sheet, index, 0)
    assert.deepEqual([cell.kind, cell.number, cell.format, cell.text], ['number', value, format, text])
  }
})

test('a key too long for a number stays as it is spelled', async () => {
  const sheet = await firstSheet(
    workbookOf({ sheet: '<sheetData><row><c><v>12345678901234567890</v></c></row></sheetData>' }),
  )
  assert.equal(cellAt(sheet, 0, 0).text, '12345678901234567890')
})

test('a date is the day that the sheet shows, in every time zone', async () => {
  const zone = process.env['TZ']
  try {
    for (const timeZone of ['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env['TZ'] = timeZone
      const sheet = await firstSheet(
        workbookOf({
          styles: '<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>',
          sheet: `<sheetData><row>
            <c s="1"><v>46082</v></c><c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c>
            <c s="2"><v>46082.999994</v></c><c s="2"><v>46082.604166666664</v></c><c t="d"><v>2026-03-29T00:00:00</v></c>
          </row></sheetData>`,
        }),
      )
      assert.deepEqual(
        sheet.rows[0]?.map(({ date }) => date),
        ['2026-03-01', '1900-01-01', '1900-02-28', '1900-03-01', '2026-03-01', '2026-03-01', '2026-03-29'],
      )
      assert.equal(cellAt(sheet, 0, 5).text, '2026-03-01 14:30')
    }
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})

test('a workbook from an old Macintosh counts its days from 1904', async () => {
  const sheet = await firstSheet(
    await office((workbook, sheet) => {
      workbook.properties.date1904 = true
      sheet.getCell('A1').value = 44620
      sheet.getCell('A1').numFmt = 'dd.mm.yyyy'
      sheet.getCell('A2').value = 0
      sheet.getCell('A2').numFmt = 'dd.mm.yyyy'
    }),
  )
  assert.deepEqual([at(sheet, 'A1').date, at(sheet, 'A2').date], ['2026-03-01', '1904-01-01'])
})

test('a date shown as a month or a year says no more than that', async () => {
  const formats = {
    yyyy: '2026',
    'mm.yyyy': '2026-03',
    'TT.MM.JJJJ': '2026-03-01',
    '[$-407]d. mmmm yyyy': '2026-03-01',
  }
  const sheet = await firstSheet(
    await office((_, sheet) => {
      for (const [index, format] of Object.keys(formats).entries()) {
        sheet.getCell(index + 1, 1).value = 46082
        sheet.getCell(index + 1, 1).numFmt = format
      }
      sheet.getCell('A5').value = 0.604166666666667
      sheet.getCell('A5').numFmt = 'hh:mm'
      sheet.getCell('A6').value = 1.5
      sheet.getCell('A6').numFmt = '[h]:mm'
    }),
  )
  assert.deepEqual(
    sheet.rows.map(([cell]) => cell?.text),
    [...Object.values(formats), '14:30', '36:00'],
  )
  assert.deepEqual(
    sheet.rows.map(([cell]) => cell?.kind),
    ['date', 'date', 'date', 'date', 'text', 'text'],
  )
})
