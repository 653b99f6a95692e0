import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listStoredMeasures, saveMeasure } from '#domains/measures/index.ts'
import {
  csv,
  everythingIn,
  importRows,
  lastRun,
  ledTo,
  measuresIn,
  openOffice,
  toPreview,
  type Office,
} from './testing.ts'

const actingIn = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId,
})

const start = [
  'Nr.;Titel;Handlungsfeld;Stand;Federführung;Partner;Zielgruppen;Beginn;Sachaufwand 2026;Personal 2026;Sachaufwand 2027',
  '1.1;Sprachcafé;Sprache;läuft;Jugendamt;"Caritas\nIB";Eltern;ab 2022;1000;500;2000',
  '1.2;Lotsen;Sprache;nicht begonnen;Caritas;;Eltern;;;;',
]
const second = [
  'Nr.;Titel;Handlungsfeld;Stand;Federführung;Partner;Zielgruppen;Beginn;Sachaufwand 2026;Sachaufwand 2028',
  '1.1;Sprachcafé am Markt;Wohnen;abgeschlossen;Wohnungsamt;Diakonie;Kinder;01.03.2023;1500;7',
  '2.1;Neu;Wohnen;läuft;Diakonie;;;;;',
]

/** The plan and what it points to. */
const everything = (office: Office) =>
  everythingIn(office, [
    ...['measure', 'measure_resource', 'measure_partner', 'measure_target_group', 'measure_goal', 'actor'],
    ...['org_unit', 'action_field', 'target_group'],
  ])

async function publishAll({ db }: Office) {
  await db
    .updateTable('measure')
    .set({ publishedAt: new Date('2026-02-01') })
    .execute()
  await db
    .updateTable('actionField')
    .set({ publishedAt: new Date('2026-02-01') })
    .execute()
}

test('taking an import back gives the plan as it was, to the last byte', async () => {
  await using office = await openOffice()
  await importRows(office, start)
  await publishAll(office)
  const before = await everything(office)
  const publicBefore = [await office.get('plan.json'), await office.get('massnahmen.json')].map(({ text }) => text)
  const preview = await toPreview(office, csv(...second))
  const done = ledTo(office, await office.post(preview, {}))
  assert.notEqual(await everything(office), before)

  const page = await office.get(done)
  assert.match(page.text, /Einlesen zurücknehmen/)
  const asking = await office.get(`${done}/zuruecknehmen`)
  assert.equal(asking.status, 200)
  assert.match(asking.text, /neu entstand: 1 Maßnahme/)
  assert.match(asking.text, /geändert wurde: 1 Maßnahme/)
  assert.ok(office.statements() < 20, String(office.statements()))
  assert.equal(ledTo(office, await office.post(`${done}/zuruecknehmen`, {})), done)

  assert.equal(await everything(office), before)
  const publicAfter = [await office.get('plan.json'), await office.get('massnahmen.json')].map(({ text }) => text)
  assert.deepEqual(publicAfter, publicBefore)
  assert.equal((await office.db.selectFrom('tombstone').selectAll().execute()).length, 0)
  const after = await office.get(done)
  assert.match(after.text, /Zurückgenommen/)
  assert.doesNotMatch(after.text, /\/zuruecknehmen"/)
})

test('taking back is itself in the history, of the import and of each thing', async () => {
  await using office = await openOffice()
  await importRows(office, start)
  await importRows(office, second)
  const { id } = await lastRun(office)
  ledTo(office, await office.post(`einlesen/${id}/zuruecknehmen`, {}))
  const acts = await office.db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'import')
    .where('thingId', '=', id)
    .orderBy('id')
    .select(['act', 'changes'])
    .execute()
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['imported', 'takenBack'],
  )
  const [first] = await measuresIn(office)
  const entries = await office.db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'measure')
    .where('thingId', '=', first?.id ?? 0)
    .orderBy('id')
    .select(['act', 'changes'])
    .execute()
  assert.deepEqual(
    entries.map(({ act }) => act),
    ['created', 'changed', 'takenBack'],
  )
  const changes = entries[2]?.changes as Record<string, { from: unknown; to: unknown }>
  assert.deepEqual(changes['title'], { from: 'Sprachcafé am Markt', to: 'Sprachcafé' })
  const history = await office.get(`verlauf/import/${id}`)
  assert.match(history.text, /plan\.csv/)
  assert.match(history.text, /Einlesen zurückgenommen/)
})

test('what was changed since stays and is named with who, when and what; the rest goes back on request', async () => {
  await using office = await openOffice()
  await importRows(office, start)
  await importRows(office, second)
  const { id } = await lastRun(office)
  const acting = actingIn(office)
  const changed = (await measuresIn(office)).find(({ number }) => number === '1.1')
  const stored = (await listStoredMeasures(office.db, acting, [changed?.id ?? 0])).get(changed?.id ?? 0)
  assert.ok(stored)
  await saveMeasure(office.db, acting, stored.id, stored.version, { ...stored.form, description: 'Von Hand' })

  const asking = await office.get(`einlesen/${id}/zuruecknehmen`)
  assert.match(asking.text, /Seitdem geändert/)
  assert.match(asking.text, /Sprachcafé am Markt/)
  assert.match(asking.text, /Beschreibung/)
  assert.match(asking.text, /Den Rest zurücknehmen/)
  // What the changed measure points to stays with it.
  assert.match(asking.text, /aber inzwischen an anderer Stelle gebraucht/)

  const refused = await office.post(`einlesen/${id}/zuruecknehmen`, {})
  assert.equal(refused.status, 409)
  assert.equal((await measuresIn(office)).length, 3)

  ledTo(office, await office.post(`einlesen/${id}/zuruecknehmen`, { withRest: 'yes' }))
  const left = await measuresIn(office)
  assert.deepEqual(
    left.map(({ number, title, description }) => [number, title, description]),
    [
      ['1.1', 'Sprachcafé am Markt', 'Von Hand'],
      ['1.2', 'Lotsen', null],
    ],
  )
  const units = await office.db.selectFrom('orgUnit').select('name').orderBy('name').execute()
  assert.deepEqual(
    units.map(({ name }) => name),
    ['Jugendamt', 'Wohnungsamt'],
  )
  const page = await office.get(`einlesen/${id}`)
  assert.match(page.text, /Sprachcafé am Markt/)
})

test('what is new from the file and needed elsewhere stays', async () => {
  await using office = await openOffice()
  await importRows(office, start)
  const { id } = await lastRun(office)
  const acting = actingIn(office)
  const { municipalityId } = acting
  const actor = await office.db.selectFrom('actor').where('name', '=', 'IB').select('id').executeTakeFirstOrThrow()
  await office.db
    .insertInto('membership')
    .values({
      municipalityId,
      accountId: '00000000-0000-4000-8000-000000000001',
      roles: ['actor-editor'],
      actorId: actor.id,
    })
    .execute()
  const answer = await office.post(`einlesen/${id}/zuruecknehmen`, { withRest: 'yes' })
  ledTo(office, answer)
  const actors = await office.db.selectFrom('actor').select('name').execute()
  assert.deepEqual(
    actors.map(({ name }) => name),
    ['IB'],
  )
  assert.equal((await measuresIn(office)).length, 0)
})

test('a number that somebody took meanwhile keeps one measure from going back, and that is said', async () => {
  await using office = await openOffice()
  await importRows(office, ['ID;Nr.;Titel', 'a;1.1;Erste', 'b;1.2;Zweite'])
  await importRows(office, ['ID;Nr.;Titel', 'a;3.1;Erste', 'b;1.2;Zweite neu'])
  const { id } = await lastRun(office)
  await importRows(office, ['ID;Nr.;Titel', 'c;1.1;Dritte'])
  const refused = await office.post(`einlesen/${id}/zuruecknehmen`, {})
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Die Nummer ist vergeben/)
  ledTo(office, await office.post(`einlesen/${id}/zuruecknehmen`, { withRest: 'yes' }))
  assert.deepEqual(
    (await measuresIn(office)).map(({ number, title }) => [number, title]),
    [
      ['1.1', 'Dritte'],
      ['1.2', 'Zweite'],
      ['3.1', 'Erste'],
    ],
  )
})

test('numbers that moved on, and were given to new measures, come back', async () => {
  await using office = await openOffice()
  await importRows(office, ['ID;Nr.;Titel', 'a;1.1;Erste', 'b;1.2;Zweite'])
  const before = await everything(office)
  await importRows(office, ['ID;Nr.;Titel', 'a;3.1;Erste', 'b;1.2;Zweite', 'c;1.5;Dritte'])
  await importRows(office, ['ID;Nr.;Titel', 'd;1.1;Vierte'])
  const { id } = await lastRun(office)
  ledTo(office, await office.post(`einlesen/${id}/zuruecknehmen`, {}))
  ledTo(office, await office.post(`einlesen/${id - 1}/zuruecknehmen`, {}))
  assert.equal(await everything(office), before)
})
