import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { Translations } from '#platform/texts/translations.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import { linkCountOf, visible, type LinkTable } from '#platform/things/visible.ts'
import type {
  LinkedGoal,
  LinkedIndicator,
  LinkedMeasure,
  LinkedMeasures,
  LinkedNeed,
  MeasureState,
  StateCounts,
  YearOfMoney,
} from '../model/linked.ts'

/** A condition on the rows of one table: `m` measure, `n` need, `g` goal, `i` indicator. */
export type Where = RawBuilder<SqlBool>
/** What was read, still in German; `in` puts it into the reader's words once these are loaded. */
export interface Unspoken<Thing> {
  ids: number[]
  in: (words: Translations) => Thing
}

const unspoken = <Row extends { id: number }, Thing>(
  rows: Row[],
  speak: (row: Row, words: Translations) => Thing,
): Unspoken<Thing[]> => ({
  ids: rows.map(({ id }) => id),
  in: (words) => rows.map((row) => speak(row, words)),
})

/** Pages show the first of many measures; the list shows all of them. */
export const measuresShown = 50

/** The measures that meet a condition: the first of them, and how many are in which state. One statement. */
export async function measuresWhere(db: Database, reading: Reading, where: Where): Promise<Unspoken<LinkedMeasures>> {
  const { rows } = await sql<{
    id: number
    number: string
    title: string
    state: MeasureState
    lead: string | null
    isDraft: boolean
    counts: StateCounts
  }>`with m as (select * from measure m where ${visible(reading, 'm')} and ${where})
    select m.id, m.number, m.title, m.state, m.published_at is null as is_draft,
      coalesce((select o.name from org_unit o where o.municipality_id = m.municipality_id and o.id = m.lead_org_unit_id),
        (select a.name from actor a where a.municipality_id = m.municipality_id and a.id = m.lead_actor_id)) as lead,
      (select jsonb_object_agg(state, n) from (select state, count(*) n from m group by state) s) as counts
    from m order by m.number_order, m.id limit ${measuresShown}`.execute(db)
  const spoken = unspoken(rows, ({ counts: _counts, title, ...row }, words): LinkedMeasure => ({
    ...row,
    title: words.text('measure', row.id, 'title', title),
  }))
  return { ids: spoken.ids, in: (words) => ({ measures: spoken.in(words), counts: rows[0]?.counts ?? {} }) }
}

/** Their money, summed per year: the sums of exactly the measures that meet the condition. One statement. */
export async function moneyWhere(db: Database, reading: Reading, where: Where): Promise<YearOfMoney[]> {
  const { rows } = await sql<YearOfMoney>`
    select r.year, sum(r.fte) as fte, sum(r.staff_cents) as staff, sum(r.material_cents) as material,
      sum(r.income_cents) as income, sum(r.spent_cents) as spent,
      array_remove(array_agg(distinct r.funding_source), null) as funding_sources
    from measure m join measure_resource r on r.municipality_id = m.municipality_id
      and r.plan_version_id = m.plan_version_id and r.measure_id = m.id
    where ${visible(reading, 'm')} and ${where}
    group by r.year order by r.year`.execute(db)
  return rows
}

const goalsOfNeed: LinkTable = { table: 'goal_need', own: 'need_id', other: 'goal_id', target: 'goal' }
const measuresOfGoal: LinkTable = { table: 'measure_goal', own: 'goal_id', other: 'measure_id', target: 'measure' }

/** Needs, the urgent first. Merged ones live on in another need and are left out. One statement. */
export async function needsWhere(db: Database, reading: Reading, where: Where): Promise<Unspoken<LinkedNeed[]>> {
  const { rows } = await sql<Omit<LinkedNeed, 'title'> & { title: string }>`
    with page as materialized (
      select n.* from need n where ${visible(reading, 'n')} and ${isCountedNeed('n')} and ${where})
    select n.id, n.statement as title, n.priority, n.published_at is null as is_draft, ${linkCountOf(reading, goalsOfNeed, 'n.id')} as goal_count
    from page n
    order by n.priority nulls last, n.position, n.id`.execute(db)
  return unspoken(rows, ({ title, ...row }, words) => ({
    ...row,
    title: words.text('need', row.id, 'statement', title),
  }))
}

/** Goals, from the vision down. One statement. */
export async function goalsWhere(db: Database, reading: Reading, where: Where): Promise<Unspoken<LinkedGoal[]>> {
  const { rows } = await sql<Omit<LinkedGoal, 'title'> & { title: string }>`
    with page as materialized (select g.* from goal g where ${visible(reading, 'g')} and ${where})
    select g.id, g.text as title, g.level, g.published_at is null as is_draft, ${linkCountOf(reading, measuresOfGoal, 'g.id')} as measure_count
    from page g
    order by array_position(array['VISION','MAIN_GOAL','SUB_GOAL','IMPACT_GOAL','OUTPUT_GOAL','PROJECT_GOAL'], g.level),
      g.position, g.id`.execute(db)
  return unspoken(rows, ({ title, ...row }, words) => ({ ...row, title: words.text('goal', row.id, 'text', title) }))
}

/**
 * Indicators with baseline, target and the newest value for the whole municipality (never one of a group or a part:
 * domain.md 4.4). One statement.
 */
export async function indicatorsWhere(
  db: Database,
  reading: Reading,
  where: Where,
): Promise<Unspoken<LinkedIndicator[]>> {
  const { rows } = await sql<Omit<LinkedIndicator, 'title' | 'unitText'> & { title: string }>`
    select i.id, i.code, i.title, i.unit, i.decimals, i.baseline_value, i.baseline_date, i.target_value, i.target_date,
      i.published_at is null as is_draft, o.value, o.period_from, o.period_to,
      array(select l.goal_id from goal_indicator l where l.municipality_id = i.municipality_id
        and l.plan_version_id = i.plan_version_id and l.indicator_id = i.id order by 1) as goal_ids
    from indicator i left join lateral (
      select o.value, o.period_from, o.period_to from public_observation o
      where o.municipality_id = i.municipality_id and o.indicator_id = i.id and o.value is not null
      order by o.period_to desc, o.period_from limit 1) o on true
    where ${visible(reading, 'i')} and ${where}
    order by i.position, i.code, i.id`.execute(db)
  return unspoken(rows, ({ title, ...row }, words) => ({
    ...row,
    title: words.text('indicator', row.id, 'title', title),
    unitText: words.optional('indicator', row.id, 'unit', row.unit),
  }))
}
