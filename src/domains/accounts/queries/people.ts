import { sql } from 'kysely'
import type { Account } from '#platform/auth/accounts.ts'
import type { Auth } from '#platform/auth/auth.ts'
import type { Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { LocalDate } from '#values/local-date.ts'
import type { Role } from '../model/rights.ts'

export interface Limits {
  roles: Role[]
  onlyLed: boolean
  orgUnit: string | null
  actor: string | null
  actionFields: string[]
  functionTitle: string | null
  endsOn: LocalDate | null
}
export interface PersonRow extends Limits {
  id: number
  /** Undefined: the account is gone, or the database was restored without it. */
  account: Pick<Account, 'name' | 'email' | 'hasTotp'> | undefined
}
export interface InvitationRow extends Limits {
  id: number
  name: string
  email: string
  expiresAt: Date
}

/** What limits somebody's rights, in words. `table` is membership as m or invitation as i. */
const columns = (table: 'm' | 'i', planVersionId: number) => sql`
  ${sql.raw(table)}.id, ${sql.raw(table)}.roles, ${sql.raw(table)}.only_led, ${sql.raw(table)}.function_title,
  ${sql.raw(table)}.ends_on, u.name as org_unit, a.name as actor,
  array(select f.title from action_field f where f.plan_version_id = ${planVersionId}
    and f.id = any(${sql.raw(table)}.action_field_ids) order by f.position, f.id) as action_fields`
const joins = (table: 'm' | 'i') => sql`
  left join org_unit u on u.municipality_id = ${sql.raw(table)}.municipality_id and u.id = ${sql.raw(table)}.org_unit_id
  left join actor a on a.municipality_id = ${sql.raw(table)}.municipality_id and a.id = ${sql.raw(table)}.actor_id`

/** Everyone who has a role here, by name. One statement here, one at the accounts. */
export async function listPeople(db: Database, auth: Auth, { planVersionId }: Reading): Promise<PersonRow[]> {
  const { rows } = await sql<Limits & { id: number; accountId: string }>`
    select m.account_id, ${columns('m', planVersionId)}
    from membership m ${joins('m')}`.execute(db)
  const accounts = new Map(
    (await auth.listAccounts(rows.map(({ accountId }) => accountId))).map((one) => [one.accountId, one]),
  )
  return rows
    .map(({ accountId, ...row }) => ({ ...row, account: accounts.get(accountId) }))
    .toSorted((a, b) => (a.account?.name ?? '').localeCompare(b.account?.name ?? '', 'de'))
}

/** Invitations that nobody has accepted or taken back, newest first; also those that have run out. */
export async function listInvitations(db: Database, { planVersionId }: Reading): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select i.name, i.email, i.expires_at, ${columns('i', planVersionId)}
    from invitation i ${joins('i')}
    where i.accepted_at is null and i.revoked_at is null order by i.id desc`.execute(db)
  return rows
}

/** One person with everything a form fills. Throws NotFound. */
export async function getMembership(db: Database, id: number) {
  const row = await db
    .selectFrom('membership')
    .where('id', '=', id)
    .select([
      'id',
      'accountId',
      'roles',
      'onlyLed',
      'orgUnitId',
      'actorId',
      'actionFieldIds',
      'functionTitle',
      'endsOn',
      'version',
    ])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

export interface Choice {
  id: number
  name: string
}
export interface LimitChoices {
  orgUnits: Choice[]
  actors: Choice[]
  actionFields: Choice[]
}

/** What somebody's rights can be limited to: units that exist today, organisations, fields of the plan. One statement. */
export async function listLimitChoices(
  db: Database,
  { planVersionId }: Reading,
  today: LocalDate,
): Promise<LimitChoices> {
  const { rows } = await sql<Choice & { kind: keyof LimitChoices }>`
    select kind, id, name from (
      select 'orgUnits' as kind, id, name::text, 0 as place from org_unit where ended_on is null or ended_on >= ${today}
      union all
      select 'actors', id, name::text, 0 from actor
      union all
      select 'actionFields', id, title::text, position from action_field where plan_version_id = ${planVersionId}
    ) choice order by place, name collate "de"`.execute(db)
  const of = (kind: keyof LimitChoices) => rows.filter((row) => row.kind === kind)
  return { orgUnits: of('orgUnits'), actors: of('actors'), actionFields: of('actionFields') }
}
