import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv, fieldsOf, ledTo, measuresIn, openOffice, toPreview } from './testing.ts'

const list = csv(
  'Maßnahmen des Kreises;;;;;',
  'Nr.;Maßnahme;Handlungsfeld;Träger;Stand;Kosten 2026',
  '1.1;Sprachcafé;Sprache;Amt für Migration;läuft;1.200,50 €',
  '1.2;Lesepaten;Sprache;Caritas e.V.;geplant;ca. 5 T€',
  '2.1;Mietlotsen;Wohnen;Amt für Migration;irgendwie;',
)

test('an officer brings her list into the plan, step by step, and every new measure is a draft', async () => {
  await using office = await openOffice({ role: 'officer' })
  const table = ledTo(office, await office.upload('einlesen', list))
  const first = await office.get(table)
  assert.match(first.text, /Schritt 1 von 4/)
  assert.equal(fieldsOf(first.text)['headerRow'], '2')

  const columns = ledTo(office, await office.post(table, fieldsOf(first.text)))
  const second = await office.get(columns)
  const mapped = fieldsOf(second.text)
  assert.deepEqual(
    ['A', 'B', 'C', 'D', 'E', 'F'].map((letters) => mapped[`c.${letters}`]),
    ['number', 'title', 'actionField', 'lead', 'state', 'material'],
  )
  assert.equal(mapped['y.F'], '2026')

  const values = ledTo(office, await office.post(columns, mapped))
  const third = await office.get(values)
  const meanings = fieldsOf(third.text)
  assert.deepEqual(
    [0, 1, 2].map((place) => meanings[`v.state.${place}`]),
    ['RUNNING', 'NOT_STARTED', ''],
  )
  assert.deepEqual([meanings['v.lead.0'], meanings['v.lead.1']], ['new.org-unit', 'new.actor'])
  const refused = await office.post(values, meanings)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Was bedeutet „irgendwie“\?/)
  assert.equal(fieldsOf(refused.text)['v.lead.1'], 'new.actor')

  const preview = ledTo(office, await office.post(values, { ...meanings, 'v.state.2': 'IN_PREPARATION' }))
  const fourth = await office.get(preview)
  assert.match(fourth.text, /3 Maßnahmen einlesen/)
  assert.match(fourth.text, /2 Handlungsfelder, 1 Amt, 1 Akteur/)
  assert.equal((await measuresIn(office)).length, 0)

  const done = ledTo(office, await office.post(preview, {}))
  const result = await office.get(done)
  assert.match(result.text, /Die Datei ist eingelesen/)
  const measures = await measuresIn(office)
  assert.deepEqual(
    measures.map(({ number, title, state, publishedAt }) => [number, title, state, publishedAt]),
    [
      ['1.1', 'Sprachcafé', 'RUNNING', null],
      ['1.2', 'Lesepaten', 'NOT_STARTED', null],
      ['2.1', 'Mietlotsen', 'IN_PREPARATION', null],
    ],
  )
  const fields = await office.db.selectFrom('actionField').select(['code', 'title']).orderBy('code').execute()
  assert.deepEqual(fields, [
    { code: '1', title: 'Sprache' },
    { code: '2', title: 'Wohnen' },
  ])
  const money = await office.db.selectFrom('measureResource').select(['materialCents', 'note']).orderBy('id').execute()
  assert.deepEqual(money, [
    { materialCents: 120_050, note: null },
    { materialCents: 500_000, note: 'ca. 5 T€' },
  ])
  const entries = await office.db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'measure')
    .select(['act', 'accountId', 'importId'])
    .execute()
  const importId = Number(/\d+/.exec(done)?.[0])
  const entry = { act: 'created', accountId: office.accountId, importId }
  assert.deepEqual(entries, [entry, entry, entry])
  assert.match((await office.get('einlesen')).text, /plan\.csv[^]*3 neu, 0 geändert/)
  const { sheets } = await office.db.selectFrom('importRun').select('sheets').executeTakeFirstOrThrow()
  assert.deepEqual(sheets, [], 'the copy of the file is gone when it is in the plan')
})

test('going back keeps what was decided, and another heading row begins anew', async () => {
  await using office = await openOffice({ role: 'officer' })
  const table = ledTo(office, await office.upload('einlesen', list))
  const columns = ledTo(office, await office.post(table, fieldsOf((await office.get(table)).text)))
  const mapped = { ...fieldsOf((await office.get(columns)).text), 'c.D': 'partners' }
  await office.post(columns, mapped)
  await office.post(table, fieldsOf((await office.get(table)).text))
  assert.equal(fieldsOf((await office.get(columns)).text)['c.D'], 'partners')
  await office.post(table, { sheet: '0', headerRow: '3' })
  assert.equal(fieldsOf((await office.get(columns)).text)['c.D'], '')
  const wrong = await office.post(table, { sheet: '0', headerRow: '99' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /von 1 bis 5/)
  assert.equal(fieldsOf(wrong.text)['headerRow'], '99')
})

test('a column without a year, a doubled field and a missing title are said all at once, and nothing typed is lost', async () => {
  await using office = await openOffice({ role: 'officer' })
  const table = ledTo(office, await office.upload('einlesen', list))
  const columns = ledTo(office, await office.post(table, fieldsOf((await office.get(table)).text)))
  const typed = { ...fieldsOf((await office.get(columns)).text), 'c.B': 'state', 'y.F': '26' }
  const refused = await office.post(columns, typed)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Ordnen Sie eine Spalte dem Titel zu/)
  assert.match(refused.text, /Spalte F: Zu welchem Jahr gehört/)
  assert.match(refused.text, /Spalte E: „Stand der Umsetzung“ ist schon/)
  assert.deepEqual([fieldsOf(refused.text)['c.B'], fieldsOf(refused.text)['y.F']], ['state', '26'])
})

test('a file with a problem changes nothing and says where it is; the other rows can be read in alone', async () => {
  await using office = await openOffice({ role: 'officer' })
  const preview = await toPreview(office, csv('Nr.;Titel;Beginn', '1.1;Gut;2026', '1.2;Schlecht;31.02.2026'))
  const page = await office.get(preview)
  assert.match(page.text, /Zeile 3, Spalte C:<\/strong> Den Tag „31\.02\.2026“ gibt es nicht/)
  const refused = await office.post(preview, {})
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Der Plan ist unverändert/)
  assert.equal((await measuresIn(office)).length, 0)
  ledTo(office, await office.post(preview, { leaveOutProblems: 'on' }))
  assert.deepEqual(
    (await measuresIn(office)).map(({ title }) => title),
    ['Gut'],
  )
})

test('a file that somebody began is offered again, and can be thrown away', async () => {
  await using office = await openOffice({ role: 'officer' })
  const table = ledTo(office, await office.upload('einlesen', list))
  const again = ledTo(office, await office.upload('einlesen', list))
  assert.equal(ledTo(office, await office.get(again)), table)
  ledTo(office, await office.post(table.replace('tabelle', 'verwerfen'), {}))
  assert.equal((await office.get(table)).status, 404)
  assert.notEqual(ledTo(office, await office.upload('einlesen', list)), table)
})

test('a finished import is not begun again by its old pages', async () => {
  await using office = await openOffice({ role: 'officer' })
  const preview = await toPreview(office, csv('Nr.;Titel', '1.1;Sprachcafé'))
  const done = ledTo(office, await office.post(preview, {}))
  assert.equal(ledTo(office, await office.get(preview)), done)
  assert.equal(ledTo(office, await office.post(preview, {})), done)
  assert.equal((await measuresIn(office)).length, 1)
})

test('who may not import, and who may only edit what they lead, are turned away', async () => {
  await using office = await openOffice({ role: 'officer' })
  const table = ledTo(office, await office.upload('einlesen', list))
  for (const role of ['working-group-lead', 'actor-editor', 'reader'] as const) {
    await office.as(role)
    assert.equal((await office.get('einlesen')).status, 403)
    assert.equal((await office.upload('einlesen', list)).status, 403)
    assert.equal((await office.get(table)).status, 403)
  }
  await office.as('officer', { onlyLed: true })
  assert.equal((await office.upload('einlesen', list)).status, 403)
  await office.as(null)
  assert.notEqual((await office.get(table)).status, 200)
  await using other = await openOffice({ role: 'officer' })
  assert.equal((await other.get(table)).status, 404)
})

test('the number of statements of the preview and of reading in does not grow with the rows', async () => {
  await using office = await openOffice({ role: 'officer' })
  const counts: number[][] = []
  for (const many of [3, 30]) {
    const rows = Array.from(
      { length: many },
      (_, place) => `${many}.${place};Maßnahme ${many} ${place};läuft;${place},50`,
    )
    const preview = await toPreview(office, csv('Nr.;Titel;Stand;Kosten 2026', ...rows))
    await office.get(preview)
    const shown = office.statements()
    await office.post(preview, {})
    counts.push([shown, office.statements()])
  }
  assert.deepEqual(counts[0], counts[1])
  assert.ok((counts[0]?.[0] ?? 99) <= 10, String(counts))
})

test('every page of the wizard speaks Arabic and English without German words of ours', async () => {
  await using office = await openOffice({ role: 'officer' })
  const preview = await toPreview(office, csv('Number;Title', '1.1;Language café'))
  for (const path of [
    'einlesen',
    preview,
    preview.replace('vorschau', 'spalten'),
    preview.replace('vorschau', 'tabelle'),
  ]) {
    for (const language of ['en', 'ar']) {
      const { text } = await office.get(`${path}?sprache=${language}`)
      const main = /<main[^]*<\/main>/.exec(text)?.[0] ?? ''
      assert.doesNotMatch(main, /Spalte|Zeile|Maßnahme|einlesen<|Weiter|Zurück/, `${path} ${language}`)
    }
  }
})
