import { sql } from 'kysely'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { publishMunicipalityChange } from '#platform/page-cache/generations.ts'
import { insideMunicipality } from './found.ts'

/**
 * Takes a municipality away with everything it holds; nothing of it can be brought back. Tables are emptied in the order
 * in which they refer to each other, as that municipality: row-level security stays on. Returns whether there was one.
 */
export const removeMunicipality = (db: Database, id: number): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const tables = await tablesInOrder(tx)
    await insideMunicipality(tx, id, async () => {
      for (const table of tables) await sql`delete from ${sql.table(table)} where municipality_id = ${id}`.execute(tx)
    })
    const { numDeletedRows } = await tx.deleteFrom('municipality').where('id', '=', id).executeTakeFirst()
    await publishMunicipalityChange(tx)
    return numDeletedRows > 0n
  })

/** Every table of a municipality, those that nobody refers to first. */
async function tablesInOrder(db: Database): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`.execute(db)
  const { rows: references } = await sql<{ from: string; to: string }>`
    select distinct f.relname as from, t.relname as to from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.oid <> t.oid and f.relnamespace = 'public'::regnamespace`.execute(db)
  const ordered: string[] = []
  let left = tables.map(({ name }) => name)
  while (left.length > 0) {
    const free = left.filter((name) => !references.some(({ from, to }) => to === name && left.includes(from)))
    if (free.length === 0) throw new Error(`Tables refer to each other in a circle: ${left.join(', ')}`)
    ordered.push(...free)
    left = left.filter((name) => !free.includes(name))
  }
  return ordered
}
