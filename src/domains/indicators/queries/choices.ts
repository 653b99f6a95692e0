import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Option } from './options.ts'

/** What one LinkPicker shows: what is ticked, and what its search found. */
interface Picked {
  chosen: Option[]
  found?: Option[]
}
export interface FormChoices {
  actionFields: Option[]
  goalIds: Picked
  measureIds: Picked
}
const pickerNames = ['goalIds', 'measureIds'] as const
type PickerName = (typeof pickerNames)[number]

const sources = (planVersionId: number): Record<PickerName, RawBuilder<unknown>> => ({
  goalIds: sql`select id, text as label, position, '{}'::int[] as number_order from goal
    where plan_version_id = ${planVersionId}`,
  measureIds: sql`select id, number || ' ' || title as label, 0 as position, number_order from measure
    where plan_version_id = ${planVersionId}`,
})

/**
 * What the form of an indicator offers. `values`: what is typed now, so that ticked things stay ticked; `asked`: the
 * picker whose search button was pressed. Two statements, three with a search.
 */
export async function listChoices(
  db: Database,
  planVersionId: number,
  values: Typed,
  asked?: string,
): Promise<FormChoices> {
  const fields = await db
    .selectFrom('actionField')
    .where('planVersionId', '=', planVersionId)
    .select(['id', 'code', 'title'])
    .orderBy('position')
    .execute()
  const source = sources(planVersionId)
  const chosen = { goalIds: idsOf(values['goalIds']), measureIds: idsOf(values['measureIds']) }
  const parts = pickerNames.map(
    (name) => sql`select ${name} as name, id, label, position, number_order from (${source[name]}) s
      where id = any(${chosen[name]})`,
  )
  const { rows } = await sql<{ name: PickerName; id: number; label: string }>`
    ${sql.join(parts, sql` union all `)} order by name, number_order, position, label`.execute(db)
  const found = isPicker(asked)
    ? await search(db, source[asked], String(values[`${asked}Search`] ?? ''), chosen[asked])
    : []
  const picked = (name: PickerName): Picked => ({
    chosen: rows.filter((row) => row.name === name).map(({ id, label }) => ({ value: String(id), label })),
    ...(name === asked && { found }),
  })
  return {
    actionFields: fields.map(({ id, code, title }) => ({ value: String(id), label: `${code} ${title}`.trim() })),
    goalIds: picked('goalIds'),
    measureIds: picked('measureIds'),
  }
}

const isPicker = (name: string | undefined): name is PickerName => pickerNames.some((known) => known === name)
const idsOf = (value: string | string[] | undefined) =>
  [value ?? []]
    .flat()
    .filter((text) => /^\d{1,15}$/.test(text))
    .map(Number)

async function search(db: Database, source: RawBuilder<unknown>, query: string, without: number[]): Promise<Option[]> {
  const { rows } = await sql<{ id: number; label: string }>`
    select id, label from (${source}) s where not (id = any(${without}))
      and (fold(label) like like_pattern(${query}) or word_similarity(fold(${query}), fold(label)) > 0.5)
    order by word_similarity(fold(${query}), fold(label)) desc, number_order, position, label limit 20`.execute(db)
  return rows.map(({ id, label }) => ({ value: String(id), label }))
}

/** The areas that a value can belong to. */
export async function listAreaChoices(db: Database): Promise<Option[]> {
  const rows = await db
    .selectFrom('area')
    .where('validTo', 'is', null)
    .where('level', '<>', 'COUNTY')
    .select(['id', 'name', 'edition'])
    .orderBy('name')
    .execute()
  return rows.map(({ id, name }) => ({ value: String(id), label: name }))
}
