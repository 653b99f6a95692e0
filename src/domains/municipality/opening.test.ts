import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldIn } from '#domains/measures/testing.ts'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice, type Office } from '#tests/office.ts'
import { fillIn } from './testing.ts'

async function readyToOpen(office: Office) {
  await fillIn(office)
  await fieldIn(office, 'Sprache und Bildung')
}

test('a new municipality is closed: only who has a role sees it', async () => {
  await using office = await openOffice({ isOpen: false })
  assert.equal((await office.get('massnahmen')).status, 200)
  assert.match((await office.get('massnahmen')).text, /Noch nicht öffentlich/)
  await office.as(null)
  assert.equal((await office.get('massnahmen')).status, 404)
})

test('the page before the door lists what is missing, each with the way to it', async () => {
  await using office = await openOffice({ isOpen: false })
  const { status, text } = await office.get('oeffnen')
  assert.equal(status, 200)
  assert.match(text, /5 Angaben fehlen noch|1\d Angaben fehlen noch/)
  for (const segment of ['anschrift', 'impressum', 'datenschutz', 'barrierefreiheit']) {
    assert.match(text, new RegExp(`href="/${office.slug}/einrichten/${segment}"`))
  }
  assert.match(text, /Noch ist nichts veröffentlicht/)
  assert.match(text, new RegExp(`href="/${office.slug}/massnahmen"`))
  assert.doesNotMatch(text, /Jetzt öffnen/)
  assert.ok(office.statements() <= 10)
})

test('while something is missing the door stays shut, also for a forged form', async () => {
  await using office = await openOffice({ isOpen: false })
  await fillIn(office)
  const { status, text } = await office.post('oeffnen', { confirmed: 'on' })
  assert.equal(status, 422)
  assert.match(text, /Es wurde nichts geöffnet/)
  await office.as(null)
  assert.equal((await office.get('massnahmen')).status, 404)
})

test('with everything there and a confirmation the municipality opens for everyone', async () => {
  await using office = await openOffice({ isOpen: false })
  await readyToOpen(office)
  const unconfirmed = await office.post('oeffnen', {})
  assert.equal(unconfirmed.status, 422)
  assert.match(unconfirmed.text, /href="#confirmed"/)
  const { status, location } = await office.post('oeffnen', { confirmed: 'on' })
  assert.equal(status, 303)
  assert.equal(location, `/${office.slug}`)
  const entry = await office.db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'municipality')
    .where('act', '=', 'opened')
    .select(['accountId', 'changes'])
    .executeTakeFirstOrThrow()
  assert.deepEqual(entry, { accountId: office.accountId, changes: { isOpen: { from: false, to: true } } })
  await office.as(null)
  assert.equal((await office.get('massnahmen')).status, 200)
})

test('opening shows a plan that nobody had shown yet', async () => {
  await using office = await openOffice({ isOpen: false })
  await office.db.updateTable('planVersion').set({ publishedAt: null, state: 'DRAFT' }).execute()
  await readyToOpen(office)
  await office.post('oeffnen', { confirmed: 'on' })
  const { publishedAt } = await office.db.selectFrom('planVersion').select('publishedAt').executeTakeFirstOrThrow()
  assert.ok(publishedAt)
  await office.as(null)
  assert.equal((await office.get('massnahmen')).status, 200)
})

test('an open municipality can be closed again, and opened without losing its first day', async () => {
  await using office = await openOffice({ isOpen: false })
  await readyToOpen(office)
  await office.post('oeffnen', { confirmed: 'on' })
  const opened = () =>
    office.db
      .selectFrom('municipality')
      .where('id', '=', office.municipalityId)
      .select('openedAt')
      .executeTakeFirstOrThrow()
  const first = await opened()
  assert.match((await office.get('oeffnen')).text, /Ihre Seiten sind offen/)
  assert.equal((await office.post('schliessen', {})).status, 303)
  await office.as(null)
  assert.equal((await office.get('massnahmen')).status, 404)
  await office.as('department-head')
  await office.post('oeffnen', { confirmed: 'on' })
  assert.deepEqual(await opened(), first)
})

test('who may not open the plan does not open the municipality', async () => {
  await using office = await openOffice({ isOpen: false, role: 'working-group-lead' })
  assert.equal((await office.get('oeffnen')).status, 403)
  assert.equal((await office.post('oeffnen', { confirmed: 'on' })).status, 403)
  assert.equal((await office.post('schliessen', {})).status, 403)
})

for (const language of ['de', 'ar'] as const) {
  test(`the door is free of findings in ${language}, with things missing, ready, refused and open`, async () => {
    await using office = await openOffice({ isOpen: false })
    const check = async (answer: { text: string }) => {
      assert.deepEqual(await axeFindings(answer.text), [])
      assert.deepEqual(await htmlFindings(answer.text), [])
    }
    const page = `oeffnen?sprache=${language}`
    await check(await office.get(page))
    await readyToOpen(office)
    await check(await office.get(page))
    await check(await office.post(page, {}))
    await office.post('oeffnen', { confirmed: 'on' })
    await check(await office.get(page))
  })
}
