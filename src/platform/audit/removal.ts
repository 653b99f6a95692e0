import { inTransaction, type Database } from '#platform/db/database.ts'
import type { LocalDate } from '#values/local-date.ts'

/** Of whom: things of one kind, e.g. a contact, or a person's membership with the invitations that led to it. */
export interface PersonalThings {
  municipalityId: number
  thingKind: string
  thingIds: readonly number[]
}

/**
 * Takes a person's data out of the history: every entry stays, with who changed what and when, but the values of its
 * personal fields go and the day of removal stands in their place ("entfernt am …"). What must be kept by law until a
 * day (`retain_until`) stays until then. Returns how many values went.
 */
export const removePersonalData = (
  db: Database,
  { municipalityId, thingKind, thingIds }: PersonalThings,
  on: LocalDate,
): Promise<number> =>
  inTransaction(db, async (tx) => {
    if (thingIds.length === 0) return 0
    const { numUpdatedRows } = await tx
      .updateTable('auditPersonal')
      .set({ before: null, after: null, removedOn: on })
      .where('municipalityId', '=', municipalityId)
      .where('removedOn', 'is', null)
      .where((eb) => eb.or([eb('retainUntil', 'is', null), eb('retainUntil', '<', on)]))
      .where('auditEntryId', 'in', (eb) =>
        eb
          .selectFrom('auditEntry')
          .where('thingKind', '=', thingKind)
          .where('thingId', 'in', [...thingIds])
          .select('id'),
      )
      .executeTakeFirst()
    return Number(numUpdatedRows)
  })
