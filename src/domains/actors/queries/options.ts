import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'

/** One choice of a filter, and how many actors it would leave. */
export interface CountedOption {
  value: string
  label: string
  count: number
}
/** What the directory can be narrowed by: only what occurs. Types, states and languages are words, still to be said. */
export interface ActorOptions {
  types: CountedOption[]
  cooperation: CountedOption[]
  languages: CountedOption[]
  fields: CountedOption[]
  areas: CountedOption[]
}

/** One statement (two in foreign languages), whatever the number of actors. */
export async function listOptions(db: Database, { planVersionId, language, sees }: Reading): Promise<ActorOptions> {
  const seen = sees.drafts ? sql`true` : sql`published_at is not null`
  const { rows } = await sql<{ kind: string; id: number; label: string; count: number }>`
    with seen as materialized (select id, types, languages, cooperation_state from actor where ${seen})
    select * from (
    select 'type' as kind, 0::bigint as id, t as label, count(*) as count, 0 as position from seen, unnest(types) t group by t
    union all select 'cooperation', 0, cooperation_state, count(*), 0 from seen group by cooperation_state
    union all select 'language', 0, t, count(*), 0 from seen, unnest(languages) t group by t
    union all select 'field', f.id, f.title, count(*), f.position from action_field f
      join actor_action_field l on l.municipality_id = f.municipality_id and l.action_field_id = f.id
      join seen on seen.id = l.actor_id
      where f.plan_version_id = ${planVersionId} ${sees.drafts ? sql`` : sql`and f.published_at is not null`}
      group by f.id, f.title, f.position
    union all select 'area', a.id, a.name, count(*), 0 from area a
      join actor_area l on l.municipality_id = a.municipality_id and l.area_id = a.id join seen on seen.id = l.actor_id
      group by a.id, a.name
    ) options order by kind, position, label collate "de"`.execute(db)
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  const words = await loadTranslations(db, language, [{ kind: 'action-field', ids: of('field').map(({ id }) => id) }])
  const asWords = (kind: string) => of(kind).map(({ label, count }) => ({ value: label, label, count }))
  return {
    types: asWords('type'),
    cooperation: asWords('cooperation'),
    languages: asWords('language'),
    fields: of('field').map(({ id, label, count }) => ({
      value: String(id),
      label: words.text('action-field', id, 'title', label).text,
      count,
    })),
    areas: of('area').map(({ id, label, count }) => ({ value: String(id), label, count })),
  }
}
