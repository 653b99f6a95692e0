import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import type { Option } from './list.ts'

/** What one LinkPicker shows: what is ticked, and what its search found. */
export interface Picked {
  chosen: Option[]
  found?: Option[]
}
export interface GoalChoices {
  actionFields: Option[]
  topics: Option[]
  needIds: Picked
  indicatorIds: Picked
  parentId: Picked
  budgetProductId: Picked
}
type Picker = 'needIds' | 'indicatorIds' | 'parentId' | 'budgetProductId'
const pickers: readonly Picker[] = ['needIds', 'indicatorIds', 'parentId', 'budgetProductId']

/** What may be ticked, with its label; `found` adds which of them a search brings. */
const sources = (planVersionId: number): Record<Picker, { all: RawBuilder<unknown>; search?: string }> => ({
  needIds: {
    all: sql`select id, statement as label, position from need where plan_version_id = ${planVersionId} and ${isCountedNeed('need')}`,
    search: 'search_needs',
  },
  indicatorIds: {
    all: sql`select id, code || ' ' || title as label, position from indicator where plan_version_id = ${planVersionId}`,
    search: 'search_indicators',
  },
  parentId: {
    all: sql`select id, text as label, position from goal where plan_version_id = ${planVersionId}`,
    search: 'search_goals',
  },
  budgetProductId: { all: sql`select id, code || ' ' || title as label, 0 as position from budget_product` },
})

/** What the form of a goal offers. `asked`: the picker whose search was pressed. Two or three statements. */
export async function listChoices(
  db: Database,
  planVersionId: number,
  values: Typed,
  asked?: string,
): Promise<GoalChoices> {
  const source = sources(planVersionId)
  const parts = [
    sql`select 'field' as name, id, code || ' ' || title as label, position from action_field where plan_version_id = ${planVersionId}`,
    sql`select 'topic', id, title, position from cross_cutting_topic where plan_version_id = ${planVersionId}`,
    ...pickers.map(
      (name) =>
        sql`select ${sql.lit(name)}, id, label, position from (${source[name].all}) s where id = any(${idsOf(values[name])})`,
    ),
  ]
  const { rows } = await sql<{ name: string; id: number; label: string }>`
    ${sql.join(parts, sql` union all `)} order by name, position, id`.execute(db)
  const of = (name: string): Option[] =>
    rows.filter((row) => row.name === name).map(({ id, label }) => ({ value: String(id), label }))
  const found = isPicker(asked)
    ? await search(db, planVersionId, source[asked], String(values[`${asked}Search`] ?? ''))
    : []
  const picked = (name: Picker): Picked => {
    const chosen = of(name)
    const others = found.filter(({ value }) => !chosen.some((one) => one.value === value))
    return { chosen, ...(name === asked && { found: others }) }
  }
  return {
    actionFields: of('field'),
    topics: of('topic'),
    needIds: picked('needIds'),
    indicatorIds: picked('indicatorIds'),
    parentId: picked('parentId'),
    budgetProductId: picked('budgetProductId'),
  }
}

const isPicker = (name: string | undefined): name is Picker => pickers.some((known) => known === name)

async function search(
  db: Database,
  planVersionId: number,
  { all, search: name }: { all: RawBuilder<unknown>; search?: string },
  query: string,
): Promise<Option[]> {
  const { rows } = await (
    name
      ? sql<Option>`select s.id::text as value, s.label from (${all}) s
          join ${sql.id(name)}(${planVersionId}, ${query}) r on r.id = s.id
          order by r.rank desc, s.position, s.id limit 20`
      : sql<Option>`select s.id::text as value, s.label from (${all}) s
          where strpos(fold(s.label), fold(${query})) > 0 or fold(${query}) <% fold(s.label)
          order by word_similarity(fold(${query}), fold(s.label)) desc, s.label limit 20`
  ).execute(db)
  return rows
}

export const idsOf = (value: string | string[] | undefined): number[] =>
  [value ?? []]
    .flat()
    .filter((text) => /^\d{1,15}$/.test(text))
    .map(Number)
