import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { isKeptKind, keptKinds, keptThings, type KeptKind } from './snapshot.ts'

/** Things by kind. */
export type IdsByKind = ReadonlyMap<KeptKind, readonly number[]>

/** A foreign key: a column of a table that points to things of a kind, and the thing that such a row belongs to. */
interface Pointer {
  table: string
  column: string
  owner?: { kind: KeptKind; column: string }
}

/**
 * Which of these things something else points to: rows that belong neither to the thing itself nor to one of `handled`.
 * The foreign keys of the database say what can point to them, so a table that comes later is seen too. Two statements.
 */
export async function pointedAt(
  db: Database,
  asked: IdsByKind,
  handled: IdsByKind,
): Promise<Map<KeptKind, Set<number>>> {
  const pointers = await pointersTo(db, [...asked.keys()])
  const parts = [...pointers].flatMap(([kind, list]) =>
    list.map(({ table, column, owner }): RawBuilder<unknown> => {
      const others = owner && sql`and not (r.${sql.ref(owner.column)} = any(${[...(handled.get(owner.kind) ?? [])]}))`
      return sql`select distinct ${kind}::text as kind, r.${sql.ref(column)} as id from ${sql.table(table)} r
        where r.${sql.ref(column)} = any(${[...(asked.get(kind) ?? [])]}) ${others ?? sql``}`
    }),
  )
  const found = new Map<KeptKind, Set<number>>()
  if (parts.length === 0) return found
  const { rows } = await sql<{ kind: KeptKind; id: number }>`${sql.join(parts, sql` union `)}`.execute(db)
  for (const { kind, id } of rows) found.set(kind, (found.get(kind) ?? new Set()).add(id))
  return found
}

const kindOfTable = new Map(keptKinds.map((kind): [string, KeptKind] => [keptThings[kind].table, kind]))
const ownerOfPart = new Map(
  keptKinds.flatMap((kind) =>
    keptThings[kind].parts.map((part): [string, { kind: KeptKind; column: string }] => [
      part.table,
      { kind, column: part.column },
    ]),
  ),
)

async function pointersTo(db: Database, kinds: readonly KeptKind[]): Promise<Map<KeptKind, Pointer[]>> {
  const targets = [...kinds.map((kind) => keptThings[kind].table), 'plan_item']
  const { rows } = await sql<{ from: string; to: string; column: string }>`
    select f.relname as from, t.relname as to, a.attname as column
    from pg_constraint c
      join pg_class f on f.oid = c.conrelid
      join pg_class t on t.oid = c.confrelid
      cross join lateral unnest(c.conkey, c.confkey) k(here, there)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.there and b.attname = 'id'
    where c.contype = 'f' and c.confrelid = any(select to_regclass(n) from unnest(${targets}::text[]) n)`.execute(db)
  const pointers = new Map<KeptKind, Pointer[]>()
  for (const { from, to, column } of rows) {
    const ownKind = kindOfTable.get(from)
    // A thing of the plan points to its own lasting identity.
    if (to === 'plan_item' && ownKind && column === 'id') continue
    const owner = ownKind ? { kind: ownKind, column: 'id' } : ownerOfPart.get(from)
    const pointer: Pointer = { table: from, column, ...(owner && { owner }) }
    for (const kind of kinds) {
      const isTarget = to === 'plan_item' ? keptThings[kind].inPlan : keptThings[kind].table === to
      const isOwnPart = keptThings[kind].parts.some((part) => part.table === from && part.column === column)
      if (isTarget && !isOwnPart) pointers.set(kind, [...(pointers.get(kind) ?? []), pointer])
    }
  }
  return pointers
}

/** Only kinds that can be kept. */
export function byKind(things: Iterable<{ kind: string; id: number }>): Map<KeptKind, number[]> {
  const found = new Map<KeptKind, number[]>()
  for (const { kind, id } of things) {
    if (!isKeptKind(kind)) continue
    const ids = found.get(kind)
    if (ids) ids.push(id)
    else found.set(kind, [id])
  }
  return found
}
