import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { removeWhatIsDue } from '#domains/site/index.ts'
import {
  defaultPeriods,
  dueForRemoval,
  endOf,
  periodsOf,
  retentionKinds,
  type RetentionKind,
} from '#domains/site/model/retention.ts'
import { writeAudit } from '#platform/audit/audit.ts'
import { listMails, storeMail } from '#platform/mail/mail-folder.ts'
import { openOffice } from '#tests/office.ts'

const at = (text: string) => new Date(text)

const table: [kind: RetentionKind, since: string, lastMoment: string, due: string][] = [
  ['session', '2026-01-10T10:00:00Z', '2026-01-10T09:59:59Z', '2026-01-10T10:00:00Z'],
  ['sign-in-link', '2026-01-10T10:00:00Z', '2026-01-10T09:59:59Z', '2026-01-10T10:00:00Z'],
  ['preview-link', '2026-01-10T10:00:00Z', '2026-02-09T09:59:59Z', '2026-02-09T10:00:00Z'],
  ['barrier-report', '2025-08-31T10:00:00Z', '2026-02-28T09:59:59Z', '2026-02-28T10:00:00Z'],
  ['audit-personal', '2026-01-10T23:00:00Z', '2026-01-10T22:59:59Z', '2026-01-10T23:00:00Z'],
  ['mail', '2026-01-10T10:00:00Z', '2026-02-09T09:59:59Z', '2026-02-09T10:00:00Z'],
]
for (const [kind, since, lastMoment, due] of table) {
  test(`${kind} of ${since} stays until ${due}`, () => {
    const stored = [{ kind, id: '1', since: at(since) }]
    assert.deepEqual(dueForRemoval(stored, at(lastMoment)), [])
    assert.deepEqual(dueForRemoval(stored, at(due)), stored)
  })
}

test('nothing goes before its time, and what is due stays due', () => {
  const moment = fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.constantFrom(...retentionKinds), moment, moment, fc.nat(400), (kind, since, now, days) => {
      const stored = [{ kind, id: '1', since }]
      const later = new Date(now.getTime() + days * 86_400_000)
      const isDue = dueForRemoval(stored, now).length === 1
      assert.equal(isDue, endOf(since, defaultPeriods[kind]) <= now)
      assert.ok(endOf(since, defaultPeriods[kind]) >= since)
      if (isDue) assert.equal(dueForRemoval(stored, later).length, 1)
    }),
  )
})

test('a municipality may keep reports shorter or longer, within reason', () => {
  const monthsOf = (settings: unknown) => periodsOf(settings)['barrier-report'].months
  assert.equal(monthsOf({ retention: { barrierReportMonths: 2 } }), 2)
  for (const wrong of [
    null,
    {},
    { retention: { barrierReportMonths: 0 } },
    { retention: { barrierReportMonths: 'x' } },
  ])
    assert.equal(monthsOf(wrong), 6)
})

test('the nightly job removes what is due in each municipality and leaves the rest', async () => {
  await using office = await openOffice({ role: null })
  const { db, municipalityId, services, dataDir } = { ...office, dataDir: office.services.dataDir }
  const invitation = { municipalityId, email: 'a@b.example', name: 'A', roles: ['reader'] }
  await db
    .insertInto('invitation')
    .values([
      { ...invitation, tokenHash: 'alt', expiresAt: at('2026-10-01T00:00:00Z') },
      { ...invitation, tokenHash: 'neu', expiresAt: at('2026-11-20T00:00:00Z') },
    ])
    .execute()
  await db
    .insertInto('previewLink')
    .values([
      { municipalityId, tokenHash: 'p-alt', expiresAt: at('2026-10-01T00:00:00Z') },
      {
        municipalityId,
        tokenHash: 'p-beendet',
        expiresAt: at('2027-10-01T00:00:00Z'),
        revokedAt: at('2026-10-01T00:00:00Z'),
      },
      { municipalityId, tokenHash: 'p-neu', expiresAt: at('2026-12-01T00:00:00Z') },
    ])
    .execute()
  await db
    .insertInto('barrierReport')
    .values([
      { municipalityId, text: 'lange beantwortet', receivedAt: at('2026-01-01T00:00:00Z'), answeredOn: '2026-02-01' },
      { municipalityId, text: 'spät beantwortet', receivedAt: at('2026-01-01T00:00:00Z'), answeredOn: '2026-11-01' },
      { municipalityId, text: 'offen', receivedAt: at('2026-11-01T00:00:00Z') },
    ])
    .execute()
  const act = { municipalityId, accountId: null, thingKind: 'actor', thingId: 1, act: 'changed' }
  for (const retainUntil of ['2026-11-23', '2026-11-24'])
    await writeAudit(db, act, { phone: { from: '1', to: retainUntil } }, { personal: ['phone'], retainUntil })
  await sql`insert into auth."user" (id, name, email) values ('00000000-0000-4000-8000-000000000001', 'A', 'ret@b.example')`.execute(
    db,
  )
  for (const [token, expires] of [
    ['s-alt', '2026-11-01'],
    ['s-neu', '2027-01-01'],
  ])
    await sql`insert into auth.session (user_id, token, expires_at)
      values ('00000000-0000-4000-8000-000000000001', ${token}, ${expires}::date)`.execute(db)
  await storeMail(join(dataDir, 'mail'), at('2026-10-01T00:00:00Z'), Buffer.from('To: a@b.example\n\nalt'))
  await storeMail(join(dataDir, 'mail'), at('2026-11-20T00:00:00Z'), Buffer.from('To: a@b.example\n\nneu'))

  const removed = await removeWhatIsDue(services)

  assert.deepEqual(removed, {
    session: 1,
    invitation: 1,
    'preview-link': 2,
    'barrier-report': 1,
    'audit-personal': 1,
    mail: 1,
  })
  const left = await db.selectFrom('barrierReport').select('text').orderBy('id').execute()
  assert.deepEqual(
    left.map(({ text }) => text),
    ['spät beantwortet', 'offen'],
  )
  const values = await db.selectFrom('auditPersonal').select(['after', 'removedOn']).orderBy('id').execute()
  assert.deepEqual(values, [
    { after: null, removedOn: '2026-11-24' },
    { after: '2026-11-24', removedOn: null },
  ])
  assert.equal((await listMails(join(dataDir, 'mail'))).length, 1)
  assert.deepEqual(await removeWhatIsDue(services), {})
})
