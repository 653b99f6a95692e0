import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { things } from './kinds.ts'

interface KeptThing {
  table: string
  /** What names it. */
  title: string
  /** Its rows belong to a version of the plan. */
  inPlan: boolean
  /** The rows that belong to it alone, and the column that says to what. */
  parts: readonly Part[]
}
interface Part {
  table: string
  column: string
  inPlan: boolean
  /** Holds data about people: it counts when it is asked whether something changed, and no copy of it is kept. */
  isPersonal?: true
}

const part = (column: string, ...tables: string[]): Part[] => tables.map((table) => ({ table, column, inPlan: true }))
const lasting = (column: string, ...tables: string[]): Part[] =>
  tables.map((table) => ({ table, column, inPlan: false }))

/** Everything that an import writes, in the order in which it can be removed: what points to others comes first. */
export const keptThings = {
  measure: {
    ...things.measure,
    parts: part(
      'measure_id',
      ...['measure_resource', 'measure_goal', 'measure_target_group', 'measure_topic', 'measure_area'],
      ...['measure_indicator', 'measure_partner'],
    ),
  },
  goal: { ...things.goal, parts: part('goal_id', 'goal_need', 'goal_topic', 'goal_indicator') },
  need: { ...things.need, parts: part('need_id', 'need_source', 'need_target_group', 'need_topic') },
  indicator: { ...things.indicator, parts: lasting('indicator_id', 'observation') },
  actor: {
    ...things.actor,
    parts: [
      ...lasting('actor_id', 'actor_action_field', 'actor_area'),
      { table: 'actor_contact', column: 'actor_id', inPlan: false, isPersonal: true },
    ],
  },
  'target-group': { ...things['target-group'], parts: [] },
  'cross-cutting-topic': { ...things['cross-cutting-topic'], parts: [] },
  'action-field': { ...things['action-field'], parts: [] },
  'org-unit': { table: 'org_unit', title: 'name', inPlan: false, parts: [] },
  'budget-product': { table: 'budget_product', title: 'title', inPlan: false, parts: [] },
  area: { table: 'area', title: 'name', inPlan: false, parts: [] },
} as const satisfies Record<string, KeptThing>

export type KeptKind = keyof typeof keptThings
export const keptKinds = Object.keys(keptThings) as KeptKind[]
export const isKeptKind = (kind: string): kind is KeptKind => kind in keptThings

/** Each thing of a kind as one JSON value, with the rows that belong to it: columns `id`, `snapshot`, `hash`. */
export function snapshots(kind: KeptKind, planVersionId: number, ids: RawBuilder<unknown>): RawBuilder<unknown> {
  const { table, inPlan, parts }: KeptThing = keptThings[kind]
  const rows = (chosen: readonly Part[], strip: RawBuilder<unknown>) =>
    sql.join(
      chosen.map(
        (
          one,
        ) => sql`, ${sql.lit(one.table)}, (select coalesce(jsonb_agg(to_jsonb(p)${strip} order by (to_jsonb(p) - 'id')::text), '[]')
        from ${sql.table(one.table)} p where p.${sql.ref(one.column)} = t.id ${one.inPlan ? sql`and p.plan_version_id = ${planVersionId}` : sql``})`,
      ),
      sql``,
    )
  const kept = parts.filter(({ isPersonal }) => !isPersonal)
  const translated = sql`(select coalesce(jsonb_agg(jsonb_build_array(x.language, x.field, x.text) order by x.language, x.field), '[]')
    from translation x where x.thing_kind = ${kind} and x.thing_id = t.id)`
  // Counters, and where it stands in a list, are not what the thing says.
  return sql`select t.id,
      jsonb_build_object('row', to_jsonb(t) ${rows(kept, sql``)}) as snapshot,
      md5(jsonb_build_object('row', to_jsonb(t) - '{version,updated_at,position}'::text[], 'texts', ${translated}
        ${rows(parts, sql` - '{id,version}'::text[]`)})::text) as hash
    from ${sql.table(table)} t where t.id = any(${ids}) ${inPlan ? sql`and t.plan_version_id = ${planVersionId}` : sql``}`
}

/** Names of the columns that a row can be given, by table. One statement. */
async function writableColumns(db: Database, tables: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.oid = any(select to_regclass(t) from unnest(${[...tables]}::text[]) t)
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname`.execute(db)
  return new Map(rows.map(({ table, columns }) => [table, columns]))
}

/**
 * Makes things what their snapshots say, with the rows that belong to them. `kept`: a statement with the columns
 * thing_id and before. Each counts as saved once more. Throws what the database says where a former value is no longer
 * possible (23503, 23505).
 */
export async function restoreSnapshots(
  db: Database,
  kind: KeptKind,
  planVersionId: number,
  ids: readonly number[],
  kept: RawBuilder<unknown>,
): Promise<void> {
  if (ids.length === 0) return
  const { table, inPlan, ...thing }: KeptThing = keptThings[kind]
  const parts = thing.parts.filter(({ isPersonal }) => !isPersonal)
  const columns = await writableColumns(db, [table, ...parts.map((one) => one.table)])
  const fixed = new Set(['municipality_id', 'plan_version_id', 'id', 'version', 'created_at', 'position'])
  const set = (columns.get(table) ?? []).filter((name) => !fixed.has(name))
  await sql`update ${sql.table(table)} t set
      ${sql.join(set.map((name) => sql`${sql.id(name)} = r.${sql.id(name)}`))}, version = t.version + 1
    from (${kept}) k, jsonb_populate_record(null::${sql.table(table)}, k.before -> 'row') r
    where k.thing_id = any(${[...ids]}) and t.id = k.thing_id
      ${inPlan ? sql`and t.plan_version_id = ${planVersionId}` : sql``}`.execute(db)
  for (const one of parts) {
    const names = sql.join((columns.get(one.table) ?? []).map((name) => sql.id(name)))
    await sql`delete from ${sql.table(one.table)} p where p.${sql.ref(one.column)} = any(${[...ids]})
      ${one.inPlan ? sql`and p.plan_version_id = ${planVersionId}` : sql``}`.execute(db)
    await sql`insert into ${sql.table(one.table)} (${names}) overriding system value
      select ${sql.join((columns.get(one.table) ?? []).map((name) => sql`r.${sql.id(name)}`))}
      from (${kept}) k, jsonb_populate_recordset(null::${sql.table(one.table)}, k.before -> ${sql.lit(one.table)}) r
      where k.thing_id = any(${[...ids]})`.execute(db)
  }
}

/** Removes things that nothing points to any more, with the rows that belong to them. */
export async function removeSnapshotted(
  db: Database,
  kind: KeptKind,
  planVersionId: number,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return
  const { table, inPlan, parts }: KeptThing = keptThings[kind]
  for (const one of parts) {
    await sql`delete from ${sql.table(one.table)} where ${sql.ref(one.column)} = any(${[...ids]})
      ${one.inPlan ? sql`and plan_version_id = ${planVersionId}` : sql``}`.execute(db)
  }
  await sql`delete from ${sql.table(table)} where id = any(${[...ids]})
    ${inPlan ? sql`and plan_version_id = ${planVersionId}` : sql``}`.execute(db)
}
