import { isIP } from 'node:net'
import { allow, type Parts } from './parts.ts'
import { attempt, refuse, tooMany, type Refused, type Result } from './result.ts'
import { withoutSession } from './cookies.ts'
import type { SessionFunctions } from './sessions.ts'
import { signedIn, type SignIn } from './sign-in.ts'

export interface PasskeyEntry {
  passkeyId: string
  name: string | null
  createdAt: Date | null
}
/** What navigator.credentials.create and .get are given (WebAuthn's JSON form), and what they return. */
export type CeremonyOptions = Readonly<Record<string, unknown>>

export function passkeyFunctions({ engine, limiter, pool, baseUrl }: Parts, sessions: SessionFunctions) {
  /** Browsers know passkeys only for a name over https, or for localhost: under a bare IP address there are none. */
  const hasPasskeys = isPasskeyAddress(new URL(baseUrl))

  /** Refuses with sign-in-again when the person signed in more than a day ago. */
  async function registrationOptions(headers: Headers): Promise<Result<{ options: CeremonyOptions }> | Refused> {
    const own = await sessions.requireSession(headers)
    if (!own.ok) return own
    const result = await attempt(() => engine.api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true }))
    return result.ok ? { ok: true, options: { ...result.value }, headers: result.headers } : result
  }

  async function verifyRegistration(
    headers: Headers,
    { response, name }: { response: unknown; name: string },
  ): Promise<Result<{ passkeyId: string }>> {
    const own = await sessions.requireSession(headers)
    if (!own.ok) return own
    if (!isObject(response)) return refuse('passkey-refused')
    const body = { response, name: name.trim().slice(0, 100) }
    const result = await attempt(() => engine.api.verifyPasskeyRegistration({ body, headers, returnHeaders: true }))
    return result.ok ? { ok: true, passkeyId: result.value.id, headers: result.headers } : result
  }

  async function authenticationOptions(
    headers: Headers,
    { address }: { address: string },
  ): Promise<Result<{ options: CeremonyOptions }>> {
    const permit = allow(limiter, { ceremonyByAddress: address })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    const anonymous = withoutSession(headers)
    const result = await attempt(() =>
      engine.api.generatePasskeyAuthenticationOptions({ headers: anonymous, returnHeaders: true }),
    )
    if (!result.ok) return result
    // better-auth only prefers PIN or fingerprint; we count on it, because it stands for the second factor.
    return { ok: true, options: { ...result.value, userVerification: 'required' }, headers: result.headers }
  }

  /** Signs in with a passkey: both factors in one. */
  async function verifyAuthentication(
    headers: Headers,
    { response, address }: { response: unknown; address: string },
  ): Promise<SignIn> {
    const permit = allow(limiter, { signInByAddress: address })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    if (!isObject(response)) return refuse('passkey-refused')
    const anonymous = withoutSession(headers)
    const result = signedIn(
      await attempt(() =>
        engine.api.verifyPasskeyAuthentication({
          body: { response: response as never },
          headers: anonymous,
          returnHeaders: true,
        }),
      ),
    )
    return result.ok ? { ...result, secondFactor: 'done' } : result
  }

  async function listPasskeys(headers: Headers): Promise<Result<{ passkeys: PasskeyEntry[] }>> {
    const own = await sessions.requireSession(headers)
    if (!own.ok) return own
    const { rows } = await pool.query<PasskeyEntry>(
      `select id as "passkeyId", nullif(name, '') as name, created_at as "createdAt"
       from auth.passkey where user_id = $1 order by created_at, id`,
      [own.session.accountId],
    )
    return { ok: true, passkeys: rows, headers: own.headers }
  }

  async function removePasskey(headers: Headers, passkeyId: string): Promise<Result> {
    const own = await sessions.requireSession(headers)
    if (!own.ok) return own
    const { rowCount } = await pool.query('delete from auth.passkey where id::text = $1 and user_id = $2', [
      passkeyId,
      own.session.accountId,
    ])
    return rowCount ? { ok: true, headers: own.headers } : refuse('not-found', own.headers)
  }

  return {
    hasPasskeys,
    registrationOptions,
    verifyRegistration,
    authenticationOptions,
    verifyAuthentication,
    listPasskeys,
    removePasskey,
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isPasskeyAddress = ({ protocol, hostname }: URL) =>
  isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && (protocol === 'https:' || /(^|\.)localhost$/.test(hostname))
