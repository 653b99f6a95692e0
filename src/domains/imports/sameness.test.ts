import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayBeTheSame } from './model/sameness.ts'
import { csv, fieldsOf, importRows, ledTo, measuresIn, openOffice } from './testing.ts'

const alike: [string, string][] = [
  ['Sprachbrücke e. V.', 'Sprachbrücke'],
  ['Sprachbrücke e.V.', 'Verein Sprachbruecke'],
  ['Caritasverband Musterkreis e.V.', 'Caritas Musterkreis'],
  ['Integra gGmbH', 'INTEGRA'],
  ['Freundeskreis Asyl', 'Freundeskries Asyl'],
  ['Volkshochschule Musterstadt', 'Volkshochschlue Musterstadt'],
  ['Haus der Begegnung', 'Haus Begegnung'],
  ['Amt für Jugend, Familie und Soziales', 'Amt fuer Jugend, Familie und Soziales'],
  ['Café Miteinander', 'Cafe Miteinander'],
]
const different: [string, string][] = [
  ['Caritasverband Nord', 'Caritasverband Süd'],
  ['AWO Kreisverband Musterkreis', 'AWO Ortsverein Musterkreis'],
  ['Diakonie Musterkreis', 'Diakonie Musterkreis und Umgebung'],
  ['1. FC Musterstadt', '2. FC Musterstadt'],
  ['Grundschule Ost', 'Grundschule West'],
  ['Türkischer Kulturverein', 'Tunesischer Kulturverein'],
  ['Amt für Jugend, Familie und Soziales', 'Amt für Jugend'],
  ['e. V.', 'GmbH'],
  ['Weil', 'Wehr'],
]

for (const [a, b] of alike) {
  test(`„${a}“ and „${b}“ may be one`, () => assert.ok(mayBeTheSame(a, b) && mayBeTheSame(b, a)))
}
for (const [a, b] of different) {
  test(`„${a}“ and „${b}“ are two`, () => assert.ok(!mayBeTheSame(a, b) && !mayBeTheSame(b, a)))
}

test('an actor that is called nearly so is proposed with yes or no, and is its own until somebody says yes', async () => {
  await using office = await openOffice()
  await importRows(office, ['Name', 'Sprachbrücke e. V.'], { what: 'actors' })
  const list = csv('Name;Ort', 'Verein Sprachbruecke;Musterstadt', 'Ganz anders;Musterstadt')
  let path = ledTo(office, await office.upload('einlesen', { ...list, fields: { what: 'actors' } }))
  while (!path.endsWith('/werte'))
    path = ledTo(office, await office.post(path, fieldsOf((await office.get(path)).text)))
  const page = await office.get(path)
  assert.match(page.text, /Ist es dasselbe\?/)
  assert.match(page.text, /ja: „Sprachbrücke e\. V\.“/)
  assert.doesNotMatch(page.text, /<bdi>Ganz anders/)
  const fields = fieldsOf(page.text)
  assert.equal(fields['v.same.0'], '-')
  const actor = await office.db.selectFrom('actor').select('id').executeTakeFirstOrThrow()
  const preview = ledTo(office, await office.post(path, { ...fields, 'v.same.0': `actor.${actor.id}` }))
  ledTo(office, await office.post(preview, fieldsOf((await office.get(preview)).text)))
  const actors = await office.db.selectFrom('actor').select(['name', 'place']).orderBy('id').execute()
  assert.deepEqual(
    actors.map(({ place }) => place),
    ['Musterstadt', 'Musterstadt'],
  )
})

test('without a word nothing is merged, and the terminal says what looks the same', async () => {
  await using office = await openOffice()
  await importRows(office, ['Name', 'Sprachbrücke e. V.'], { what: 'actors' })
  const { created, lines } = await importRows(office, ['Name', 'Sprachbruecke'], { what: 'actors' })
  assert.equal(created['actors'], 1)
  assert.match(lines.join('\n'), /Sprachbrücke e\. V\./)
})

test('a measure with a slip in its title is proposed; with a number of its own it is not', async () => {
  await using office = await openOffice()
  await importRows(office, ['Nr.;Titel', '1.1;Sprachcafé am Markt'])
  const [measure] = await measuresIn(office)
  const map = { values: { same: { 'Sprachcafe am Makrt': `measure.${measure?.id}` } } }
  const { updated } = await importRows(office, ['Titel;Stand', 'Sprachcafe am Makrt;läuft'], { map })
  assert.deepEqual(updated, { measures: 1 })
  assert.deepEqual(
    (await measuresIn(office)).map(({ id, number, state }) => [id, number, state]),
    [[measure?.id, '1.1', 'RUNNING']],
  )
})
