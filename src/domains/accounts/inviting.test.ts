import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { listMails } from '#platform/mail/mail-folder.ts'
import { openOffice, type Office } from '#tests/office.ts'
import type { Role } from './model/rights.ts'

const addMember = async ({ db, municipalityId }: Office, roles: Role[], more: { endsOn?: string } = {}) => {
  const row = { municipalityId, accountId: randomUUID(), roles, ...more }
  const { id } = await db.insertInto('membership').values(row).returning('id').executeTakeFirstOrThrow()
  return { ...row, id }
}
const idOfMember = async ({ db, accountId }: Office) =>
  (await db.selectFrom('membership').where('accountId', '=', accountId).select('id').executeTakeFirstOrThrow()).id
const mailsOf = ({ services }: Office) => listMails(join(services.dataDir, 'mail'))

const fieldIn = async ({ db, municipalityId, planVersionId }: Office) => {
  const item = { municipalityId, kind: 'action-field' as const }
  const { id } = await db.insertInto('planItem').values(item).returning('id').executeTakeFirstOrThrow()
  await db
    .insertInto('actionField')
    .values({ municipalityId, planVersionId, id, code: '1', title: 'Bildung' })
    .execute()
  return id
}

const invitation = { name: 'Neue Kollegin', email: 'neu@amt.example', language: 'de', roles: ['reader'] }

test('an invitation is mailed with its legal wording, in the language of the invited', async () => {
  await using office = await openOffice({ role: 'officer' })
  const done = await office.post('personen/einladen', { ...invitation, language: 'en', endsOn: '31.12.2027' })
  assert.deepEqual([done.status, done.location], [303, `/${office.slug}/personen`])
  const [mail] = await mailsOf(office)
  assert.equal(mail?.to, 'neu@amt.example')
  assert.match(mail?.text ?? '', /invited to help shape the participation plan of the county Probekreis/)
  assert.match(mail?.text ?? '', /The county Probekreis is responsible\.\n/, 'no contact is made up')
  assert.match(mail?.text ?? '', new RegExp(`/${office.slug}/datenschutz`))
  assert.match(mail?.text ?? '', /Article 13 of the General Data Protection Regulation/)
  assert.match(mail?.text ?? '', /valid for 14 days/)
  const [row] = await office.db.selectFrom('invitation').selectAll().execute()
  assert.equal(row?.endsOn, '2027-12-31')
  assert.ok(!mail?.text.includes(row?.tokenHash ?? 'none'), 'the database holds only the hash')
  assert.match((await office.get('personen')).text, /1 Einladung wartet/)

  const [entry] = await office.db.selectFrom('auditEntry').where('thingKind', '=', 'invitation').selectAll().execute()
  assert.deepEqual(
    [entry?.act, entry?.changes],
    ['created', { ...(entry?.changes as object), name: 'personal', email: 'personal' }],
  )
})

test('whoever is invited into a closed municipality reads who is behind it before accepting, and nothing else', async () => {
  await using office = await openOffice({ role: 'officer', isOpen: false })
  await office.post('personen/einladen', invitation)
  const [mail] = await mailsOf(office)
  assert.match(mail?.text ?? '', /den Teilhabeplan des Landkreises Probekreis mitzugestalten/)
  const [link = '', notice = ''] = (mail?.links ?? []).map((one) => new URL(one).pathname)
  assert.equal(notice, `${link}/datenschutz`)
  await office.as(null)
  assert.equal((await office.get('datenschutz')).status, 404)
  const titles = { datenschutz: 'Datenschutz', impressum: 'Impressum', barrierefreiheit: 'Barrierefreiheit' }
  for (const [page, title] of Object.entries(titles)) {
    const { status, text, headers } = await office.get(`${link}/${page}`)
    assert.equal(status, 200, page)
    assert.match(text, new RegExp(title))
    assert.doesNotMatch(text, new RegExp(`href="/${office.slug}`), 'no way further in')
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.match((await office.get(link)).text, new RegExp(`href="${link}/${page}"`))
  }
  assert.equal((await office.get(`/einladung/${'x'.repeat(32)}/datenschutz`)).status, 404)
  await office.as('officer')
  const { id } = await office.db.selectFrom('invitation').select('id').executeTakeFirstOrThrow()
  await office.post(`personen/einladungen/${id}/zurueckziehen`, {})
  await office.as(null)
  assert.equal((await office.get(notice)).status, 404, 'taken back')
})

test('a refused invitation keeps everything that was typed', async () => {
  await using office = await openOffice({ role: 'officer' })
  const typed = {
    name: '',
    email: 'unsinn',
    language: 'de',
    roles: ['actor-editor'],
    onlyLed: 'on',
    functionTitle: 'Leitung',
    endsOn: '31.02.2027',
  }
  const page = await office.post('personen/einladen', typed)
  assert.equal(page.status, 422)
  for (const name of ['name', 'email', 'onlyLed', 'actorId', 'endsOn'])
    assert.match(page.text, new RegExp(`href="#${name}"`))
  assert.match(page.text, /value="unsinn"/)
  assert.match(page.text, /value="Leitung"/)
  assert.match(page.text, /value="actor-editor" checked/)
  assert.match(page.text, /id="onlyLed" name="onlyLed" checked/)
  assert.match((await office.post('personen/einladen', { ...invitation, roles: [] })).text, /mindestens eine Rolle/)
  assert.equal((await office.post('personen/einladen', { ...invitation, orgUnitId: '999999' })).status, 422)
  assert.deepEqual(await mailsOf(office), [])
})

test('nobody is invited twice, but an invitation is sent again with a new link, or taken back', async () => {
  await using office = await openOffice({ role: 'officer' })
  await office.post('personen/einladen', invitation)
  assert.match((await office.post('personen/einladen', invitation)).text, /schon eine Einladung unterwegs/)
  const { id } = await office.db.selectFrom('invitation').select('id').executeTakeFirstOrThrow()
  assert.equal((await office.post(`personen/einladungen/${id}/erneut`, {})).status, 303)
  const links = (await mailsOf(office)).map((mail) => mail.links[0])
  assert.equal(new Set(links).size, 2)
  const pathOf = (link = '') => new URL(link).pathname
  await office.as(null)
  assert.equal((await office.get(pathOf(links[0]))).status, 200)
  assert.equal((await office.get(pathOf(links[1]))).status, 410, 'the older one')
  await office.as('officer')
  assert.equal((await office.post(`personen/einladungen/${id}/zurueckziehen`, {})).status, 303)
  assert.equal((await office.post(`personen/einladungen/${id}/zurueckziehen`, {})).status, 404)
  await office.as(null)
  assert.equal((await office.get(pathOf(links[0]))).status, 410)
})

test('nobody gives a right that they lack', async () => {
  await using office = await openOffice({ role: 'officer' })
  const boss = await addMember(office, ['department-head'])
  const reader = await addMember(office, ['reader'])
  await office.as('statistics')
  assert.equal((await office.post('personen/einladen', { ...invitation, roles: ['department-head'] })).status, 403)
  await office.as('officer')
  const own = await idOfMember(office)
  assert.doesNotMatch((await office.get(`personen/${own}`)).text, /value="department-head"/)
  const both = { roles: ['officer', 'department-head'], version: '1' }
  assert.equal((await office.post(`personen/${own}`, both)).status, 403, 'not to herself')
  assert.match((await office.get(`personen/${reader.id}`)).text, /value="department-head"/)
  assert.match((await office.get(`personen/${boss.id}`)).text, /Rechte, die Sie selbst nicht haben/)
  assert.equal((await office.post(`personen/${boss.id}/entfernen`, {})).status, 403)
  assert.equal((await office.post(`personen/${boss.id}`, { roles: ['reader'], version: '1' })).status, 403)
  await office.as('department-head')
  assert.equal((await office.post(`personen/${boss.id}`, { roles: ['officer'], version: '1' })).status, 303)
})

test('the officer invites the department head, who approves what she hands over', async () => {
  await using office = await openOffice({ role: 'officer' })
  assert.match((await office.get('personen/einladen')).text, /value="department-head"/)
  const sent = await office.post('personen/einladen', { ...invitation, roles: ['department-head'] })
  assert.equal(sent.status, 303)
  const { id } = await office.db.selectFrom('invitation').select('id').executeTakeFirstOrThrow()
  assert.equal((await office.post(`personen/einladungen/${id}/erneut`, {})).status, 303)
})

test('roles that reach only into fields name one, and the facilitator from outside has an end', async () => {
  await using office = await openOffice({ role: 'officer' })
  const none = await office.post('personen/einladen', { ...invitation, roles: ['working-group-lead'] })
  assert.equal(none.status, 422)
  assert.match(none.text, /es gibt noch keine\. Legen Sie zuerst eines an/)
  const field = await fieldIn(office)
  const bare = await office.post('personen/einladen', { ...invitation, roles: ['facilitator'] })
  assert.equal(bare.status, 422)
  for (const name of ['actionFieldIds', 'endsOn']) assert.match(bare.text, new RegExp(`href="#${name}`))
  const lead = { ...invitation, roles: ['working-group-lead'], actionFieldIds: String(field) }
  assert.equal((await office.post('personen/einladen', lead)).status, 303, 'a working group needs no end')
  const { id } = await addMember(office, ['reader'])
  const made = { roles: ['facilitator'], actionFieldIds: String(field), version: '1' }
  assert.equal((await office.post(`personen/${id}`, made)).status, 422)
  assert.equal((await office.post(`personen/${id}`, { ...made, endsOn: '31.12.2027' })).status, 303)
})
