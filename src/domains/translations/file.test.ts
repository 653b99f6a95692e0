import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellAt } from '#platform/tables/workbook.ts'
import { readWorkbook } from '#platform/tables/read-workbook.ts'
import { writeXlsx } from '#platform/tables/write-xlsx.ts'
import { hashOf } from '#values/local-text.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { german, measure, storedOf, versionOf } from './testing.ts'

const languages = ['de', 'tr', 'ar']
const headings = ['key', 'kind', 'label', 'field', 'german', 'text', 'state'] as const
type Row = Record<(typeof headings)[number], string>

/** The file of a language, as its office would open it. */
async function fileOf(office: Office, language = 'tr'): Promise<Row[]> {
  const answer = await office.get(`sprachen.xlsx?zielsprache=${language}&sprache=de`)
  assert.equal(answer.status, 200)
  const read = await readWorkbook(answer.bytes, 'texte.xlsx')
  assert.ok(read.ok)
  const [sheet] = read.sheets
  assert.ok(sheet)
  return sheet.rows
    .slice(1)
    .map(
      (_, at) => Object.fromEntries(headings.map((name, column) => [name, cellAt(sheet, at + 1, column).text])) as Row,
    )
}

async function sendBack(office: Office, rows: readonly Row[]) {
  const columns = headings.map((key) => ({ key, title: key, kind: 'text' as const }))
  const bytes = await writeXlsx([{ name: 'Texte', columns, rows }], { title: 'Texte', date: '2026-11-24' })
  return office.upload('sprachen/einlesen?sprache=de', { name: 'zurück.xlsx', bytes })
}

const translate = (rows: readonly Row[], texts: Record<string, string>) =>
  rows.map((row) => ({ ...row, text: texts[row.german] ?? row.text }))

test('a file leaves with every public text and its state, and comes back with the translations', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  await measure(office, { number: '1.2', title: 'Ein Entwurf' }, false)
  await versionOf(office, id, { language: 'tr', field: 'description', text: 'Eski', from: 'Ein älterer Text' })
  const rows = await fileOf(office)
  assert.deepEqual(
    rows.map((row) => [row.kind, row.field, row.german, row.text, row.state]),
    [
      ['Teilhabeplan', 'Titel', 'Teilhabeplan', '', 'fehlt'],
      ['Maßnahme', 'Titel', german.title, '', 'fehlt'],
      ['Maßnahme', 'Beschreibung', german.description, 'Eski', 'veraltet'],
    ],
  )
  const answer = await sendBack(
    office,
    translate(rows, { [german.title]: '=Dil kafesi', [german.description]: 'Yeni' }),
  )
  assert.equal(answer.status, 200)
  assert.match(answer.text, /<dt>übernommen<\/dt><dd>2<\/dd>/)
  const stored = await storedOf(office, id)
  assert.equal(stored.get('title.tr')?.text, '=Dil kafesi')
  assert.equal(stored.get('description.tr')?.sourceHash, hashOf(german.description))
  assert.ok(stored.get('description.tr')?.confirmedAt)
  // Both texts are one entry of the measure's history.
  assert.match((await office.get(`verlauf/measure/${id}?sprache=de`)).text, /Titel \(Türkçe\)/)
  const again = await sendBack(office, translate(await fileOf(office), {}))
  assert.match(again.text, /<dt>unverändert<\/dt><dd>2<\/dd>/)
})

test('a row whose German was changed meanwhile is taken, but stays outdated', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  const rows = translate(await fileOf(office), { [german.title]: 'Dil kafesi' })
  await office.db.updateTable('measure').set({ title: 'Sprachcafé im Norden' }).where('id', '=', id).execute()
  const answer = await sendBack(office, rows)
  assert.match(answer.text, /gilt aber als veraltet/)
  assert.equal((await storedOf(office, id)).get('title.tr')?.sourceHash, hashOf(german.title))
  assert.match((await office.get('sprachen?sprache=de&stand=veraltet')).text, /1 Text ist offen/)
})

test('what somebody translated while the file was away stays', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  const rows = translate(await fileOf(office), { [german.title]: 'Dil kafesi' })
  await versionOf(office, id, { language: 'tr', text: 'Konuşma kahvesi' })
  const answer = await sendBack(office, rows)
  assert.match(answer.text, /Jemand hat inzwischen/)
  assert.equal((await storedOf(office, id)).get('title.tr')?.text, 'Konuşma kahvesi')
})

test('rows of other municipalities, of drafts and without a key change nothing and are named', async () => {
  await using office = await openOffice({ languages })
  const draft = await measure(office, { number: '1.2' }, false)
  const [row] = await fileOf(office)
  assert.ok(row)
  const foreign = [
    { ...row, key: `measure/${draft}/title/tr/`, text: 'Taslak' },
    { ...row, key: 'measure/999999/title/tr/', text: 'Yok' },
    { ...row, key: 'kaputt', text: 'Yok' },
  ]
  const answer = await sendBack(office, [row, ...foreign])
  assert.match(answer.text, /<dt>nicht übernommen<\/dt><dd>3<\/dd>/)
  assert.match(answer.text, /In einer Zeile fehlt der Schlüssel; davon wurde nichts übernommen: 5\./)
  assert.equal((await storedOf(office, draft)).size, 0)
})

test('what is no file of ours is refused in words', async () => {
  await using office = await openOffice({ languages })
  const send = (text: string, name = 'liste.csv') =>
    office.upload('sprachen/einlesen?sprache=de', { name, bytes: new TextEncoder().encode(text) })
  for (const [text, says] of [
    ['', /Wählen Sie zuerst eine Datei/],
    ['Nr;Titel\n1;Sprachcafé', /Spalte mit den Schlüsseln/],
    ['%PDF-1.7', /lässt sich nicht lesen/],
  ] as const) {
    const answer = await send(text)
    assert.equal(answer.status, 422)
    assert.match(answer.text, says)
  }
})

test('the file is made and read with as many statements at thirty texts as at three', async () => {
  await using office = await openOffice({ languages })
  for (let n = 1; n <= 3; n++) await measure(office, { number: `1.${n}`, title: `Titel ${n}` })
  await fileOf(office)
  const few = office.statements()
  for (let n = 4; n <= 30; n++) await measure(office, { number: `1.${n}`, title: `Titel ${n}` })
  await fileOf(office)
  assert.equal(office.statements(), few)
  assert.ok(few <= 4, String(few))
})
