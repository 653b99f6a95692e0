import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { isCountedNeed } from '#platform/things/counted.ts'

/** One row of a link table: what it ties, by lasting ids. */
export interface LinkRow {
  kind: LinkKind
  from: number
  to: number
}
const linkTables = {
  needTargetGroup: ['need_target_group', 'need_id', 'target_group_id'],
  needTopic: ['need_topic', 'need_id', 'topic_id'],
  goalNeed: ['goal_need', 'goal_id', 'need_id'],
  goalTopic: ['goal_topic', 'goal_id', 'topic_id'],
  goalIndicator: ['goal_indicator', 'goal_id', 'indicator_id'],
  measureGoal: ['measure_goal', 'measure_id', 'goal_id'],
  measureTargetGroup: ['measure_target_group', 'measure_id', 'target_group_id'],
  measureTopic: ['measure_topic', 'measure_id', 'topic_id'],
  measureIndicator: ['measure_indicator', 'measure_id', 'indicator_id'],
} as const
export type LinkKind = keyof typeof linkTables

export interface TranslationRow {
  thingKind: string
  thingId: number
  field: string
  language: string
  text: string
  sourceHash: string
  isMachineMade: boolean
  confirmedAt: Date | null
}

/**
 * Every row that open data are made of: published things of one version, and nothing that a reader without an account
 * could not see. Fourteen statements at any size.
 */
export async function loadOpenData(db: Database, planVersionId: number) {
  // Written out per table: a query builder over several tables has no common type.
  const ours = sql<boolean>`plan_version_id = ${planVersionId} and published_at is not null`
  const ofPublished = (kind: 'need' | 'measure', id: RawBuilder<unknown>) =>
    sql<boolean>`exists (select from ${sql.table(kind)} p where p.plan_version_id = ${planVersionId} and p.id = ${id} and p.published_at is not null)`

  const needs = await db
    .selectFrom('need')
    .where(ours)
    .where(isCountedNeed('need'))
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute()
  const sources = await db
    .selectFrom('needSource')
    .where('planVersionId', '=', planVersionId)
    .where(ofPublished('need', sql`need_source.need_id`))
    .select(['needId', 'kind', 'text', 'date'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const goals = await db.selectFrom('goal').where(ours).selectAll().orderBy('position').orderBy('id').execute()
  const measures = await db.selectFrom('measure').where(ours).selectAll().orderBy('numberOrder').orderBy('id').execute()
  const resources = await db
    .selectFrom('measureResource')
    .where('planVersionId', '=', planVersionId)
    .where(ofPublished('measure', sql`measure_resource.measure_id`))
    .selectAll()
    .orderBy('year')
    .orderBy('position')
    .execute()
  const indicators = await db
    .selectFrom('indicator')
    .where(ours)
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute()
  const observations = await db
    .selectFrom('publicObservation as o')
    .where(
      sql<boolean>`exists (select from indicator i where i.plan_version_id = ${planVersionId} and i.id = o.indicator_id and i.published_at is not null)`,
    )
    .selectAll('o')
    .orderBy('periodFrom')
    .execute()
  const links = await listLinks(db, planVersionId)
  const places = await listPlaces(db, planVersionId)
  const bodies = await db
    .selectFrom('body')
    .where('publishedAt', 'is not', null)
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute()
  const tasks = await db.selectFrom('bodyTask').selectAll().orderBy('position').orderBy('id').execute()
  const seats = await db.selectFrom('bodySeat').selectAll().orderBy('position').orderBy('id').execute()
  const relations = await db.selectFrom('bodyRelation').selectAll().orderBy('kind').execute()
  const { rows: translations } = await sql<TranslationRow>`
    select thing_kind, thing_id, field, language, text, source_hash, is_machine_made, confirmed_at from translation
    order by language, field`.execute(db)
  return {
    ...{ needs, sources, goals, measures, resources, indicators, observations, links, places },
    ...{ bodies, tasks, seats, relations, translations },
  }
}
export type OpenData = Awaited<ReturnType<typeof loadOpenData>>

async function listLinks(db: Database, planVersionId: number): Promise<LinkRow[]> {
  const parts = Object.entries(linkTables).map(
    ([kind, [table, from, to]]) =>
      sql`select ${kind}::text as kind, ${sql.ref(from)} as "from", ${sql.ref(to)} as "to" from ${sql.table(table)} where plan_version_id = ${planVersionId}`,
  )
  const { rows } = await sql<LinkRow>`${sql.join(parts, sql` union all `)} order by 1, 2, 3`.execute(db)
  return rows
}

/** Leads, partners and areas of measures by name. An actor that is not public itself is not named. */
export interface PlaceRow {
  kind: 'lead' | 'partner' | 'area'
  measureId: number
  type: 'org-unit' | 'actor' | 'area'
  id: number
  name: string
}
async function listPlaces(db: Database, planVersionId: number): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select 'lead' as kind, m.id as measure_id, 'org-unit' as type, o.id, o.name from measure m
      join org_unit o on o.municipality_id = m.municipality_id and o.id = m.lead_org_unit_id where m.plan_version_id = ${planVersionId}
    union all select 'lead', m.id, 'actor', a.id, a.name from measure m
      join actor a on a.municipality_id = m.municipality_id and a.id = m.lead_actor_id
      where m.plan_version_id = ${planVersionId} and a.published_at is not null
    union all select 'partner', p.measure_id, 'org-unit', o.id, o.name from measure_partner p
      join org_unit o on o.municipality_id = p.municipality_id and o.id = p.org_unit_id where p.plan_version_id = ${planVersionId}
    union all select 'partner', p.measure_id, 'actor', a.id, a.name from measure_partner p
      join actor a on a.municipality_id = p.municipality_id and a.id = p.actor_id
      where p.plan_version_id = ${planVersionId} and a.published_at is not null
    union all select 'area', l.measure_id, 'area', r.id, r.name from measure_area l
      join area r on r.municipality_id = l.municipality_id and r.id = l.area_id where l.plan_version_id = ${planVersionId}
    order by 1, 2, 5, 4`.execute(db)
  return rows
}
