import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { FlexDate } from '#values/flex-date.ts'
import type { LocalDate } from '#values/local-date.ts'
import type { ChapterPlace, PhaseState } from '../model/parts.ts'

export type FrameKind = 'chapter' | 'phase' | 'event' | 'action-field' | 'cross-cutting-topic' | 'target-group'

/** What stands in a plan beside its chain. A column that a kind does not have is null. */
export interface FrameRow {
  kind: FrameKind
  id: number
  title: string
  text: string | null
  /** Of an action field. */
  code: string | null
  place: ChapterPlace | null
  /** The field after which a chapter stands. */
  afterFieldId: number | null
  state: PhaseState | null
  /** Period of a phase; `from` is the date of an event. */
  from: FlexDate | null
  to: FlexDate | null
  sortDate: LocalDate | null
  isTentative: boolean
  /** Of a target group. */
  parentId: number | null
  size: number | null
  sizeSource: string | null
  sizeDate: LocalDate | null
  publishedAt: Date | null
  submittedAt: Date | null
  version: number
}

const nothing = {
  text: 'null::text',
  code: 'null::text',
  place: 'null::text',
  after_field_id: 'null::bigint',
  state: 'null::text',
  from: 'null::jsonb',
  to: 'null::jsonb',
  sort_date: 'null::date',
  is_tentative: 'false',
  parent_id: 'null::bigint',
  size: 'null::int',
  size_source: 'null::text',
  size_date: 'null::date',
  position: 'position',
}

const sources: Record<FrameKind, { table: string } & Partial<typeof nothing>> = {
  chapter: { table: 'chapter', text: 'text', place: 'place', after_field_id: 'after_field_id' },
  phase: { table: 'phase', text: 'outcome', state: 'state', from: 'period_from', to: 'period_to' },
  event: {
    table: 'plan_event',
    text: 'text',
    from: 'date',
    sort_date: 'sort_date',
    is_tentative: 'is_tentative',
    position: '0',
  },
  'action-field': { table: 'action_field', text: 'description', code: 'code' },
  'cross-cutting-topic': { table: 'cross_cutting_topic', text: 'description' },
  'target-group': {
    table: 'target_group',
    text: 'description',
    parent_id: 'parent_id',
    size: 'size_value',
    size_source: 'size_source',
    size_date: 'size_date',
  },
}

/** The rows of these kinds in the order of the plan, as this reader may see them: one statement. */
export async function loadFrame(
  db: Database,
  { planVersionId, sees }: Reading,
  kinds: readonly FrameKind[],
): Promise<FrameRow[]> {
  const parts = kinds.map((kind) => {
    const { table, ...columns } = sources[kind]
    const list = Object.entries({ ...nothing, ...columns }).map(([name, source]) => `${source} as "${name}"`)
    return sql`select ${kind}::text as kind, id, title, ${sql.raw(list.join(', '))}, published_at, submitted_at, version
      from ${sql.table(table)} where plan_version_id = ${planVersionId} ${sees.drafts ? sql`` : sql`and published_at is not null`}`
  })
  const { rows } = await sql<FrameRow>`select * from (${sql.join(parts, sql` union all `)}) s
    order by kind, position, sort_date nulls last, id`.execute(db)
  return rows
}
