import { sql } from 'kysely'
import { writeAudit } from '#platform/audit/audit.ts'
import { auditRemoved, auditReversed } from '#platform/audit/audit-reversed.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound, Refused } from '#platform/http/problems.ts'
import { publishChange } from '#platform/page-cache/generations.ts'
import type { Acting } from '#platform/things/acting.ts'
import { keptKinds, keptThings, removeSnapshotted, restoreSnapshots, type KeptKind } from '#platform/things/snapshot.ts'
import { totalOf, type Staying, type TakingBack } from '../model/taking-back.ts'
import { countsOf, planTakeBack, type TakeBackPlan } from '../queries/taking-back.ts'
import { lockKept } from './kept.ts'

/** Not everything can be taken back, and nobody has said that the rest shall be. Nothing was written. */
export class StaysBehind extends Error {
  readonly outcome: TakingBack
  constructor(outcome: TakingBack) {
    super('Something was changed since')
    this.outcome = outcome
  }
}

/**
 * Takes an import back: what it created goes, what it changed gets its former values. What was changed since stays; then
 * `withRest` must say that the rest shall be taken back all the same, else StaysBehind is thrown. Throws
 * Refused('takeBack.done') for an import that was taken back already, Refused('takeBack.too-old') when it is no longer
 * known what stood there before.
 */
export const takeBackImport = (
  db: Database,
  acting: Acting,
  importId: number,
  { withRest }: { withRest: boolean },
): Promise<TakingBack> =>
  inTransaction(db, async (tx) => {
    await lockRun(tx, importId, acting.planVersionId)
    await lockKept(tx, importId, acting.planVersionId)
    const plan = await planTakeBack(tx, importId, acting.planVersionId)
    const failed = await reverse(tx, acting, importId, plan)
    const restorable = new Map(
      [...plan.restorable].map(([kind, ids]) => [kind, ids.filter((id) => !failed.has(`${kind}.${id}`))]),
    )
    const outcome: TakingBack = {
      removed: countsOf(plan.removable),
      restored: countsOf(restorable),
      stays: [...plan.stays, ...failed.values()],
    }
    if (outcome.stays.length > 0 && !withRest) throw new StaysBehind(outcome)
    if (totalOf(outcome.removed) + totalOf(outcome.restored) === 0) throw new Refused('takeBack.nothingLeft')
    await sql`update import_run set taken_back_at = now(), taken_back_by = ${acting.accountId}::uuid,
      taken_back = ${JSON.stringify(outcome)}::jsonb where id = ${importId}`.execute(tx)
    // What stood there before is in the plan again; no second copy of it is needed.
    await sql`delete from import_kept where import_id = ${importId}`.execute(tx)
    const counts = {
      removed: { from: null, to: totalOf(outcome.removed) },
      restored: { from: null, to: totalOf(outcome.restored) },
      ...(outcome.stays.length > 0 && { stays: { from: null, to: outcome.stays.length } }),
    }
    await writeAudit(
      tx,
      { ...acting, thingKind: 'import', thingId: importId, act: 'takenBack', importId: null },
      counts,
    )
    await publishChange(tx, acting.municipalityId)
    return outcome
  })

async function lockRun(db: Database, importId: number, planVersionId: number) {
  const { rows } = await sql<{ state: string; takenBackAt: Date | null; planVersionId: number; isKept: boolean }>`
    select state, taken_back_at, plan_version_id, exists(select from import_kept where import_id = r.id) as is_kept
    from import_run r where id = ${importId} for update`.execute(db)
  const [run] = rows
  if (!run) throw new NotFound()
  if (run.takenBackAt) throw new Refused('takeBack.done')
  if (run.state !== 'DONE') throw new Refused('takeBack.nothing')
  if (!run.isKept) throw new Refused('takeBack.too-old')
  if (run.planVersionId !== planVersionId) throw new Refused('takeBack.other-version')
}

/**
 * Does it. A new measure may hold the number that a changed one gets back, and a changed thing may point to a new one:
 * new measures go first, then what was changed becomes what it was, then the other new things go. Returns what could not
 * become what it was.
 */
async function reverse(
  db: Database,
  acting: Acting,
  importId: number,
  { removable, restorable }: TakeBackPlan,
): Promise<Map<string, Staying>> {
  const remove = async (kind: KeptKind) => {
    const ids = removable.get(kind) ?? []
    await auditRemoved(db, acting, { kind, ids, ...keptThings[kind] })
    await removeSnapshotted(db, kind, acting.planVersionId, ids)
  }
  await remove('measure')
  const open = new Map<KeptKind, readonly number[]>()
  // What others point to becomes what it was before them.
  for (const kind of keptKinds.toReversed()) {
    open.set(kind, await restore(db, acting, importId, kind, restorable.get(kind) ?? []))
  }
  for (const kind of keptKinds) if (kind !== 'measure') await remove(kind)
  const failed = new Map<string, Staying>()
  for (const [kind, ids] of open) {
    const left = new Set(await restore(db, acting, importId, kind, ids))
    const done = (restorable.get(kind) ?? []).filter((id) => !left.has(id))
    await auditReversed(db, acting, { kind, ids: done, importId })
    const titles = left.size === 0 ? new Map<number, string>() : await titlesOf(db, acting, kind, [...left])
    for (const id of left) {
      const thing = {
        kind,
        id,
        title: titles.get(id) ?? null,
        why: 'conflict',
        at: null,
        accountId: null,
        fields: [],
      } as const
      failed.set(`${kind}.${id}`, { ...thing, fields: [] })
    }
  }
  return failed
}

/** All at once; where the database refuses one of them, one after the other. Returns those that could not be restored. */
async function restore(
  db: Database,
  acting: Acting,
  importId: number,
  kind: KeptKind,
  ids: readonly number[],
): Promise<readonly number[]> {
  const kept = sql`select thing_id, before from import_kept where import_id = ${importId} and thing_kind = ${kind}`
  const attempt = async (some: readonly number[]) => {
    try {
      await inTransaction(db, (tx) => restoreSnapshots(tx, kind, acting.planVersionId, some, kept))
      return true
    } catch (error) {
      if (isNoLongerPossible(error)) return false
      throw error
    }
  }
  if (ids.length === 0 || (await attempt(ids))) return []
  const failed: number[] = []
  for (const id of ids) if (!(await attempt([id]))) failed.push(id)
  return failed
}

const isNoLongerPossible = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '23503' || error.code === '23505')

async function titlesOf(db: Database, acting: Acting, kind: KeptKind, ids: readonly number[]) {
  const { table, title, inPlan } = keptThings[kind]
  const { rows } = await sql<{
    id: number
    title: string
  }>`select id, ${sql.ref(title)} as title from ${sql.table(table)}
    where id = any(${[...ids]}) ${inPlan ? sql`and plan_version_id = ${acting.planVersionId}` : sql``}`.execute(db)
  return new Map(rows.map((row) => [row.id, row.title]))
}
