import { Gone, MovedTo, NotFound } from '#platform/http/problems.ts'
import type { Database } from './database.ts'

/** Not there: never was, is gone (410), or lives on elsewhere. */
export async function explainAbsence(
  db: Database,
  thingKind: string,
  id: number,
  pathOf: (id: number) => string,
): Promise<never> {
  const grave = await db
    .selectFrom('tombstone')
    .where('thingKind', '=', thingKind)
    .where('thingId', '=', id)
    .select(['title', 'movedToId'])
    .executeTakeFirst()
  if (grave?.movedToId) throw new MovedTo(pathOf(grave.movedToId))
  if (grave) throw new Gone(grave.title)
  throw new NotFound()
}

/** Leaves a tombstone for something that was public: its address goes on answering. */
export const bury = (
  db: Database,
  grave: { municipalityId: number; thingKind: string; thingId: number; title: string; movedToId?: number },
) =>
  db
    .insertInto('tombstone')
    .values(grave)
    .onConflict((conflict) =>
      conflict
        .columns(['municipalityId', 'thingKind', 'thingId'])
        .doUpdateSet({ title: grave.title, movedToId: grave.movedToId ?? null }),
    )
    .execute()

/** Takes a tombstone away: what it stood for is back. */
export const unbury = (db: Database, thingKind: string, thingId: number) =>
  db.deleteFrom('tombstone').where('thingKind', '=', thingKind).where('thingId', '=', thingId).execute()
