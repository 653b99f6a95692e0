import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { explainAbsence } from '#platform/db/tombstones.ts'
import type { Reading } from '#platform/http/reading.ts'
import { visible } from '#platform/things/visible.ts'
import type { OrderKind } from '../model/forms.ts'
import type { OrderThing, Size } from '../model/order.ts'
import { paths } from '../paths.ts'
import type { Unspoken } from './linked.ts'

interface Row {
  id: number
  code?: string
  title: string
  description: string | null
  parentId?: number | null
  sizeValue?: number | null
  sizeSource?: string | null
  sizeDate?: string | null
  publishedAt: Date | null
  submittedAt: Date | null
  /** Of a target group: the group above and the groups below, in their order. */
  family: { id: number; title: string }[] | null
}

const pathOf = { 'action-field': paths.one, 'cross-cutting-topic': paths.topic, 'target-group': paths.targetGroup }
const tables = {
  'action-field': 'action_field',
  'cross-cutting-topic': 'cross_cutting_topic',
  'target-group': 'target_group',
} as const

/** One of them alone, still in German. Throws NotFound, or Gone for what was published once. */
export async function findThing(
  db: Database,
  reading: Reading,
  kind: OrderKind,
  id: number,
): Promise<Unspoken<OrderThing>> {
  const { rows } = await sql<Row>`select o.*, ${kind === 'target-group' ? family(reading) : sql`null`} as family
    from ${sql.table(tables[kind])} o
    where ${visible(reading, 'o')} and o.id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return explainAbsence(db, kind, id, pathOf[kind])
  const groups = row.family ?? []
  const parent = groups.find((one) => one.id === row.parentId)
  return {
    ids: [id, ...groups.map((one) => one.id)],
    in: (words) => {
      const named = (one: { id: number; title: string }) => ({
        id: one.id,
        title: words.text(kind, one.id, 'title', one.title),
      })
      return {
        kind,
        id,
        code: row.code ?? null,
        title: words.text(kind, id, 'title', row.title),
        description: words.optional(kind, id, 'description', row.description),
        parent: parent ? named(parent) : null,
        children: groups.filter((one) => one.id !== row.parentId).map(named),
        size: sizeOf(row),
        publishedAt: row.publishedAt,
        submittedAt: row.submittedAt,
      }
    },
  }
}

const sizeOf = ({ sizeValue, sizeSource, sizeDate }: Row): Size | null =>
  sizeValue == null ? null : { value: sizeValue, source: sizeSource ?? null, date: sizeDate ?? null }

/** The group above and the groups below, in the same statement as the group itself. */
const family = (
  reading: Reading,
) => sql`(select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title) order by t.position, t.id)
  from target_group t where ${visible(reading, 't')} and (t.parent_id = o.id or t.id = o.parent_id))`
