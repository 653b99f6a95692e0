import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { keptKinds, keptThings, snapshots, type KeptKind } from '#platform/things/snapshot.ts'

/**
 * Keeps these things as they are before an import changes them, so that it can be taken back. One statement. Does
 * nothing for what is not read in as an import (the demo).
 */
export async function keepBefore(
  db: Database,
  { municipalityId, planVersionId, importId }: Acting,
  kind: KeptKind,
  ids: readonly number[],
): Promise<void> {
  if (!importId || ids.length === 0) return
  const before = snapshots(kind, planVersionId, sql`${[...ids]}::bigint[]`)
  await sql`insert into import_kept (municipality_id, import_id, thing_kind, thing_id, before)
    select ${municipalityId}::bigint, ${importId}::bigint, ${kind}::text, s.id, s.snapshot from (${before}) s
    on conflict do nothing`.execute(db)
}

/** Keeps what the import created, and how it left everything. Two statements per kind that it touched, at most. */
export async function keepAfter(db: Database, { municipalityId, planVersionId, importId }: Acting): Promise<void> {
  if (!importId) return
  await sql`insert into import_kept (municipality_id, import_id, thing_kind, thing_id)
    select ${municipalityId}::bigint, ${importId}::bigint, thing_kind, thing_id from audit_entry
    where import_id = ${importId} and act = 'created' and thing_kind = any(${keptKinds}::text[])
    on conflict do nothing`.execute(db)
  const { rows } = await sql<{
    kind: KeptKind
  }>`select distinct thing_kind as kind from import_kept where import_id = ${importId}`.execute(db)
  for (const { kind } of rows) {
    const ids = sql`array(select thing_id from import_kept where import_id = ${importId} and thing_kind = ${kind})`
    await sql`update import_kept k set after_hash = s.hash from (${snapshots(kind, planVersionId, ids)}) s
      where k.import_id = ${importId} and k.thing_kind = ${kind} and k.thing_id = s.id`.execute(db)
  }
}

/** Forgets what imports before that day replaced. Returns how many imports can no longer be taken back. */
export async function forgetKept(db: Database, before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`with gone as (
      delete from import_kept k using import_run r
      where r.municipality_id = k.municipality_id and r.id = k.import_id and r.finished_at < ${before}
      returning k.import_id)
    select count(distinct import_id) as count from gone`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** Holds everything that an import touched until the transaction ends, so that nothing changes while it is taken back. */
export async function lockKept(db: Database, importId: number, planVersionId: number): Promise<void> {
  for (const kind of keptKinds) {
    const { table, inPlan } = keptThings[kind]
    await sql`select t.id from ${sql.table(table)} t
      where t.id in (select thing_id from import_kept where import_id = ${importId} and thing_kind = ${kind})
        ${inPlan ? sql`and t.plan_version_id = ${planVersionId}` : sql``}
      order by t.id for update of t`.execute(db)
  }
}
