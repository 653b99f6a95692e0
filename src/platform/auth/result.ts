import { isAPIError } from 'better-auth/api'

/** Why something was refused. The pages have a sentence for each. */
export type RefusalCode =
  | 'wrong-credentials'
  | 'wrong-password'
  | 'wrong-code'
  | 'password-too-short'
  | 'password-too-long'
  | 'email-invalid'
  | 'email-taken'
  | 'email-unverified'
  | 'link-invalid'
  | 'signed-out'
  | 'sign-in-again'
  | 'sign-in-expired'
  | 'too-many'
  | 'not-enabled'
  | 'already-enabled'
  | 'not-found'
  | 'passkey-refused'
  | 'passkey-unverified'
  | 'oidc-off'
  | 'oidc-unreachable'
  | 'oidc-refused'
  | 'oidc-unknown-account'
  | 'oidc-email-unverified'

export interface Refused {
  ok: false
  code: RefusalCode
  /** With too-many: whole seconds until the next try. */
  retryAfterSeconds?: number
  /** Set-Cookie only; to be sent with the answer. */
  headers: Headers
}
/** Done, with what came of it. `headers` holds Set-Cookie only and must be sent with the answer. */
export type Done<T extends object = object> = T & { ok: true; headers: Headers }
export type Result<T extends object = object> = Done<T> | Refused

export const refuse = (code: RefusalCode, headers = new Headers()): Refused => ({ ok: false, code, headers })
export const tooMany = (retryAfterSeconds: number): Refused => ({ ...refuse('too-many'), retryAfterSeconds })

// better-auth's codes in ours. What is missing here is a fault and is thrown.
const codes: Readonly<Record<string, RefusalCode>> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-credentials',
  INVALID_EMAIL: 'email-invalid',
  EMAIL_NOT_VERIFIED: 'email-unverified',
  PASSWORD_TOO_SHORT: 'password-too-short',
  PASSWORD_TOO_LONG: 'password-too-long',
  INVALID_PASSWORD: 'wrong-password',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'wrong-password',
  INVALID_TOKEN: 'link-invalid',
  TOKEN_EXPIRED: 'link-invalid',
  USER_NOT_FOUND: 'link-invalid',
  UNAUTHORIZED: 'signed-out',
  SESSION_NOT_FRESH: 'sign-in-again',
  INVALID_CODE: 'wrong-code',
  INVALID_BACKUP_CODE: 'wrong-code',
  INVALID_TWO_FACTOR_COOKIE: 'sign-in-expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'sign-in-expired',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-many',
  TOTP_NOT_ENABLED: 'not-enabled',
  BACKUP_CODES_NOT_ENABLED: 'not-enabled',
  TWO_FACTOR_NOT_ENABLED: 'not-enabled',
  TOTP_ALREADY_ENABLED: 'already-enabled',
  CHALLENGE_NOT_FOUND: 'passkey-refused',
  FAILED_TO_VERIFY_REGISTRATION: 'passkey-refused',
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: 'passkey-refused',
  AUTHENTICATION_FAILED: 'passkey-refused',
  PASSKEY_NOT_FOUND: 'passkey-refused',
  PASSKEY_WITHOUT_USER_VERIFICATION: 'passkey-unverified',
}

const lockedSeconds = 900

/** Asks better-auth and turns its errors into refusals. Throws when the fault is ours (database away, bug). */
export async function attempt<T>(
  call: () => Promise<{ headers: Headers | null | undefined; response: T }>,
): Promise<Result<{ value: T }>> {
  try {
    const { headers, response } = await call()
    return { ok: true, value: response, headers: cookiesOf(headers) }
  } catch (error) {
    if (!isAPIError(error)) throw error
    const code = codes[error.body?.code ?? '']
    if (!code) throw error
    const refused = refuse(code, cookiesOf(setByRefusal(error)))
    return code === 'too-many' ? { ...refused, retryAfterSeconds: lockedSeconds } : refused
  }
}

/** Only the Set-Cookie lines of better-auth's headers: the pages decide about the rest. */
export function cookiesOf(headers: Headers | null | undefined): Headers {
  const cookies = new Headers()
  for (const line of headers?.getSetCookie() ?? []) cookies.append('set-cookie', line)
  return cookies
}

// A refusal may carry cookies too (a sign-in that has ended is cleared away); better-call keeps them under a symbol.
function setByRefusal(error: Error): Headers | undefined {
  const headers: unknown = Reflect.get(error, Symbol.for('better-call:api-error-headers'))
  return headers instanceof Headers ? headers : undefined
}
