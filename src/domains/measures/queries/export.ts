import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import type { FlexDate } from '#values/flex-date.ts'
import type { LocalDate } from '#values/local-date.ts'
import type { MeasureFilter } from '../model/filter.ts'
import type { Course, ImpactLogic, Lead, MeasureKind, MeasureResource, MeasureState } from '../model/measure.ts'
import { isLeadPublic, leadName, leadOf, selectMeasures } from './list.ts'

/** Something a measure is linked to, named in the reader's language. */
export interface LinkedName {
  id: number
  name: string
}

/** A measure as files show it: every text in the reader's language, German where there is none. */
export interface ExportedMeasure {
  id: number
  number: string
  title: string
  description: string | null
  field: (LinkedName & { code: string }) | null
  kind: MeasureKind | null
  isFlagship: boolean
  isQuickWin: boolean
  lead: Lead | null
  partners: Lead[]
  periodFrom: FlexDate | null
  periodTo: FlexDate | null
  isPermanent: boolean
  state: MeasureState
  stateReason: string | null
  progress: number | null
  /** null: not released, and the reader is not of the house. */
  course: Course | null
  courseReason: string | null
  isCourseReleased: boolean
  confirmedOn: LocalDate | null
  logic: ImpactLogic
  /** null for everyone but people of the house. */
  internalNote: string | null
  sourceId: string | null
  isDraft: boolean
  goals: LinkedName[]
  indicators: LinkedName[]
  targetGroups: LinkedName[]
  topics: LinkedName[]
  areas: LinkedName[]
  resources: MeasureResource[]
}

type LinkKind = 'goal' | 'indicator' | 'target-group' | 'cross-cutting-topic' | 'area' | 'actor' | 'org-unit'
interface LinkRow {
  measureId: number
  kind: LinkKind
  id: number
  name: string
}

/** The years of money of a measure as one column, so that a list needs no statement more for them. */
const resourcesOf = sql<MeasureResource[] | null>`(
  select json_agg(json_build_object('id', r.id, 'year', r.year, 'fte', r.fte, 'staff', r.staff_cents,
    'material', r.material_cents, 'income', r.income_cents, 'spent', r.spent_cents, 'fundingSource', r.funding_source,
    'costCentre', r.cost_centre, 'account', r.account, 'orderNumber', r.order_number, 'note', r.note)
    order by r.year, r.position, r.id)
  from measure_resource r where r.municipality_id = m.municipality_id and r.plan_version_id = m.plan_version_id
    and r.measure_id = m.id)`

/**
 * Every measure that matches, with all about it; `found`: only these, in this order if sorted by `treffer`. Two statements,
 * three in foreign languages, at any number of rows.
 */
export async function exportMeasures(
  db: Database,
  reading: Reading,
  filter: Partial<MeasureFilter> & OnlyOne,
  year: number,
  found?: readonly number[],
): Promise<ExportedMeasure[]> {
  const rows = await selectMeasures(db, reading, filter, year, found)
    .selectAll('m')
    .select([
      'f.id as fieldId',
      'f.title as fieldTitle',
      'f.code as fieldCode',
      leadName.as('leadName'),
      isLeadPublic.as('isLeadPublic'),
      resourcesOf.as('resources'),
    ])
    .execute()
  const ids = rows.map(({ id }) => id)
  const links = grouped(await linksOf(db, reading, ids))
  const linkedIds = (kind: LinkKind) =>
    [...links.values()].flat().flatMap((link) => (link.kind === kind ? link.id : []))
  const words = await loadTranslations(db, reading.language, [
    { kind: 'measure', ids },
    { kind: 'action-field', ids: rows.flatMap(({ actionFieldId }) => actionFieldId ?? []) },
    ...(['goal', 'indicator', 'target-group', 'cross-cutting-topic'] as const).map((kind) => ({
      kind,
      ids: linkedIds(kind),
    })),
  ])
  const optional = (id: number, field: string, german: string | null) =>
    words.optional('measure', id, field, german)?.text ?? null
  const { internal } = reading.sees

  return rows.map((row): ExportedMeasure => {
    const linked = links.get(row.id) ?? []
    const named = (kind: LinkKind, field = 'title'): LinkedName[] =>
      linked.flatMap((link) =>
        link.kind === kind ? { id: link.id, name: words.text(kind, link.id, field, link.name).text } : [],
      )
    const showsCourse = row.courseReleased || internal
    return {
      id: row.id,
      number: row.number,
      title: words.text('measure', row.id, 'title', row.title).text,
      description: optional(row.id, 'description', row.description),
      field:
        row.fieldId === null
          ? null
          : {
              id: row.fieldId,
              code: row.fieldCode ?? '',
              name: words.text('action-field', row.fieldId, 'title', row.fieldTitle ?? '').text,
            },
      kind: row.kind,
      isFlagship: row.isFlagship,
      isQuickWin: row.isQuickWin,
      lead: leadOf(row, reading),
      partners: linked.flatMap(({ kind, id, name }): Lead[] =>
        kind === 'actor' || kind === 'org-unit' ? [{ kind, id, name, hasPage: true }] : [],
      ),
      periodFrom: row.periodFrom,
      periodTo: row.periodTo,
      isPermanent: row.isPermanent,
      state: row.state,
      stateReason: optional(row.id, 'stateReason', row.stateReason),
      progress: row.progress,
      course: showsCourse ? row.course : null,
      courseReason: showsCourse ? row.courseReason : null,
      isCourseReleased: row.courseReleased,
      confirmedOn: row.confirmedOn,
      logic: row.logic as ImpactLogic,
      internalNote: internal ? row.internalNote : null,
      sourceId: internal ? row.sourceId : null,
      isDraft: row.publishedAt === null,
      goals: named('goal', 'text'),
      indicators: named('indicator'),
      targetGroups: named('target-group'),
      topics: named('cross-cutting-topic'),
      areas: named('area'),
      resources: (row.resources ?? []).map((year) =>
        internal ? year : { ...year, costCentre: null, account: null, orderNumber: null, note: null },
      ),
    }
  })
}

function grouped<Row extends { measureId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.measureId)
    if (group) group.push(row)
    else groups.set(row.measureId, [row])
  }
  return groups
}

/** What these measures are linked to, in one statement. */
async function linksOf(db: Database, { planVersionId, sees }: Reading, ids: number[]): Promise<LinkRow[]> {
  const linked = (kind: LinkKind, table: string, column: string, other: string, name: string, drafts: boolean) => {
    const seen = drafts || sees.drafts ? sql`` : sql`and o.published_at is not null`
    const version = ['goal', 'indicator', 'target_group', 'cross_cutting_topic'].includes(other)
      ? sql`and o.plan_version_id = l.plan_version_id`
      : sql``
    return sql`select l.measure_id, ${kind} as kind, o.id, o.${sql.ref(name)} as name from ${sql.table(table)} l
      join ${sql.table(other)} o on o.municipality_id = l.municipality_id and o.id = l.${sql.ref(column)} ${version}
      where l.plan_version_id = ${planVersionId} and l.measure_id = any(${ids}) ${seen}`
  }
  const parts = [
    linked('goal', 'measure_goal', 'goal_id', 'goal', 'text', false),
    linked('indicator', 'measure_indicator', 'indicator_id', 'indicator', 'title', false),
    linked('target-group', 'measure_target_group', 'target_group_id', 'target_group', 'title', false),
    linked('cross-cutting-topic', 'measure_topic', 'topic_id', 'cross_cutting_topic', 'title', false),
    linked('area', 'measure_area', 'area_id', 'area', 'name', true),
    linked('actor', 'measure_partner', 'actor_id', 'actor', 'name', true),
    linked('org-unit', 'measure_partner', 'org_unit_id', 'org_unit', 'name', true),
  ]
  const { rows } = await sql<LinkRow>`${sql.join(parts, sql` union all `)} order by 1, 2, 3`.execute(db)
  return rows
}
