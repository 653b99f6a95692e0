import { hasSessionCookie } from './cookies.ts'
import type { Parts } from './parts.ts'
import { cookiesOf, refuse, type Done, type Refused, type Result } from './result.ts'

/** none: one factor, and the account has no second. needed: the account has one, this session has not shown it. */
export type SecondFactor = 'none' | 'needed' | 'done'

export interface Session {
  sessionId: string
  accountId: string
  email: string
  name: string
  secondFactor: SecondFactor
  signedInAt: Date
  expiresAt: Date
}
export interface SessionEntry {
  sessionId: string
  isCurrent: boolean
  userAgent: string | null
  signedInAt: Date
  expiresAt: Date
}

export function sessionFunctions({ engine, pool }: Parts) {
  /**
   * Who these cookies belong to. Up to 30 seconds the answer comes from a signed cookie alone. `headers` holds
   * Set-Cookie (the renewed cache, or a dead session cleared away) and must be sent with the answer.
   */
  async function currentSession(headers: Headers): Promise<{ session: Session | undefined; headers: Headers }> {
    return read(headers, false)
  }

  async function read(headers: Headers, fromDatabase: boolean) {
    if (!hasSessionCookie(headers)) return { session: undefined, headers: new Headers() }
    const query = { disableCookieCache: fromDatabase }
    const { response, headers: set } = await engine.api.getSession({ headers, query, returnHeaders: true })
    return { session: response ? sessionOf(response) : undefined, headers: cookiesOf(set) }
  }

  /** The session for something that changes how the person signs in: asked of the database, both factors shown. */
  async function requireSession(headers: Headers): Promise<Refused | Done<{ session: Session }>> {
    const { session, headers: set } = await read(headers, true)
    if (!session) return refuse('signed-out', set)
    if (session.secondFactor === 'needed') return refuse('sign-in-again', set)
    return { ok: true, session, headers: set }
  }

  async function listSessions(headers: Headers): Promise<Result<{ sessions: SessionEntry[] }>> {
    const own = await requireSession(headers)
    if (!own.ok) return own
    const { rows } = await pool.query<SessionEntry>(
      `select id as "sessionId", id = $2 as "isCurrent", nullif(user_agent, '') as "userAgent",
         created_at as "signedInAt", expires_at as "expiresAt"
       from auth.session where user_id = $1 and expires_at > now() order by id = $2 desc, created_at desc`,
      [own.session.accountId, own.session.sessionId],
    )
    return { ok: true, sessions: rows, headers: own.headers }
  }

  /** Ends one session of the person who asks. */
  async function endSession(headers: Headers, sessionId: string): Promise<Result> {
    const own = await requireSession(headers)
    if (!own.ok) return own
    if (sessionId === own.session.sessionId) return signOut(headers)
    const { rowCount } = await pool.query('delete from auth.session where id::text = $1 and user_id = $2', [
      sessionId,
      own.session.accountId,
    ])
    return rowCount ? { ok: true, headers: own.headers } : refuse('not-found', own.headers)
  }

  async function signOut(headers: Headers): Promise<Done> {
    const { headers: set } = await engine.api.signOut({ headers, returnHeaders: true })
    return { ok: true, headers: cookiesOf(set) }
  }

  async function signOutEverywhere(headers: Headers): Promise<Result> {
    const { session } = await read(headers, true)
    if (session) await endSessionsOf(session.accountId)
    return signOut(headers)
  }

  /** Ends every session of an account, or every one but `except`; within 30 seconds all of its cookies are worthless. */
  async function endSessionsOf(accountId: string, except?: string): Promise<void> {
    await pool.query('delete from auth.session where user_id = $1 and ($2::uuid is null or id <> $2)', [
      accountId,
      except ?? null,
    ])
  }

  return { currentSession, requireSession, listSessions, endSession, signOut, signOutEverywhere, endSessionsOf }
}
export type SessionFunctions = ReturnType<typeof sessionFunctions>

interface Found {
  session: { id: string; secondFactor: string; createdAt: Date; expiresAt: Date }
  user: { id: string; email: string; name: string; twoFactorEnabled?: boolean | null | undefined }
}
const sessionOf = ({ session, user }: Found): Session => ({
  sessionId: session.id,
  accountId: user.id,
  email: user.email,
  name: user.name,
  secondFactor: session.secondFactor === 'done' ? 'done' : user.twoFactorEnabled ? 'needed' : 'none',
  signedInAt: session.createdAt,
  expiresAt: session.expiresAt,
})
