import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { things, type ThingKind } from '#platform/things/kinds.ts'

/** Something that the public does not see yet, with who touched it last and when. */
export interface Draft {
  kind: ThingKind
  id: number
  label: string
  number: string | null
  version: number
  submittedAt: Date | null
  /** The last act on it; null: made by the program itself. */
  act: string | null
  at: Date | null
  by: string | null
  /** What was said when it was sent back last. */
  comment: string | null
}

/** More are not shown at once: who has so many drafts publishes them in the lists of their kinds. */
export const mostDrafts = 200

/** Drafts of all kinds, submitted ones first, then the newest: one statement. `total`: how many there are in all. */
export async function listDrafts(
  db: Database,
  planVersionId: number,
  kind?: ThingKind,
): Promise<{ drafts: Draft[]; total: number }> {
  const wanted = (Object.keys(things) as ThingKind[]).filter((one) => kind === undefined || one === kind)
  const parts = wanted.map((one) => {
    const { table, inPlan, title } = things[one]
    const number = one === 'measure' ? sql`number` : sql`null::text`
    return sql`select ${one}::text as kind, id, ${sql.ref(title)} as label, ${number} as number, version, submitted_at, updated_at
      from ${sql.table(table)} where published_at is null ${inPlan ? sql`and plan_version_id = ${planVersionId}` : sql``}`
  })
  const { rows } = await sql<Draft & { total: number }>`
    select d.kind, d.id, d.label, d.number, d.version, d.submitted_at, a.act, a.at, u.name as by, r.comment, d.total
    from (select *, count(*) over () as total from (${sql.join(parts, sql` union all `)}) all_drafts
      order by submitted_at desc nulls last, updated_at desc, kind, id limit ${mostDrafts}) d
    left join lateral (select act, at, account_id from audit_entry e where e.thing_kind = d.kind and e.thing_id = d.id
      order by e.id desc limit 1) a on true
    left join lateral (select changes -> 'comment' ->> 'to' as comment from audit_entry e
      where e.thing_kind = d.kind and e.thing_id = d.id and e.act = 'returned' order by e.id desc limit 1) r on true
    left join auth."user" u on u.id = a.account_id
    order by d.submitted_at desc nulls last, d.updated_at desc, d.kind, d.id`.execute(db)
  return { drafts: rows, total: rows[0]?.total ?? 0 }
}
