import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Act } from './audit.ts'

type Actor = Pick<Act, 'municipalityId' | 'accountId'> & { planVersionId: number }

/** One entry for each thing whose import is taken back: the entries of that import, read backwards. */
export async function auditReversed(
  db: Database,
  { municipalityId, accountId }: Actor,
  { kind, ids, importId }: { kind: string; ids: readonly number[]; importId: number },
): Promise<void> {
  if (ids.length === 0) return
  await sql`insert into audit_entry (municipality_id, account_id, thing_kind, thing_id, act, changes)
    select ${municipalityId}::bigint, ${accountId}::uuid, a.thing_kind, a.thing_id, 'takenBack',
      (select coalesce(jsonb_object_agg(c.key, case when jsonb_typeof(c.value) = 'object'
        then jsonb_build_object('from', c.value -> 'to', 'to', c.value -> 'from') else c.value end), '{}')
       from jsonb_each(a.changes) c)
    from audit_entry a
    where a.import_id = ${importId} and a.thing_kind = ${kind} and a.thing_id = any(${[...ids]}) and a.act = 'changed'`.execute(
    db,
  )
}

/** One entry for each thing that goes, with what it was called. */
export async function auditRemoved(
  db: Database,
  { municipalityId, accountId, planVersionId }: Actor,
  removed: { kind: string; ids: readonly number[]; table: string; title: string; inPlan: boolean },
): Promise<void> {
  const { kind, ids, table, title, inPlan } = removed
  if (ids.length === 0) return
  await sql`insert into audit_entry (municipality_id, account_id, thing_kind, thing_id, act, changes)
    select ${municipalityId}::bigint, ${accountId}::uuid, ${kind}::text, t.id, 'removed',
      jsonb_build_object('title', jsonb_build_object('from', t.${sql.ref(title)}, 'to', null))
    from ${sql.table(table)} t
    where t.id = any(${[...ids]}) ${inPlan ? sql`and t.plan_version_id = ${planVersionId}` : sql``} order by t.id`.execute(
    db,
  )
}
