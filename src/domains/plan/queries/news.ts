import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { FlexDate } from '#values/flex-date.ts'
import { addDays, type LocalDate } from '#values/local-date.ts'
import type { MeasureState } from '../model/progress.ts'

export type NewsKind = 'event' | 'action-field' | 'need' | 'goal' | 'measure' | 'indicator' | 'chapter'

/** Something that happened in public: an event of the plan, a thing published, a measure that got on. */
export interface NewsRow {
  kind: NewsKind
  id: number
  act: 'happened' | 'published' | 'state'
  day: LocalDate
  /** German, as it is stored; translated by the caller. */
  title: string
  text: string | null
  number: string | null
  date: FlexDate | null
  state: MeasureState | null
}

/** Sources of one year at most: what is older is no news. */
const newsDays = 365

/**
 * What is new, newest first, from published things only: what was said about a thing before it was public stays unsaid.
 * One statement.
 */
export async function listNews(
  db: Database,
  { planVersionId }: Reading,
  today: LocalDate,
  limit: number,
): Promise<NewsRow[]> {
  const since = addDays(today, -newsDays)
  const { rows } = await sql<NewsRow>`
    with recent as (
      select thing_kind, thing_id, case when act = 'published' then 'published' else 'state' end as act,
        changes -> 'state' ->> 'to' as state, at, to_char(at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as day
      from audit_entry
      where at >= ${since}::date and thing_kind in ('action-field', 'need', 'goal', 'measure', 'indicator', 'chapter')
        and (act = 'published' or (thing_kind = 'measure' and changes -> 'state' ->> 'to' is not null and act <> 'created'))
      order by at desc limit 200
    ), known as (
      select 'action-field' as kind, id, title, null as number, published_at from action_field where plan_version_id = ${planVersionId}
      union all select 'need', id, statement, null, published_at from need where plan_version_id = ${planVersionId}
      union all select 'goal', id, text, null, published_at from goal where plan_version_id = ${planVersionId}
      union all select 'measure', id, title, number, published_at from measure where plan_version_id = ${planVersionId}
      union all select 'indicator', id, title, null, published_at from indicator where plan_version_id = ${planVersionId}
      union all select 'chapter', id, title, null, published_at from chapter where plan_version_id = ${planVersionId}
    )
    select kind, id, act, day, title, text, number, date, state from (
      select distinct on (r.thing_kind, r.thing_id, r.act) k.kind, k.id, r.act, r.day, k.title, null as text, k.number,
        null::jsonb as date, case when r.act = 'state' then r.state end as state, r.at
      from recent r join known k on k.kind = r.thing_kind and k.id = r.thing_id
      where k.published_at is not null and (r.act = 'published' or r.at > k.published_at)
      order by r.thing_kind, r.thing_id, r.act, r.at desc
    ) changed
    union all
    select * from (select 'event', id, 'happened', to_char(sort_date, 'YYYY-MM-DD'), title, text, null, date, null from plan_event
      where plan_version_id = ${planVersionId} and published_at is not null and not is_tentative
        and sort_date between ${since} and ${today}
      order by sort_date desc limit ${limit}) happened
    order by day desc, kind, id
    limit 200`.execute(db)
  return rows
}
