import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publishThing } from '#platform/things/lifecycle.ts'
import { sessionOf } from '#platform/db/database.ts'
import { takeBackImport } from './commands/take-back.ts'
import { forgetStaleImports } from './index.ts'
import { csv, importRows, lastRun, ledTo, measuresIn, openOffice, toPreview, type Office } from './testing.ts'

const actingIn = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId,
})
const start = ['Nr.;Titel;Handlungsfeld;Partner', '1.1;Sprachcafé;Sprache;Caritas', '1.2;Lotsen;Sprache;']

test('twice is refused, and so is what never was read in', async () => {
  await using office = await openOffice()
  await importRows(office, start)
  const { id } = await lastRun(office)
  ledTo(office, await office.post(`einlesen/${id}/zuruecknehmen`, {}))
  assert.equal(ledTo(office, await office.post(`einlesen/${id}/zuruecknehmen`, {})), `einlesen/${id}`)
  assert.equal(ledTo(office, await office.get(`einlesen/${id}/zuruecknehmen`)), `einlesen/${id}`)
  const preview = await toPreview(office, csv('Nr.;Titel', '9.1;Offen'))
  const openId = /\d+/.exec(preview)?.[0]
  ledTo(office, await office.post(`einlesen/${openId}/zuruecknehmen`, {}))
  assert.equal((await measuresIn(office)).length, 0)
})

test('another municipality has no such run, and who may not read in may not take back', async () => {
  await using office = await openOffice()
  await importRows(office, start)
  const { id } = await lastRun(office)
  const path = `einlesen/${id}/zuruecknehmen`
  for (const role of ['facilitator', 'reader', 'statistics'] as const) {
    await office.as(role)
    assert.equal((await office.get(path)).status, 403, role)
    assert.equal((await office.post(path, {})).status, 403, role)
  }
  await office.asOfficerElsewhere()
  const elsewhere = `/${office.slug}-nebenan/${path}`
  assert.equal((await office.get(elsewhere)).status, 404)
  assert.equal((await office.post(elsewhere, {})).status, 404)
  assert.equal((await measuresIn(office)).length, 2)
})

test('after 90 days it is no longer known what stood there, and the page says so', async () => {
  await using office = await openOffice()
  await importRows(office, start)
  const { id } = await lastRun(office)
  await office.db
    .updateTable('importRun')
    .set({ finishedAt: new Date(office.services.clock.now().getTime() - 91 * 86_400_000) })
    .execute()
  await forgetStaleImports(office.services)
  const page = await office.get(`einlesen/${id}`)
  assert.match(page.text, /lässt sich nicht mehr zurücknehmen.*90 Tage/)
  assert.doesNotMatch(page.text, /\/zuruecknehmen"/)
  assert.equal(ledTo(office, await office.post(`einlesen/${id}/zuruecknehmen`, {})), `einlesen/${id}`)
  assert.equal((await measuresIn(office)).length, 2)
})

test('a measure that was published since stays, and a public one that was changed ends its cached pages', async () => {
  await using office = await openOffice()
  await importRows(office, ['Nr.;Titel', '1.1;Sprachcafé'])
  const [measure] = await measuresIn(office)
  await publishThing(office.db, actingIn(office), 'measure', measure?.id ?? 0, { needsApproval: false })
  const { id } = await lastRun(office)
  const asking = await office.get(`einlesen/${id}/zuruecknehmen`)
  assert.match(asking.text, /Es gibt nichts mehr zurückzunehmen/)
  await importRows(office, ['Nr.;Titel;Stand', '1.1;Sprachcafé;läuft'])
  const generation = office.services.generations.of(office.municipalityId)
  ledTo(office, await office.post(`einlesen/${(await lastRun(office)).id}/zuruecknehmen`, {}))
  assert.equal(office.services.generations.of(office.municipalityId), generation + 1)
  assert.equal((await measuresIn(office))[0]?.state, 'NOT_STARTED')
})

test('the number of statements does not grow with the number of measures', async () => {
  const counted = async (count: number) => {
    await using office = await openOffice()
    const rows = (word: string) => [
      'Nr.;Titel;Handlungsfeld;Sachaufwand 2026',
      ...Array.from({ length: count }, (_, place) => `1.${place + 1};${word} ${place};Sprache;${word.length}`),
    ]
    await importRows(office, rows('Angebot'))
    await importRows(office, [...rows('Kurs'), `2.1;Neu;Wohnen;1`])
    const { id } = await lastRun(office)
    const session = sessionOf(office.db)
    const before = session.statements
    await takeBackImport(office.db, actingIn(office), id, { withRest: false })
    assert.equal((await measuresIn(office)).filter(({ title }) => title.startsWith('Angebot')).length, count)
    return session.statements - before
  }
  assert.equal(await counted(200), await counted(3))
})
