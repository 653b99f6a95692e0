import { sql } from 'kysely'
import { everything, type Slice } from '#platform/api/collection.ts'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import { visible } from '#platform/things/visible.ts'
import type { OrderKind } from '../model/forms.ts'
import type { StateCounts } from '../model/linked.ts'
import type { Matrix, OrderInList } from '../model/order.ts'
import { conditions } from './touched.ts'

interface Row {
  id: number
  code: string | null
  title: string
  description: string | null
  parentId: number | null
  sizeValue: number | null
  sizeSource: string | null
  sizeDate: string | null
  isDraft: boolean
  needCount: number
  goalCount: number
  counts: StateCounts | null
}

const columns = {
  'action-field': sql`o.code, null::int as size_value, null as size_source, null::date as size_date`,
  'cross-cutting-topic': sql`null as code, null::int as size_value, null as size_source, null::date as size_date`,
  'target-group': sql`null as code, o.size_value, o.size_source, o.size_date`,
} as const
const tables = {
  'action-field': 'action_field',
  'cross-cutting-topic': 'cross_cutting_topic',
  'target-group': 'target_group',
} as const

/** The group above, where the reader may know of it. */
const parentOf = (reading: Reading, kind: OrderKind) =>
  kind === 'target-group'
    ? sql`(select p.id from target_group p where ${visible(reading, 'p')} and p.id = o.parent_id)`
    : sql`null::bigint`

/** How many fields, topics or target groups there are. One statement. */
export async function countOrder(db: Database, reading: Reading, kind: OrderKind): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${sql.table(tables[kind])} o where ${visible(reading, 'o')}`.execute(db)
  return rows[0]?.total ?? 0
}

/**
 * Fields, topics or target groups in their order, all or one page of them, with what they hold. One statement, two in
 * foreign languages.
 */
export async function listOrder(
  db: Database,
  reading: Reading,
  kind: OrderKind,
  { limit, offset, only }: Slice & OnlyOne = everything,
): Promise<OrderInList[]> {
  const where = conditions(reading, kind, sql.ref('o.id'))
  const { rows } = await sql<Row>`
    select o.id, o.title, o.description, o.published_at is null as is_draft, ${columns[kind]}, ${parentOf(reading, kind)} as parent_id,
      (select count(*) from need n where ${visible(reading, 'n')} and ${isCountedNeed('n')} and ${where.needs}) as need_count,
      (select count(*) from goal g where ${visible(reading, 'g')} and ${where.goals}) as goal_count,
      (select jsonb_object_agg(state, n) from (select m.state, count(*) n from measure m
        where ${visible(reading, 'm')} and ${where.measures} group by m.state) s) as counts
    from ${sql.table(tables[kind])} o where ${visible(reading, 'o')}
      ${only === undefined ? sql`` : sql`and o.id = ${only}`}
    order by o.position, o.id limit ${limit} offset ${offset}`.execute(db)
  const words = await loadTranslations(db, reading.language, [{ kind, ids: rows.map(({ id }) => id) }])
  return rows.map(({ sizeValue, sizeSource, sizeDate, title, description, counts, ...row }) => ({
    ...row,
    title: words.text(kind, row.id, 'title', title),
    description: words.optional(kind, row.id, 'description', description),
    size: sizeValue === null ? null : { value: sizeValue, source: sizeSource, date: sizeDate },
    counts: counts ?? {},
  }))
}

/** How topics and fields meet, counted in measures. Three statements, five in foreign languages. */
export async function getMatrix(db: Database, reading: Reading): Promise<Matrix> {
  const topics = await listOrder(db, reading, 'cross-cutting-topic')
  const { rows } = await sql<{ id: number; code: string; title: string; counts: Record<string, number> | null }>`
    select f.id, f.code, f.title,
      (select jsonb_object_agg(topic_id, n) from (select l.topic_id, count(*) n from measure m
        join measure_topic l on l.municipality_id = m.municipality_id and l.plan_version_id = m.plan_version_id
          and l.measure_id = m.id
        where ${visible(reading, 'm')} and m.action_field_id = f.id group by l.topic_id) s) as counts
    from action_field f where ${visible(reading, 'f')} order by f.position, f.id`.execute(db)
  const words = await loadTranslations(db, reading.language, [{ kind: 'action-field', ids: rows.map(({ id }) => id) }])
  return {
    topics,
    fields: rows.map(({ id, code, title }) => ({ id, code, title: words.text('action-field', id, 'title', title) })),
    counts: new Map(
      rows.flatMap(({ id, counts }) =>
        Object.entries(counts ?? {}).map(([topic, n]) => [`${topic}.${id}`, n] as const),
      ),
    ),
  }
}
