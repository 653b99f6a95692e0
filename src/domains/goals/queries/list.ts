import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import { loadTranslations, type Translations } from '#platform/texts/translations.ts'
import { linkCounts, linkedIds, isLinkedTo, visible, type LinkTable } from '#platform/things/visible.ts'
import { goalLevels, type GoalInList, type GoalLevel, type GoalSource, type Relation } from '../model/goal.ts'
import type { GoalFilter, SortKey } from '../model/filter.ts'

export interface Option {
  value: string
  label: string
}
export interface GoalList {
  goals: GoalInList[]
  /** How many match, how many of those have no indicator or no measure, and how many there are in all. */
  total: number
  withoutIndicator: number
  withoutMeasure: number
  all: number
  /** What the filters offer, in the reader's language. */
  options: { actionFields: Option[]; topics: Option[] }
}

const links = {
  need: { table: 'goal_need', own: 'goal_id', other: 'need_id', target: 'need' },
  measure: { table: 'measure_goal', own: 'goal_id', other: 'measure_id', target: 'measure' },
  indicator: { table: 'goal_indicator', own: 'goal_id', other: 'indicator_id', target: 'indicator' },
} as const satisfies Record<string, LinkTable>

const hasNo = (reading: Reading, link: LinkTable) => sql<SqlBool>`g.id not in ${linkedIds(reading, link)}`

function matches(reading: Reading, filter: Partial<GoalFilter> & OnlyOne): RawBuilder<SqlBool> {
  const { only, ebene, herkunft, feld, thema, ohne, entwurf, q } = filter
  const conditions = [
    sql<SqlBool>`${visible(reading, 'g')}`,
    ...(only === undefined ? [] : [sql<SqlBool>`g.id = ${only}`]),
    ...(ebene ? [sql<SqlBool>`g.level = ${ebene}`] : []),
    ...(herkunft ? [sql<SqlBool>`g.source = ${herkunft}`] : []),
    ...(feld ? [sql<SqlBool>`g.action_field_id = ${feld}`] : []),
    ...(thema ? [isLinkedTo(reading, 'g', { table: 'goal_topic', own: 'goal_id', other: 'topic_id' }, thema)] : []),
    ...(ohne === 'indikator' ? [hasNo(reading, links.indicator)] : []),
    ...(ohne === 'massnahme' ? [hasNo(reading, links.measure)] : []),
    ...(entwurf && reading.sees.drafts ? [sql<SqlBool>`g.published_at is null`] : []),
    ...(q ? [sql<SqlBool>`g.id in (select s.id from search_goals(${reading.planVersionId}, ${q}) s)`] : []),
  ]
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

const byLevel = sql`array_position(${sql.lit(`{${goalLevels.join(',')}}`)}::text[], g.level)`
const orders: Record<SortKey, RawBuilder<unknown>> = {
  folge: sql`g.position`,
  ziel: sql`g.text collate "de"`,
  ebene: byLevel,
  massnahmen: sql`coalesce(ranked.count, 0)`,
  indikatoren: sql`coalesce(ranked.count, 0)`,
}
/** What is counted of every goal to sort by it. */
const ranks: Partial<Record<SortKey, LinkTable>> = { massnahmen: links.measure, indikatoren: links.indicator }

interface Row {
  id: number
  text: string
  level: GoalLevel
  source: GoalSource
  parentId: number | null
  relation: Relation | null
  leadIn: string | null
  fieldId: number | null
  fieldTitle: string | null
  needCount: number
  measureCount: number
  indicatorCount: number
  isDraft: boolean
}

interface Page {
  limit: number
  offset: number
  /** All of them instead, where there are at most so many. */
  whole?: number
}

/** The goals that match, one page of them, with everything around the list. Three statements, four in foreign languages. */
export async function listGoals(
  db: Database,
  reading: Reading,
  filter: Partial<GoalFilter> & OnlyOne,
  page: Page,
): Promise<GoalList> {
  const counts = await countGoals(db, reading, filter)
  const rows = await rowsOf(db, reading, filter, {
    ...page,
    ...(page.whole !== undefined && counts.all <= page.whole && { limit: page.whole }),
  })

  const { rows: offered } = await sql<{ kind: 'action-field' | 'cross-cutting-topic'; id: number; title: string }>`
    select 'action-field' as kind, f.id, f.title, f.position from action_field f where ${visible(reading, 'f')}
    union all select 'cross-cutting-topic', c.id, c.title, c.position from cross_cutting_topic c
      where ${visible(reading, 'c')} order by kind, position, id`.execute(db)

  const ids = (kind: string) => offered.filter((row) => row.kind === kind).map(({ id }) => id)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'goal', ids: rows.map(({ id }) => id) },
    { kind: 'action-field', ids: ids('action-field') },
    { kind: 'cross-cutting-topic', ids: ids('cross-cutting-topic') },
  ])
  const options = (kind: string) =>
    offered
      .filter((row) => row.kind === kind)
      .map(({ id, title }) => ({ value: String(id), label: words.text(kind, id, 'title', title).text }))
  return {
    ...counts,
    options: { actionFields: options('action-field'), topics: options('cross-cutting-topic') },
    goals: rows.map((row) => shown(row, words)),
  }
}

/** The goals that match, alone, and the words they were shown in. One statement, two in foreign languages. */
export async function findGoals(
  db: Database,
  reading: Reading,
  filter: Partial<GoalFilter> & OnlyOne,
  page: Page,
): Promise<{ goals: GoalInList[]; words: Translations }> {
  const rows = await rowsOf(db, reading, filter, page)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'goal', ids: rows.map(({ id }) => id) },
    { kind: 'action-field', ids: rows.flatMap(({ fieldId }) => fieldId ?? []) },
  ])
  return { goals: rows.map((row) => shown(row, words)), words }
}

const shown = ({ text, fieldId, fieldTitle, ...row }: Row, words: Translations): GoalInList => ({
  ...row,
  title: words.text('goal', row.id, 'text', text),
  field:
    fieldId === null ? null : { id: fieldId, title: words.text('action-field', fieldId, 'title', fieldTitle ?? '') },
})

/** How many match. One statement. */
export async function countMatching(
  db: Database,
  reading: Reading,
  filter: Partial<GoalFilter> & OnlyOne,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from goal g where ${matches(reading, filter)}`.execute(db)
  return rows[0]?.total ?? 0
}

type Counted = Pick<GoalList, 'total' | 'withoutIndicator' | 'withoutMeasure' | 'all'>

async function countGoals(db: Database, reading: Reading, filter: Partial<GoalFilter> & OnlyOne): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(*) as total, count(*) filter (where ${hasNo(reading, links.indicator)}) as without_indicator,
      count(*) filter (where ${hasNo(reading, links.measure)}) as without_measure,
      (select count(*) from goal g where ${visible(reading, 'g')}) as all
    from goal g where ${matches(reading, filter)}`.execute(db)
  return rows[0] ?? { total: 0, withoutIndicator: 0, withoutMeasure: 0, all: 0 }
}

/** The ids of the page first, then what is shown and counted of these. */
async function rowsOf(
  db: Database,
  reading: Reading,
  filter: Partial<GoalFilter> & OnlyOne,
  page: { limit: number; offset: number },
): Promise<Row[]> {
  const key = filter.sort ?? 'folge'
  const rank = ranks[key]
  const order = sql`${orders[key]} ${filter.richtung === 'ab' ? sql`desc` : sql`asc`}, g.position, g.id`
  const shown = sql`select id from page`
  const { rows } = await sql<Row>`
    with ${rank ? sql`ranked as materialized ${linkCounts(reading, rank)},` : sql``} page as materialized (
      select g.*, row_number() over (order by ${order}) as place
      from goal g ${rank ? sql`left join ranked on ranked.id = g.id` : sql``}
      where ${matches(reading, filter)} order by ${order} limit ${page.limit} offset ${page.offset}),
    needs as materialized ${linkCounts(reading, links.need, shown)},
    measures as materialized ${linkCounts(reading, links.measure, shown)},
    indicators as materialized ${linkCounts(reading, links.indicator, shown)}
    select g.id, g.text, g.level, g.source, g.parent_id, g.relation, g.lead_in, g.published_at is null as is_draft,
      f.id as field_id, f.title as field_title, coalesce(n.count, 0) as need_count,
      coalesce(m.count, 0) as measure_count, coalesce(i.count, 0) as indicator_count
    from page g left join action_field f on f.municipality_id = g.municipality_id
      and f.plan_version_id = g.plan_version_id and f.id = g.action_field_id and ${visible(reading, 'f')}
    left join needs n on n.id = g.id left join measures m on m.id = g.id left join indicators i on i.id = g.id
    order by g.place`.execute(db)
  return rows
}
