import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { bury } from '#platform/db/tombstones.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing } from '#platform/things/lifecycle.ts'
import { mergedActor, type Mergeable } from '../model/merge.ts'
import { getMergeable } from '../queries/merge.ts'

interface Moved {
  planVersionId: number
  measureId: number
  wasLead: boolean
}

/**
 * Two entries are the same organisation: `from` goes into `into`. Everything that points to the one points to the other
 * afterwards, and the old address leads to the new one. Throws LostRace when either was changed meanwhile, NotFound, and
 * Refused('mergeIntoItself').
 */
export const mergeActors = (
  db: Database,
  acting: Acting,
  from: { id: number; version: number },
  into: { id: number; version: number },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (from.id === into.id) throw new Refused('mergeIntoItself')
    // Always in the same order, so that two people who merge the other way round do not wait for each other.
    for (const { id, version } of [from, into].toSorted((a, b) => a.id - b.id))
      await lockThing(tx, acting, 'actor', id, version)
    const [dropped, kept] = [await getMergeable(tx, from.id), await getMergeable(tx, into.id)]
    const { rows: moved } = await sql<Moved>`select * from move_actor_links(${from.id}, ${into.id})`.execute(tx)
    const merged = mergedActor(kept, dropped)
    await tx
      .updateTable('actor')
      .set({ ...merged, version: into.version + 1, updatedAt: new Date() })
      .where('id', '=', into.id)
      .execute()
    await tx.deleteFrom('actor').where('id', '=', from.id).execute()
    const { municipalityId } = acting
    await bury(tx, { municipalityId, thingKind: 'actor', thingId: from.id, title: dropped.name, movedToId: into.id })
    await auditMerge(tx, acting, { from: from.id, into: into.id, kept, merged, moved })
  })

interface Merge {
  from: number
  into: number
  kept: Mergeable
  merged: Mergeable
  moved: Moved[]
}

/** Both actors and every measure that changed hands tell of it in their history. */
async function auditMerge(db: Database, acting: Acting, { from, into, kept, merged, moved }: Merge) {
  const act = { ...acting, thingKind: 'actor', act: 'merged' }
  const options = { isPublic: true }
  await writeAudit(db, { ...act, thingId: from }, { mergedInto: { from: null, to: into } }, options)
  await writeAudit(
    db,
    { ...act, thingId: into },
    { mergedFrom: { from: null, to: from }, ...differences({ ...kept }, { ...merged }) },
    options,
  )
  for (const { measureId, wasLead } of moved) {
    const changes = wasLead
      ? { lead: { from: `akteur-${from}`, to: `akteur-${into}` } }
      : { partnerIds: { from: [from], to: [into] } }
    await writeAudit(db, { ...acting, thingKind: 'measure', thingId: measureId, act: 'changed' }, changes, options)
  }
}
