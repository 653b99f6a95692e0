import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { things, type ThingKind } from '#platform/things/kinds.ts'
import { isInternal, isNothing, thingsIn, type Change, type StoredChange } from './model.ts'

export interface StoredEntry {
  id: number
  at: Date
  accountId: string | null
  act: string
  isImport: boolean
  changes: Change[]
}

export const entriesPerPage = 40

interface Sees {
  internal: boolean
  contacts: boolean
}

/** Entries of one thing, newest first, older than the entry `before` where given. Two statements. */
export async function listEntries(
  db: Database,
  thing: { kind: string; id: number },
  sees: Sees,
  before?: number,
): Promise<StoredEntry[]> {
  const rows = await db
    .selectFrom('auditEntry')
    .where('thingKind', '=', thing.kind)
    .where('thingId', '=', thing.id)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .select(['id', 'at', 'accountId', 'act', 'importId', 'changes'])
    .orderBy('id', 'desc')
    .limit(entriesPerPage + 1)
    .execute()
  const ids = rows.map(({ id }) => id)
  const personal = await db
    .selectFrom('auditPersonal')
    .where((eb) => eb('auditEntryId', '=', eb.fn.any(eb.val(ids))))
    .select(['auditEntryId', 'field', 'before', 'after', 'removedOn'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    accountId: row.accountId,
    act: row.act,
    isImport: row.importId !== null,
    changes: Object.entries(row.changes as Record<string, StoredChange>)
      .filter(([field]) => sees.internal || !isInternal(field))
      .filter(([, change]) => change === 'personal' || !isNothing(change.from) || !isNothing(change.to))
      .map(([field, change]): Change => {
        if (change !== 'personal') return { field, before: change.from, after: change.to }
        const kept = personal.find((one) => one.auditEntryId === row.id && one.field === field)
        if (kept?.removedOn) return { field, before: null, after: null, personal: { removedOn: kept.removedOn } }
        if (!kept || !sees.contacts) return { field, before: null, after: null, personal: 'hidden' }
        return { field, before: kept.before, after: kept.after, personal: 'shown' }
      }),
  }))
}

/** What the thing is called now, or was called when it was removed; undefined: nothing of that kind and number. */
export async function findTitle(db: Database, { kind, id }: { kind: string; id: number }): Promise<string | undefined> {
  if (!isThingKind(kind)) return undefined
  const { table, title, inPlan } = things[kind]
  const { rows } = await sql<{
    title: string
  }>`select ${sql.ref(title)} as title from ${sql.table(table)} where id = ${id}
    ${inPlan ? sql`order by plan_version_id desc` : sql``} limit 1`.execute(db)
  if (rows[0]) return rows[0].title
  const grave = await db
    .selectFrom('tombstone')
    .where('thingKind', '=', kind)
    .where('thingId', '=', id)
    .select('title')
    .executeTakeFirst()
  return grave?.title
}

const isThingKind = (kind: string): kind is ThingKind => kind in things

const namedElsewhere: Readonly<Record<string, { table: string; title: string }>> = {
  area: { table: 'area', title: 'name' },
  'org-unit': { table: 'org_unit', title: 'name' },
  'budget-product': { table: 'budget_product', title: 'title' },
}

/** Names for the ids that the entries mention: `goal.7` → its text. One statement. */
export async function namesOfIds(
  db: Database,
  thingKind: string,
  entries: readonly StoredEntry[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, Set<number>>()
  for (const { field, before, after } of entries.flatMap((entry) => entry.changes)) {
    for (const { kind, id } of [...thingsIn(field, before, thingKind), ...thingsIn(field, after, thingKind)])
      wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id))
  }
  const parts = [...wanted].flatMap(([kind, ids]) => {
    const stored = isThingKind(kind) ? things[kind] : namedElsewhere[kind]
    if (!stored || ids.size === 0) return []
    return [
      sql`select ${kind} as kind, id, max(${sql.ref(stored.title)}) as name from ${sql.table(stored.table)}
      where id = any(${[...ids]}) group by id`,
    ]
  })
  if (parts.length === 0) return new Map()
  const { rows } = await sql<{ kind: string; id: number; name: string }>`${sql.join(parts, sql` union all `)}`.execute(
    db,
  )
  return new Map(rows.map(({ kind, id, name }) => [`${kind}.${id}`, name]))
}
