import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Ctx } from '#platform/http/app.ts'
import type { Person } from '#platform/http/person.ts'
import { sendCookies } from '#platform/http/visitor.ts'
import { today } from '#platform/clock.ts'
import type { LocalDate } from '#values/local-date.ts'
import { permissionsOf, reachOf, roles, staffRoles, type Role } from './model/rights.ts'

/**
 * Cookie → account → membership, read in each request. Sets who is asking and what they see. Somebody whose role asks
 * for a second factor has no rights before giving it.
 */
export async function loadPerson(c: Ctx): Promise<void> {
  const { services, municipality } = c.var
  const { identity, cookies } = await services.identify(c.req.raw.headers)
  sendCookies(c, cookies)
  if (!identity) return
  // What somebody sees who is signed in stays in no browser and no proxy; pages that may be kept say so themselves.
  c.header('Cache-Control', 'no-store')
  const { accountId, name, email } = identity
  const asked = { day: today(services.clock), approval: municipality?.approvalRequired === true }
  const { isInstanceAdmin, row, approvers, openReports } = await findRoles(c.var.db, accountId, asked)
  const needsFactor =
    municipality?.secondFactorRequired === true &&
    identity.secondFactor !== 'done' &&
    row?.roles.some((role) => staffRoles.includes(role as Role)) === true
  const membership = row && !needsFactor ? row : undefined
  // Whoever runs the instance appoints the first officer of a municipality, and has no other right in it.
  const extra = isInstanceAdmin && municipality ? ['people:manage'] : []
  const permissions = new Set([...permissionsOf(membership?.roles ?? []), ...extra])
  c.set('person', {
    accountId,
    name,
    email,
    isInstanceAdmin,
    permissions,
    ...(membership && { membership }),
    ...(row && needsFactor && { needsSecondFactor: true }),
    ...(asked.approval && permissions.has('publish') && !permissions.has('approve') && { approvers }),
    ...(permissions.has('barrier-report:answer') && { openReports }),
  })
  c.set('sees', { drafts: permissions.has('draft:see'), internal: permissions.has('internal:see') })
}

/**
 * What somebody may be here, and what waits for them: one statement, because every signed-in page asks. Outside of a
 * municipality no membership is seen.
 */
async function findRoles(db: Database, accountId: string, { day, approval }: { day: LocalDate; approval: boolean }) {
  const approvers = approval
    ? sql`(select coalesce(array_agg(u.name order by u.name), '{}') from membership h
        left join auth."user" u on u.id = h.account_id
        where 'department-head' = any(h.roles) and (h.ends_on is null or h.ends_on >= ${day}))`
    : sql`'{}'::text[]`
  const { rows } = await sql<Roles & Waiting>`
    select a.is_instance_admin, m.id, m.roles, m.only_led, m.org_unit_id, m.actor_id, m.action_field_ids,
      ${approvers} as approvers,
      case when m.roles && ${rolesThatAnswer}::text[]
        then (select count(*) from barrier_report where answered_on is null) end as open_reports
    from (select exists (select from instance_admin where account_id = ${accountId}) as is_instance_admin) a
    left join membership m on m.account_id = ${accountId} and (m.ends_on is null or m.ends_on >= ${day})`.execute(db)
  const { isInstanceAdmin = false, approvers: names = [], openReports = 0, ...membership } = rows[0] ?? {}
  const row = isMembership(membership) ? membership : undefined
  return { isInstanceAdmin, row, approvers: names, openReports: Number(openReports ?? 0) }
}
const rolesThatAnswer = roles.filter((role) => reachOf(role, 'barrier-report:answer') !== undefined)
interface Waiting {
  approvers: (string | null)[]
  openReports: number | null
}
type Membership = NonNullable<Person['membership']>
type Roles = { isInstanceAdmin: boolean } & (Membership | { [K in keyof Membership]: null })

const isMembership = (row: Partial<Membership> | { [K in keyof Membership]: null }): row is Membership =>
  typeof row.id === 'number'
