import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubtAbout, isOffice } from './model/new-names.ts'
import { csv, fieldsOf, importRows, ledTo, measuresIn, openOffice, toPreview } from './testing.ts'

const withSums = [
  'Nr.;Maßnahme;Träger;Kosten 2026',
  '1.1;Sprachcafé;VHS;1.000',
  '1.2;Lesepaten;VHS;k. A.',
  ';Zwischensumme;;1.000',
  '2.1;Gesamtkonzept Wohnen;VHS;500,50 €',
  ';Summe Handlungsfeld 2;Kreis;500,50',
  ';Total général;;1.500,50',
]

test('a sum is no measure, is shown with the reason, and can be taken in after all', async () => {
  await using office = await openOffice({ role: 'officer' })
  const preview = await toPreview(office, csv(...withSums))
  const { text } = await office.get(preview)
  for (const said of [/Zeile 4: Summe „Zwischensumme“/, /Zeile 6: Summe „Summe Handlungsfeld 2“/, /Zeile 7: Summe/])
    assert.match(text, said)
  assert.match(text, /3 Maßnahmen einlesen/)
  assert.equal(ledTo(office, await office.post(preview, { takeIn: '7' })), preview)
  const taken = await office.get(preview)
  assert.match(taken.text, /4 Maßnahmen einlesen/)
  assert.doesNotMatch(taken.text, /Zeile 7: Summe/)
  ledTo(office, await office.post(preview, { leaveOut: '7' }))
  assert.match((await office.get(preview)).text, /Zeile 7: Summe/)
  ledTo(office, await office.post(preview, {}))
  assert.deepEqual(
    (await measuresIn(office)).map(({ title }) => title),
    ['Sprachcafé', 'Lesepaten', 'Gesamtkonzept Wohnen'],
  )
})

test('a row that is called a sum and says more than numbers, which do not add up, stays a measure', async () => {
  await using office = await openOffice()
  const rows = ['Nr.;Maßnahme;Träger;Kosten 2026', '1.1;Sprachcafé;VHS;1.000', '1.2;Gesamt neu denken;VHS;300']
  const { created } = await importRows(office, rows)
  assert.equal(created['measures'], 2)
})

test('an amount that is not there is said, row by row, and so is every column that is left behind', async () => {
  await using office = await openOffice({ role: 'officer' })
  const file = csv(
    'Nr.;Maßnahme;Kosten 2026;Montant € HT;Volet;Leer',
    '1.1;Sprachcafé;k. A.;1000;Axe 1;',
    '1.2;Lesepaten;-;25000;Axe 2;',
  )
  const table = ledTo(office, await office.upload('einlesen', file))
  const columns = ledTo(office, await office.post(table, fieldsOf((await office.get(table)).text)))
  const step = await office.get(columns)
  const preview = ledTo(office, await office.post(columns, fieldsOf(step.text)))
  const shown = await office.get(preview)
  assert.match(shown.text, /Zeile 2, Spalte C:<\/strong> „k\. A\.“ nennt keinen Betrag/)
  assert.doesNotMatch(shown.text, /Zeile 3, Spalte C/)
  for (const { text } of [step, shown]) {
    assert.match(text, /Spalte D/)
    assert.match(text, /Montant € HT[^]*1000 · 25000/)
    assert.match(text, /Volet[^]*Axe 1 · Axe 2/)
    assert.match(text, /2 Spalten mit Inhalt/)
  }
})

test('a wrong cell is put right in the preview, and everything else stays', async () => {
  await using office = await openOffice({ role: 'officer' })
  const file = csv('Nr.;Maßnahme;Beginn', '1.1;Gut;2026', '1.2;Datum;31.02.2026', '1.3;;2027')
  const preview = await toPreview(office, file)
  const page = await office.get(preview)
  assert.match(page.text, /Mit der einen fehlerfreien einlesen, 2 Zeilen weglassen/)
  assert.match(page.text, /name="cell\.C3" value="31\.02\.2026"|value="31\.02\.2026"[^>]*name="cell\.C3"/)
  assert.equal(ledTo(office, await office.post(preview, { 'cell.C3': '28.02.2026' })), preview)
  assert.match((await office.get(preview)).text, /Mit den 2 fehlerfreien einlesen, eine Zeile weglassen/)
  await office.post(preview, { 'cell.B4': 'Titel nachgetragen' })
  assert.match((await office.get(preview)).text, /3 Maßnahmen einlesen/)
  ledTo(office, await office.post(preview, {}))
  const measures = await measuresIn(office)
  assert.deepEqual(
    measures.map(({ title, periodFrom }) => [title, periodFrom?.value]),
    [
      ['Gut', '2026'],
      ['Datum', '2026-02-28'],
      ['Titel nachgetragen', '2027'],
    ],
  )
})

test('the rows that are left out stand beside the button, with what they are called', async () => {
  await using office = await openOffice({ role: 'officer' })
  const preview = await toPreview(office, csv('Nr.;Maßnahme;Beginn', '1.1;Gut;2026', '1.2;Berufslotsen;31.02.2026'))
  const { text } = await office.get(preview)
  assert.match(text, /Weggelassen würden:[^]*Zeile 3[^]*Berufslotsen/)
  const [, name, value] = /<button[^>]*name="(\w+)" value="(\w+)"[^>]*>[^]{0,80}Mit der einen/.exec(text) ?? []
  ledTo(office, await office.post(preview, { [name ?? '']: value ?? '' }))
  assert.equal((await measuresIn(office)).length, 1)
})

test('units, actors, words for many and several names are told apart', () => {
  const offices = [
    ...['Jugendamt', 'Wirtschaftsförderung', 'Ausländerbehörde', 'Stabsstelle Integration', 'Dezernat III'],
    ...['Fachbereich Soziales', 'Amt für Jugend, Familie und Soziales', 'Ämter'],
  ]
  for (const name of offices) assert.equal(isOffice(name), true, name)
  for (const name of ['VHS Tuttlingen', 'Caritas', 'Jobcenter', 'Bundesamt für Migration', 'Sprachförderung e.V.'])
    assert.equal(isOffice(name), false, name)
  for (const name of ['Kitas', 'Kommunen', 'Vereine', 'Alle', 'Kirchen', 'diverse Träger'])
    assert.equal(doubtAbout(name, ['org-unit', 'actor']), 'collective', name)
  assert.equal(doubtAbout('Alle', ['target-group']), 'collective')
  assert.equal(doubtAbout('Frauen', ['target-group']), undefined)
  assert.equal(doubtAbout('IHK, Handwerkskammer', ['org-unit', 'actor']), 'several')
  assert.equal(doubtAbout('Amt für Jugend, Familie und Soziales', ['org-unit', 'actor']), undefined)
  assert.equal(doubtAbout('Caritas', ['org-unit', 'actor']), undefined)
})

test('words for many are not created by themselves, and one value is parted at its commas', async () => {
  await using office = await openOffice({ role: 'officer' })
  const file = csv(
    'Nr.;Maßnahme;Beteiligte;Zielgruppe',
    '1.1;Sprachcafé;IHK, Handwerkskammer;Frauen',
    '1.2;Lesepaten;Kitas;Alle',
    '1.3;Elterncafé;Amt für Jugend, Familie und Soziales;Frauen',
  )
  let path = ledTo(office, await office.upload('einlesen', file))
  while (!path.endsWith('/werte'))
    path = ledTo(office, await office.post(path, fieldsOf((await office.get(path)).text)))
  const page = await office.get(path)
  assert.match(page.text, /„Kitas“ steht für viele/)
  assert.match(page.text, /In mehrere Namen trennen/)
  const typed = fieldsOf(page.text)
  assert.deepEqual(
    ['v.partners.0', 'v.partners.1', 'v.partners.2', 'v.targetGroups.1'].map((name) => typed[name]),
    ['-', '-', 'new.org-unit', '-'],
  )
  const parted = ledTo(office, await office.post(path, { ...typed, 'parted.partners': 'IHK, Handwerkskammer' }))
  assert.equal(parted, path)
  const again = fieldsOf((await office.get(path)).text)
  const values = Object.entries(again).filter(([name]) => name.startsWith('w.partners'))
  assert.deepEqual(
    values.map(([, value]) => value),
    ['IHK', 'Handwerkskammer', 'Kitas', 'Amt für Jugend, Familie und Soziales'],
  )
  const preview = ledTo(office, await office.post(path, again))
  ledTo(office, await office.post(preview, {}))
  const actors = await office.db.selectFrom('actor').select('name').orderBy('name').execute()
  assert.deepEqual(
    actors.map(({ name }) => name),
    ['Handwerkskammer', 'IHK'],
  )
})

test('the terminal says each unknown value once, with what it could mean and the file that solves it', async () => {
  await using office = await openOffice()
  const rows = ['Nr.;Maßnahme;Stand;Kosten 2026;Fremd', '1;A;0;1;x', '2;B;0;k. A.;y', '3;C;9;k. A.;x', ';Summe;;1;']
  const refused = await importRows(office, rows)
  assert.equal(refused.ok, false)
  const text = refused.lines.join('\n')
  assert.equal(text.match(/„0“/g)?.length, 1)
  assert.match(text, /Stand der Umsetzung: „0“ ist noch nicht zugeordnet \(2 Zeilen\)/)
  assert.match(text, /möglich sind: NOT_STARTED \(nicht begonnen\)|möglich sind: NOT_STARTED \([^)]+\), /)
  assert.match(text, /Zeile 3, Spalte D und eine weitere Zeile: „k\. A\.“ nennt keinen Betrag/)
  assert.match(text, /Zeile 5: Summe/)
  assert.match(text, /Spalte E „Fremd“: x · y/)
  assert.match(text, /^neu: nichts; geändert: nichts; unverändert: 0$/m)
  const map: unknown = JSON.parse(/^ {2}\{[^]*?^ {2}\}/m.exec(text)?.[0] ?? '')
  assert.deepEqual(map, { values: { state: { 0: '-', 9: '-' } } })
  const done = await importRows(office, rows, { map: { ...(map as object), takeIn: [5] } })
  assert.deepEqual([done.ok, done.lines[0]], [true, 'neu: 4 Maßnahmen; geändert: nichts; unverändert: 0'])
})

test('a file of objects is spoken about by the path of the object', async () => {
  await using office = await openOffice()
  const tree = [{ titel: 'Wohnen', beginn: '31.02.2026', children: [{ titel: 'Lotsen', beginn: '31.02.2026' }] }]
  const result = await importRows(office, [JSON.stringify({ data: tree })])
  assert.deepEqual(
    result.problems.map(({ row, cell }) => [row, cell]),
    [
      [1, '$.data[0].beginn'],
      [2, '$.data[0].children[0].beginn'],
    ],
  )
  assert.match(result.lines.join('\n'), /^\$\.data\[0\]\.beginn und eine weitere Zeile: Den Tag/m)
})
