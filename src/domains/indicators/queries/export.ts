import { sql } from 'kysely'
import { everything, type Slice } from '#platform/api/collection.ts'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import type { IndicatorFilter } from '../model/filter.ts'
import type { IndicatorInList } from '../model/indicator.ts'
import { readIndicators } from './list.ts'

/** An indicator as files show it: with everything that explains the number, in the reader's language. */
export interface ExportedIndicator extends IndicatorInList {
  method: string | null
  limits: string | null
  source: string | null
  licence: string | null
  goalIds: number[]
  measureIds: number[]
}

/** Every indicator that matches, or one page of them. Two statements, three in foreign languages, at any number of rows. */
export async function exportIndicators(
  db: Database,
  reading: Reading,
  filter: Partial<IndicatorFilter> & OnlyOne = {},
  slice: Slice = everything,
): Promise<ExportedIndicator[]> {
  const { indicators, words } = await readIndicators(db, reading, filter, slice)
  const ids = indicators.map(({ id }) => id)
  const seen = reading.sees.drafts ? sql`` : sql`and o.published_at is not null`
  const linked = (table: string, column: string, other: string) => sql`(
    select coalesce(json_agg(o.id order by o.id), '[]') from ${sql.table(table)} l join ${sql.table(other)} o using (municipality_id, plan_version_id)
    where o.id = l.${sql.ref(column)} and l.plan_version_id = i.plan_version_id and l.indicator_id = i.id ${seen})`
  const { rows } = await sql<Omit<ExportedIndicator, keyof IndicatorInList> & { id: number }>`
    select i.id, i.method, i.limits, i.source, i.licence,
      ${linked('goal_indicator', 'goal_id', 'goal')} as goal_ids,
      ${linked('measure_indicator', 'measure_id', 'measure')} as measure_ids
    from indicator i where i.plan_version_id = ${reading.planVersionId} and i.id = any(${ids})`.execute(db)
  const more = new Map(rows.map((row) => [row.id, row]))
  return indicators.map((indicator) => {
    const row = more.get(indicator.id)
    const text = (field: 'method' | 'limits' | 'source') =>
      words.optional('indicator', indicator.id, field, row?.[field] ?? null)?.text ?? null
    return {
      ...indicator,
      method: text('method'),
      limits: text('limits'),
      source: text('source'),
      licence: row?.licence ?? null,
      goalIds: row?.goalIds ?? [],
      measureIds: row?.measureIds ?? [],
    }
  })
}
