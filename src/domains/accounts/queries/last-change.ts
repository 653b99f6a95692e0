import { sql } from 'kysely'
import type { Ctx } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { formatDate, localDateOf } from '#values/local-date.ts'
import type { Role } from '../model/rights.ts'
import { texts } from '../texts/index.ts'

/** Fields whose changes nobody outside may notice, not even by their day. */
const internalFields = ['internalNote', 'course', 'courseReason', 'courseReleased', 'resources']

/**
 * When a thing was last changed and by whom, as a sentence: for the public the unit or the role, for staff who see the
 * history the name, too. undefined: no entry, or only ones that the reader may not know of. One statement.
 */
export async function lastChangeOf(
  { var: { db, person, sees, speech } }: Ctx,
  kind: string,
  id: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ at: Date; name: string | null; unit: string | null; roles: Role[] | null }>`
    select e.at, u.name as unit, m.roles, coalesce(a.name, m.function_title) as name
    from audit_entry e
    left join membership m on m.account_id = e.account_id
    left join org_unit u on u.id = m.org_unit_id
    left join auth."user" a on a.id = m.account_id
    where e.thing_kind = ${kind} and e.thing_id = ${id}
      and (${sees.internal} or e.changes = '{}' or exists (
        select from jsonb_object_keys(e.changes) k where not (k = any(${internalFields}))))
    order by e.id desc limit 1`.execute(db)
  const [last] = rows
  if (!last) return undefined
  const t = texts(speech)
  const date = formatDate(localDateOf(last.at), speech.language)
  const [role] = last.roles ?? []
  const office = last.unit ?? (role && t.dynamic(`role.${role}`))
  const isNamed = last.name !== null && mayEver(person, 'history:see')
  const who = isNamed ? [last.name, office].filter(Boolean).join(', ') : office
  return who ? t('lastChange.by', { date, who }) : t('lastChange', { date })
}
