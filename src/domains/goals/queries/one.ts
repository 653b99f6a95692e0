import { sql } from 'kysely'
import { indicatorsWhere, measuresWhere, moneyWhere, needsWhere, type Named } from '#domains/action-fields/index.ts'
import type { Database } from '#platform/db/database.ts'
import { explainAbsence } from '#platform/db/tombstones.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations, type Translations } from '#platform/texts/translations.ts'
import { isLinkedTo, visible } from '#platform/things/visible.ts'
import { isGuiding, readSmart, type Goal, type GoalLevel, type Relation, type Relative } from '../model/goal.ts'
import { paths } from '../paths.ts'

/**
 * One goal with everything about it. Throws NotFound, or Gone for what was published once. Six statements, seven in
 * foreign languages.
 */
export async function getGoal(db: Database, reading: Reading, id: number): Promise<Goal> {
  const row = await db
    .selectFrom('goal as g')
    .leftJoin('actionField as f', (join) =>
      join
        .onRef('f.municipalityId', '=', 'g.municipalityId')
        .onRef('f.planVersionId', '=', 'g.planVersionId')
        .onRef('f.id', '=', 'g.actionFieldId')
        .$call((on) => (reading.sees.drafts ? on : on.on('f.publishedAt', 'is not', null))),
    )
    .leftJoin('budgetProduct as p', (join) =>
      join.onRef('p.municipalityId', '=', 'g.municipalityId').onRef('p.id', '=', 'g.budgetProductId'),
    )
    .where(visible(reading, 'g'))
    .where('g.id', '=', id)
    .selectAll('g')
    .select([
      'f.id as fieldId',
      'f.title as fieldTitle',
      'f.code as fieldCode',
      'p.code as productCode',
      'p.title as productTitle',
    ])
    .executeTakeFirst()
  if (!row) return explainAbsence(db, 'goal', id, paths.one)

  const family = await familyOf(db, reading, id, row.parentId)
  const isAt = (...places: Member['place'][]) => family.filter(({ place }) => places.includes(place))
  const below = isAt('below', 'deeper').map((one) => one.id)
  // What works for a goal below works for this one. Needs are answered by the goal that names them, except above the
  // impact goals: nobody names needs there.
  const linked = (alias: string, table: string, own: string, goals = [id, ...below]) =>
    isLinkedTo(reading, alias, { table, own, other: 'goal_id' }, sql`any(${goals}::bigint[])`)
  const needs = await needsWhere(
    db,
    reading,
    linked('n', 'goal_need', 'need_id', isGuiding(row.level) ? undefined : [id]),
  )
  const measures = await measuresWhere(db, reading, linked('m', 'measure_goal', 'measure_id'))
  const indicators = await indicatorsWhere(db, reading, linked('i', 'goal_indicator', 'indicator_id'))
  const money = await moneyWhere(db, reading, linked('m', 'measure_goal', 'measure_id'))

  const topics = isAt('topic')
  const told = isAt('above', 'below')
  const words = await loadTranslations(db, reading.language, [
    { kind: 'goal', ids: [id, ...told.map((one) => one.id)] },
    { kind: 'action-field', ids: row.fieldId === null ? [] : [row.fieldId] },
    { kind: 'cross-cutting-topic', ids: topics.map((one) => one.id) },
    { kind: 'need', ids: needs.ids },
    { kind: 'measure', ids: measures.ids },
    { kind: 'indicator', ids: indicators.ids },
  ])
  return {
    id,
    level: row.level,
    source: row.source,
    text: words.text('goal', id, 'text', row.text),
    field:
      row.fieldId === null
        ? null
        : {
            id: row.fieldId,
            code: row.fieldCode ?? '',
            title: words.text('action-field', row.fieldId, 'title', row.fieldTitle ?? ''),
          },
    relation: row.relation,
    budgetProduct: row.productCode === null ? null : { code: row.productCode, title: row.productTitle ?? '' },
    stairStep: row.stairStep,
    smart: readSmart(row.smart),
    evidence: words.optional('goal', id, 'evidence', row.evidence),
    parents: isAt('above').map((one) => relative(words, one)),
    children: isAt('below').map((one) => relative(words, one)),
    below,
    topics: topics.map((one): Named => ({
      id: one.id,
      title: words.text('cross-cutting-topic', one.id, 'title', one.text),
    })),
    needs: needs.in(words),
    measures: measures.in(words),
    indicators: indicators.in(words),
    money,
    publishedAt: row.publishedAt,
    submittedAt: row.submittedAt,
  }
}

interface Member {
  place: 'above' | 'below' | 'deeper' | 'topic'
  id: number
  text: string
  level: GoalLevel
  relation: Relation | null
  leadIn: string | null
  isDraft: boolean
}

const relative = (words: Translations, { id, text, level, relation, leadIn, isDraft }: Member): Relative => ({
  id,
  level,
  relation,
  isDraft,
  title: words.text('goal', id, 'text', text),
  leadIn: words.optional('goal', id, 'leadIn', leadIn),
})

/** The goals above, from the top down, those right below in their order, those further down, and the topics. */
async function familyOf(db: Database, reading: Reading, id: number, parentId: number | null): Promise<Member[]> {
  const { rows } = await sql<Member>`
    with recursive above as (
      select g.*, 1 as distance from goal g where ${visible(reading, 'g')} and g.id = ${parentId}
      union all
      select g.*, a.distance + 1 from goal g join above a on g.id = a.parent_id
        where ${visible(reading, 'g')} and a.distance < 10),
    below as (
      select g.*, 1 as distance from goal g where ${visible(reading, 'g')} and g.parent_id = ${id}
      union all
      select g.*, b.distance + 1 from goal g join below b on g.parent_id = b.id
        where ${visible(reading, 'g')} and b.distance < 10)
    select 'above' as place, id, text, level, relation, lead_in, published_at is null as is_draft, -distance as rank
      from above
    union all
    select case when distance = 1 then 'below' else 'deeper' end, id, text, level, relation, lead_in,
      published_at is null, position from below
    union all
    select 'topic', t.id, t.title, '', null, null, false, t.position from goal_topic l
      join cross_cutting_topic t on t.municipality_id = l.municipality_id and t.plan_version_id = l.plan_version_id
        and t.id = l.topic_id
      where l.plan_version_id = ${reading.planVersionId} and l.goal_id = ${id} and ${visible(reading, 't')}
    order by place, rank, id`.execute(db)
  return rows
}
