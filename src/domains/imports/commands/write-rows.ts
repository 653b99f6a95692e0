import { importActors } from '#domains/actors/index.ts'
import { importMeasures, type ImportedMeasure } from '#domains/measures/index.ts'
import { importNeeds } from '#domains/needs/index.ts'
import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { writeMany } from '#platform/things/many.ts'
import type { KeptKind } from '#platform/things/snapshot.ts'
import type { ImportKind } from '../model/kind.ts'
import { withRealIds, type PlannedRow } from '../model/outcome.ts'
import { recordWithRealIds, type RecordToWrite } from '../model/records.ts'
import { manyOf } from '../queries/records.ts'

type OnProgress = (done: number) => Promise<void>

/** The kind of thing as the history names it. */
export const keptKindOf = ({ what, record }: ImportKind): KeptKind => (record ? manyOf(what).kind : 'measure')

/** Writes the rows that are created or changed, with the command of their own domain. `idOf`: what -1, -2 … became. */
export async function writeRows(
  db: Database,
  acting: Acting,
  kind: ImportKind,
  rows: readonly PlannedRow[],
  idOf: (reference: number) => number,
  onProgress?: OnProgress,
): Promise<void> {
  if (!kind.record) {
    const measures = rows.map(({ thing }) => withRealIds(thing as ImportedMeasure, idOf))
    return importMeasures(db, acting, measures, onProgress)
  }
  const things = rows.map(({ thing }) => thing as RecordToWrite)
  for (const thing of things) recordWithRealIds(thing, idOf)
  if (kind.what === 'needs') await importNeeds(db, acting, things)
  else if (kind.what === 'actors') await importActors(db, acting, things)
  else await writeMany(db, acting, manyOf(kind.what), things)
  await onProgress?.(things.length)
}
