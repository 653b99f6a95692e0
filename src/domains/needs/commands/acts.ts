import { writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { publishComplete } from '#platform/things/editing.ts'
import { lockThing, removeThing } from '#platform/things/lifecycle.ts'
import type { NeedForm, SeveralForm } from '../model/form.ts'
import { needsOfLines } from '../model/form.ts'
import { missingToPublish } from '../model/need.ts'
import { findSame } from '../queries/same.ts'
import { findNeed } from '../queries/stored.ts'
import { createNeed } from './save.ts'

/** Shows the need to the public. Throws Refused('notComplete') without field, target group or source. */
export const publishNeed = (db: Database, acting: Acting, id: number, approval: { needsApproval: boolean }) =>
  publishComplete<NeedForm>(db, acting, { kind: 'need', find: findNeed, missing: missingToPublish }, id, approval)

/** Says no to a need, with a reason that the public reads. */
export const rejectNeed = (db: Database, acting: Acting, id: number, reason: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { publishedAt, version } = await lockThing(tx, acting, 'need', id)
    const before = await findNeed(tx, acting.planVersionId, id)
    if (!before) throw new NotFound()
    await tx
      .updateTable('need')
      .set({ state: 'REJECTED', rejectionReason: reason, version: version + 1, updatedAt: new Date() })
      .where('planVersionId', '=', acting.planVersionId)
      .where('id', '=', id)
      .execute()
    const { state, rejectionReason } = before.content
    const changes = { state: { from: state, to: 'REJECTED' }, rejectionReason: { from: rejectionReason, to: reason } }
    await writeAudit(tx, { ...acting, thingKind: 'need', thingId: id, act: 'rejected' }, changes, {
      isPublic: publishedAt !== null,
    })
  })

/**
 * Makes a draft of every line. Lines that already are a need of this plan are passed over. Returns how many were made
 * and which were there already.
 */
export const createSeveral = (
  db: Database,
  acting: Acting,
  { lines, actionFieldId, targetGroupIds, sourceKind, sourceText, sourceDate }: SeveralForm,
): Promise<{ created: number[]; known: string[] }> =>
  inTransaction(db, async (tx) => {
    const statements = needsOfLines(lines)
    const known = await findSame(tx, acting.planVersionId, statements)
    const source =
      sourceText === null ? [] : [{ id: null, kind: sourceKind ?? 'OTHER', text: sourceText, date: sourceDate }]
    const created: number[] = []
    for (const statement of statements.filter((one) => !known.includes(one))) {
      const form: NeedForm = {
        ...{ statement, description: null, actionFieldId, priority: null, state: 'NEW', rejectionReason: null },
        ...{ targetGroupIds, topicIds: [], goalIds: [], sources: source },
      }
      created.push(await createNeed(tx, acting, form))
    }
    return { created, known }
  })

/** Removes a need, and with it those that were merged into it: they have no life of their own. */
export const removeNeed = (db: Database, acting: Acting, id: number, version: number): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockThing(tx, acting, 'need', id, version)
    const merged = await tx
      .selectFrom('need')
      .where('planVersionId', '=', acting.planVersionId)
      .where('mergedIntoId', '=', id)
      .select(['id', 'version'])
      .execute()
    for (const one of merged) await removeNeed(tx, acting, one.id, one.version)
    await removeThing(tx, acting, 'need', id, version)
  })
