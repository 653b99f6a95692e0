import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import { loadTranslations, type Translations } from '#platform/texts/translations.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import { linkCounts, linkedIds, isLinkedTo, visible, type LinkTable } from '#platform/things/visible.ts'
import type { NeedFilter, SortKey } from '../model/filter.ts'
import type { Named, NeedInList, NeedState } from '../model/need.ts'

export interface Option {
  value: string
  label: string
}
export interface NeedList {
  needs: NeedInList[]
  /** How many match, how many of those have no goal, and how many there are in all. */
  total: number
  withoutGoal: number
  all: number
  /** What the filters offer, in the reader's language. */
  options: { actionFields: Option[]; targetGroups: Option[]; topics: Option[] }
}

const goals: LinkTable = { table: 'goal_need', own: 'need_id', other: 'goal_id', target: 'goal' }
const hasNoGoal = (reading: Reading) => sql<SqlBool>`n.id not in ${linkedIds(reading, goals)}`

function matches(reading: Reading, filter: Partial<NeedFilter> & OnlyOne): RawBuilder<SqlBool> {
  const { only, feld, zielgruppe, thema, stand, prioritaet, ohneziel, entwurf, q } = filter
  const linked = (table: string, column: string, id: number) =>
    isLinkedTo(reading, 'n', { table, own: 'need_id', other: column }, id)
  const conditions = [
    sql<SqlBool>`${visible(reading, 'n')} and ${isCountedNeed('n')}`,
    ...(only === undefined ? [] : [sql<SqlBool>`n.id = ${only}`]),
    ...(feld ? [sql<SqlBool>`n.action_field_id = ${feld}`] : []),
    ...(zielgruppe ? [linked('need_target_group', 'target_group_id', zielgruppe)] : []),
    ...(thema ? [linked('need_topic', 'topic_id', thema)] : []),
    ...(stand ? [sql<SqlBool>`n.state = ${stand}`] : []),
    ...(prioritaet === 'ohne' ? [sql<SqlBool>`n.priority is null`] : []),
    ...(prioritaet && prioritaet !== 'ohne' ? [sql<SqlBool>`n.priority = ${Number(prioritaet)}`] : []),
    ...(ohneziel ? [hasNoGoal(reading)] : []),
    ...(entwurf && reading.sees.drafts ? [sql<SqlBool>`n.published_at is null`] : []),
    ...(q ? [sql<SqlBool>`n.id in (select s.id from search_needs(${reading.planVersionId}, ${q}) s)`] : []),
  ]
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

const orders: Record<SortKey, RawBuilder<unknown>> = {
  folge: sql`f.position`,
  bedarf: sql`n.statement collate "de"`,
  prioritaet: sql`n.priority`,
  stand: sql`array_position(array['NEW','DISCUSSED','ADOPTED','REJECTED'], n.state)`,
  ziele: sql`coalesce(ranked.count, 0)`,
}

interface Row {
  id: number
  statement: string
  priority: number | null
  state: NeedState
  fieldId: number | null
  fieldTitle: string | null
  targetGroups: { id: number; title: string }[] | null
  goalCount: number
  isDraft: boolean
}

/** The needs that match, one page of them, with everything around the list. Three statements, four in foreign languages. */
export async function listNeeds(
  db: Database,
  reading: Reading,
  filter: Partial<NeedFilter> & OnlyOne,
  page: { limit: number; offset: number },
): Promise<NeedList> {
  const rows = await rowsOf(db, reading, filter, page)
  const counted = await sql<Pick<NeedList, 'total' | 'withoutGoal' | 'all'>>`
    select count(*) as total, count(*) filter (where ${hasNoGoal(reading)}) as without_goal,
      (select count(*) from need n where ${visible(reading, 'n')} and ${isCountedNeed('n')}) as all
    from need n where ${matches(reading, filter)}`.execute(db)

  const offered = await listOffered(db, reading)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'need', ids: rows.map(({ id }) => id) },
    ...offeredKinds.map((kind) => ({ kind, ids: offered.filter((row) => row.kind === kind).map(({ id }) => id) })),
  ])
  const options = (kind: (typeof offeredKinds)[number]) =>
    offered
      .filter((row) => row.kind === kind)
      .map(({ id, title }) => ({ value: String(id), label: words.text(kind, id, 'title', title).text }))
  return {
    ...(counted.rows[0] ?? { total: 0, withoutGoal: 0, all: 0 }),
    options: {
      actionFields: options('action-field'),
      targetGroups: options('target-group'),
      topics: options('cross-cutting-topic'),
    },
    needs: rows.map((row) => shown(row, words)),
  }
}

/** The needs that match, alone, and the words they were shown in. One statement, two in foreign languages. */
export async function findNeeds(
  db: Database,
  reading: Reading,
  filter: Partial<NeedFilter> & OnlyOne,
  page: { limit: number; offset: number },
): Promise<{ needs: NeedInList[]; words: Translations }> {
  const rows = await rowsOf(db, reading, filter, page)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'need', ids: rows.map(({ id }) => id) },
    { kind: 'action-field', ids: rows.flatMap(({ fieldId }) => fieldId ?? []) },
    { kind: 'target-group', ids: rows.flatMap(({ targetGroups }) => (targetGroups ?? []).map(({ id }) => id)) },
  ])
  return { needs: rows.map((row) => shown(row, words)), words }
}

/** How many match. One statement. */
export async function countMatching(
  db: Database,
  reading: Reading,
  filter: Partial<NeedFilter> & OnlyOne,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from need n where ${matches(reading, filter)}`.execute(db)
  return rows[0]?.total ?? 0
}

function shown({ statement, fieldId, fieldTitle, targetGroups, ...row }: Row, words: Translations): NeedInList {
  const named = (kind: string, id: number, title: string): Named => ({
    id,
    title: words.text(kind, id, 'title', title),
  })
  return {
    ...row,
    title: words.text('need', row.id, 'statement', statement),
    field: fieldId === null ? null : named('action-field', fieldId, fieldTitle ?? ''),
    targetGroups: (targetGroups ?? []).map(({ id, title }) => named('target-group', id, title)),
  }
}

async function rowsOf(
  db: Database,
  reading: Reading,
  filter: Partial<NeedFilter> & OnlyOne,
  page: { limit: number; offset: number },
): Promise<Row[]> {
  const direction = filter.richtung === 'ab' ? sql`desc` : sql`asc`
  const isRanked = filter.sort === 'ziele'
  const order = sql`${orders[filter.sort ?? 'folge']} ${direction} nulls last, f.position nulls last, n.position, n.id`
  const { rows } = await sql<Row>`
    with ${isRanked ? sql`ranked as materialized ${linkCounts(reading, goals)},` : sql``} page as materialized (
      select n.*, f.id as seen_field_id, f.title as field_title, row_number() over (order by ${order}) as place
      from need n left join action_field f on f.municipality_id = n.municipality_id
        and f.plan_version_id = n.plan_version_id and f.id = n.action_field_id and ${visible(reading, 'f')}
      ${isRanked ? sql`left join ranked on ranked.id = n.id` : sql``}
      where ${matches(reading, filter)} order by ${order} limit ${page.limit} offset ${page.offset}),
    counted as materialized ${linkCounts(reading, goals, sql`select id from page`)}
    select n.id, n.statement, n.priority, n.state, n.published_at is null as is_draft, n.seen_field_id as field_id,
      n.field_title, coalesce(counted.count, 0) as goal_count,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title) order by t.position, t.id)
        from need_target_group l join target_group t on t.municipality_id = l.municipality_id
          and t.plan_version_id = l.plan_version_id and t.id = l.target_group_id
        where l.municipality_id = n.municipality_id and l.plan_version_id = n.plan_version_id and l.need_id = n.id
          and ${visible(reading, 't')}) as target_groups
    from page n left join counted on counted.id = n.id order by n.place`.execute(db)
  return rows
}

const offeredKinds = ['action-field', 'target-group', 'cross-cutting-topic'] as const

/** Everything that the list can be narrowed by. */
async function listOffered(db: Database, reading: Reading) {
  const { rows } = await sql<{ kind: (typeof offeredKinds)[number]; id: number; title: string }>`
    select 'action-field' as kind, f.id, f.title, f.position from action_field f where ${visible(reading, 'f')}
    union all select 'target-group', t.id, t.title, t.position from target_group t where ${visible(reading, 't')}
    union all select 'cross-cutting-topic', c.id, c.title, c.position from cross_cutting_topic c
      where ${visible(reading, 'c')}
    order by kind, position, id`.execute(db)
  return rows
}
