import { isAPIError } from 'better-auth/api'
import { allow, forgive, normalEmail, type Parts } from './parts.ts'
import { localPath } from './local-path.ts'
import { attempt, refuse, tooMany, type Result } from './result.ts'
import { awaitsSecondFactor, withoutSession } from './cookies.ts'
import type { SecondFactor } from './sessions.ts'

/** needed: not signed in yet, the page asks for the code (`verifySecondFactor`). */
export type SignIn = Result<{ secondFactor: SecondFactor }>

interface PasswordSignIn {
  email: string
  password: string
  /** From `clientAddress`. */
  address: string
}
interface LinkRequest {
  email: string
  language: string
  address: string
  /** A path of this instance to go on to. */
  next?: string
}

export function signInFunctions({ engine, limiter, pool, inBackground }: Parts) {
  /** Refuses with wrong-credentials, email-unverified (the password was right), too-many. */
  async function signInWithPassword(headers: Headers, { email, password, address }: PasswordSignIn): Promise<SignIn> {
    const normal = normalEmail(email)
    const tries = { signInByAddress: address, signInByEmail: normal ?? '' }
    const permit = allow(limiter, tries)
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    if (!normal) return refuse('wrong-credentials')
    const body = { email: normal, password }
    const result = signedIn(
      await attempt(() => engine.api.signInEmail({ body, headers: withoutSession(headers), returnHeaders: true })),
    )
    if (result.ok || result.code === 'email-unverified') forgive(limiter, tries)
    // A password over the limit is as wrong as any other; saying more would help nobody.
    return !result.ok && result.code === 'password-too-long' ? { ...result, code: 'wrong-credentials' } : result
  }

  /**
   * Mails a link for signing in. Answers the same, and as fast, whether or not there is such an account. An unverified
   * address gets none: better-auth would take away the password of whoever registered it.
   */
  async function requestMagicLink(request: LinkRequest): Promise<Result> {
    const email = normalEmail(request.email)
    if (!email) return refuse('email-invalid')
    const permit = allow(limiter, { mailByAddress: request.address, mailByEmail: `link ${email}` })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    const metadata = { language: request.language, next: localPath(request.next) }
    inBackground('magic link', async () => {
      const { rowCount } = await pool.query('select from auth."user" where email = $1 and email_verified', [email])
      if (rowCount) await engine.api.signInMagicLink({ body: { email, metadata }, headers: new Headers() })
    })
    return { ok: true, headers: new Headers() }
  }

  /** Signs in with a mailed link and uses it up. Only to be called by the POST of the link's page. */
  async function confirmMagicLink(
    headers: Headers,
    { token, address }: { token: string; address: string },
  ): Promise<SignIn> {
    const permit = allow(limiter, { linkByAddress: address })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    try {
      const query = { token }
      return signedIn(
        await attempt(() =>
          engine.api.magicLinkVerify({ query, headers: withoutSession(headers), returnHeaders: true }),
        ),
      )
    } catch (error) {
      // A token that is unknown, used or too old is answered by a redirect to an error page.
      if (isAPIError(error) && error.status === 'FOUND') return refuse('link-invalid')
      throw error
    }
  }

  /** The second step of a sign-in: six digits of the authenticator app, or one of the recovery codes. */
  async function verifySecondFactor(
    headers: Headers,
    { code, address }: { code: string; address: string },
  ): Promise<SignIn> {
    const permit = allow(limiter, { signInByAddress: address })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    const typed = code.replace(/\s/g, '')
    const call = { body: { code: typed }, headers: withoutSession(headers), returnHeaders: true } as const
    const result = await attempt(() =>
      /^\d{6}$/.test(typed) ? engine.api.verifyTOTP(call) : engine.api.verifyBackupCode(call),
    )
    if (!result.ok) return result
    forgive(limiter, { signInByAddress: address })
    return { ok: true, secondFactor: 'done', headers: result.headers }
  }

  /** Signs in an account that the caller has recognised, e.g. by the button of its invitation. Still asks for a code. */
  async function startSession(headers: Headers, accountId: string): Promise<SignIn> {
    const body = { accountId }
    return signedIn(
      await attempt(() => engine.api.openSession({ body, headers: withoutSession(headers), returnHeaders: true })),
    )
  }

  return {
    signInWithPassword,
    requestMagicLink,
    confirmMagicLink,
    verifySecondFactor,
    awaitsSecondFactor,
    startSession,
  }
}

/** better-auth answers `twoFactorRedirect` instead of a session when the account has a second factor. */
export const signedIn = (result: Result<{ value: unknown }>): SignIn =>
  result.ok
    ? { ok: true, secondFactor: isUnfinished(result.value) ? 'needed' : 'none', headers: result.headers }
    : result

export const isUnfinished = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'twoFactorRedirect' in value
