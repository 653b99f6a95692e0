import { hashPassword, passwordLength } from './password.ts'
import { normalEmail, type Parts } from './parts.ts'
import { refuse, type Result } from './result.ts'

export interface Account {
  accountId: string
  email: string
  name: string
  isVerified: boolean
  hasPassword: boolean
  hasTotp: boolean
  passkeyCount: number
  createdAt: Date
}
interface NewAccount {
  email: string
  name: string
  /** Without one, the person signs in by mailed link, passkey or the county's sign-in. */
  password?: string
  /** True when the person has shown that the mailbox is theirs, e.g. by an invitation. */
  verified: boolean
}

const selectAccount = `
  select u.id as "accountId", u.email, u.name, u.email_verified as "isVerified", u.two_factor_enabled as "hasTotp",
    exists (select from auth.account a where a.user_id = u.id and a.password is not null) as "hasPassword",
    (select count(*)::int from auth.passkey p where p.user_id = u.id) as "passkeyCount", u.created_at as "createdAt"
  from auth."user" u`

/** Accounts as the people's pages see them. None of these functions asks who is calling: that is the caller's part. */
export function accountFunctions({ pool }: Parts) {
  const list = async (where: string, value: unknown) =>
    (await pool.query<Account>(`${selectAccount} where ${where} order by u.email`, [value])).rows

  const findAccountByEmail = async (email: string): Promise<Account | undefined> =>
    (await list('u.email = $1', email.trim().toLowerCase()))[0]
  const findAccount = async (accountId: string): Promise<Account | undefined> => (await list('u.id = $1', accountId))[0]
  const listAccounts = (accountIds: readonly string[]): Promise<Account[]> => list('u.id = any($1::uuid[])', accountIds)

  const listAllAccounts = (): Promise<Account[]> => list('$1::text is null', null)

  /** Refuses with email-invalid, email-taken, password-too-short, password-too-long. */
  async function createAccount(account: NewAccount): Promise<Result<{ accountId: string }>> {
    const email = normalEmail(account.email)
    if (!email) return refuse('email-invalid')
    const wrong = account.password === undefined ? undefined : wrongLength(account.password)
    if (wrong) return refuse(wrong)
    const hash = account.password === undefined ? null : await hashPassword(account.password)
    const { rows } = await pool.query<{ id: string }>(
      `with person as (
         insert into auth."user" (email, name, email_verified) values ($1, $2, $3) on conflict (email) do nothing returning id
       ), credential as (
         insert into auth.account (user_id, provider_id, account_id, password)
         select id, 'credential', id::text, $4 from person where $4::text is not null
       )
       select id from person`,
      [email, account.name.trim(), account.verified, hash],
    )
    const [created] = rows
    return created ? { ok: true, accountId: created.id, headers: new Headers() } : refuse('email-taken')
  }

  /** Sets a password without asking for the old one and ends every session of the account. */
  async function setPassword(accountId: string, password: string): Promise<Result> {
    const wrong = wrongLength(password)
    if (wrong) return refuse(wrong)
    const { rowCount } = await pool.query(
      `with written as (
         insert into auth.account (user_id, provider_id, account_id, password)
         select id, 'credential', id::text, $2 from auth."user" where id = $1
         on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()
         returning user_id
       ), ended as (delete from auth.session where user_id in (select user_id from written))
       select from written`,
      [accountId, await hashPassword(password)],
    )
    return rowCount ? { ok: true, headers: new Headers() } : refuse('not-found')
  }

  const renameAccount = async (accountId: string, name: string): Promise<void> => {
    await pool.query(`update auth."user" set name = $2, updated_at = now() where id = $1`, [accountId, name.trim()])
  }

  /** Marks the mailbox as proven, e.g. when an unverified account accepts an invitation sent to it. */
  const markVerified = async (accountId: string): Promise<void> => {
    await pool.query(`update auth."user" set email_verified = true, updated_at = now() where id = $1`, [accountId])
  }

  /** Removes the account with its sessions, passkeys and codes. False when there was none. */
  const deleteAccount = async (accountId: string): Promise<boolean> =>
    ((await pool.query(`delete from auth."user" where id = $1`, [accountId])).rowCount ?? 0) > 0

  /** For the retention job: sessions and links that have run out. Returns how many rows went. */
  async function removeExpired(now: Date): Promise<number> {
    const sessions = await pool.query('delete from auth.session where expires_at < $1', [now])
    const links = await pool.query('delete from auth.verification where expires_at < $1', [now])
    return (sessions.rowCount ?? 0) + (links.rowCount ?? 0)
  }

  return {
    findAccount,
    findAccountByEmail,
    listAccounts,
    listAllAccounts,
    createAccount,
    setPassword,
    renameAccount,
    markVerified,
    deleteAccount,
    removeExpired,
  }
}

const wrongLength = (password: string) => {
  if (password.length < passwordLength.min) return 'password-too-short'
  return password.length > passwordLength.max ? 'password-too-long' : undefined
}
