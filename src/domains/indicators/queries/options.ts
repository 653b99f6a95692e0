import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'

export interface Option {
  value: string
  label: string
}
/** What the list can be narrowed by, in the reader's language. */
export interface IndicatorOptions {
  actionFields: Option[]
  goals: Option[]
}

/** One statement, two in foreign languages. Only goals that have an indicator are offered. */
export async function listOptions(db: Database, { planVersionId, language, sees }: Reading): Promise<IndicatorOptions> {
  const drafts = sees.drafts ? sql`true` : sql`published_at is not null`
  const { rows } = await sql<{ kind: 'action-field' | 'goal'; id: number; title: string }>`
    select 'action-field' as kind, id, title, position from action_field
      where plan_version_id = ${planVersionId} and ${drafts}
    union all
    select 'goal', id, text, position from goal where plan_version_id = ${planVersionId} and ${drafts}
      and id in (select goal_id from goal_indicator where plan_version_id = ${planVersionId})
    order by kind, position, title`.execute(db)
  const ids = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  const words = await loadTranslations(db, language, [
    { kind: 'action-field', ids: ids('action-field') },
    { kind: 'goal', ids: ids('goal') },
  ])
  const options = (kind: 'action-field' | 'goal', field: string) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id, title }) => ({ value: String(id), label: words.text(kind, id, field, title).text }))
  return { actionFields: options('action-field', 'title'), goals: options('goal', 'text') }
}
