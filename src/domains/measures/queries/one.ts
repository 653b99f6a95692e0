import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { explainAbsence } from '#platform/db/tombstones.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { paths } from '../paths.ts'
import type { ImpactLogic, Lead, Measure, MeasureResource, Named } from '../model/measure.ts'
import { leadOf } from './list.ts'

type LinkKind = 'goal' | 'need' | 'indicator' | 'target-group' | 'cross-cutting-topic' | 'area' | 'actor' | 'org-unit'
interface LinkRow {
  kind: LinkKind
  id: number
  title: string
  isPublic: boolean
}

/**
 * One measure with everything about it. Throws NotFound, or Gone for what was published once. Four statements, five in
 * foreign languages.
 */
export async function getMeasure(db: Database, reading: Reading, id: number): Promise<Measure> {
  const row = await db
    .selectFrom('measure as m')
    .leftJoin('actionField as f', (join) =>
      join
        .onRef('f.municipalityId', '=', 'm.municipalityId')
        .onRef('f.planVersionId', '=', 'm.planVersionId')
        .onRef('f.id', '=', 'm.actionFieldId')
        .$call((on) => (reading.sees.drafts ? on : on.on('f.publishedAt', 'is not', null))),
    )
    .where('m.planVersionId', '=', reading.planVersionId)
    .where('m.id', '=', id)
    .$if(!reading.sees.drafts, (query) => query.where('m.publishedAt', 'is not', null))
    .selectAll('m')
    .select(['f.id as fieldId', 'f.title as fieldTitle', 'f.code as fieldCode'])
    .select(
      sql<string | null>`coalesce(
        (select o.name from org_unit o where o.municipality_id = m.municipality_id and o.id = m.lead_org_unit_id),
        (select a.name from actor a where a.municipality_id = m.municipality_id and a.id = m.lead_actor_id))`.as(
        'leadName',
      ),
    )
    .select(
      sql<boolean>`exists (select from actor a where a.municipality_id = m.municipality_id and a.id = m.lead_actor_id
        and a.published_at is not null)`.as('isLeadPublic'),
    )
    .executeTakeFirst()
  if (!row) return await explainAbsence(db, 'measure', id, paths.one)

  const links = await linksOf(db, reading, id)
  const resources = await db
    .selectFrom('measureResource')
    .where('planVersionId', '=', reading.planVersionId)
    .where('measureId', '=', id)
    .selectAll()
    .orderBy('year')
    .orderBy('position')
    .execute()

  const of = (kind: LinkKind) => links.filter((link) => link.kind === kind)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'measure', ids: [id] },
    { kind: 'action-field', ids: row.fieldId === null ? [] : [row.fieldId] },
    ...(['goal', 'need', 'indicator', 'target-group', 'cross-cutting-topic'] as const).map((kind) => ({
      kind,
      ids: of(kind).map((link) => link.id),
    })),
  ])
  const named = (kind: LinkKind, field = 'title'): Named[] =>
    of(kind).map((link) => ({ id: link.id, title: words.text(kind, link.id, field, link.title) }))
  const sees = reading.sees.internal

  return {
    id,
    planVersionId: row.planVersionId,
    version: row.version,
    number: row.number,
    title: words.text('measure', id, 'title', row.title),
    description: words.optional('measure', id, 'description', row.description),
    field:
      row.fieldId === null
        ? null
        : {
            id: row.fieldId,
            code: row.fieldCode ?? '',
            title: words.text('action-field', row.fieldId, 'title', row.fieldTitle ?? ''),
          },
    kind: row.kind,
    isFlagship: row.isFlagship,
    isQuickWin: row.isQuickWin,
    lead: leadOf(row, reading),
    partners: links.flatMap(({ kind, id: partner, title, isPublic }): Lead[] =>
      kind === 'actor' || kind === 'org-unit'
        ? [{ kind, id: partner, name: title, hasPage: isPublic || reading.sees.drafts }]
        : [],
    ),
    periodFrom: row.periodFrom,
    periodTo: row.periodTo,
    isPermanent: row.isPermanent,
    state: row.state,
    stateReason: words.optional('measure', id, 'stateReason', row.stateReason),
    progress: row.progress,
    course: row.courseReleased || sees ? row.course : null,
    courseReason: row.courseReleased || sees ? row.courseReason : null,
    isCourseReleased: row.courseReleased,
    confirmedOn: row.confirmedOn,
    logic: row.logic as ImpactLogic,
    internalNote: sees ? row.internalNote : null,
    publishedAt: row.publishedAt,
    submittedAt: row.submittedAt,
    goals: named('goal', 'text'),
    needs: named('need', 'statement'),
    indicators: named('indicator'),
    targetGroups: named('target-group'),
    topics: named('cross-cutting-topic'),
    areas: of('area').map((link) => ({ id: link.id, name: link.title })),
    resources: resources.map((r): MeasureResource => ({
      id: r.id,
      year: r.year,
      fte: r.fte,
      staff: r.staffCents,
      material: r.materialCents,
      income: r.incomeCents,
      spent: r.spentCents,
      fundingSource: r.fundingSource,
      costCentre: r.costCentre,
      account: r.account,
      orderNumber: r.orderNumber,
      note: sees ? r.note : null,
    })),
  }
}

/** Everything the measure is linked to, in one statement; the needs are those of its goals. */
async function linksOf(db: Database, { planVersionId, sees }: Reading, id: number): Promise<LinkRow[]> {
  const seen = (alias: string) => (sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`)
  const { rows } = await sql<LinkRow>`
    select 'goal' as kind, g.id, g.text as title, g.position, true as is_public from measure_goal l
      join goal g using (municipality_id, plan_version_id)
      where g.id = l.goal_id and l.plan_version_id = ${planVersionId} and l.measure_id = ${id} ${seen('g')}
    union all
    select distinct 'need', n.id, n.statement, n.position, true from measure_goal l
      join goal_need gn using (municipality_id, plan_version_id, goal_id)
      join need n using (municipality_id, plan_version_id)
      where n.id = gn.need_id and l.plan_version_id = ${planVersionId} and l.measure_id = ${id} ${seen('n')}
    union all
    select 'indicator', i.id, i.title, i.position, true from measure_indicator l
      join indicator i using (municipality_id, plan_version_id)
      where i.id = l.indicator_id and l.plan_version_id = ${planVersionId} and l.measure_id = ${id} ${seen('i')}
    union all
    select 'target-group', t.id, t.title, t.position, true from measure_target_group l
      join target_group t using (municipality_id, plan_version_id)
      where t.id = l.target_group_id and l.plan_version_id = ${planVersionId} and l.measure_id = ${id} ${seen('t')}
    union all
    select 'cross-cutting-topic', t.id, t.title, t.position, true from measure_topic l
      join cross_cutting_topic t using (municipality_id, plan_version_id)
      where t.id = l.topic_id and l.plan_version_id = ${planVersionId} and l.measure_id = ${id} ${seen('t')}
    union all
    select 'area', a.id, a.name, 0, true from measure_area l join area a using (municipality_id)
      where a.id = l.area_id and l.plan_version_id = ${planVersionId} and l.measure_id = ${id}
    union all
    select case when p.actor_id is null then 'org-unit' else 'actor' end, coalesce(p.actor_id, p.org_unit_id), coalesce(a.name, o.name), p.id,
      p.actor_id is null or a.published_at is not null
      from measure_partner p
      left join actor a on a.municipality_id = p.municipality_id and a.id = p.actor_id
      left join org_unit o on o.municipality_id = p.municipality_id and o.id = p.org_unit_id
      where p.plan_version_id = ${planVersionId} and p.measure_id = ${id}
    order by kind, position, title`.execute(db)
  return rows
}
