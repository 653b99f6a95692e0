import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { folder } from '#tests/fixtures/make-german-office.ts'
import { importPlan } from './index.ts'
import { fieldsOf, ledTo, measuresIn, openOffice, toPreview, type Office } from './testing.ts'

const read = (office: Office, file: string, map: object = {}) =>
  importPlan(office.services, { file: join(folder, file), municipality: office.slug, map })
const upload = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })

/** Number, field, and who leads, with who else takes part. */
async function who({ db }: Office) {
  const rows = await db
    .selectFrom('measure as m')
    .leftJoin('actionField as f', 'f.id', 'm.actionFieldId')
    .leftJoin('orgUnit as u', 'u.id', 'm.leadOrgUnitId')
    .leftJoin('actor as a', 'a.id', 'm.leadActorId')
    .select(['m.id', 'm.number', 'f.title as field', 'u.name as unit', 'a.name as actor'])
    .orderBy('m.numberOrder')
    .execute()
  const partners = await db
    .selectFrom('measurePartner as p')
    .leftJoin('actor as a', 'a.id', 'p.actorId')
    .leftJoin('orgUnit as u', 'u.id', 'p.orgUnitId')
    .select(['p.measureId', 'a.name as actor', 'u.name as unit'])
    .execute()
  return rows.map(({ id, number, field, unit, actor }) => [
    number,
    field,
    unit ?? actor,
    ...partners.flatMap((one) => (one.measureId === id ? (one.actor ?? one.unit ?? []) : [])).toSorted(),
  ])
}

test('01: titles and logos stand above, and what is merged counts for each of its rows', async () => {
  await using office = await openOffice()
  const result = await read(office, '01-titel-und-verbundene-zellen.xlsx')
  assert.deepEqual([result.problems, result.created['measures']], [[], 5])
  assert.deepEqual(await who(office), [
    ['1.1', 'Sprache', 'Amt für Integration'],
    ['1.2', 'Sprache', 'Volkshochschule'],
    ['1.3', 'Sprache', 'Volkshochschule'],
    ['2.1', 'Wohnen', 'Sozialamt'],
    ['2.2', 'Wohnen', 'Sozialamt'],
  ])
  const [first, second, third, fourth, fifth] = await measuresIn(office)
  assert.deepEqual(
    [first?.periodFrom, first?.periodTo],
    [
      { kind: 'year', value: '2024' },
      { kind: 'year', value: '2026' },
    ],
  )
  assert.deepEqual(
    [second?.periodFrom, third?.periodFrom],
    Array.from({ length: 2 }, () => ({ kind: 'text', value: 'ab 2025' })),
  )
  assert.equal(fourth?.isPermanent, true)
  assert.deepEqual(fifth?.periodFrom, { kind: 'quarter', value: '2026-Q3' })
})

test('02: a light that is only a colour is asked for in the wizard, and the legend is no measure', async () => {
  await using office = await openOffice({ role: 'officer' })
  const table = ledTo(office, await office.upload('einlesen', upload('02-ampel-als-farbe.xlsx')))
  const columns = ledTo(office, await office.post(table, fieldsOf((await office.get(table)).text)))
  const values = ledTo(office, await office.post(columns, fieldsOf((await office.get(columns)).text)))
  const asked = await office.get(values)
  for (const word of ['Farbe: grün', 'Farbe: gelb', 'Farbe: rot']) assert.match(asked.text, new RegExp(word))
  const preview = ledTo(office, await office.post(values, fieldsOf(asked.text)))
  const shown = await office.get(preview)
  assert.match(shown.text, /Zeile 9: Legende oder Fußzeile „planmäßig“/)
  ledTo(office, await office.post(preview, {}))
  assert.deepEqual(
    (await measuresIn(office)).map(({ number, course }) => [number, course]),
    [
      ['1.1', 'GREEN'],
      ['1.2', 'YELLOW'],
      ['1.3', 'RED'],
      ['1.4', 'GREEN'],
    ],
  )
})

test('03: hidden rows and columns stay out, are counted in the first step, and come in when ticked', async () => {
  const name = '03-ausgeblendet.xlsx'
  await using office = await openOffice({ role: 'officer' })
  const result = await read(office, name)
  assert.ok(
    result.lines.some((line) => line.includes('Zeile 3: in der Datei ausgeblendet')),
    result.lines.join('\n'),
  )
  assert.deepEqual(
    (await measuresIn(office)).map(({ number, state }) => [number, state]),
    [
      ['3.1', 'RUNNING'],
      ['3.4', 'NOT_STARTED'],
    ],
  )
  await using other = await openOffice({ role: 'officer' })
  const table = ledTo(other, await other.upload('einlesen', upload(name)))
  const page = await other.get(table)
  assert.match(page.text, /Auch lesen, was die Datei ausblendet \(2 Zeilen, 1 Spalte\)/)
  assert.match(page.text, /Stand 2019 \(ausgeblendet/)
  let path = ledTo(other, await other.post(table, { ...fieldsOf(page.text), withHidden: 'on' }))
  while (!path.endsWith('/vorschau'))
    path = ledTo(other, await other.post(path, fieldsOf((await other.get(path)).text)))
  ledTo(other, await other.post(path, {}))
  assert.deepEqual(
    (await measuresIn(other)).map(({ number }) => number),
    ['3.1', '3.2', '3.3', '3.4'],
  )
})

test('04: struck measures and offices are gone, the comment is shown, and a struck row can be taken in', async () => {
  await using office = await openOffice({ role: 'officer' })
  const preview = await toPreview(office, upload('04-durchgestrichen-und-kommentare.xlsx'))
  const page = await office.get(preview)
  assert.match(page.text, /Zeile 3: durchgestrichen, „Willkommensmappe auf CD“/)
  assert.match(page.text, /Kommentar in der Datei: „Betrag noch mit der Kämmerei klären“/)
  ledTo(office, await office.post(preview, {}))
  assert.deepEqual(await who(office), [
    ['4.1', null, 'Jugendamt'],
    ['4.3', null, 'Gesundheitsamt'],
  ])
  await using other = await openOffice()
  await read(other, '04-durchgestrichen-und-kommentare.xlsx', { takeIn: [3] })
  assert.deepEqual((await who(other))[1], ['4.2', null, 'Bürgerbüro'])
  await using all = await openOffice()
  await read(all, '04-durchgestrichen-und-kommentare.xlsx', { withStruck: true })
  assert.equal((await measuresIn(all)).length, 3)
})

test('05: 1.10 that became 1.1 is refused at its cell, put right there, and kept where the format shows it', async () => {
  const name = '05-nummern-als-zahlen.xlsx'
  await using office = await openOffice()
  const refused = await read(office, name)
  assert.deepEqual([refused.ok, refused.problems.map(({ row, cell }) => [row, cell])], [false, [[11, 'A11']]])
  assert.match(refused.problems[0]?.message ?? '', /steht schon in Zeile 2.*1\.10/)
  assert.ok(refused.lines.some((line) => line.includes('Steht hier 1.1 oder 1.10?')))
  assert.deepEqual(await measuresIn(office), [])
  assert.deepEqual(await office.db.selectFrom('importRun').selectAll().execute(), [])

  await read(office, name, { cells: { A11: '1.10' } })
  assert.deepEqual((await measuresIn(office)).map(({ number }) => number).slice(8), ['1.9', '1.10', '1.11'])
  await using other = await openOffice()
  await read(other, name, { sheet: 1, headerRow: 0 })
  assert.deepEqual((await measuresIn(other)).map(({ number }) => number).toSorted(), ['2.09', '2.10', '2.11'])
})

test('06: several offices in one cell are parted at lines, at slashes on request, the first one leads', async () => {
  await using office = await openOffice()
  const result = await read(office, '06-mehrere-federfuehrungen.xlsx')
  assert.ok(result.lines.some((line) => line.includes('„Amt 50 / Caritas“ steht nicht im Plan und wird weggelassen')))
  await using other = await openOffice()
  await read(other, '06-mehrere-federfuehrungen.xlsx', { parted: { lead: ['Amt 50 / Caritas'] } })
  assert.deepEqual(await who(other), [
    ['5.1', null, 'Amt 50', 'Caritas', 'Kreisjugendring', 'VHS'],
    ['5.2', null, 'Amt 51', 'Diakonie'],
    ['5.3', null, 'Amt für Jugend, Familie und Soziales', 'Feuerwehr', 'Sportverein'],
  ])
})

test('07: dates and amounts in words keep their wording, and the sum is left out', async () => {
  await using office = await openOffice()
  const result = await read(office, '07-termine-und-mittel-in-worten.xlsx')
  assert.deepEqual([result.problems, result.created['measures']], [[], 4])
  const [pool, training, bus, clinic] = await measuresIn(office)
  assert.deepEqual(
    [pool?.periodFrom, pool?.periodTo],
    [
      { kind: 'text', value: '2022 ff.' },
      { kind: 'text', value: 'laufend' },
    ],
  )
  assert.equal(pool?.periodFromSort, '2022-01-01')
  assert.deepEqual(training?.periodFrom, { kind: 'quarter', value: '2023-Q3' })
  assert.deepEqual(bus?.periodTo, { kind: 'text', value: 'k. A.' })
  assert.deepEqual(clinic?.periodFrom, { kind: 'date', value: '2026-03-01' })
  const money = await office.db.selectFrom('measureResource').select(['materialCents', 'note']).orderBy('id').execute()
  assert.deepEqual(money, [
    { materialCents: 500_000, note: 'ca. 5 T€' },
    { materialCents: null, note: 'im Rahmen des lfd. Budgets' },
    { materialCents: null, note: 'k. A.' },
    { materialCents: 750_000, note: null },
  ])
})

test('08: a field as a row of its own counts for the rows below; goals between and repeated headings do not', async () => {
  await using office = await openOffice()
  const result = await read(office, '08-handlungsfelder-als-zeilen.xlsx')
  assert.deepEqual(result.problems, [])
  assert.deepEqual(await who(office), [
    ['7.1', 'Handlungsfeld 1: Sprache', 'VHS'],
    ['7.2', 'Handlungsfeld 1: Sprache', 'VHS'],
    ['7.3', 'Handlungsfeld 2: Wohnen', 'Sozialamt'],
  ])
})

test('09: the tables of a Word plan become one list, with the numbers that Word counts', async () => {
  await using office = await openOffice()
  const result = await read(office, '09-plan-in-word.docx')
  assert.deepEqual(result.problems, [])
  assert.deepEqual(await who(office), [
    ['1.1', '1. Sprache und Bildung', 'Amt für Integration'],
    ['1.2', '1. Sprache und Bildung', 'Amt für Integration'],
    ['2.1', '2. Wohnen', 'Sozialamt', 'Caritas'],
  ])
  assert.deepEqual(
    (await measuresIn(office)).map(({ title, course }) => [title, course]),
    [
      ['Sprachcafé', 'GREEN'],
      ['Lesepaten an Schulen', 'YELLOW'],
      ['Mietlotsen', 'RED'],
    ],
  )
  assert.ok(result.lines.some((line) => line.includes('durchgestrichen')))
})

test('10: the list of the treasury in Windows-1252 adds up, without its sum', async () => {
  await using office = await openOffice()
  const result = await read(office, '10-liste-der-kaemmerei.csv')
  assert.deepEqual([result.problems, result.created], [[], { measures: 2, actor: 2 }])
  assert.deepEqual(
    (await who(office)).map(([number, , lead]) => [number, lead]),
    [
      ['1', 'Verein "Brücke" e.V.'],
      ['2', 'Kinderschutzbund'],
    ],
  )
  assert.deepEqual(
    (await measuresIn(office)).map(({ title, internalNote }) => [title, internalNote]),
    [
      ['Beratungsstelle für Zugewanderte', 'jährlich'],
      ['Hausaufgabenhilfe', 'läuft aus'],
    ],
  )
  const money = await office.db.selectFrom('measureResource').select(['year', 'materialCents']).orderBy('id').execute()
  assert.deepEqual(
    money.map(({ year, materialCents }) => [year, materialCents]),
    [
      [2025, 1_200_000],
      [2026, 1_250_050],
      [2025, 400_000],
    ],
  )
})
