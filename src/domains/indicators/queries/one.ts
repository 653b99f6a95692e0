import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { explainAbsence } from '#platform/db/tombstones.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { attainmentOf, defaultThresholds } from '../model/attainment.ts'
import type { Indicator, Named } from '../model/indicator.ts'
import { paths } from '../paths.ts'
import { ofTheWhole, publicValues, thresholds } from './list.ts'

type LinkKind = 'goal' | 'need' | 'measure'
interface LinkRow {
  kind: LinkKind
  id: number
  title: string
  number: string
}

/**
 * One indicator with its public values and everything it is linked to. Throws NotFound, or Gone for what was published
 * once. Two statements, three in foreign languages.
 */
export async function getIndicator(db: Database, reading: Reading, id: number): Promise<Indicator> {
  const row = await db
    .selectFrom('indicator as i')
    .leftJoin('actionField as f', (join) =>
      join
        .onRef('f.municipalityId', '=', 'i.municipalityId')
        .onRef('f.planVersionId', '=', 'i.planVersionId')
        .onRef('f.id', '=', 'i.actionFieldId')
        .$call((on) => (reading.sees.drafts ? on : on.on('f.publishedAt', 'is not', null))),
    )
    .where('i.planVersionId', '=', reading.planVersionId)
    .where('i.id', '=', id)
    .$if(!reading.sees.drafts, (query) => query.where('i.publishedAt', 'is not', null))
    .selectAll('i')
    .select(['f.id as fieldId', 'f.title as fieldTitle', 'f.code as fieldCode'])
    .select([publicValues.as('values'), thresholds.as('thresholds')])
    .executeTakeFirst()
  if (!row) return await explainAbsence(db, 'indicator', id, paths.one)

  const links = await linksOf(db, reading, id)
  const of = (kind: LinkKind) => links.filter((link) => link.kind === kind)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'indicator', ids: [id] },
    { kind: 'action-field', ids: row.fieldId === null ? [] : [row.fieldId] },
    ...(['goal', 'need', 'measure'] as const).map((kind) => ({ kind, ids: of(kind).map((link) => link.id) })),
  ])
  const named = (kind: LinkKind, field: string): (Named & { number: string })[] =>
    of(kind).map((link) => ({
      id: link.id,
      number: link.number,
      title: words.text(kind, link.id, field, link.title),
    }))
  const values = row.values ?? []
  return {
    id,
    planVersionId: row.planVersionId,
    version: row.version,
    code: row.code,
    title: words.text('indicator', id, 'title', row.title),
    unit: words.optional('indicator', id, 'unit', row.unit),
    kind: row.kind,
    decimals: row.decimals,
    field:
      row.fieldId === null
        ? null
        : {
            id: row.fieldId,
            code: row.fieldCode ?? '',
            title: words.text('action-field', row.fieldId, 'title', row.fieldTitle ?? ''),
          },
    direction: row.direction,
    baselineValue: row.baselineValue,
    baselineDate: row.baselineDate,
    targetValue: row.targetValue,
    targetDate: row.targetDate,
    tolerance: row.tolerance,
    method: words.optional('indicator', id, 'method', row.method),
    limits: words.optional('indicator', id, 'limits', row.limits),
    source: words.optional('indicator', id, 'source', row.source),
    licence: row.licence,
    publishedAt: row.publishedAt,
    submittedAt: row.submittedAt,
    values,
    attainment: attainmentOf(row, ofTheWhole(values), row.thresholds ?? defaultThresholds),
    goals: named('goal', 'text'),
    needs: named('need', 'statement'),
    measures: named('measure', 'title'),
  }
}

/** Goals and measures of the indicator and the needs of those goals, in one statement. */
async function linksOf(db: Database, { planVersionId, sees }: Reading, id: number): Promise<LinkRow[]> {
  const seen = (alias: string) => (sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`)
  const { rows } = await sql<LinkRow>`
    select 'goal' as kind, g.id, g.text as title, '' as number, g.position, '{}'::int[] as number_order
      from goal_indicator l join goal g using (municipality_id, plan_version_id)
      where g.id = l.goal_id and l.plan_version_id = ${planVersionId} and l.indicator_id = ${id} ${seen('g')}
    union all
    select distinct 'need', n.id, n.statement, '', n.position, '{}'::int[] from goal_indicator l
      join goal g using (municipality_id, plan_version_id)
      join goal_need gn using (municipality_id, plan_version_id)
      join need n using (municipality_id, plan_version_id)
      where g.id = l.goal_id and gn.goal_id = g.id and n.id = gn.need_id and l.plan_version_id = ${planVersionId}
        and l.indicator_id = ${id} ${seen('g')} ${seen('n')}
    union all
    select 'measure', m.id, m.title, m.number, 0, m.number_order from measure_indicator l
      join measure m using (municipality_id, plan_version_id)
      where m.id = l.measure_id and l.plan_version_id = ${planVersionId} and l.indicator_id = ${id} ${seen('m')}
    order by kind, number_order, position, title`.execute(db)
  return rows
}
