import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import { listLeads, type Leads } from './leads.ts'
import type { Option } from './options.ts'

/** What one LinkPicker shows: what is ticked, and what its search found. */
interface Picked {
  chosen: Option[]
  found?: Option[]
}
export interface FormChoices {
  actionFields: Option[]
  targetGroups: Option[]
  topics: Option[]
  leads: Leads
  goalIds: Picked
  indicatorIds: Picked
  partnerIds: Picked
  partnerUnitIds: Picked
  areaIds: Picked
}
type PickerName = 'goalIds' | 'indicatorIds' | 'partnerIds' | 'partnerUnitIds' | 'areaIds'

const sources = (planVersionId: number, values: Typed): Record<PickerName, RawBuilder<unknown>> => ({
  goalIds: sql`select id, text as label, position from goal where plan_version_id = ${planVersionId}`,
  indicatorIds: sql`select id, code || ' ' || title as label, position from indicator where plan_version_id = ${planVersionId}`,
  partnerIds: sql`select id, name as label, 0 as position from actor`,
  // What is ticked already stays, even if the unit has ended; the search offers only what goes on.
  partnerUnitIds: sql`select id, name as label, position from org_unit
    where ended_on is null or ended_on >= current_date or id = any(${idsOf(values['partnerUnitIds'])})`,
  areaIds: sql`select id, name as label, 0 as position from area where valid_to is null`,
})

/**
 * What the form of a measure offers. `values`: what is typed now, so that ticked things stay ticked; `asked`: the picker
 * whose search button was pressed. Works without JavaScript, at any number of actors.
 */
export async function listChoices(
  db: Database,
  planVersionId: number,
  values: Typed,
  asked?: string,
): Promise<FormChoices> {
  const { rows } = await sql<{ kind: string; id: number; title: string }>`
    select * from (
    select 'field' as kind, id, code || ' ' || title as title, position from action_field where plan_version_id = ${planVersionId}
    union all select 'group', id, title, position from target_group where plan_version_id = ${planVersionId}
    union all select 'topic', id, title, position from cross_cutting_topic where plan_version_id = ${planVersionId}
    ) choices order by kind, position, title collate "de"`.execute(db)
  const of = (kind: string): Option[] =>
    rows.filter((row) => row.kind === kind).map(({ id, title }) => ({ value: String(id), label: title }))
  return {
    actionFields: of('field'),
    targetGroups: of('group'),
    topics: of('topic'),
    leads: await listLeads(db, planVersionId, { chosen: textOf(values['lead']), search: textOf(values['leadSearch']) }),
    ...(await pick(db, planVersionId, values, asked)),
  }
}

const pickerNames: readonly PickerName[] = ['goalIds', 'indicatorIds', 'partnerIds', 'partnerUnitIds', 'areaIds']

/** What the pickers of goals and areas show beside a list. One statement, and one for a search. */
export const listPicked = pick
export type PickedThings = Awaited<ReturnType<typeof pick>>

async function pick(
  db: Database,
  planVersionId: number,
  values: Typed,
  asked?: string,
): Promise<Record<PickerName, Picked>> {
  const source = sources(planVersionId, values)
  const chosen = Object.fromEntries(pickerNames.map((name) => [name, idsOf(values[name])])) as Record<
    PickerName,
    number[]
  >
  const parts = pickerNames.map(
    (name) => sql`select ${name} as name, id, label, position from (${source[name]}) s where id = any(${chosen[name]})`,
  )
  const { rows } = await sql<{
    name: PickerName
    id: number
    label: string
  }>`${sql.join(parts, sql` union all `)} order by name, position, label`.execute(db)
  const found = isPicker(asked)
    ? await search(db, source[asked], String(values[`${asked}Search`] ?? ''), chosen[asked])
    : []
  return Object.fromEntries(
    pickerNames.map((name) => [
      name,
      {
        chosen: rows.filter((row) => row.name === name).map(({ id, label }) => ({ value: String(id), label })),
        ...(name === asked && { found }),
      },
    ]),
  ) as Record<PickerName, Picked>
}

const textOf = (value: string | string[] | undefined) => [value ?? ''].flat()[0] ?? ''
const isPicker = (name: string | undefined): name is PickerName => pickerNames.some((known) => known === name)
const idsOf = (value: string | string[] | undefined) =>
  [value ?? []]
    .flat()
    .filter((text) => /^\d+$/.test(text))
    .map(Number)

async function search(db: Database, source: RawBuilder<unknown>, query: string, without: number[]): Promise<Option[]> {
  const { rows } = await sql<{ id: number; label: string }>`
    select id, label from (${source}) s
    where not (id = any(${without})) and (fold(label) like '%' || fold(${query}) || '%' or word_similarity(fold(${query}), fold(label)) > 0.5)
    order by word_similarity(fold(${query}), fold(label)) desc, position, label limit 20`.execute(db)
  return rows.map(({ id, label }) => ({ value: String(id), label }))
}
