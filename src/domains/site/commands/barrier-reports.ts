import { writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace } from '#platform/http/problems.ts'
import type { LocalDate } from '#values/local-date.ts'
import type { BarrierForm } from '../model/barrier-report.ts'

interface Acting {
  municipalityId: number
  accountId: string | null
}

/**
 * Keeps a report of the public. Returns its id. What somebody wrote, and how to reach them, is theirs: the history says
 * only that a report came and was answered.
 */
export const receiveBarrierReport = (
  db: Database,
  municipalityId: number,
  { text, page, email }: Pick<BarrierForm, 'text' | 'page' | 'email'>,
): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { id } = await tx
      .insertInto('barrierReport')
      .values({ municipalityId, text, page, email })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeAudit(
      tx,
      { municipalityId, accountId: null, thingKind: 'barrier-report', thingId: id, act: 'created' },
      {},
    )
    return id
  })

/** Records the answer. Throws LostRace when somebody has answered meanwhile. */
export const answerBarrierReport = (
  db: Database,
  { municipalityId, accountId }: Acting,
  id: number,
  { answer, on }: { answer: string; on: LocalDate },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('barrierReport')
      .set({ answer, answeredOn: on })
      .where('id', '=', id)
      .where('answeredOn', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new LostRace()
    const act = { municipalityId, accountId, thingKind: 'barrier-report', thingId: id, act: 'answered' }
    await writeAudit(tx, act, { answeredOn: { from: null, to: on } })
  })
