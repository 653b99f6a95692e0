import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import { isLinkedTo, visible } from '#platform/things/visible.ts'
import type { OrderKind } from '../model/forms.ts'
import type { Named } from '../model/linked.ts'
import type { Crossing, OrderThing, Touched } from '../model/order.ts'
import { findThing } from './one.ts'
import { goalsWhere, indicatorsWhere, measuresWhere, moneyWhere, needsWhere, type Where } from './linked.ts'

interface Conditions {
  needs: Where
  goals: Where
  measures: Where
  indicators: Where
}

/** What belongs to a field, a topic or a target group. Goals know no target group: theirs are those of its needs. */
export function conditions(reading: Reading, kind: OrderKind, id: number | RawBuilder<unknown>): Conditions {
  const linked = (alias: string, table: string, own: string, other: string) =>
    isLinkedTo(reading, alias, { table, own, other }, id)
  const { planVersionId } = reading
  const goalsOf: Record<OrderKind, Where> = {
    'action-field': sql<SqlBool>`g.action_field_id = ${id}`,
    'cross-cutting-topic': linked('g', 'goal_topic', 'goal_id', 'topic_id'),
    'target-group': sql<SqlBool>`g.id = any(array(select l.goal_id from goal_need l join need_target_group t
      on t.municipality_id = l.municipality_id and t.plan_version_id = l.plan_version_id and t.need_id = l.need_id
      where l.plan_version_id = ${planVersionId} and t.target_group_id = ${id}))`,
  }
  const measured = sql<SqlBool>`i.id = any(array(select l.indicator_id from goal_indicator l join goal g
    on g.municipality_id = l.municipality_id and g.plan_version_id = l.plan_version_id and g.id = l.goal_id
    where l.plan_version_id = ${planVersionId} and ${goalsOf[kind]}))`
  switch (kind) {
    case 'action-field':
      return {
        needs: sql<SqlBool>`n.action_field_id = ${id}`,
        goals: goalsOf[kind],
        measures: sql<SqlBool>`m.action_field_id = ${id}`,
        indicators: sql<SqlBool>`(i.action_field_id = ${id} or ${measured})`,
      }
    case 'cross-cutting-topic':
      return {
        needs: linked('n', 'need_topic', 'need_id', 'topic_id'),
        goals: goalsOf[kind],
        measures: linked('m', 'measure_topic', 'measure_id', 'topic_id'),
        indicators: measured,
      }
    case 'target-group':
      return {
        needs: linked('n', 'need_target_group', 'need_id', 'target_group_id'),
        goals: goalsOf[kind],
        measures: linked('m', 'measure_target_group', 'measure_id', 'target_group_id'),
        indicators: measured,
      }
  }
}

/**
 * A field, topic or target group with everything that it touches. Throws NotFound, or Gone for what was published once.
 * Seven statements, eight for a target group, one more in foreign languages.
 */
export async function getOrder(
  db: Database,
  reading: Reading,
  kind: OrderKind,
  id: number,
): Promise<{ thing: OrderThing; touched: Touched }> {
  const thing = await findThing(db, reading, kind, id)
  const where = conditions(reading, kind, id)
  const needs = await needsWhere(db, reading, where.needs)
  const goals = await goalsWhere(db, reading, where.goals)
  const measures = await measuresWhere(db, reading, where.measures)
  const indicators = await indicatorsWhere(db, reading, where.indicators)
  const money = await moneyWhere(db, reading, where.measures)
  const around = kind === 'action-field' ? await aroundField(db, reading, id) : await crossingsOf(db, reading, where)

  const words = await loadTranslations(db, reading.language, [
    { kind, ids: thing.ids },
    { kind: 'need', ids: needs.ids },
    { kind: 'goal', ids: goals.ids },
    { kind: 'measure', ids: measures.ids },
    { kind: 'indicator', ids: indicators.ids },
    ...(['action-field', 'target-group', 'cross-cutting-topic'] as const).map((one) => ({
      kind: one,
      ids: around.filter((row) => row.kind === one).map((row) => row.id),
    })),
  ])
  const named = (one: string): Named[] =>
    around
      .filter((row) => row.kind === one)
      .map((row) => ({ id: row.id, title: words.text(one, row.id, 'title', row.title) }))
  const touched: Touched = {
    needs: needs.in(words),
    goals: goals.in(words),
    measures: measures.in(words),
    indicators: indicators.in(words),
    money,
    bodies: around.filter((row) => row.kind === 'body').map((row) => ({ id: row.id, name: row.title })),
    targetGroups: named('target-group'),
    topics: named('cross-cutting-topic'),
    crossings:
      kind === 'action-field'
        ? []
        : around.map(({ code, needCount, goalCount, measureCount, ...row }): Crossing => ({
            field:
              row.id === 0
                ? null
                : { id: row.id, code: code ?? '', title: words.text('action-field', row.id, 'title', row.title) },
            needCount,
            goalCount,
            measureCount,
          })),
  }
  return { thing: thing.in(words), touched }
}

interface Around {
  kind: string
  id: number
  code: string | null
  title: string
  needCount: number
  goalCount: number
  measureCount: number
}

/** The bodies of a field, whom its needs and measures are for, and the topics that run across it. */
async function aroundField(db: Database, reading: Reading, id: number): Promise<Around[]> {
  const { planVersionId, sees } = reading
  const linked = (part: 'target_group' | 'topic', alias: string) => sql<SqlBool>`(
    exists (select from ${sql.table(`need_${part}`)} l join need n on n.municipality_id = l.municipality_id
      and n.plan_version_id = l.plan_version_id and n.id = l.need_id
      where l.plan_version_id = ${planVersionId} and ${sql.ref(`l.${part}_id`)} = ${sql.ref(`${alias}.id`)}
        and n.action_field_id = ${id} and ${isCountedNeed('n')} and ${visible(reading, 'n')})
    or exists (select from ${sql.table(`measure_${part}`)} l join measure m on m.municipality_id = l.municipality_id
      and m.plan_version_id = l.plan_version_id and m.id = l.measure_id
      where l.plan_version_id = ${planVersionId} and ${sql.ref(`l.${part}_id`)} = ${sql.ref(`${alias}.id`)}
        and m.action_field_id = ${id} and ${visible(reading, 'm')}))`
  const { rows } = await sql<Around>`
    select 'body' as kind, b.id, b.name as title, b.position from body b join body_action_field l
      on l.municipality_id = b.municipality_id and l.body_id = b.id
      where l.action_field_id = ${id} ${sees.drafts ? sql`` : sql`and b.published_at is not null`}
    union all
    select 'target-group', t.id, t.title, t.position from target_group t
      where ${visible(reading, 't')} and ${linked('target_group', 't')}
    union all
    select 'cross-cutting-topic', t.id, t.title, t.position from cross_cutting_topic t
      where ${visible(reading, 't')} and ${linked('topic', 't')}
    order by kind, position, title`.execute(db)
  return rows
}

/** How much lies in which field. Fields that hold nothing are left out; id 0: what has no field. */
async function crossingsOf(db: Database, reading: Reading, where: Conditions): Promise<Around[]> {
  const { rows } = await sql<Around>`
    with things as (
      select n.action_field_id as field, 'n' as kind from need n
        where ${visible(reading, 'n')} and ${isCountedNeed('n')} and ${where.needs}
      union all select g.action_field_id, 'g' from goal g where ${visible(reading, 'g')} and ${where.goals}
      union all select m.action_field_id, 'm' from measure m where ${visible(reading, 'm')} and ${where.measures})
    select 'action-field' as kind, coalesce(f.id, 0) as id, f.code, coalesce(f.title, '') as title,
      count(*) filter (where things.kind = 'n') as need_count,
      count(*) filter (where things.kind = 'g') as goal_count,
      count(*) filter (where things.kind = 'm') as measure_count
    from things left join action_field f on ${visible(reading, 'f')} and f.id = things.field
    group by f.id, f.code, f.title, f.position order by f.position nulls last, f.id`.execute(db)
  return rows
}
