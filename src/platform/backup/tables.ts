import pg from 'pg'

/** A table that a backup holds, in an order in which every table comes after those it refers to. */
export interface KeptTable {
  schema: string
  name: string
  /** Without generated columns: PostgreSQL makes those anew. */
  columns: string[]
  /** Rows belong to a municipality. */
  hasMunicipality: boolean
  /** Columns to sort by, so that equal data give equal bytes. */
  key: string[]
  identity: string | null
}

/**
 * What a backup leaves out: who is signed in, links that were mailed, and work under way. A link that was revoked after
 * the backup must not come alive again.
 */
const leftOut = new Set(['auth.session', 'auth.verification', 'public.preview_link', 'public.migration'])

/** Rows of a table that are kept; the others stand for a right that must be given anew. */
export const keptRows: Readonly<Record<string, string>> = {
  'public.invitation': 'accepted_at is not null or revoked_at is not null',
}

export const fullName = ({ schema, name }: Pick<KeptTable, 'schema' | 'name'>): string => `${schema}.${name}`
export const quoted = ({ schema, name }: Pick<KeptTable, 'schema' | 'name'>): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
export const columnList = (columns: readonly string[]): string =>
  columns.map((column) => pg.escapeIdentifier(column)).join(', ')

/** All tables of the schemas public and auth, read from the database itself: a new one cannot be forgotten. */
export async function listTables(client: pg.ClientBase): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable>(`
    select n.nspname as schema, c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped
        and c.relname not in ('former_slug', 'host_name')) as "hasMunicipality",
      coalesce((select array_agg(a.attname::text order by k.place) from pg_index i
        cross join unnest(i.indkey) with ordinality k(number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where i.indrelid = c.oid and i.indisprimary), '{}') as key,
      (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '' limit 1) as identity
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'auth') order by 1, 2`)
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select fn.nspname || '.' || f.relname as "from", tn.nspname || '.' || t.relname as "to" from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and k.conrelid <> k.confrelid`)
  return inOrder(
    rows.filter((table) => !leftOut.has(fullName(table))),
    references,
  )
}

/** Sorts so that a table follows all it refers to. A circle would make restoring impossible and is thrown. */
export function inOrder<T extends Pick<KeptTable, 'schema' | 'name'>>(
  tables: readonly T[],
  references: readonly { from: string; to: string }[],
): T[] {
  const names = new Set(tables.map(fullName))
  const waiting = new Map(
    tables.map((table) => {
      const needs = references.filter(({ from, to }) => from === fullName(table) && names.has(to)).map(({ to }) => to)
      return [fullName(table), { table, needs: new Set(needs) }]
    }),
  )
  const ordered: T[] = []
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, { needs }]) => needs.size === 0)
    if (ready.length === 0) throw new Error(`These tables refer to each other: ${[...waiting.keys()].join(', ')}`)
    for (const [name, { table }] of ready) {
      ordered.push(table)
      waiting.delete(name)
      for (const { needs } of waiting.values()) needs.delete(name)
    }
  }
  return ordered
}
