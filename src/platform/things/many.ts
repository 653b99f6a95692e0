import { sql, type RawBuilder } from 'kysely'
import { writeAuditMany, type OneOfMany } from '#platform/audit/audit-many.ts'
import { differences, type Changes } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace } from '#platform/http/problems.ts'
import type { Acting } from './acting.ts'
import { keptThings, type KeptKind } from './snapshot.ts'

/** What of a kind can be written for many things at once: its columns with their types, and its links. */
export interface ManyThings {
  readonly kind: KeptKind
  /** Names in the database and types. */
  readonly columns: Readonly<Record<string, string>>
  readonly links: readonly ManyLink[]
  /** New ones stand at the end of the list. */
  readonly hasPosition?: true
  /** Drafts and public things; the others are neither. */
  readonly isPublished?: true
}
interface ManyLink {
  /** As the history names it. */
  readonly field: string
  readonly table: string
  readonly own: string
  readonly other: string
  readonly inPlan: boolean
}

/** A thing as it is stored: values by the names of their columns, linked ids by field. */
export interface StoredThing {
  id: number
  version: number
  isPublished: boolean
  values: Record<string, unknown>
  links: Record<string, number[]>
}

/** A thing as it shall be. Without `before` it is created. */
export interface WrittenThing {
  before?: StoredThing
  values: Record<string, unknown>
  links: Record<string, number[]>
  /** It belongs to another one that is written with it. */
  parent?: { column: string; of: WrittenThing }
}

const inVersion = ({ kind }: ManyThings, { planVersionId }: Acting) =>
  keptThings[kind].inPlan ? sql`plan_version_id = ${planVersionId}` : sql`true`

/** Some columns of every thing of a kind: by these an import recognises them. One statement. */
export async function indexMany(
  db: Database,
  acting: Acting,
  many: ManyThings,
  columns: readonly string[],
): Promise<{ id: number; values: Record<string, unknown> }[]> {
  const { rows } = await sql<{ id: number; values: Record<string, unknown> }>`
    select id, jsonb_build_object(${sql.join(columns.flatMap((name) => [sql.lit(name), sql.id(name)]))}) as values
    from ${sql.table(keptThings[many.kind].table)} where ${inVersion(many, acting)} order by id`.execute(db)
  return rows
}

/** These things with everything that an import may change. Two statements, at any number. */
export async function listMany(
  db: Database,
  acting: Acting,
  many: ManyThings,
  ids: readonly number[],
): Promise<Map<number, StoredThing>> {
  if (ids.length === 0) return new Map()
  const names = Object.keys(many.columns)
  const { rows } = await sql<Omit<StoredThing, 'links'>>`
    select id, version, ${many.isPublished ? sql`published_at is not null` : sql`false`} as is_published,
      jsonb_build_object(${sql.join(names.flatMap((name) => [sql.lit(name), sql.id(name)]))}) as values
    from ${sql.table(keptThings[many.kind].table)} where ${inVersion(many, acting)} and id = any(${[...ids]})`.execute(
    db,
  )
  const found = new Map(rows.map((row): [number, StoredThing] => [row.id, { ...row, links: noLinksOf(many) }]))
  if (many.links.length === 0) return found
  const parts = many.links.map(
    ({ field, table, own, other, inPlan }): RawBuilder<unknown> => sql`
      select ${sql.ref(own)} as id, ${field}::text as field, ${sql.ref(other)} as other from ${sql.table(table)}
      where ${sql.ref(own)} = any(${[...ids]}) ${inPlan ? sql`and plan_version_id = ${acting.planVersionId}` : sql``}`,
  )
  const { rows: links } = await sql<{ id: number; field: string; other: number }>`
    ${sql.join(parts, sql` union all `)} order by 1, 2, 3`.execute(db)
  for (const { id, field, other } of links) found.get(id)?.links[field]?.push(other)
  return found
}

export const noLinksOf = ({ links }: ManyThings): Record<string, number[]> =>
  Object.fromEntries(links.map(({ field }): [string, number[]] => [field, []]))

/** What differs, in the names of the history. */
export const changesOfMany = ({ before, values, links }: WrittenThing): Changes =>
  differences(shown(before?.values ?? {}, before?.links ?? {}), shown(values, links))

const camel = (name: string) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const shown = (values: Record<string, unknown>, links: Record<string, number[]>) => ({
  ...Object.fromEntries(Object.entries(values).map(([name, value]) => [camel(name), value])),
  ...links,
})

/**
 * Writes many things of a kind at once: new ones are drafts, each leaves an entry in its history. Throws LostRace when
 * one was saved meanwhile; then nothing is written. Returns their ids in that order.
 */
export const writeMany = (
  db: Database,
  acting: Acting,
  many: ManyThings,
  things: readonly WrittenThing[],
): Promise<number[]> =>
  inTransaction(db, async (tx) => {
    if (things.length === 0) return []
    const created = things.filter(({ before }) => !before)
    const newIds = await reserveIds(tx, acting, many, created.length)
    const ids = new Map(created.map((thing, place): [WrittenThing, number] => [thing, newIds[place] ?? 0]))
    for (const thing of things) if (thing.before) ids.set(thing, thing.before.id)
    const idOf = (thing: WrittenThing) => ids.get(thing) ?? 0
    const placed = things.map((thing): WrittenThing => {
      const parent = thing.parent && ids.get(thing.parent.of)
      return thing.parent && parent !== undefined
        ? { ...thing, values: { ...thing.values, [thing.parent.column]: parent } }
        : thing
    })
    const rowsOf = (isNew: boolean) =>
      placed.flatMap((thing, place) =>
        (thing.before === undefined) === isNew
          ? [{ ...thing.values, id: idOf(things[place] ?? thing), version: thing.before?.version ?? 1 }]
          : [],
      )
    await insertRows(tx, acting, many, rowsOf(true))
    await updateRows(tx, acting, many, rowsOf(false))
    await writeLinks(
      tx,
      acting,
      many,
      placed.map((thing, place) => ({ thing, id: idOf(things[place] ?? thing) })),
    )
    const entries = placed.map((thing, place): OneOfMany => {
      const act = thing.before ? 'changed' : 'created'
      return { thingId: idOf(things[place] ?? thing), act, changes: changesOfMany(thing) }
    })
    const isPublic = things.some(({ before }) => before?.isPublished)
    await writeAuditMany(tx, { ...acting, thingKind: many.kind }, entries, { isPublic })
    return things.map(idOf)
  })

async function reserveIds(db: Database, { municipalityId }: Acting, { kind }: ManyThings, count: number) {
  if (count === 0) return []
  const { table, inPlan } = keptThings[kind]
  const { rows } = await (
    inPlan
      ? sql<{ id: number }>`insert into plan_item (municipality_id, kind)
        select ${municipalityId}::bigint, ${kind}::text from generate_series(1, ${count}::int) returning id`
      : sql<{ id: number }>`select nextval(pg_get_serial_sequence(${table}, 'id')) as id
        from generate_series(1, ${count}::int)`
  ).execute(db)
  return rows.map(({ id }) => id).toSorted((a, b) => a - b)
}

const recordOf = ({ columns }: ManyThings, rows: readonly object[]) => {
  const types = Object.entries({ id: 'bigint', version: 'integer', ...columns }).map(
    ([name, type]) => `${name} ${type}`,
  )
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.raw(types.join(', '))})`
}

async function insertRows(db: Database, acting: Acting, many: ManyThings, rows: readonly object[]) {
  if (rows.length === 0) return
  const { table, inPlan } = keptThings[many.kind]
  const names = Object.keys(many.columns)
  const place = many.hasPosition
    ? sql`, (select coalesce(max(position), 0) from ${sql.table(table)} where ${inVersion(many, acting)}) + row_number() over (order by r.id)`
    : sql``
  await sql`insert into ${sql.table(table)} (municipality_id, ${inPlan ? sql`plan_version_id,` : sql``} id,
      ${sql.join(names.map((name) => sql.id(name)))} ${many.hasPosition ? sql`, position` : sql``}) overriding system value
    select ${acting.municipalityId}::bigint, ${inPlan ? sql`${acting.planVersionId}::bigint,` : sql``} r.id,
      ${sql.join(names.map((name) => sql`r.${sql.id(name)}`))} ${place} from ${recordOf(many, rows)}`.execute(db)
}

async function updateRows(db: Database, acting: Acting, many: ManyThings, rows: readonly object[]) {
  if (rows.length === 0) return
  const names = Object.keys(many.columns)
  const { table, inPlan } = keptThings[many.kind]
  const { numAffectedRows } = await sql`update ${sql.table(table)} t
    set ${sql.join(names.map((name) => sql`${sql.id(name)} = r.${sql.id(name)}`))}, version = t.version + 1, updated_at = now()
    from ${recordOf(many, rows)}
    where t.id = r.id and t.version = r.version ${inPlan ? sql`and t.plan_version_id = ${acting.planVersionId}` : sql``}`.execute(
    db,
  )
  if (Number(numAffectedRows) !== rows.length) throw new LostRace()
}

async function writeLinks(
  db: Database,
  { municipalityId, planVersionId }: Acting,
  many: ManyThings,
  things: readonly { thing: WrittenThing; id: number }[],
) {
  for (const { field, table, own, other, inPlan } of many.links) {
    const linksOf = (links: Record<string, number[]> | undefined) => links?.[field] ?? []
    const changed = things.filter(({ thing }) => linksOf(thing.before?.links).join() !== linksOf(thing.links).join())
    const stored = changed.flatMap(({ thing }) => thing.before?.id ?? [])
    if (stored.length > 0) {
      await sql`delete from ${sql.table(table)} where ${sql.ref(own)} = any(${stored})
        ${inPlan ? sql`and plan_version_id = ${planVersionId}` : sql``}`.execute(db)
    }
    const pairs = changed.flatMap(({ thing, id }) => linksOf(thing.links).map((to) => ({ own_id: id, to_id: to })))
    if (pairs.length === 0) continue
    await sql`insert into ${sql.table(table)} (municipality_id, ${inPlan ? sql`plan_version_id,` : sql``} ${sql.ref(own)}, ${sql.ref(other)})
      select ${municipalityId}::bigint, ${inPlan ? sql`${planVersionId}::bigint,` : sql``} r.own_id, r.to_id
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r(own_id bigint, to_id bigint) on conflict do nothing`.execute(
      db,
    )
  }
}
