import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'

export interface Option {
  value: string
  label: string
}
/** What the filters and forms offer, in the reader's language. */
export interface MeasureOptions {
  actionFields: Option[]
  topics: Option[]
  targetGroups: Option[]
  /** All goals where they are few enough to choose from; else the one that is chosen. */
  goals: Option[]
  areas: Option[]
  leads: Option[]
  years: number[]
}

/** More than these are no choice but a search: they are reached from the pages of the goals. */
const mostGoals = 100

/** One statement (two in foreign languages): everything that a list can be narrowed by. */
export async function listOptions(
  db: Database,
  { planVersionId, language, sees }: Reading,
  { ziel }: { ziel?: number | undefined } = {},
): Promise<MeasureOptions> {
  const drafts = sees.drafts ? sql`true` : sql`published_at is not null`
  const { rows } = await sql<{ kind: string; id: number; title: string; code: string }>`
    with recursive planned (year) as (
      -- From one year to the next along the index: a plan has eight of them in 240,000 rows.
      select min(year) from measure_resource where plan_version_id = ${planVersionId}
      union all select (select min(r.year) from measure_resource r where r.plan_version_id = ${planVersionId} and r.year > planned.year)
      from planned where planned.year is not null)
    select * from (
    select 'action-field' as kind, id, title, code, position from action_field where plan_version_id = ${planVersionId} and ${drafts}
    union all select 'cross-cutting-topic', id, title, '', position from cross_cutting_topic where plan_version_id = ${planVersionId} and ${drafts}
    union all select 'target-group', id, title, '', position from target_group where plan_version_id = ${planVersionId} and ${drafts}
    union all select 'goal', id, text, '', position from goal where plan_version_id = ${planVersionId} and ${drafts}
      and (id = ${ziel ?? null} or ${mostGoals} >= (select count(*) from goal where plan_version_id = ${planVersionId}))
    union all select 'area', id, name, '', 0 from area where valid_to is null and id in (select area_id from measure_area)
    union all select 'amt', id, name, '', 0 from org_unit where id in
      (select lead_org_unit_id from measure where plan_version_id = ${planVersionId} and lead_org_unit_id is not null and ${drafts})
    union all select 'akteur', id, name, '', 0 from actor where id in
      (select lead_actor_id from measure where plan_version_id = ${planVersionId} and lead_actor_id is not null and ${drafts})
    union all select 'year', year, year::text, '', 0 from planned where year is not null
    ) options order by kind, position, title collate "de"`.execute(db)

  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  const words = await loadTranslations(
    db,
    language,
    ['action-field', 'cross-cutting-topic', 'target-group', 'goal'].map((kind) => ({
      kind,
      ids: of(kind).map(({ id }) => id),
    })),
  )
  const options = (kind: string, prefix = '', field = 'title') =>
    of(kind).map(({ id, title }) => ({ value: prefix + id, label: words.text(kind, id, field, title).text }))
  return {
    actionFields: options('action-field'),
    topics: options('cross-cutting-topic'),
    targetGroups: options('target-group'),
    goals: options('goal', '', 'text'),
    areas: options('area'),
    leads: [...options('amt', 'amt-'), ...options('akteur', 'akteur-')].toSorted((a, b) =>
      a.label.localeCompare(b.label, 'de'),
    ),
    years: of('year').map(({ id }) => id),
  }
}
