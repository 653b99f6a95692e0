import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { sessionOf } from '#platform/db/database.ts'
import { importKinds } from './index.ts'
import { everythingIn, fieldsOf, importRows, lastRun, ledTo, openOffice, toPreview, csv } from './testing.ts'

interface Case {
  what: string
  table: string
  /** A first list, a second one that changes one thing and adds one, and one with a wrong cell. */
  first: string[]
  second: string[]
  wrong: string[]
  problem: RegExp
  cell: string
  /** A column after the second list, in the order of ids. */
  column: string
  values: unknown[]
  role: 'facilitator' | 'actor-editor' | 'reader'
}

const cases: Case[] = [
  {
    what: 'needs',
    table: 'need',
    first: [
      'Bedarf;Handlungsfeld;Priorität;Quelle;Art der Quelle',
      'Es fehlen Sprachkurse;Sprache;hoch;Werkstatt im Mai;Workshop',
    ],
    second: ['Bedarf;Stand', 'es fehlen  Sprachkurse;beraten', 'Wohnungen sind zu teuer;neu'],
    wrong: ['Bedarf;Priorität', 'Neu;mal so, mal anders'],
    problem: /noch nicht zugeordnet/,
    cell: 'B2',
    column: 'state',
    values: ['DISCUSSED', 'NEW'],
    role: 'facilitator',
  },
  {
    what: 'goals',
    table: 'goal',
    first: ['Ziel;Ebene;Gehört zu', 'Alle lernen Deutsch;Leitziel;', 'Kurse für Eltern;Teilziel;Alle lernen Deutsch'],
    second: ['Ziel;Ebene;Gehört zu', 'Alle lernen Deutsch;Vision;', 'Kurse am Abend;Teilziel;alle lernen deutsch'],
    wrong: ['Ziel;Ebene;Gehört zu', 'Ein Leitziel;Leitziel;Kurse für Eltern'],
    problem: /nicht übergeordnet/,
    cell: 'C2',
    column: 'level',
    values: ['VISION', 'SUB_GOAL', 'SUB_GOAL'],
    role: 'facilitator',
  },
  {
    what: 'actors',
    table: 'actor',
    first: [
      'Name;Art;Ansprechpartner;E-Mail;Handlungsfelder',
      'Caritas, Ortsverein;Wohlfahrtsverband;Frau Beispiel;a@b.example;Sprache',
    ],
    second: ['Name;Ort', 'caritas, ortsverein;Lörrach', 'Sportfreunde e. V.;Lörrach'],
    wrong: ['Name;Art', 'Neu;irgendwas ganz anderes'],
    problem: /noch nicht zugeordnet/,
    cell: 'B2',
    column: 'place',
    values: ['Lörrach', 'Lörrach'],
    role: 'actor-editor',
  },
  {
    what: 'org-units',
    table: 'org_unit',
    first: ['Nummer;Name;Ebene;Gehört zu', '51;Jugendamt;Amt;V', 'V;Soziales;Dezernat;'],
    second: ['Nummer;Name', '51;Amt für Jugend', '52;Sozialamt'],
    wrong: ['Nummer;Name;Gehört zu', '53;Sportamt;IX'],
    problem: /weder in der Datei/,
    cell: 'C2',
    column: 'name',
    values: ['Amt für Jugend', 'Soziales', 'Sozialamt'],
    role: 'reader',
  },
  {
    what: 'budget-products',
    table: 'budget_product',
    first: ['Nummer;Bezeichnung;Gehört zu', '11.14;Zentrale Funktionen;', '11.14.08;Integration;11.14'],
    second: ['Nummer;Bezeichnung', '11.14.08;Kommunale Integration', '11.14.09;Neu'],
    wrong: ['Nummer;Bezeichnung;Gehört zu', '11.15.01;Neu;99'],
    problem: /weder in der Datei/,
    cell: 'C2',
    column: 'title',
    values: ['Zentrale Funktionen', 'Kommunale Integration', 'Neu'],
    role: 'reader',
  },
  {
    what: 'areas',
    table: 'area',
    first: ['Schlüssel;Name;Art;Einwohner', '08336050;Lörrach;Stadt;49.000'],
    second: ['Schlüssel;Name;Einwohner', '08336050;Lörrach;50.000', '08336069;Rheinfelden;33000'],
    wrong: ['Schlüssel;Name;Einwohner', '08336081;Schopfheim;viele'],
    problem: /keine Zahl/,
    cell: 'C2',
    column: 'population',
    values: [50_000, 33_000],
    role: 'reader',
  },
]

for (const { what, table, first, second, wrong, problem, cell, column, values, role } of cases) {
  test(`${what}: a list comes in, changes what it names and adds the rest`, async () => {
    await using office = await openOffice()
    const start = await importRows(office, first, { what })
    assert.deepEqual([start.ok, start.problems, start.created[what]], [true, [], first.length - 1])
    const again = await importRows(office, first, { what })
    assert.deepEqual([again.created[what], again.updated[what], again.unchanged], [0, 0, first.length - 1])
    const result = await importRows(office, second, { what })
    assert.deepEqual([result.problems, result.created[what], result.updated[what]], [[], 1, 1])
    const { rows } = await sql<{
      value: unknown
    }>`select ${sql.ref(column)} as value from ${sql.table(table)} order by id`.execute(office.db)
    assert.deepEqual(
      rows.map(({ value }) => value),
      values,
    )
  })

  test(`${what}: a wrong cell is named, and nothing is written`, async () => {
    await using office = await openOffice()
    await importRows(office, first, { what })
    const before = await everythingIn(office, [table])
    const result = await importRows(office, wrong, { what })
    assert.equal(result.ok, false)
    assert.deepEqual(
      result.problems.map((one) => one.cell),
      [cell],
    )
    assert.match(result.problems[0]?.message ?? '', problem)
    assert.equal(await everythingIn(office, [table]), before)
  })

  test(`${what}: an import is taken back, and leaves what was there`, async () => {
    await using office = await openOffice()
    await importRows(office, first, { what })
    const before = await everythingIn(office, [table])
    await importRows(office, second, { what })
    assert.notEqual(await everythingIn(office, [table]), before)
    const { id } = await lastRun(office)
    ledTo(office, await office.post(`einlesen/${id}/zuruecknehmen`, {}))
    assert.equal(await everythingIn(office, [table]), before)
  })

  test(`${what}: in the browser, and only for those who may edit all of them`, async () => {
    await using office = await openOffice()
    const preview = await toPreview(office, csv(...first), what)
    assert.equal((await office.get(preview)).status, 200)
    const done = ledTo(office, await office.post(preview, fieldsOf((await office.get(preview)).text)))
    assert.match((await office.get(done)).text, /Die Datei ist eingelesen/)
    await office.as(role)
    assert.equal((await office.upload('einlesen', { ...csv(...second), fields: { what } })).status, 403)
    await office.asOfficerElsewhere()
    assert.equal((await office.get(`/${office.slug}-nebenan/${preview}`)).status, 404)
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(office.db)
    assert.equal(Number(rows[0]?.count), first.length - 1)
  })

  test(`${what}: the number of statements does not grow with the rows`, async () => {
    const counted = async (count: number) => {
      await using office = await openOffice()
      const title = importKinds[what]?.fields.find(({ key }) => key === 'title')?.names[0] ?? ''
      const code = importKinds[what]?.fields.find(({ key }) => key === 'code')?.names[0] ?? 'Egal'
      const session = sessionOf(office.db)
      const before = session.statements
      const rows = Array.from({ length: count }, (_, place) => `11.${place + 10}.01;Eintrag ${place}`)
      const { created } = await importRows(office, [`${code};${title}`, ...rows], { what })
      assert.equal(created[what], count)
      return session.statements - before
    }
    assert.equal(await counted(150), await counted(3))
  })
}

test('a contact that comes with a new actor is shown to nobody before it consents', async () => {
  await using office = await openOffice()
  await importRows(office, cases[2]?.first ?? [], { what: 'actors' })
  const contacts = await office.db
    .selectFrom('actorContact')
    .select(['person', 'email', 'consent', 'consentOn'])
    .execute()
  assert.deepEqual(contacts, [{ person: 'Frau Beispiel', email: 'a@b.example', consent: [], consentOn: null }])
  const kept = await office.db.selectFrom('importKept').select('before').execute()
  assert.doesNotMatch(JSON.stringify(kept), /Frau Beispiel/)
  const entries = await office.db.selectFrom('auditEntry').select('changes').execute()
  assert.doesNotMatch(JSON.stringify(entries), /Frau Beispiel|a@b\.example/)
  await office.db.updateTable('actor').set({ publishedAt: new Date() }).execute()
  await office.as(null)
  for (const path of ['akteure', 'akteure.json']) assert.doesNotMatch((await office.get(path)).text, /Frau Beispiel/)
})

test('two organisations of the same name are not guessed at', async () => {
  await using office = await openOffice()
  const actor = { municipalityId: office.municipalityId, name: 'Frauenhaus', types: ['VEREIN'] }
  await office.db.insertInto('actor').values([actor, actor]).execute()
  const result = await importRows(office, ['Name;Ort', 'Frauenhaus;Lörrach'], { what: 'actors' })
  assert.match(result.problems[0]?.message ?? '', /2 verschiedene Einträge/)
})

test('a workbook is read sheet by sheet: each kind finds the table that is its own', async () => {
  await using office = await openOffice()
  await importRows(office, ['Ziel;Ebene', 'Alle lernen Deutsch;Leitziel'], { what: 'goals' })
  await importRows(office, ['Bedarf', 'Es fehlen Kurse'], { what: 'needs' })
  const { problems } = await importRows(office, ['Ziel;Bedarfe', 'Kurse am Abend;Es fehlen Kurse'], { what: 'goals' })
  assert.deepEqual(problems, [])
  assert.equal((await office.db.selectFrom('goalNeed').selectAll().execute()).length, 1)
})

test('nothing stands above itself, not even by way of what is there', async () => {
  await using office = await openOffice()
  await importRows(office, ['Name;Gehört zu', 'Soziales;', 'Jugendamt;Soziales'], { what: 'org-units' })
  const circle = await importRows(office, ['Name;Gehört zu', 'Soziales;Jugendamt'], { what: 'org-units' })
  assert.match(circle.problems[0]?.message ?? '', /nicht übergeordnet/)
  const inFile = await importRows(office, ['Name;Gehört zu', 'A-Amt;B-Amt', 'B-Amt;A-Amt'], { what: 'org-units' })
  assert.equal(inFile.problems.length, 2)
  const own = await importRows(office, ['Name;Gehört zu', 'C-Amt;C-Amt'], { what: 'org-units' })
  assert.equal(own.problems.length, 1)
})

test('a goal cannot rise above what it belongs to', async () => {
  await using office = await openOffice()
  const goals = ['Ziel;Ebene;Gehört zu', 'Alle lernen Deutsch;Leitziel;', 'Kurse;Teilziel;Alle lernen Deutsch']
  await importRows(office, goals, { what: 'goals' })
  const { problems } = await importRows(office, ['Ziel;Ebene', 'Kurse;Vision'], { what: 'goals' })
  assert.match(problems[0]?.message ?? '', /nicht übergeordnet/)
})
