import { sql } from 'kysely'
import type { Auth } from '#platform/auth/auth.ts'
import { enterMunicipality, type Database } from '#platform/db/database.ts'
import type { Role } from '../model/rights.ts'
import { hashOfToken } from '../model/token.ts'

export interface OpenInvitation {
  id: number
  municipalityId: number
  name: string
  email: string
  roles: Role[]
  inviterId: string | null
}

/**
 * The invitation behind a mailed token, if it is still open; from then on the session is in its municipality. Undefined:
 * unknown, accepted, taken back or run out.
 */
export async function findInvitation(db: Database, token: string, now: Date): Promise<OpenInvitation | undefined> {
  const { rows } = await sql<{ municipalityId: number; id: number }>`
    select municipality_id, id from municipality_of_token(${hashOfToken(token)}) where kind = 'invitation'`.execute(db)
  const [place] = rows
  if (!place) return undefined
  await enterMunicipality(db, place.municipalityId)
  return db
    .selectFrom('invitation')
    .where('id', '=', place.id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .select(['id', 'municipalityId', 'name', 'email', 'roles', 'invitedBy as inviterId'])
    .$castTo<OpenInvitation>()
    .executeTakeFirst()
}

/**
 * The municipality that a mailed token leads to, also after it was accepted or ran out, as long as the invitation is kept:
 * who held it may still read the privacy notice. Undefined: unknown or taken back.
 */
export async function findInvitedPlace(db: Database, token: string): Promise<number | undefined> {
  const { rows } = await sql<{ municipalityId: number; id: number }>`
    select municipality_id, id from municipality_of_token(${hashOfToken(token)}) where kind = 'invitation'`.execute(db)
  const [place] = rows
  if (!place) return undefined
  await enterMunicipality(db, place.municipalityId)
  const kept = await db
    .selectFrom('invitation')
    .where('id', '=', place.id)
    .where('revokedAt', 'is', null)
    .select('municipalityId')
    .executeTakeFirst()
  return kept?.municipalityId
}

/** Whether this address has a role here already, or an invitation that waits. */
export async function isKnownHere(db: Database, auth: Auth, email: string): Promise<'already' | 'waiting' | undefined> {
  const account = await auth.findAccountByEmail(email)
  const membership =
    account &&
    (await db.selectFrom('membership').where('accountId', '=', account.accountId).select('id').executeTakeFirst())
  if (membership) return 'already'
  const open = await db
    .selectFrom('invitation')
    .where('email', '=', email)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return open && 'waiting'
}
