import { linkedThings } from '#platform/things/linked.ts'
import type { Database } from '#platform/db/database.ts'
import { hangingOf, type Hanging } from '#platform/things/remove-page.tsx'

/** The goals and measures that are measured by an indicator lose it. */
export const hangingOn = async (db: Database, planVersionId: number, id: number): Promise<Hanging[]> =>
  (await linkedThings(db, planVersionId, 'indicator', id))
    .filter(({ kind }) => kind !== 'action-field')
    .map((thing) => hangingOf(thing))
