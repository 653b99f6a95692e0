import { join } from 'node:path'
import { sql } from 'kysely'
import { removeExpiredSignIns } from '#platform/auth/expired.ts'
import { today } from '#platform/clock.ts'
import type { Database } from '#platform/db/database.ts'
import { listMailDates, removeMail } from '#platform/mail/mail-folder.ts'
import type { Services } from '#platform/services.ts'
import type { LocalDate } from '#values/local-date.ts'
import { forgetEnded, forgetInvitations } from '#domains/accounts/index.ts'
import {
  defaultPeriods,
  dueForRemoval,
  periodsOf,
  retentionKinds,
  type RetentionKind,
  type Stored,
} from '../model/retention.ts'
import { listStoredOfInstance, listStoredOfMunicipality } from '../queries/retention.ts'

export type Removed = Partial<Record<RetentionKind | 'invitation' | 'membership', number>>

/**
 * The job of every night: removes what is held about persons and whose time is over, municipality by municipality, each
 * in a transaction of its own. Twice is once. Returns how many of each kind went.
 */
export async function removeWhatIsDue(services: Services): Promise<Removed> {
  const { connections, clock, config, mailer } = services
  const now = clock.now()
  const counts: Removed = {}
  const count = (gone: readonly Stored[]) => {
    for (const { kind } of gone) counts[kind] = (counts[kind] ?? 0) + 1
  }

  const municipalities = await connections.run(null, 'write', async ({ db }) => {
    const due = dueForRemoval(await listStoredOfInstance(db, now), now)
    await removeExpiredSignIns(db, { sessions: idsOf(due, 'session'), links: idsOf(due, 'sign-in-link') })
    count(due)
    return db.selectFrom('municipality').select(['id', 'legalSettings']).execute()
  })
  for (const { id, legalSettings } of municipalities) {
    await connections.run(id, 'write', async ({ db }) => {
      const due = dueForRemoval(await listStoredOfMunicipality(db, now), now, periodsOf(legalSettings))
      await removeOfMunicipality(db, due, today(clock))
      count(due)
      const invitations = await forgetInvitations(db, id, now)
      if (invitations > 0) counts.invitation = (counts.invitation ?? 0) + invitations
      const ended = await forgetEnded(db, id, today(clock))
      if (ended > 0) counts.membership = (counts.membership ?? 0) + ended
    })
  }
  if (mailer.kind === 'folder') count(await removeOldMails(join(config.dataDir, 'mail'), now))
  return counts
}

const idsOf = (due: readonly Stored[], kind: RetentionKind) =>
  due.filter((stored) => stored.kind === kind).map(({ id }) => id)

async function removeOfMunicipality(db: Database, due: readonly Stored[], on: LocalDate) {
  const numbers = Object.fromEntries(retentionKinds.map((kind) => [kind, idsOf(due, kind).map(Number)])) as Record<
    RetentionKind,
    number[]
  >
  if (numbers['preview-link'].length > 0)
    await db.deleteFrom('previewLink').where('id', 'in', numbers['preview-link']).execute()
  if (numbers['barrier-report'].length > 0)
    await db.deleteFrom('barrierReport').where('id', 'in', numbers['barrier-report']).execute()
  // The entry stays and says when its value went.
  if (numbers['audit-personal'].length > 0)
    await sql`update audit_personal set before = null, after = null, removed_on = ${on}
      where id = any(${numbers['audit-personal']})`.execute(db)
}

/** Mails of an instance without a mail server lie in a folder; they hold links and addresses. */
async function removeOldMails(folder: string, now: Date): Promise<Stored[]> {
  const mails = await listMailDates(folder)
  const stored = mails.map(({ id, date }): Stored => ({ kind: 'mail', id, since: date }))
  const due = dueForRemoval(stored, now, defaultPeriods)
  for (const { id } of due) await removeMail(folder, id)
  return due
}
