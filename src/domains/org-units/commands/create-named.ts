import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'

/** The level that a unit of this name stands on: "Dezernat II" is a Dezernat, what says nothing is an Amt. */
export const levelOfName = (name: string): string =>
  /\b(Dezernat|Fachbereich|Fachdienst|Stabsstelle|Sachgebiet|Referat|Abteilung|Büro)\b/i.exec(name)?.[1] ?? 'Amt'

/** Creates units of which a file says only the name. Returns their ids in that order. */
export const createNamedUnits = (db: Database, acting: Acting, names: readonly string[]): Promise<number[]> =>
  inTransaction(db, async (tx) => {
    const ids: number[] = []
    for (const name of names) {
      const fields = { name, levelName: levelOfName(name) }
      const { id } = await tx
        .insertInto('orgUnit')
        .values({ municipalityId: acting.municipalityId, ...fields })
        .returning('id')
        .executeTakeFirstOrThrow()
      await writeAudit(tx, { ...acting, thingKind: 'org-unit', thingId: id, act: 'created' }, differences({}, fields))
      ids.push(id)
    }
    return ids
  })
