import { randomBytes } from 'node:crypto'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { removePersonalData } from '#platform/audit/removal.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import { localDateOf } from '#values/local-date.ts'
import { invitationDays, invitationKeptDays, type Invitation } from '../model/people.ts'
import { hashOfToken } from '../model/token.ts'

/** Who invites, changes or removes people where. */
export interface Managing {
  municipalityId: number
  accountId: string
}

/** Names, addresses and functions of people: the history keeps their values apart, and forgets them with the person. */
export const personalFields = ['name', 'email', 'functionTitle']
const day = 86_400_000

const newToken = () => randomBytes(24).toString('base64url')

const auditOf = ({ municipalityId, accountId }: Managing, thingId: number, act: string) => ({
  municipalityId,
  accountId,
  thingKind: 'invitation',
  thingId,
  act,
})

/** Writes down an invitation. Returns its token, which exists nowhere else: it goes into the mail. */
export const invite = (
  db: Database,
  managing: Managing,
  { language: _language, ...invitation }: Invitation,
  now: Date,
): Promise<{ id: number; token: string }> =>
  inTransaction(db, async (tx) => {
    const token = newToken()
    const { id } = await tx
      .insertInto('invitation')
      .values({
        municipalityId: managing.municipalityId,
        ...invitation,
        tokenHash: hashOfToken(token),
        expiresAt: new Date(now.getTime() + invitationDays * day),
        invitedBy: managing.accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeAudit(tx, auditOf(managing, id, 'created'), differences({}, invitation), { personal: personalFields })
    return { id, token }
  })

/** A new link for the same invitation; the one mailed before is worthless from now on. Throws NotFound. */
export const renewInvitation = (db: Database, managing: Managing, id: number, now: Date) =>
  inTransaction(db, async (tx) => {
    const token = newToken()
    const row = await tx
      .updateTable('invitation')
      .set({ tokenHash: hashOfToken(token), expiresAt: new Date(now.getTime() + invitationDays * day) })
      .where('id', '=', id)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .returning(['email', 'name', 'roles'])
      .executeTakeFirst()
    if (!row) throw new NotFound()
    await writeAudit(tx, auditOf(managing, id, 'sent again'), {})
    return { ...row, token }
  })

/** Takes an invitation back: its link no longer works. Throws NotFound. */
export const revokeInvitation = (db: Database, managing: Managing, id: number, now: Date): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('invitation')
      .set({ revokedAt: now })
      .where('id', '=', id)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .executeTakeFirst()
    if (!numUpdatedRows) throw new NotFound()
    await writeAudit(tx, auditOf(managing, id, 'withdrawn'), {})
  })

/**
 * For the retention job, in the session's municipality: invitations that ran out, were taken back or accepted a month
 * ago, with the name and address they held. Returns how many went.
 */
export const forgetInvitations = (db: Database, municipalityId: number, now: Date): Promise<number> =>
  inTransaction(db, async (tx) => {
    const before = new Date(now.getTime() - invitationKeptDays * day)
    const gone = await tx
      .deleteFrom('invitation')
      .where((eb) => eb.or([eb('expiresAt', '<', before), eb('acceptedAt', '<', before), eb('revokedAt', '<', before)]))
      .returning('id')
      .execute()
    const thingIds = gone.map(({ id }) => id)
    await removePersonalData(tx, { municipalityId, thingKind: 'invitation', thingIds }, localDateOf(now))
    return gone.length
  })
