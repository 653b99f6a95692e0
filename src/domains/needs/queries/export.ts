import { sql } from 'kysely'
import { everything, type Slice } from '#platform/api/collection.ts'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import type { FlexDate } from '#values/flex-date.ts'
import type { NeedFilter } from '../model/filter.ts'
import type { NeedInList, SourceKind } from '../model/need.ts'
import { findNeeds } from './list.ts'

export interface ExportedNeed extends NeedInList {
  description: string | null
  rejectionReason: string | null
  topicIds: number[]
  goalIds: number[]
  sources: { kind: SourceKind; text: string; date: FlexDate | null }[]
}

/** The filtered list, whole or one page of it, with what the page of each need says. Two statements, three in foreign languages. */
export async function exportNeeds(
  db: Database,
  reading: Reading,
  filter: Partial<NeedFilter> & OnlyOne,
  slice: Slice = everything,
): Promise<ExportedNeed[]> {
  const { needs, words } = await findNeeds(db, reading, filter, slice)
  const linked = (table: string, column: string, other: string) =>
    sql`array(select ${sql.ref(`l.${column}`)} from ${sql.table(table)} l join ${sql.table(other)} o
      on o.municipality_id = l.municipality_id and o.plan_version_id = l.plan_version_id and o.id = ${sql.ref(`l.${column}`)}
      where l.municipality_id = n.municipality_id and l.plan_version_id = n.plan_version_id and l.need_id = n.id
        ${reading.sees.drafts ? sql`` : sql`and o.published_at is not null`} order by 1)`
  const { rows } = await sql<
    Pick<ExportedNeed, 'id' | 'description' | 'rejectionReason' | 'topicIds' | 'goalIds' | 'sources'>
  >`
    select n.id, n.description, n.rejection_reason, ${linked('need_topic', 'topic_id', 'cross_cutting_topic')} as topic_ids,
      ${linked('goal_need', 'goal_id', 'goal')} as goal_ids,
      coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'text', s.text, 'date', s.date) order by s.position, s.id)
        from need_source s where s.municipality_id = n.municipality_id and s.plan_version_id = n.plan_version_id
          and s.need_id = n.id), '[]') as sources
    from need n where n.plan_version_id = ${reading.planVersionId} and n.id = any(${needs.map(({ id }) => id)})`.execute(
    db,
  )
  const more = new Map(rows.map((row) => [row.id, row]))
  return needs.flatMap((need) => {
    const rest = more.get(need.id)
    if (!rest) return []
    const text = (field: 'description' | 'rejectionReason') =>
      words.optional('need', need.id, field, rest[field])?.text ?? null
    return [{ ...need, ...rest, description: text('description'), rejectionReason: text('rejectionReason') }]
  })
}
