import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { things } from '#platform/things/kinds.ts'
import { internalFields, pageKinds, type PageKind } from '../model/thing-pages.ts'

/** A thing that the public can open, and when its page last changed for the public. */
export interface PublishedThing {
  kind: PageKind
  id: number
  title: string
  publishedAt: Date
  changedAt: Date
}

const newestVersion = sql`(select id from plan_version where published_at is not null order by number desc limit 1)`

/** Every published thing with a page, in the newest published version of the plan. */
const published = sql.join(
  pageKinds.map((kind) => {
    const { table, title, inPlan } = things[kind]
    return sql`select ${sql.lit(kind)} as kind, id, ${sql.ref(title)} as title, published_at from ${sql.table(table)}
      where published_at is not null ${inPlan ? sql`and plan_version_id = ${newestVersion}` : sql``}`
  }),
  sql` union all `,
)

// The course of a measure is news only once it is released.
const courseFields = sql`('course', 'courseReason', 'courseReleased')`
const changes = sql`select a.thing_kind, a.thing_id, max(a.at) as at from audit_entry a
  left join measure m on a.thing_kind = 'measure' and m.id = a.thing_id and m.plan_version_id = ${newestVersion}
  where a.act = 'published' or (a.act = 'changed' and exists (
    select from jsonb_object_keys(a.changes) k
    where k <> all(${internalFields}::text[]) or (m.course_released and k in ${courseFields})))
  group by 1, 2`

/** The newest first, at most `limit`. One statement. */
export async function listPublished(db: Database, limit: number): Promise<PublishedThing[]> {
  const { rows } = await sql<PublishedThing>`
    select t.kind, t.id, t.title, t.published_at, greatest(t.published_at, c.at) as changed_at
    from (${published}) t left join (${changes}) c on c.thing_kind = t.kind and c.thing_id = t.id
    order by changed_at desc, t.kind, t.id limit ${limit}`.execute(db)
  return rows
}

export interface RemovedThing {
  kind: PageKind
  id: number
  title: string
  removedAt: Date
}

/** What was public and was removed, newest first. Merged things are left out: they live on. */
export async function listRemoved(db: Database, limit: number): Promise<RemovedThing[]> {
  const rows = await db
    .selectFrom('tombstone')
    .where('movedToId', 'is', null)
    .where('thingKind', 'in', pageKinds)
    .select(['thingKind', 'thingId as id', 'title', 'removedAt'])
    .orderBy('removedAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ thingKind, ...row }) => ({ ...row, kind: thingKind as PageKind }))
}
