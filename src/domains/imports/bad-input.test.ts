import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipOf } from '#platform/tables/testing-zip.ts'
import { csv, importRows, ledTo, measuresIn, openOffice, toPreview } from './testing.ts'

const windows1252 = (text: string) => Buffer.from(text, 'latin1')

/** One bad cell each, and what is said about it. */
const cells: [heading: string, cell: string, said: RegExp][] = [
  ['Titel', 'x'.repeat(10_000), /Das sind 10000 Zeichen, möglich sind 300|Das sind 10\.000 Zeichen, möglich sind 300/],
  ['Beginn', '31.02.2026', /Den Tag „31\.02\.2026“ gibt es nicht/],
  ['Beginn', '2026-02-31', /gibt es nicht/],
  ['Kosten 2026', '-5', /„-5“ ist negativ/],
  ['Kosten 2026', '−1.000 €', /ist negativ/],
  ['Kosten 2026', '99999999999999', /größer, als der Haushalt/],
  ['Stellen 2026', 'viele', /ist keine Zahl/],
  ['Fortschritt', '120', /nicht zwischen 0 und 100 Prozent/],
  ['Fortschritt', 'halb', /ist keine Zahl/],
  ['Leuchtturm', 'vielleicht', /weder ja noch nein/],
  ['Nr.', '1..2', /ist keine Nummer/],
  ['Nr.', '=1+1', /ist keine Nummer/],
  ['Stand', 'blau', /Was „blau“ bedeutet, ist noch nicht zugeordnet/],
  ['Interne Notiz', 'x'.repeat(4001), /möglich sind 4000|möglich sind 4\.000/],
  ['Laufzeit', '2026–2024', /Das Ende liegt vor dem Beginn/],
]
for (const [heading, cell, said] of cells) {
  test(`${heading} „${cell.slice(0, 20)}“ is refused at its cell, and nothing is written`, async () => {
    await using office = await openOffice()
    const columns = { 'Nr.': '1.1', Titel: 'Sprachcafé', [heading]: cell }
    const rows = ['Vorher;' + Object.keys(columns).join(';'), 'a;' + Object.values(columns).join(';')]
    const result = await importRows(office, rows)
    assert.equal(result.ok, false)
    const [problem] = result.problems
    assert.match(problem?.message ?? '', said)
    assert.equal(problem?.row, 2)
    const place = Object.keys(columns).indexOf(heading) + 1
    assert.equal(problem?.cell, `${'ABCDEF'[place]}2`)
    assert.deepEqual(await measuresIn(office), [])
  })
}

test('a row without a title is refused as a whole', async () => {
  await using office = await openOffice()
  const result = await importRows(office, ['Nr.;Titel;Stand', '1.1;Sprachcafé;läuft', '1.2;;läuft'])
  assert.deepEqual(
    result.problems.map(({ row, cell, message }) => [row, cell, message]),
    [[3, '', 'Der Titel fehlt. Tragen Sie ihn ein oder löschen Sie die Zeile.']],
  )
})

test('two rows with the same number are told apart by row, and 1.1 for 1.10 is explained', async () => {
  await using office = await openOffice()
  const result = await importRows(office, ['Nr.;Titel', '1.1;Eins', '1.2;Zwei', '1.1;Zehn'])
  assert.deepEqual(
    result.problems.map(({ row, cell }) => [row, cell]),
    [[4, 'A4']],
  )
  assert.match(result.problems[0]?.message ?? '', /steht schon in Zeile 2.*1\.10/)
})

test('what is not quite a date or an amount keeps its wording', async () => {
  await using office = await openOffice()
  const result = await importRows(office, [
    'Nr.;Titel;Beginn;Ende;Kosten 2026;Kosten 2027',
    '1.1;Sprachcafé;2022 ff.;nach Bedarf;kostenneutral;2,5 Mio. €',
  ])
  assert.deepEqual(result.problems, [])
  const [measure] = await measuresIn(office)
  assert.deepEqual(
    [measure?.periodFrom, measure?.periodTo],
    [
      { kind: 'text', value: '2022 ff.' },
      { kind: 'text', value: 'nach Bedarf' },
    ],
  )
  assert.equal(measure?.periodFromSort, '2022-01-01')
  const money = await office.db
    .selectFrom('measureResource')
    .select(['year', 'materialCents', 'note'])
    .orderBy('year')
    .execute()
  assert.deepEqual(money, [
    { year: 2026, materialCents: null, note: 'kostenneutral' },
    { year: 2027, materialCents: 250_000_000, note: null },
  ])
})

test('HTML in a list is text on every page, and formulas leave as text', async () => {
  await using office = await openOffice({ role: 'officer' })
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>'
  const preview = await toPreview(
    office,
    csv('Nr.;Titel;Handlungsfeld', `1.1;${evil};${evil}`, '1.2;=HYPERLINK("http://x");Feld'),
  )
  const done = ledTo(office, await office.post(preview, {}))
  for (const path of [done, 'einlesen', 'massnahmen']) {
    const { text } = await office.get(path)
    assert.doesNotMatch(text, /<script>alert|<img src=x/)
  }
  assert.match((await office.get('massnahmen.csv')).text, /'=HYPERLINK/)
  assert.deepEqual(
    (await measuresIn(office)).map(({ title }) => title),
    [evil, '=HYPERLINK("http://x")'],
  )
})

test('umlauts arrive from every encoding that Excel saves', async () => {
  const text = 'Nr.;Maßnahme;Stand\n1.1;Sprachcafé für Mütter;läuft'
  const files = [
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`),
    windows1252(text),
    Buffer.from(`\uFEFF${text}`, 'utf16le'),
  ]
  for (const bytes of files) {
    await using office = await openOffice({ role: 'officer' })
    const preview = await toPreview(office, { name: 'plan.csv', bytes })
    ledTo(office, await office.post(preview, {}))
    assert.deepEqual(
      (await measuresIn(office)).map(({ title, state }) => [title, state]),
      [['Sprachcafé für Mütter', 'RUNNING']],
    )
  }
})

test('commas and tabs part columns as well', async () => {
  for (const delimiter of [',', '\t']) {
    await using office = await openOffice()
    const rows = [
      ['Nr.', 'Titel', 'Stand'],
      ['1.1', 'Sprachcafé', 'läuft'],
    ].map((row) => row.join(delimiter))
    assert.deepEqual((await importRows(office, rows)).created, { measures: 1 })
  }
})

/** Files that are no list, with the status and what is said. */
const files: [name: string, bytes: Uint8Array, status: number, said: RegExp][] = [
  ['leer.csv', new Uint8Array(0), 422, /Wählen Sie eine Datei aus|steht nichts, das eine Liste ist/],
  ['plan.pdf', Buffer.from('%PDF-1.7 x'), 422, /sondern ein PDF/],
  [
    'plan.docx',
    zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
    422,
    /In diesem Word-Dokument steht keine Tabelle/,
  ],
  [
    'plan.xls',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook\0', 'utf16le')]),
    422,
    /\.xls\)/,
  ],
  ['plan.csv', Buffer.from([0x4e, 0x72, 0x3b, 0x81, 0x8d, 0x0a]), 422, /Schrift der Datei/],
  ['plan.csv', Buffer.from('Nr.;Titel\n1;"offen'), 422, /In Zeile 2 beginnt ein Anführungszeichen/],
  ['plan.json', Buffer.from('[{"titel": '), 422, /beschädigt|steht nichts/],
  ['plan.json', Buffer.from('{"data": []}'), 422, /steht nichts, das eine Liste ist/],
  ['plan.csv', Buffer.alloc(10_100_000, 'a;b\n'), 413, /größer als 10 MB/],
  ['plan.csv', Buffer.alloc(12_000_000, 'a;b\n'), 413, /10 MB/],
  [
    'bombe.xlsx',
    zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(60_000_000, ' ') }]),
    422,
    /entpackt sich zu weit mehr/,
  ],
]
for (const [name, bytes, status, said] of files) {
  test(`${name} of ${bytes.length} bytes is refused with ${status} and a sentence`, async () => {
    await using office = await openOffice({ role: 'officer' })
    const answer = await office.upload('einlesen', { name, bytes })
    assert.equal(answer.status, status)
    assert.match(answer.text, said)
    assert.deepEqual(await office.db.selectFrom('importRun').selectAll().execute(), [])
  })
}

test('a post without a file says what to do', async () => {
  await using office = await openOffice({ role: 'officer' })
  const answer = await office.post('einlesen', {})
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Wählen Sie eine Datei aus/)
})

test('a forged meaning, an id of another municipality, changes nothing', async () => {
  await using other = await openOffice()
  await importRows(other, ['Nr.;Titel;Handlungsfeld', '1.1;Fremd;Fremdes Feld'])
  const { id } = await other.db.selectFrom('actionField').select('id').executeTakeFirstOrThrow()
  await using office = await openOffice()
  const map = { values: { actionField: { Sprache: `action-field.${id}` } } }
  const result = await importRows(office, ['Nr.;Titel;Handlungsfeld', '1.1;Eigen;Sprache'], { map })
  assert.equal(result.ok, false)
  assert.match(result.problems[0]?.message ?? '', /Wofür „Sprache“ steht/)
})

test('a title of 215 characters, as real catalogues have them, is read in whole', async () => {
  await using office = await openOffice()
  const title = `Ein Titel ${'aus der Verwaltung '.repeat(11)}`.slice(0, 215).padEnd(215, '.')
  const result = await importRows(office, ['Nr.;Titel', `1.1;${title}`])
  assert.deepEqual(result.problems, [])
  const [measure] = await measuresIn(office)
  assert.equal(measure?.title, title)
})
