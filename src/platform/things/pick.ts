import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'

/** A thing that a form offers. */
export interface PickOption {
  value: string
  label: string
}
/** What one LinkPicker shows: what is ticked, and what its search found. */
export interface Picked {
  chosen: PickOption[]
  found?: PickOption[]
}

/**
 * What the LinkPickers of a form show. `sources`: per field a statement with the columns id, label, position. `asked`:
 * the picker whose search button was pressed. One statement, two after a search; at any number of things.
 */
export async function pickOptions<Name extends string>(
  db: Database,
  sources: Readonly<Record<Name, RawBuilder<unknown>>>,
  values: Typed,
  asked?: string,
): Promise<Record<Name, Picked>> {
  const names = Object.keys(sources) as Name[]
  const parts = names.map(
    (name) =>
      sql`select ${name} as name, id, label, position from (${sources[name]}) s where id = any(${idsIn(values[name])})`,
  )
  const { rows } = await sql<{ name: Name; id: number; label: string }>`
    ${sql.join(parts, sql` union all `)} order by name, position, label`.execute(db)
  const searched = names.find((name) => name === asked)
  const found =
    searched && (await findOptions(db, sources[searched], wordsOf(values, searched), idsIn(values[searched])))
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        chosen: rows.filter((row) => row.name === name).map(({ id, label }) => ({ value: String(id), label })),
        ...(name === searched && { found }),
      },
    ]),
  ) as Record<Name, Picked>
}

/** The best 20 of a source whose label holds the words, or nearly so. */
export async function findOptions(
  db: Database,
  source: RawBuilder<unknown>,
  query: string,
  without: readonly number[] = [],
): Promise<PickOption[]> {
  const { rows } = await sql<{ id: number; label: string }>`
    select id, label from (${source}) s
    where not (id = any(${without}))
      and (strpos(fold(label), fold(${query})) > 0 or word_similarity(fold(${query}), fold(label)) > 0.5)
    order by word_similarity(fold(${query}), fold(label)) desc, position, label limit 20`.execute(db)
  return rows.map(({ id, label }) => ({ value: String(id), label }))
}

const wordsOf = (values: Typed, name: string) => String(values[`${name}Search`] ?? '').slice(0, 200)

const idsIn = (value: string | string[] | undefined) =>
  [value ?? []]
    .flat()
    .filter((text) => /^\d{1,15}$/.test(text))
    .map(Number)
