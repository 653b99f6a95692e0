import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import type { Option } from './list.ts'

/** What one LinkPicker shows: what is ticked, and what its search found. */
export interface Picked {
  chosen: Option[]
  found?: Option[]
}
export interface NeedChoices {
  actionFields: Option[]
  targetGroups: Option[]
  topics: Option[]
  goalIds: Picked
}

/** What the form of a need offers. `asked`: the picker whose search was pressed. Two or three statements. */
export async function listChoices(
  db: Database,
  planVersionId: number,
  values: Typed,
  asked?: string,
): Promise<NeedChoices> {
  const here = sql`plan_version_id = ${planVersionId}`
  const { rows } = await sql<{ kind: string; id: number; title: string }>`
    select 'field' as kind, id, code || ' ' || title as title, position from action_field where ${here}
    union all select 'group', id, title, position from target_group where ${here}
    union all select 'topic', id, title, position from cross_cutting_topic where ${here}
    union all select 'goal', id, text, position from goal where ${here} and id = any(${idsOf(values['goalIds'])})
    order by kind, position, id`.execute(db)
  const of = (kind: string): Option[] =>
    rows.filter((row) => row.kind === kind).map(({ id, title }) => ({ value: String(id), label: title }))
  const chosen = of('goal')
  const found =
    asked === 'goalIds' ? await searchGoals(db, planVersionId, String(values['goalIdsSearch'] ?? '')) : undefined
  return {
    actionFields: of('field'),
    targetGroups: of('group'),
    topics: of('topic'),
    goalIds: { chosen, ...(found && { found: without(found, chosen) }) },
  }
}

/** The needs that are ticked for merging, and what a search for others brings. `query` empty: what sounds alike. */
export async function listMergeable(
  db: Database,
  planVersionId: number,
  ids: readonly number[],
  query: string | undefined,
): Promise<Picked> {
  const { rows: chosen } = await sql<Option>`
    select id::text as value, statement as label from need
    where plan_version_id = ${planVersionId} and id = any(${ids}) and ${isCountedNeed('need')}
    order by position, id`.execute(db)
  const words = query === undefined ? tellingWords(chosen[0]?.label ?? '') : [query]
  if (words.length === 0) return { chosen }
  const { rows: found } = await sql<Option>`
    select n.id::text as value, n.statement as label
    from (select s.id, count(*) as hits, sum(s.rank) as rank
      from unnest(${words}::text[]) as w(word), search_needs(${planVersionId}, w.word) s group by s.id) s
    join need n on n.plan_version_id = ${planVersionId} and n.id = s.id and ${isCountedNeed('n')}
    order by s.hits desc, s.rank desc, n.position, n.id limit 12`.execute(db)
  const others = without(found, chosen)
  // Unasked for, nothing alike is no news.
  return query === undefined && others.length === 0 ? { chosen } : { chosen, found: others }
}

/** The longest words of a sentence say what it is about: "Eltern", "verstehen", "Briefe". */
const tellingWords = (sentence: string): string[] =>
  [...new Set(sentence.match(/\p{L}{5,}/gu))].toSorted((a, b) => b.length - a.length).slice(0, 5)

async function searchGoals(db: Database, planVersionId: number, query: string): Promise<Option[]> {
  const { rows } = await sql<Option>`
    select g.id::text as value, g.text as label from search_goals(${planVersionId}, ${query}) s
    join goal g on g.plan_version_id = ${planVersionId} and g.id = s.id
    order by s.rank desc, g.position, g.id limit 20`.execute(db)
  return rows
}

const without = (found: Option[], chosen: Option[]) =>
  found.filter(({ value }) => !chosen.some((one) => one.value === value))

export const idsOf = (value: string | string[] | undefined): number[] =>
  [value ?? []]
    .flat()
    .filter((text) => /^\d{1,15}$/.test(text))
    .map(Number)
