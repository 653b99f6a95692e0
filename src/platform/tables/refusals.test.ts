import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWorkbook } from './read-workbook.ts'
import { workbookOf, zipOf } from './testing-zip.ts'
import { defaultLimits, type ReadLimits } from './workbook.ts'
import { writeXlsx } from './write-xlsx.ts'

async function problemOf(bytes: Uint8Array, limits?: Partial<ReadLimits>) {
  const result = await readWorkbook(bytes, 'plan.xlsx', { ...defaultLimits, ...limits })
  return result.ok ? undefined : result.problem
}
const filled = (rows: number) =>
  `<sheetData>${Array.from({ length: rows }, (_, index) => `<row><c><v>${index}</v></c></row>`).join('')}</sheetData>`
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from(`${stream}\0`, 'utf16le')])

test('a file over 10 MB is refused by its size, before anything is read', async () => {
  assert.deepEqual(await problemOf(new Uint8Array(10_000_001)), {
    code: 'too-large',
    detail: { bytes: 10_000_001, limit: 10_000_000 },
  })
})

test('10 MB of text is still read', async () => {
  const csv = Buffer.from(`Titel;Feld\n${'Sprachcafé im Stadtteil;Sprache und Bildung\n'.repeat(220_000)}`).subarray(
    0,
    9_999_990,
  )
  assert.deepEqual(await problemOf(csv), { code: 'too-many-rows', detail: { sheet: 'plan', limit: 100_000 } })
  assert.equal(await problemOf(csv, { rows: 300_000 }), undefined)
})

test('a zip bomb is refused from its directory', async () => {
  const bomb = workbookOf({ sheet: filled(1) }, [{ name: 'xl/media/image1.bin', content: new Uint8Array(30_000_000) }])
  assert.ok(bomb.length < 60_000)
  const problem = await problemOf(bomb)
  assert.equal(problem?.code, 'zip-bomb')
  assert.equal(problem.detail.reason, 'ratio')

  const claims = 250_000_000
  const total = await problemOf(workbookOf({ sheet: filled(1) }, [{ name: 'a.bin', content: 'a', claims }]))
  assert.equal(total?.code, 'zip-bomb')
  assert.equal(total.detail.reason, 'total')
})

test('a zip bomb that lies about its size is stopped while it unpacks', async () => {
  const bomb = zipOf([
    { name: 'xl/workbook.xml', content: `<workbook>${' '.repeat(5_000_000)}</workbook>`, claims: 100 },
  ])
  const problem = await problemOf(bomb)
  assert.equal(problem?.code, 'zip-bomb')
  assert.equal(problem.detail.reason, 'understated')
  assert.ok(problem.detail.found <= 64 * 1024)
})

test('an archive of very many files is refused', async () => {
  const files = Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}`, content: '' }))
  const problem = await problemOf(zipOf(files))
  assert.deepEqual(problem, { code: 'zip-bomb', detail: { reason: 'entries', found: 2_001, limit: 2_000 } })
})

test('a sheet beyond the limits is refused with its name', async () => {
  const ten = workbookOf({ sheet: filled(10) })
  assert.deepEqual(await problemOf(ten, { rows: 9 }), {
    code: 'too-many-rows',
    detail: { sheet: 'Tabelle1', limit: 9 },
  })
  assert.equal(await problemOf(ten, { rows: 10 }), undefined)
  assert.equal((await problemOf(ten, { cells: 9 }))?.code, 'too-many-cells')
  const wide = workbookOf({ sheet: '<sheetData><row><c r="SH1"><v>1</v></c></row></sheetData>' })
  assert.deepEqual(await problemOf(wide), { code: 'too-many-columns', detail: { sheet: 'Tabelle1', limit: 500 } })
  const merges = '<mergeCells><mergeCell ref="A1:A10"/><mergeCell ref="A1:A10"/></mergeCells>'
  assert.equal((await problemOf(workbookOf({ sheet: filled(10) + merges }), { cells: 15 }))?.code, 'too-many-cells')
})

test('a file with a password and one of the old kind are named as such', async () => {
  assert.deepEqual(await problemOf(compound('EncryptedPackage')), { code: 'encrypted', detail: {} })
  assert.deepEqual(await problemOf(compound('Workbook')), { code: 'old-xls', detail: {} })
  assert.deepEqual(await problemOf(compound('WordDocument')), { code: 'not-a-workbook', detail: { found: 'word' } })
  const locked = zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>', encrypted: true }])
  assert.deepEqual(await problemOf(locked), { code: 'encrypted', detail: {} })
})

test('other files are named', async () => {
  const text = (start: string) => Buffer.from(start)
  const cases: [string, Uint8Array][] = [
    ['pdf', text('%PDF-1.7')],
    ['image', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['html', text('\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')],
    ['xml', text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">')],
    ['rtf', text('{\\rtf1\\ansi')],
    ['unknown', Buffer.from(Array.from({ length: 600 }, (_, index) => index % 256))],
    ['word', zipOf([{ name: 'word/other.xml', content: '<document/>' }])],
    ['binary-workbook', zipOf([{ name: 'xl/workbook.bin', content: 'x' }])],
    [
      'open-document',
      zipOf([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '<x/>' },
      ]),
    ],
    ['zip', zipOf([{ name: 'brief.txt', content: 'Hallo' }])],
  ]
  for (const [found, bytes] of cases) {
    assert.deepEqual(await problemOf(bytes), { code: 'not-a-workbook', detail: { found } })
  }
})

test('a text table may begin with PK', async () => {
  assert.equal(await problemOf(Buffer.from('PKW;Anzahl\nDienst;3\n')), undefined)
})

test('a file cut off anywhere, or with one wrong byte, is broken and never half read', async () => {
  const columns = [{ key: 'title', title: 'Titel', kind: 'text' as const }]
  const rows = Array.from({ length: 200 }, (_, index) => ({ title: `Maßnahme ${index * 7919}` }))
  const whole = await writeXlsx([{ name: 'Maßnahmen', columns, rows }])
  assert.equal(await problemOf(whole), undefined)
  for (const share of [0.1, 0.5, 0.9, 0.999]) {
    assert.equal((await problemOf(whole.slice(0, Math.floor(whole.length * share))))?.code, 'broken', String(share))
  }
  const sheet = workbookOf({ sheet: filled(500) })
  const start = Buffer.from(sheet).indexOf('xl/worksheets/sheet1.xml') + 24
  for (let at = start; at < start + 300; at += 7) {
    const damaged = sheet.slice()
    damaged[at] = (damaged[at] ?? 0) ^ 0x55
    const problem = await problemOf(damaged)
    assert.ok(problem?.code === 'broken' || problem?.code === 'zip-bomb', `byte ${at}: ${problem?.code}`)
  }
})

test('XML that is none, or that defines entities, is broken', async () => {
  assert.equal((await problemOf(workbookOf({ sheet: '<sheetData><row></sheetData>' })))?.code, 'broken')
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook><sheets>&b;</sheets></workbook>'
  assert.equal((await problemOf(zipOf([{ name: 'xl/workbook.xml', content: entities }])))?.code, 'broken')
})

test('nothing in it is said as such', async () => {
  const empty = { code: 'empty', detail: {} }
  assert.deepEqual(await problemOf(new Uint8Array()), empty)
  assert.deepEqual(await problemOf(Buffer.from('\uFEFF\r\n;;\r\n')), empty)
  assert.deepEqual(await problemOf(workbookOf({ sheet: '<sheetData><row><c/></row></sheetData>' })), empty)
})
