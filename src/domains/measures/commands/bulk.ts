import { writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing } from '#platform/things/lifecycle.ts'
import { latestDay, sortKey, type FlexDate } from '#values/flex-date.ts'
import type { BulkForm } from '../model/form.ts'

const yearDate = (year: number | null): FlexDate | null =>
  year === null ? null : { kind: 'year', value: String(year) }

/** The columns that one bulk change sets. */
function columnsOf({ change, state, stateReason, lead, year }: BulkForm) {
  switch (change) {
    case 'state':
      return { state: state ?? 'NOT_STARTED', stateReason }
    case 'lead':
      return lead
    case 'start': {
      const periodFrom = yearDate(year)
      return { periodFrom, periodFromSort: periodFrom && sortKey(periodFrom) }
    }
    case 'end': {
      const periodTo = yearDate(year)
      return { periodTo, periodToSort: periodTo && latestDay(periodTo), isPermanent: false }
    }
  }
}

/**
 * Changes state, lead or a year of several measures, all or none, each with its own entry in the history. Returns how
 * many really changed.
 */
export const changeMeasures = (db: Database, acting: Acting, form: BulkForm): Promise<number> =>
  inTransaction(db, async (tx) => {
    const columns = columnsOf(form)
    let changed = 0
    for (const id of form.id.toSorted((a, b) => a - b)) {
      const { version, publishedAt } = await lockThing(tx, acting, 'measure', id)
      const before = await tx
        .selectFrom('measure')
        .where('planVersionId', '=', acting.planVersionId)
        .where('id', '=', id)
        .selectAll()
        .executeTakeFirstOrThrow()
      const changes = Object.fromEntries(
        Object.entries(columns)
          .filter(([name, to]) => JSON.stringify(before[name as keyof typeof before]) !== JSON.stringify(to))
          .filter(([name]) => !name.endsWith('Sort'))
          .map(([name, to]) => [name, { from: before[name as keyof typeof before], to }]),
      )
      if (Object.keys(changes).length === 0) continue
      changed++
      await tx
        .updateTable('measure')
        .set({ ...columns, version: version + 1, updatedAt: new Date() })
        .where('planVersionId', '=', acting.planVersionId)
        .where('id', '=', id)
        .execute()
      await writeAudit(tx, { ...acting, thingKind: 'measure', thingId: id, act: 'changed' }, changes, {
        isPublic: publishedAt !== null,
      })
    }
    return changed
  })
