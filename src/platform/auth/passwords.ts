import { randomBytes } from 'node:crypto'
import { lifetimes } from './engine.ts'
import type { LetterKind, SendLetter } from './letters.ts'
import { allow, forgive, normalEmail, type Parts } from './parts.ts'
import { attempt, refuse, tooMany, type Result } from './result.ts'
import type { SessionFunctions } from './sessions.ts'

interface MailRequest {
  email: string
  language: string
  address: string
}
interface PasswordChange {
  /** Needed when the account has a password already. */
  currentPassword?: string
  newPassword: string
}
interface Addressee {
  id: string
  name: string
  email_verified: boolean
}

// The name under which better-auth's resetPassword looks for its token.
const resetIdentifier = (token: string) => `reset-password:${token}`
const emailIdentifier = (token: string) => `verify-email:${token}`

export function passwordFunctions(parts: Parts, sessions: SessionFunctions, sendLetter: SendLetter) {
  const { engine, limiter, pool, inBackground } = parts

  /** Mails a link, if `isFor` says so. Answers the same, and as fast, whether or not there is such an account. */
  async function mailLink(
    kind: LetterKind,
    request: MailRequest,
    isFor: (account: Addressee) => boolean,
    identifier: (token: string) => string,
  ): Promise<Result> {
    const email = normalEmail(request.email)
    if (!email) return refuse('email-invalid')
    const permit = allow(limiter, { mailByAddress: request.address, mailByEmail: `${kind} ${email}` })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    inBackground(kind, async () => {
      const { rows } = await pool.query<Addressee>(
        'select id, name, email_verified from auth."user" where email = $1',
        [email],
      )
      const [account] = rows
      if (!account || !isFor(account)) return
      const token = randomBytes(24).toString('base64url')
      const { internalAdapter } = await engine.$context
      await internalAdapter.createVerificationValue({
        identifier: identifier(token),
        value: account.id,
        expiresAt: new Date(Date.now() + lifetimes[kind] * 1000),
      })
      await sendLetter({ kind, to: email, name: account.name, language: request.language, token })
    })
    return { ok: true, headers: new Headers() }
  }

  const requestPasswordReset = (request: MailRequest): Promise<Result> =>
    mailLink('passwordLink', request, (account) => account.email_verified, resetIdentifier)

  const requestEmailVerification = (request: MailRequest): Promise<Result> =>
    mailLink('emailLink', request, (account) => !account.email_verified, emailIdentifier)

  /** Sets the new password, uses the link up and ends all sessions. Signs nobody in. Only to be called by a POST. */
  async function resetPassword(reset: { token: string; newPassword: string; address: string }): Promise<Result> {
    const permit = allow(limiter, { linkByAddress: reset.address })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    const body = { token: reset.token, newPassword: reset.newPassword }
    const result = await attempt(() => engine.api.resetPassword({ body, returnHeaders: true }))
    return result.ok ? { ok: true, headers: result.headers } : result
  }

  /** Marks the mailbox as proven and uses the link up. Signs nobody in. Only to be called by a POST. */
  async function verifyEmail({
    token,
    address,
  }: {
    token: string
    address: string
  }): Promise<Result<{ accountId: string }>> {
    const permit = allow(limiter, { linkByAddress: address })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    const { internalAdapter } = await engine.$context
    const link = await internalAdapter.consumeVerificationValue(emailIdentifier(token))
    const { rowCount } = await pool.query(
      'update auth."user" set email_verified = true, updated_at = now() where id::text = $1',
      [link?.value ?? ''],
    )
    return link && rowCount ? { ok: true, accountId: link.value, headers: new Headers() } : refuse('link-invalid')
  }

  /** Changes the own password, or sets the first one, and ends all other sessions. */
  async function changePassword(headers: Headers, change: PasswordChange): Promise<Result> {
    const own = await sessions.requireSession(headers)
    if (!own.ok) return own
    const { accountId, sessionId } = own.session
    const tries = { proofByAccount: accountId }
    const permit = allow(limiter, tries)
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    const { newPassword, currentPassword = '' } = change
    const result = (await hasPassword(accountId))
      ? await attempt(() =>
          engine.api.changePassword({ body: { newPassword, currentPassword }, headers, returnHeaders: true }),
        )
      : await attempt(() => engine.api.setPassword({ body: { newPassword }, headers, returnHeaders: true }))
    if (result.ok || result.code !== 'wrong-password') forgive(limiter, tries)
    if (!result.ok) return result
    await sessions.endSessionsOf(accountId, sessionId)
    return { ok: true, headers: result.headers }
  }

  async function hasPassword(accountId: string): Promise<boolean> {
    const text = `select from auth.account where user_id = $1 and provider_id = 'credential' and password is not null`
    return ((await pool.query(text, [accountId])).rowCount ?? 0) > 0
  }

  return { requestPasswordReset, requestEmailVerification, resetPassword, verifyEmail, changePassword }
}
