import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openOffice, type Office } from '#tests/office.ts'
import type { Role } from './model/rights.ts'

const addMember = async ({ db, municipalityId }: Office, roles: Role[], more: { endsOn?: string } = {}) => {
  const row = { municipalityId, accountId: randomUUID(), roles, ...more }
  const { id } = await db.insertInto('membership').values(row).returning('id').executeTakeFirstOrThrow()
  return { ...row, id }
}
const idOfMember = async ({ db, accountId }: Office) =>
  (await db.selectFrom('membership').where('accountId', '=', accountId).select('id').executeTakeFirstOrThrow()).id
const rolesOf = async ({ db }: Office, id: number) =>
  (await db.selectFrom('membership').where('id', '=', id).select('roles').executeTakeFirst())?.roles

const invitation = { name: 'Neue Kollegin', email: 'neu@amt.example', language: 'de', roles: ['reader'] }

test('the officer sees who takes part, with roles, limits and end', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { db, municipalityId } = office
  const { id: orgUnitId } = await db
    .insertInto('orgUnit')
    .values({ municipalityId, levelName: 'Amt', name: 'Jugendamt' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('membership')
    .values({
      municipalityId,
      accountId: randomUUID(),
      roles: ['steering'],
      orgUnitId,
      onlyLed: true,
      endsOn: '2020-12-31',
    })
    .execute()
  const page = await office.get('personen')
  assert.equal(page.status, 200)
  assert.match(page.text, /Mitglied der Steuerungsgruppe/)
  assert.match(page.text, /Jugendamt/)
  assert.match(page.text, /Nur Maßnahmen unter eigener Federführung/)
  assert.match(page.text, /beendet am 31\.12\.2020/)
  assert.match(page.text, /Zurzeit wartet keine Einladung/)
})

test('a table says what the roles may do, from the table of rights', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { text } = await office.get('personen')
  assert.match(text, /<summary>Was die Rollen dürfen<\/summary>/)
  const row = /<tr>(?:(?!<\/tr>).)*Prozessbegleitung(?:(?!<\/tr>).)*<\/tr>/s.exec(text)?.[0] ?? ''
  assert.match(row, /in eigenen Feldern/)
})

test('the list takes as many statements for 30 people as for 3', async () => {
  await using office = await openOffice({ role: 'officer' })
  const counts: number[] = []
  for (const many of [3, 27]) {
    for (let i = 0; i < many; i++) await addMember(office, ['reader'])
    await office.get('personen')
    counts.push(office.statements())
  }
  assert.equal(counts[0], counts[1])
  // Two of them say who is asking.
  assert.ok((counts[0] ?? 9) <= 6, `${counts[0]}`)
})

test('people are the business of officer and department head only, and of this municipality only', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { id } = await addMember(office, ['reader'])
  const paths = ['personen', 'personen/einladen', `personen/${id}`, `personen/${id}/entfernen`]
  for (const role of [
    'steering',
    'working-group-lead',
    'facilitator',
    'actor-editor',
    'councillor',
    'statistics',
    'reader',
  ] as const) {
    await office.as(role)
    for (const path of paths) assert.equal((await office.get(path)).status, 403, `${role} ${path}`)
    assert.equal((await office.post(`personen/${id}/entfernen`, {})).status, 403)
  }
  await office.as('department-head')
  for (const path of paths) assert.equal((await office.get(path)).status, 200, path)
  await office.as(null)
  for (const path of paths) assert.equal((await office.get(path)).status, 303, path)

  await using other = await openOffice({ role: 'officer' })
  assert.equal((await other.get(`personen/${id}`)).status, 404)
  assert.equal((await other.post(`personen/${id}/entfernen`, {})).status, 404)
})

test('whoever runs the instance appoints the first officer, and has no other right in the municipality', async () => {
  await using office = await openOffice({ role: null, isOpen: false })
  await office.as('reader')
  await office.db.deleteFrom('membership').execute()
  await office.db.insertInto('instanceAdmin').values({ accountId: office.accountId }).execute()
  assert.match((await office.get('personen')).text, /Noch hat niemand eine Rolle/)
  assert.equal((await office.post('personen/einladen', { ...invitation, roles: ['officer'] })).status, 303)
  assert.equal((await office.get('massnahmen/neu')).status, 403)
})

test('the last officer stays: not removed, not changed, not given an end', async () => {
  await using office = await openOffice({ role: 'officer' })
  const own = await idOfMember(office)
  const attempts = [
    () => office.post(`personen/${own}/entfernen`, {}),
    () => office.post(`personen/${own}`, { roles: ['reader'], version: '1' }),
    () => office.post(`personen/${own}`, { roles: ['officer'], endsOn: '31.12.2026', version: '1' }),
  ]
  for (const attempt of attempts) {
    const page = await attempt()
    assert.equal(page.status, 422)
    assert.match(page.text, /letzte Integrationsbeauftragte/)
  }
  await addMember(office, ['officer'], { endsOn: '2026-12-31' })
  assert.equal((await office.post(`personen/${own}/entfernen`, {})).status, 422, 'the other one has an end')
  await addMember(office, ['officer'])
  assert.equal((await office.post(`personen/${own}/entfernen`, {})).status, 303)
  assert.equal(await rolesOf(office, own), undefined)
})

test('what somebody may do is changed and written into the history', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { id } = await addMember(office, ['reader'])
  const page = await office.get(`personen/${id}`)
  assert.match(page.text, /value="reader" checked/)
  const form = { roles: ['steering', 'reader'], functionTitle: 'Dezernentin', version: '1' }
  assert.equal((await office.post(`personen/${id}`, form)).status, 303)
  assert.deepEqual(await rolesOf(office, id), ['steering', 'reader'])
  const entry = await office.db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'membership')
    .where('thingId', '=', id)
    .selectAll()
    .executeTakeFirstOrThrow()
  assert.deepEqual(entry.changes, {
    roles: { from: ['reader'], to: ['steering', 'reader'] },
    functionTitle: 'personal',
  })
})

test('a lost race shows both versions and overwrites nothing', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { id } = await addMember(office, ['reader'])
  await office.post(`personen/${id}`, { roles: ['statistics'], version: '1' })
  const race = await office.post(`personen/${id}`, { roles: ['councillor'], endsOn: '01.02.2027', version: '1' })
  assert.equal(race.status, 409)
  assert.match(race.text, /Jetzt gespeichert: Statistik/)
  assert.match(race.text, /Von Ihnen: Ratsmitglied/)
  assert.match(race.text, /value="councillor" checked/)
  assert.deepEqual(await rolesOf(office, id), ['statistics'])
  assert.match(race.text, /name="version" value="2"/)
  assert.equal((await office.post(`personen/${id}`, { roles: ['councillor'], version: '2' })).status, 303)
})
