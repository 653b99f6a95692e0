import { linkedThings } from '#platform/things/linked.ts'
import type { Database } from '#platform/db/database.ts'
import { hangingOf, type Hanging } from '#platform/things/remove-page.tsx'

/** What a measure is linked to: it loses the link, nothing more. Its field and its lead lose nothing by it. */
export const hangingOn = async (db: Database, planVersionId: number, id: number): Promise<Hanging[]> =>
  (await linkedThings(db, planVersionId, 'measure', id))
    .filter(({ kind }) => kind !== 'action-field')
    .map((thing) => hangingOf(thing))

/** How many rows of money and staff end with a measure. */
export async function countResources(db: Database, planVersionId: number, id: number): Promise<number> {
  const { count } = await db
    .selectFrom('measureResource')
    .where('planVersionId', '=', planVersionId)
    .where('measureId', '=', id)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
