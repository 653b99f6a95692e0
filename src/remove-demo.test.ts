import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createDemoMunicipality, loadMunicipality } from '#demo/load.ts'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { openOffice, type Office } from '#tests/office.ts'

async function accountIn({ db }: Office, email: string): Promise<string> {
  const id = randomUUID()
  await sql`insert into auth."user" (id, email, name, email_verified) values (${id}, ${email}, 'x', true)`.execute(db)
  return id
}

/** The invented county with everything in it, and accounts that belong to it. */
async function withExamples(office: Office) {
  const { services, db } = office
  const demo = { ...musterkreis, slug: 'beispielkreis' }
  const id = await services.connections.run(null, 'write', (session) => createDemoMunicipality(session.db, demo))
  const officer = await accountIn(office, 'officer@beispielkreis.example')
  const both = await accountIn(office, 'zwei@beispielkreis.example')
  const real = await accountIn(office, 'ada@landkreis.de')
  await services.connections.run(id, 'write', async (session) => {
    await loadMunicipality(session.db, id, demo)
    for (const accountId of [officer, both, real])
      await session.db
        .insertInto('membership')
        .values({ municipalityId: id, accountId, roles: ['officer'] })
        .execute()
  })
  await db
    .insertInto('membership')
    .values({ municipalityId: office.municipalityId, accountId: both, roles: ['reader'] })
    .execute()
  const admin = await accountIn(office, 'instance-admin@teilhabewerk.example')
  await db.insertInto('instanceAdmin').values({ accountId: admin }).execute()
  services.municipalities.forget()
  return { id, accounts: { officer, both, real, admin } }
}

const accountsLeft = async ({ db }: Office, accounts: Record<string, string>) => {
  const { rows } = await sql<{ id: string }>`
    select id from auth."user" where id = any(${Object.values(accounts)}::uuid[])`.execute(db)
  const left = rows.map(({ id }) => id)
  return Object.keys(accounts).filter((name) => left.includes(accounts[name] ?? ''))
}

const signedInAsAdmin = async () => {
  const office = await openOffice({ role: 'reader' })
  // An account of its own that administers the instance, with an address of the real world.
  await sql`insert into auth."user" (id, email, name, email_verified)
    values (${office.accountId}, 'it@landkreis.de', 'IT', true)`.execute(office.db)
  await office.db.insertInto('instanceAdmin').values({ accountId: office.accountId }).execute()
  return office
}

test('the examples go with everything in them, and with the accounts that had a place only there', async () => {
  await using office = await signedInAsAdmin()
  const { id, accounts } = await withExamples(office)
  const asked = await office.get('/verwaltung/beispiele')
  assert.match(asked.text, /Eine Kommune mit allem/)
  assert.match(asked.text, /Musterkreis/)
  const { status } = await office.post('/verwaltung/beispiele', {})
  assert.equal(status, 303)
  assert.equal((await office.get('/beispielkreis/massnahmen')).status, 404)
  assert.deepEqual(await accountsLeft(office, accounts), ['both', 'real'])
  const left = await office.services.connections.run(id, 'read', ({ db }) =>
    db.selectFrom('measure').select('id').limit(1).execute(),
  )
  assert.deepEqual(left, [])
  assert.equal((await office.get('massnahmen')).status, 200, 'the own municipality is as it was')
})

test('the example account that administers the instance stays while there is no other', async () => {
  await using office = await signedInAsAdmin()
  const { accounts } = await withExamples(office)
  await sql`update auth."user" set email = 'it@beispielkreis.example' where id = ${office.accountId}`.execute(office.db)
  await office.post('/verwaltung/beispiele', {})
  assert.ok((await accountsLeft(office, accounts)).includes('admin'))
  assert.ok((await accountsLeft(office, { me: office.accountId })).includes('me'))
})
