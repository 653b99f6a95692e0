import { randomBytes } from 'node:crypto'
import { lifetimes } from './engine.ts'
import type { SendLetter } from './letters.ts'
import { allow, forgive, normalEmail, type Parts } from './parts.ts'
import { isPassword } from './password.ts'
import { refuse, tooMany, type Result } from './result.ts'
import type { SessionFunctions } from './sessions.ts'

interface ChangeRequest {
  newEmail: string
  /** Needed when the account has a password. */
  password: string
  language: string
  address: string
}

const identifierOf = (token: string) => `change-email:${token}`

export function emailChangeFunctions(parts: Parts, sessions: SessionFunctions, sendLetter: SendLetter) {
  const { engine, limiter, pool, inBackground } = parts

  /**
   * Mails a link to the new address; the old one stays until its button is pressed. An address that another account has
   * gets none, and the answer does not say so. Refuses with wrong-password, email-invalid, too-many.
   */
  async function requestEmailChange(headers: Headers, request: ChangeRequest): Promise<Result> {
    const own = await sessions.requireSession(headers)
    if (!own.ok) return own
    const { accountId, name } = own.session
    const email = normalEmail(request.newEmail)
    if (!email) return refuse('email-invalid', own.headers)
    const tries = { proofByAccount: accountId }
    const permit = allow(limiter, { ...tries, mailByAddress: request.address, mailByEmail: `change ${email}` })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    if (!(await isOwnPassword(accountId, request.password))) return refuse('wrong-password', own.headers)
    forgive(limiter, tries)
    inBackground('change of address', async () => {
      if ((await pool.query('select from auth."user" where email = $1', [email])).rowCount) return
      const token = randomBytes(24).toString('base64url')
      const { internalAdapter } = await engine.$context
      await internalAdapter.createVerificationValue({
        identifier: identifierOf(token),
        value: JSON.stringify({ accountId, email }),
        expiresAt: new Date(Date.now() + lifetimes.emailLink * 1000),
      })
      await sendLetter({ kind: 'emailLink', to: email, name, language: request.language, token })
    })
    return { ok: true, headers: own.headers }
  }

  /** True too for an account without one. */
  async function isOwnPassword(accountId: string, password: string): Promise<boolean> {
    const { rows } = await pool.query<{ password: string }>(
      `select password from auth.account where user_id = $1 and provider_id = 'credential' and password is not null`,
      [accountId],
    )
    return !rows[0] || isPassword(password, rows[0].password)
  }

  /** Makes the new address the account's. Signs nobody in. Only to be called by the POST of the link's page. */
  async function confirmEmailChange({
    token,
    address,
  }: {
    token: string
    address: string
  }): Promise<Result<{ accountId: string; previousEmail: string; email: string }>> {
    const permit = allow(limiter, { linkByAddress: address })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    const { internalAdapter } = await engine.$context
    const link = await internalAdapter.consumeVerificationValue(identifierOf(token))
    if (!link) return refuse('link-invalid')
    const { accountId, email } = JSON.parse(link.value) as { accountId: string; email: string }
    const { rows } = await pool.query<{ email: string }>(
      `with before as (select id, email from auth."user" where id = $1 for update)
       update auth."user" u set email = $2, email_verified = true, updated_at = now() from before
       where u.id = before.id and not exists (select from auth."user" o where o.email = $2 and o.id <> $1)
       returning before.email`,
      [accountId, email],
    )
    const [before] = rows
    return before
      ? { ok: true, accountId, previousEmail: before.email, email, headers: new Headers() }
      : refuse('email-taken')
  }

  return { requestEmailChange, confirmEmailChange }
}
