import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { byKind, pointedAt, type IdsByKind } from '#platform/things/pointing.ts'
import { keptKinds, keptThings, snapshots, type KeptKind } from '#platform/things/snapshot.ts'
import type { Staying } from '../model/taking-back.ts'

/** What can be taken back of an import now, and what cannot. */
export interface TakeBackPlan {
  /** Created by the import, untouched since, and nothing points to them. */
  removable: Map<KeptKind, number[]>
  /** Changed by the import and untouched since. */
  restorable: Map<KeptKind, number[]>
  stays: Staying[]
}

/** Whether it is still known what an import replaced. */
export async function hasKept(db: Database, importId: number): Promise<boolean> {
  const { rows } = await sql<{
    kept: boolean
  }>`select exists(select from import_kept where import_id = ${importId}) as kept`.execute(db)
  return rows[0]?.kept ?? false
}

interface Kept {
  kind: string
  id: number
  isNew: boolean
  /** null: it is gone. */
  isSame: boolean | null
  title: string | null
}

/** What taking this import back would do. Five statements, one more for each round of links between what stays. */
export async function planTakeBack(db: Database, importId: number, planVersionId: number): Promise<TakeBackPlan> {
  const kept = await listKept(db, importId, planVersionId)
  const open = new Map(kept.filter(({ isSame }) => isSame).map((one) => [`${one.kind}.${one.id}`, one]))
  const changed = kept.filter(({ isSame, isNew }) => !isSame && !(isSame === null && isNew))
  const stays = await withLastChange(
    db,
    importId,
    changed.map(({ kind, id, title, isSame }) => ({
      ...nobody,
      kind,
      id,
      title,
      why: isSame === null ? 'removed' : 'changed',
    })),
  )
  // What stays holds on to what it points to; that stays too, and holds on in its turn.
  for (;;) {
    const created = byKind([...open.values()].filter(({ isNew }) => isNew))
    const held =
      created.size === 0 ? new Map<KeptKind, Set<number>>() : await pointedAt(db, created, byKind(open.values()))
    if (held.size === 0) break
    for (const [kind, ids] of held) {
      for (const id of ids) {
        stays.push({ ...nobody, kind, id, title: open.get(`${kind}.${id}`)?.title ?? null, why: 'linked' })
        open.delete(`${kind}.${id}`)
      }
    }
  }
  return {
    removable: byKind([...open.values()].filter(({ isNew }) => isNew)),
    restorable: byKind([...open.values()].filter(({ isNew }) => !isNew)),
    stays,
  }
}

const nobody = { at: null, accountId: null, fields: [] }

async function listKept(db: Database, importId: number, planVersionId: number): Promise<Kept[]> {
  const parts = keptKinds.map((kind) => {
    const { table, title, inPlan } = keptThings[kind]
    const ids = sql`array(select thing_id from import_kept where import_id = ${importId} and thing_kind = ${kind})`
    return sql`select k.thing_kind as kind, k.thing_id as id, k.before is null as is_new, s.hash = k.after_hash as is_same,
        coalesce(t.${sql.ref(title)}, k.before -> 'row' ->> ${sql.lit(title)}) as title
      from import_kept k
        left join (${snapshots(kind, planVersionId, ids)}) s on s.id = k.thing_id
        left join ${sql.table(table)} t on t.id = k.thing_id ${inPlan ? sql`and t.plan_version_id = ${planVersionId}` : sql``}
      where k.import_id = ${importId} and k.thing_kind = ${kind}`
  })
  const { rows } = await sql<Kept>`select * from (${sql.join(parts, sql` union all `)}) kept order by kind, id`.execute(
    db,
  )
  return rows
}

/** Who did what since the import: the fields of all entries, and the last of them. */
async function withLastChange(db: Database, importId: number, things: Staying[]): Promise<Staying[]> {
  if (things.length === 0) return things
  const asked = JSON.stringify(things.map(({ kind, id }) => ({ kind, id })))
  const { rows } = await sql<{ kind: string; id: number; at: Date; accountId: string | null; fields: string[] }>`
    select a.thing_kind as kind, a.thing_id as id, max(a.at) as at,
      (array_agg(a.account_id order by a.id desc))[1] as account_id,
      array(select distinct f from audit_entry b, jsonb_object_keys(b.changes) f where b.id = any(array_agg(a.id)) order by f) as fields
    from jsonb_to_recordset(${asked}::jsonb) as r(kind text, id bigint)
      join audit_entry a on a.thing_kind = r.kind and a.thing_id = r.id
    where a.id > (select coalesce(max(i.id), 0) from audit_entry i
      where i.import_id = ${importId} and i.thing_kind = r.kind and i.thing_id = r.id)
    group by a.thing_kind, a.thing_id`.execute(db)
  const found = new Map(rows.map((row) => [`${row.kind}.${row.id}`, row]))
  return things.map((thing) => {
    const last = found.get(`${thing.kind}.${thing.id}`)
    return last ? { ...thing, at: last.at.toISOString(), accountId: last.accountId, fields: last.fields } : thing
  })
}

export const countsOf = (ids: IdsByKind): Record<string, number> =>
  Object.fromEntries(keptKinds.flatMap((kind) => (ids.has(kind) ? [[kind, ids.get(kind)?.length ?? 0]] : [])))
