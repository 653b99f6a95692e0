import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { removePersonalData } from '#platform/audit/removal.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace, NotFound, Refused } from '#platform/http/problems.ts'
import { addDays, type LocalDate } from '#values/local-date.ts'
import { endedKeptDays, leavesNoOfficer, type Membership, type Post } from '../model/people.ts'
import type { Role } from '../model/rights.ts'
import { personalFields, type Managing } from './invitations.ts'

/** Who changes people; null: the program itself, when an end date has passed. */
type Acting = Omit<Managing, 'accountId'> & { accountId: string | null }

const auditOf = ({ municipalityId, accountId }: Acting, thingId: number, act: string) => ({
  municipalityId,
  accountId,
  thingKind: 'membership',
  thingId,
  act,
})

/** A role without limits and without an end, given by whoever runs the server. The session must be in its municipality. */
export const addMember = (db: Database, { municipalityId, accountId }: Managing, role: Role): Promise<number> =>
  inTransaction(db, async (tx) => {
    const given = { roles: [role] }
    const { id } = await tx
      .insertInto('membership')
      .values({ municipalityId, accountId, ...given })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeAudit(tx, auditOf({ municipalityId, accountId: null }, id, 'created'), differences({}, given))
    return id
  })

/**
 * Gives an account the rights of an invitation and uses the invitation up. The session must be in its municipality.
 * Throws Refused (people.already) when the account has a role here, and NotFound when the invitation is no longer open.
 */
export const acceptInvitation = (
  db: Database,
  { municipalityId, accountId }: Managing,
  invitationId: number,
  now: Date,
): Promise<number> =>
  inTransaction(db, async (tx) => {
    const invitation = await tx
      .updateTable('invitation')
      .set({ acceptedAt: now })
      .where('id', '=', invitationId)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .where('expiresAt', '>', now)
      .returning(['roles', 'onlyLed', 'orgUnitId', 'actorId', 'actionFieldIds', 'functionTitle', 'endsOn'])
      .executeTakeFirst()
    if (!invitation) throw new NotFound()
    const created = await tx
      .insertInto('membership')
      .values({ municipalityId, accountId, ...invitation })
      .onConflict((conflict) => conflict.columns(['municipalityId', 'accountId']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!created) throw new Refused('people.already')
    const changes = differences({}, { ...invitation, accountId, invitationId })
    const act = auditOf({ municipalityId, accountId }, created.id, 'created')
    await writeAudit(tx, act, changes, { personal: personalFields })
    return created.id
  })

/**
 * Changes what somebody may do here. Throws LostRace when the membership is no longer in `version`, Refused
 * (people.lastOfficer) when it would leave the municipality without an officer.
 */
export const changeMembership = (
  db: Database,
  managing: Managing,
  id: number,
  version: number,
  form: Membership,
  today: LocalDate,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const posts = await lockOfficers(tx)
    const before = await lockMembership(tx, id)
    if (before.version !== version) throw new LostRace()
    if (leavesNoOfficer(posts, id, form, today)) throw new Refused('people.lastOfficer')
    await tx
      .updateTable('membership')
      .set({ ...form, version: version + 1, updatedAt: new Date() })
      .where('id', '=', id)
      .execute()
    const changes = differences(before, { ...form })
    await writeAudit(tx, auditOf(managing, id, 'changed'), changes, {
      personal: personalFields,
      isPublic: before.nameIsPublic,
    })
  })

/**
 * Takes somebody out of the municipality: the membership goes, entries of the history stay, what they said about the
 * person becomes "entfernt am …". Returns the account; see `forgetAccount`.
 */
export const removeMembership = (db: Database, managing: Acting, id: number, today: LocalDate): Promise<string> =>
  inTransaction(db, async (tx) => {
    const { municipalityId } = managing
    const posts = await lockOfficers(tx)
    const { accountId, roles, nameIsPublic } = await lockMembership(tx, id)
    if (leavesNoOfficer(posts, id, undefined, today)) throw new Refused('people.lastOfficer')
    await tx.deleteFrom('membership').where('id', '=', id).execute()
    const invitations = await tx
      .deleteFrom('invitation')
      .where('email', '=', sql<string>`(select email from auth."user" where id = ${accountId})`)
      .returning('id')
      .execute()
    // Which account it was: without a name, and the history needs it to say since when the person is gone.
    const changes = differences({ roles, accountId }, { roles: null, accountId: null })
    await writeAudit(tx, auditOf(managing, id, 'removed'), changes, { isPublic: nameIsPublic })
    const thingIds = invitations.map((invitation) => invitation.id)
    await removePersonalData(tx, { municipalityId, thingKind: 'membership', thingIds: [id] }, today)
    await removePersonalData(tx, { municipalityId, thingKind: 'invitation', thingIds }, today)
    return accountId
  })

async function lockMembership(db: Database, id: number) {
  const row = await db.selectFrom('membership').where('id', '=', id).selectAll().forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** Held first and in one order, so that two people cannot remove each other, nor wait for each other for ever. */
const lockOfficers = (db: Database): Promise<Post[]> =>
  db
    .selectFrom('membership')
    .where('roles', '@>', sql<string[]>`array['officer']`)
    .orderBy('id')
    .select(['id', 'roles', 'endsOn'])
    .forUpdate()
    .execute()

/**
 * Deletes an account that has no place left in this instance, with its sessions, passkeys and codes. True when it went;
 * false when the person has a role somewhere else, or runs the instance.
 */
export async function forgetAccount(db: Database, accountId: string): Promise<boolean> {
  const { rows } = await sql`select from municipalities_of(${accountId})
    union all select from instance_admin where account_id = ${accountId}`.execute(db)
  if (rows.length > 0) return false
  await sql`delete from auth."user" where id = ${accountId}`.execute(db)
  return true
}

/**
 * For the retention job, in the session's municipality: people whose end date passed a month ago go as if somebody had
 * removed them, with their account where it has no other place. Returns how many.
 */
export async function forgetEnded(db: Database, municipalityId: number, today: LocalDate): Promise<number> {
  const ended = await db
    .selectFrom('membership')
    .where('endsOn', '<', addDays(today, -endedKeptDays))
    .orderBy('id')
    .select('id')
    .execute()
  for (const { id } of ended) {
    await forgetAccount(db, await removeMembership(db, { municipalityId, accountId: null }, id, today))
  }
  return ended.length
}
