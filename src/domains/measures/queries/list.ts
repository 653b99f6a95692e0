import { sql, type ExpressionBuilder, type SqlBool, type Expression } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { isLinkedTo, visible } from '#platform/things/visible.ts'
import type { Cents } from '#values/money.ts'
import { narrowing, type MeasureFilter, type SortKey } from '../model/filter.ts'
import type { Lead, MeasureInList } from '../model/measure.ts'

export interface MeasureList {
  measures: MeasureInList[]
  /** How many match, how many there are in all, and the planned sum of those that match. */
  total: number
  all: number
  planned: Cents
  /** Nothing holds the words that were looked for; these are written much like it. */
  isSimilar: boolean
}

/** What the filter, and what this reader may see, ask of a measure. `found`: what a search has found already. */
export const matches =
  (reading: Reading, filter: Partial<MeasureFilter> & OnlyOne, found?: readonly number[]) =>
  (eb: ExpressionBuilder<DB & { m: DB['measure'] }, 'm'>): Expression<SqlBool> => {
    const { planVersionId, sees } = reading
    const conditions: Expression<SqlBool>[] = [eb('m.planVersionId', '=', planVersionId)]
    const linked = (table: string, column: string, id: number) =>
      conditions.push(
        sql<SqlBool>`exists (select from ${sql.table(table)} l where l.municipality_id = m.municipality_id
          and l.plan_version_id = m.plan_version_id and l.measure_id = m.id and l.${sql.ref(column)} = ${id})`,
      )
    if (filter.only !== undefined) conditions.push(eb('m.id', '=', filter.only))
    if (!sees.drafts) conditions.push(eb('m.publishedAt', 'is not', null))
    else if (filter.entwurf) conditions.push(eb('m.publishedAt', 'is', null))
    if (filter.feld) conditions.push(eb('m.actionFieldId', '=', filter.feld))
    if (filter.thema) linked('measure_topic', 'topic_id', filter.thema)
    if (filter.zielgruppe) linked('measure_target_group', 'target_group_id', filter.zielgruppe)
    if (filter.ziel)
      conditions.push(
        isLinkedTo(
          reading,
          'm',
          { table: 'measure_goal', own: 'measure_id', other: 'goal_id' },
          seenGoal(reading, filter.ziel),
        ),
      )
    if (filter.gebiet) linked('measure_area', 'area_id', filter.gebiet)
    if (filter.stand) conditions.push(eb('m.state', '=', filter.stand))
    if (filter.verlauf) {
      conditions.push(sql<SqlBool>`${shownCourse(sees)} = ${filter.verlauf}`)
    }
    if (filter.leuchtturm) conditions.push(eb('m.isFlagship', '=', true))
    if (filter.federfuehrung) {
      const [kind, id] = filter.federfuehrung.split('-')
      conditions.push(eb(kind === 'amt' ? 'm.leadOrgUnitId' : 'm.leadActorId', '=', Number(id)))
    }
    if (filter.jahr) conditions.push(runsIn(filter.jahr))
    if (found) conditions.push(sql<SqlBool>`m.id = any(${found}::bigint[])`)
    else if (filter.q) {
      conditions.push(sql<SqlBool>`m.id in (select s.id from search_measures(${planVersionId}, ${filter.q}) s)`)
    }
    return eb.and(conditions)
  }

/** The goal, if this reader may know of it: what a draft is linked to says what it will be about. */
const seenGoal = (reading: Reading, id: number) =>
  sql`(select g.id from goal g where ${visible(reading, 'g')} and g.id = ${id})`

/** A measure belongs to a year when its period touches the year or money is planned for it. */
const runsIn = (year: number): Expression<SqlBool> => sql<SqlBool>`(
  (m.period_from_sort is not null and m.period_from_sort <= ${`${year}-12-31`}
    and (m.is_permanent or coalesce(m.period_to_sort, m.period_from_sort) >= ${`${year}-01-01`}))
  or exists (select from measure_resource r where r.municipality_id = m.municipality_id
    and r.plan_version_id = m.plan_version_id and r.measure_id = m.id and r.year = ${year}))`

const plannedIn = (year: number) => sql<Cents | null>`(
  select sum(coalesce(r.staff_cents, 0) + coalesce(r.material_cents, 0)) from measure_resource r
  where r.municipality_id = m.municipality_id and r.plan_version_id = m.plan_version_id and r.measure_id = m.id
    and r.year = ${year} and num_nonnulls(r.staff_cents, r.material_cents) > 0)`

/** Name of the lead, where org_unit is joined as o and actor as a. */
export const leadName = sql<string | null>`coalesce(o.name, a.name)`
export const isLeadPublic = sql<boolean>`a.published_at is not null`

/**
 * The course that this reader is shown. For the public one that is not released looks like one that nobody gave, in
 * what is found and in the order too.
 */
const shownCourse = ({ internal }: Reading['sees']) =>
  internal
    ? sql`coalesce(m.course, 'GREY')`
    : sql`case when m.course_released then coalesce(m.course, 'GREY') else 'GREY' end`

/** Beyond so many nobody reads them in the order of how well they fit. */
const mostRanked = 2000

const orders: Record<SortKey, (year: number, sees: Reading['sees'], found?: readonly number[]) => Expression<unknown>> =
  {
    treffer: (_, __, found) =>
      found && found.length <= mostRanked ? sql`array_position(${found}::bigint[], m.id)` : sql`m.number_order`,
    nummer: () => sql`m.number_order`,
    titel: () => sql`m.title collate "de"`,
    stand: () =>
      sql`array_position(array['NOT_STARTED','IN_PREPARATION','RUNNING','COMPLETED','PERMANENT','DEFERRED','DISCONTINUED'], m.state)`,
    verlauf: (_, sees) => sql`array_position(array['RED','YELLOW','GREEN','GREY'], ${shownCourse(sees)})`,
    federfuehrung: () => sql`${leadName} collate "de"`,
    mittel: (year) => sql`${plannedIn(year)}`,
  }

interface Page {
  limit: number
  offset: number
}

/** The measures that match, with field f and lead o or a joined, in the order that is asked for. The caller selects. */
export const selectMeasures = (
  db: Database,
  reading: Reading,
  filter: Partial<MeasureFilter> & OnlyOne,
  year: number,
  found?: readonly number[],
) =>
  db
    .selectFrom('measure as m')
    .leftJoin('actionField as f', (join) =>
      join
        .onRef('f.municipalityId', '=', 'm.municipalityId')
        .onRef('f.planVersionId', '=', 'm.planVersionId')
        .onRef('f.id', '=', 'm.actionFieldId')
        .$call((on) => (reading.sees.drafts ? on : on.on('f.publishedAt', 'is not', null))),
    )
    .leftJoin('orgUnit as o', (join) =>
      join.onRef('o.municipalityId', '=', 'm.municipalityId').onRef('o.id', '=', 'm.leadOrgUnitId'),
    )
    .leftJoin('actor as a', (join) =>
      join.onRef('a.municipalityId', '=', 'm.municipalityId').onRef('a.id', '=', 'm.leadActorId'),
    )
    .where(matches(reading, filter, found))
    .orderBy(orders[filter.sort ?? 'nummer'](year, reading.sees, found), (order) =>
      filter.richtung === 'ab' ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('m.numberOrder')
    .orderBy('m.id')

/** The measures that match, one page of them; `year` is the one whose money is shown. Three statements, four in foreign languages. */
export async function listMeasures(
  db: Database,
  reading: Reading,
  filter: Partial<MeasureFilter>,
  year: number,
  page: Page,
): Promise<MeasureList> {
  const { total, planned, all, found, best } = await countMeasures(db, reading, filter, year)
  const rows = await selectMeasures(db, reading, filter, year, found ?? undefined)
    .select(['m.id', 'm.number', 'm.title', 'm.state', 'm.course', 'm.courseReleased', 'm.confirmedOn', 'm.isFlagship'])
    .select(['m.publishedAt', 'm.leadOrgUnitId', 'm.leadActorId', 'f.id as fieldId', 'f.title as fieldTitle'])
    .select([leadName.as('leadName'), isLeadPublic.as('isLeadPublic'), plannedIn(year).as('planned')])
    .limit(page.limit)
    .offset(page.offset)
    .execute()

  const words = await loadTranslations(db, reading.language, [
    { kind: 'measure', ids: rows.map(({ id }) => id) },
    { kind: 'action-field', ids: rows.flatMap(({ fieldId }) => fieldId ?? []) },
  ])
  return {
    total,
    all,
    planned: planned ?? 0,
    isSimilar: best !== null && best <= 1,
    measures: rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: words.text('measure', row.id, 'title', row.title),
      field:
        row.fieldId === null
          ? null
          : { id: row.fieldId, title: words.text('action-field', row.fieldId, 'title', row.fieldTitle ?? '') },
      state: row.state,
      course: row.courseReleased || reading.sees.internal ? row.course : null,
      isCourseReleased: row.courseReleased,
      lead: leadOf(row, reading),
      confirmedOn: row.confirmedOn,
      isFlagship: row.isFlagship,
      isDraft: row.publishedAt === null,
      planned: row.planned,
    })),
  }
}

/**
 * How many match, what is planned for them in `year`, and how many there are in all; with a search also which, so that it is
 * asked once. One statement.
 */
async function countMeasures(db: Database, reading: Reading, filter: Partial<MeasureFilter>, year: number) {
  const { planVersionId, sees } = reading
  const isWhole = sees.drafts && narrowing.every((name) => !filter[name])
  const found = db
    .selectFrom('measure as m')
    .$if(Boolean(filter.q), (query) =>
      query.innerJoin(
        sql<{ id: number; rank: number }>`search_measures(${planVersionId}, ${filter.q ?? ''})`.as('s'),
        (join) => join.onRef('s.id', '=', 'm.id'),
      ),
    )
    .where(matches(reading, { ...filter, q: '' }))
    .select(['m.id', 'm.numberOrder', filter.q ? sql<number>`s.rank`.as('rank') : sql<number>`0`.as('rank')])
  const all = sql`(select count(*) from measure a where a.plan_version_id = ${planVersionId}
    ${sees.drafts ? sql`` : sql`and a.published_at is not null`})`
  const planned = sql`(select sum(coalesce(r.staff_cents, 0) + coalesce(r.material_cents, 0)) from measure_resource r
    where r.plan_version_id = ${planVersionId} and r.year = ${year}
    ${isWhole ? sql`` : sql`and r.measure_id in (select id from found)`})`
  const ids = filter.q
    ? sql`(select coalesce(array_agg(id order by rank desc, number_order, id), '{}') from found), (select max(rank) from found)`
    : sql`null, null`
  // Counting the whole plan once instead of thrice halves the time of the plain list (measured at 30,000 measures).
  const statement = isWhole
    ? sql<Counted>`with c as materialized (select ${all} as n)
        select c.n as total, c.n as "all", ${planned} as planned, null as found, null as best from c`
    : sql<Counted>`with found as materialized (${found})
        select t.* from (select (select count(*) from found), ${all}, ${planned}, ${ids}) t (total, "all", planned, found, best)`
  const { rows } = await statement.execute(db)
  return rows[0] ?? { total: 0, all: 0, planned: null, found: null, best: null }
}
interface Counted {
  total: number
  all: number
  planned: Cents | null
  found: number[] | null
  best: number | null
}

/** Who leads a measure. An actor that is a draft is named to everyone; its page is for those who see drafts. */
export function leadOf(
  row: { leadOrgUnitId: number | null; leadActorId: number | null; leadName: string | null; isLeadPublic: boolean },
  { sees }: Pick<Reading, 'sees'>,
): Lead | null {
  const name = row.leadName ?? ''
  if (row.leadOrgUnitId !== null) return { kind: 'org-unit', id: row.leadOrgUnitId, name, hasPage: true }
  if (row.leadActorId === null) return null
  return { kind: 'actor', id: row.leadActorId, name, hasPage: row.isLeadPublic || sees.drafts }
}
