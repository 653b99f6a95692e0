import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import { loadTranslations, type Translations } from '#platform/texts/translations.ts'
import type { LocalDate } from '#values/local-date.ts'
import { attainmentOf, defaultThresholds, type Thresholds } from '../model/attainment.ts'
import type { IndicatorFilter, SortKey } from '../model/filter.ts'
import type { Direction, IndicatorInList, IndicatorKind, PublicValue } from '../model/indicator.ts'

export interface IndicatorList {
  indicators: IndicatorInList[]
  /** How many match, and how many there are in all. */
  total: number
  all: number
}
interface Page {
  limit: number
  offset: number
}

interface Row {
  id: number
  code: string
  title: string
  unit: string
  kind: IndicatorKind
  decimals: number
  direction: Direction
  baselineValue: number | null
  baselineDate: LocalDate | null
  targetValue: number | null
  targetDate: LocalDate | null
  tolerance: number | null
  publishedAt: Date | null
  fieldId: number | null
  fieldTitle: string | null
  values: PublicValue[] | null
  thresholds: Thresholds | null
}

/** `goals`: what belongs to any of several goals. */
type Asked = Partial<IndicatorFilter> & { goals?: readonly number[] } & OnlyOne

const whereOf = ({ planVersionId, sees }: Reading, filter: Asked): RawBuilder<unknown> => {
  const goals = filter.goals ?? (filter.ziel ? [filter.ziel] : [])
  const conditions = [sql`i.plan_version_id = ${planVersionId}`]
  if (filter.only !== undefined) conditions.push(sql`i.id = ${filter.only}`)
  if (!sees.drafts) conditions.push(sql`i.published_at is not null`)
  else if (filter.entwurf) conditions.push(sql`i.published_at is null`)
  if (filter.feld) conditions.push(sql`i.action_field_id = ${filter.feld}`)
  if (filter.richtung) conditions.push(sql`i.direction = ${filter.richtung}`)
  if (goals.length > 0) {
    conditions.push(sql`exists (select from goal_indicator l join goal g using (municipality_id, plan_version_id)
      where g.id = l.goal_id and l.municipality_id = i.municipality_id and l.plan_version_id = i.plan_version_id
        and l.indicator_id = i.id and l.goal_id = any(${goals}::bigint[])
        ${sees.drafts ? sql`` : sql`and g.published_at is not null`})`)
  }
  if (filter.ohnewert)
    conditions.push(sql`not exists (select from public_observation o where o.municipality_id = i.municipality_id
      and o.indicator_id = i.id and o.value is not null)`)
  if (filter.q) conditions.push(sql`i.id in (select s.id from search_indicators(${planVersionId}, ${filter.q}) s)`)
  return sql.join(conditions, sql` and `)
}

const orders: Record<SortKey, RawBuilder<unknown>> = {
  feld: sql`f.position`,
  titel: sql`i.title collate "de"`,
  ziel: sql`i.target_date`,
}

/** All public values of an indicator as one column, so that a list needs no statement per row. */
export const publicValues = sql<PublicValue[] | null>`(
  select json_agg(json_build_object('id', o.id, 'periodFrom', o.period_from, 'periodTo', o.period_to, 'value', o.value,
    'numerator', o.numerator, 'denominator', o.denominator, 'sign', o.sign, 'flags', o.flags, 'note', o.note,
    'source', o.source) order by o.period_to, o.period_from, o.id)
  from public_observation o where o.municipality_id = i.municipality_id and o.indicator_id = i.id)`

/** The indicators that match, one page of them. Two statements, three in foreign languages. */
export async function listIndicators(
  db: Database,
  reading: Reading,
  filter: Partial<IndicatorFilter> & OnlyOne,
  page: Page,
): Promise<IndicatorList> {
  const indicators = await findIndicators(db, reading, filter, page)
  const counted = await sql<{ total: number; all: number }>`
    select (select count(*) from indicator i where ${whereOf(reading, filter)}) as total,
      (select count(*) from indicator i where ${whereOf(reading, {})}) as all`.execute(db)
  const { total = 0, all = 0 } = counted.rows[0] ?? {}
  return { total, all, indicators }
}

/** The same without counting them, e.g. those of one goal. One statement, two in foreign languages. */
export const findIndicators = async (
  db: Database,
  reading: Reading,
  filter: Asked,
  page: Page,
): Promise<IndicatorInList[]> => (await readIndicators(db, reading, filter, page)).indicators

/** How many match. One statement. */
export async function countMatching(
  db: Database,
  reading: Reading,
  filter: Partial<IndicatorFilter> & OnlyOne,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from indicator i where ${whereOf(reading, filter)}`.execute(db)
  return rows[0]?.total ?? 0
}

/** The indicators with the words they are shown in. */
export async function readIndicators(
  db: Database,
  reading: Reading,
  filter: Partial<IndicatorFilter> & OnlyOne,
  page: Page,
): Promise<{ indicators: IndicatorInList[]; words: Translations }> {
  const direction = filter.folge === 'ab' ? sql`desc nulls last` : sql`asc nulls last`
  const { rows } = await sql<Row>`
    select i.id, i.code, i.title, i.unit, i.kind, i.decimals, i.direction, i.baseline_value, i.baseline_date,
      i.target_value, i.target_date, i.tolerance, i.published_at, f.id as field_id, f.title as field_title,
      ${publicValues} as values, ${thresholds} as thresholds
    from indicator i
    left join action_field f on f.municipality_id = i.municipality_id and f.plan_version_id = i.plan_version_id
      and f.id = i.action_field_id ${reading.sees.drafts ? sql`` : sql`and f.published_at is not null`}
    where ${whereOf(reading, filter)}
    order by ${orders[filter.sort ?? 'feld']} ${direction}, f.position nulls last, i.position, i.code, i.id
    limit ${page.limit} offset ${page.offset}`.execute(db)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'indicator', ids: rows.map(({ id }) => id) },
    { kind: 'action-field', ids: rows.flatMap(({ fieldId }) => fieldId ?? []) },
  ])
  return { indicators: rows.map((row) => shown(row, words)), words }
}

/** A row as the reader is shown it, with its attainment. */
function shown(row: Row, words: Translations): IndicatorInList {
  const { id, code, title, unit, fieldId, fieldTitle, publishedAt, thresholds: set, ...facts } = row
  const values = row.values ?? []
  return {
    ...facts,
    ...{ id, code, values },
    title: words.text('indicator', id, 'title', title),
    unit: words.optional('indicator', id, 'unit', unit),
    field:
      fieldId === null ? null : { id: fieldId, title: words.text('action-field', fieldId, 'title', fieldTitle ?? '') },
    isDraft: publishedAt === null,
    attainment: attainmentOf(row, ofTheWhole(values), set ?? defaultThresholds),
  }
}

/** What public values say to the model: nothing else ever is in them. */
export const ofTheWhole = (values: readonly PublicValue[]) =>
  values.map((value) => ({ ...value, areaId: null, dimensions: {} }))

/** The municipality's own thresholds, or null. */
export const thresholds = sql<Thresholds | null>`(
  select json_build_object('greenWithin', green_within, 'yellowWithin', yellow_within) from indicator_setting limit 1)`
