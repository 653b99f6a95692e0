import { cookieJar } from './cookies.ts'
import { allow, forgive, type Parts } from './parts.ts'
import { attempt, refuse, tooMany, type Refused, type Result } from './result.ts'
import type { Session, SessionFunctions } from './sessions.ts'

export interface TotpStart {
  /** To type into an authenticator app by hand (base32). */
  secret: string
  /** otpauth://…, the content of the QR code. */
  uri: string
  /** Shown once; each signs in one time without the app. */
  recoveryCodes: string[]
}
interface Proof {
  /** Needed when the account has a password. */
  password?: string
}

export function totpFunctions({ engine, limiter }: Parts, sessions: SessionFunctions) {
  /** Runs something that asks for a password or code, at most ten wrong answers in a quarter of an hour. */
  async function withProof<T extends object>(
    headers: Headers,
    work: (session: Session) => Promise<Result<T>>,
  ): Promise<Result<T> | Refused> {
    const own = await sessions.requireSession(headers)
    if (!own.ok) return own
    const tries = { proofByAccount: own.session.accountId }
    const permit = allow(limiter, tries)
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    const result = await work(own.session)
    if (result.ok || (result.code !== 'wrong-password' && result.code !== 'wrong-code')) forgive(limiter, tries)
    return result
  }

  const checkCode = (headers: Headers, code: string) => {
    const body = { code: code.replace(/\s/g, '') }
    return attempt(() => engine.api.verifyTOTP({ body, headers, returnHeaders: true }))
  }

  /** Makes a secret. Nothing asks for it until `confirmTotp` has seen a right code. */
  const startTotp = (headers: Headers, { password }: Proof): Promise<Result<TotpStart>> =>
    withProof(headers, async () => {
      const body = { method: 'totp' as const, ...(password !== undefined && { password }) }
      const result = await attempt(() => engine.api.enableTwoFactor({ body, headers, returnHeaders: true }))
      if (!result.ok) return result
      if (!('totpURI' in result.value)) return refuse('not-enabled')
      const { totpURI: uri, backupCodes: recoveryCodes } = result.value
      return {
        ok: true,
        uri,
        secret: new URL(uri).searchParams.get('secret') ?? '',
        recoveryCodes,
        headers: result.headers,
      }
    })

  /** Switches the second factor on and ends all other sessions. This one goes on under a new cookie. */
  const confirmTotp = (headers: Headers, { code }: { code: string }): Promise<Result> =>
    withProof(headers, async ({ accountId }) => {
      const result = await checkCode(headers, code)
      if (!result.ok) return result
      const { session } = await sessions.currentSession(cookieJar(headers, result.headers))
      await sessions.endSessionsOf(accountId, session?.sessionId)
      return { ok: true, headers: result.headers }
    })

  /** Switches it off. Asks for a code, so that an open screen is not enough, and for the password if there is one. */
  const disableTotp = (headers: Headers, { code, password }: Proof & { code: string }): Promise<Result> =>
    withProof(headers, async () => {
      const checked = await checkCode(headers, code)
      if (!checked.ok) return checked
      const body = password === undefined ? {} : { password }
      const result = await attempt(() => engine.api.disableTwoFactor({ body, headers, returnHeaders: true }))
      return result.ok ? { ok: true, headers: result.headers } : result
    })

  /** New recovery codes; the old ones are worthless from now on. */
  const renewRecoveryCodes = (headers: Headers, { password }: Proof): Promise<Result<{ recoveryCodes: string[] }>> =>
    withProof(headers, async () => {
      const body = password === undefined ? {} : { password }
      const result = await attempt(() => engine.api.generateBackupCodes({ body, headers, returnHeaders: true }))
      return result.ok ? { ok: true, recoveryCodes: result.value.backupCodes, headers: result.headers } : result
    })

  return { startTotp, confirmTotp, disableTotp, renewRecoveryCodes }
}
