import { createHash } from 'node:crypto'
import type { Database } from '#platform/db/database.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Sheet } from '#platform/tables/workbook.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { Choices } from '../model/choices.ts'
import type { ImportResult } from '../model/result.ts'
import { storedSheet } from '../model/stored-sheet.ts'
import { openStates, type RunState } from '../model/run.ts'
import { findOpenRun } from '../queries/runs.ts'

interface NewRun {
  what: string
  fileName: string
  bytes: Uint8Array
  sheets: readonly Sheet[]
  choices: Choices
}

/**
 * Begins an import, or finds the one that was begun with the same content: nobody maps the same columns twice.
 * `isNew` says which.
 */
export async function openRun(
  db: Database,
  { municipalityId, planVersionId, accountId }: Acting,
  { what, fileName, bytes, sheets, choices }: NewRun,
): Promise<{ id: number; isNew: boolean }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const open = await findOpenRun(db, what, sha256)
  if (open !== undefined) return { id: open, isNew: false }
  const { id } = await db
    .insertInto('importRun')
    .values({
      municipalityId,
      planVersionId,
      what,
      // Only the name: where it lay on someone's computer is nobody's business.
      fileName: fileName.replace(/^.*[/\\]/, '').slice(0, 200),
      sha256,
      sheets: JSON.stringify(sheets.map(storedSheet)),
      choices: JSON.stringify(choices),
      createdBy: accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, isNew: true }
}

/** Keeps what the person decided. Throws Refused('notOpen') when the import has begun meanwhile. */
export async function saveChoices(db: Database, id: number, choices: Choices): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('importRun')
    .set({ choices: JSON.stringify(choices), state: 'OPEN', result: null })
    .where('id', '=', id)
    .where('state', 'in', openStates)
    .executeTakeFirst()
  if (Number(numUpdatedRows) !== 1) throw new Refused('notOpen')
}

/** Takes an open import for reading in: only one process, and only once. Throws Refused('notOpen'). */
export async function startRun(db: Database, id: number, state: 'QUEUED' | 'RUNNING', rowCount: number): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('importRun')
    .set({ state, rowCount, progress: 0 })
    .where('id', '=', id)
    .where('state', 'in', openStates)
    .executeTakeFirst()
  if (Number(numUpdatedRows) !== 1) throw new Refused('notOpen')
}

/** How many rows are done, for the page that waits. */
export async function noteProgress(db: Database, id: number, progress: number): Promise<void> {
  await db.updateTable('importRun').set({ state: 'RUNNING', progress }).where('id', '=', id).execute()
}

/**
 * Writes down what came of it. What was read in is in the plan now, so the copy of the file is emptied: it may hold more
 * than the plan shall. A refused import stays open, so that the person can put it right and try again.
 */
export async function finishRun(db: Database, id: number, result: ImportResult): Promise<void> {
  const isDone = result.refused === undefined || result.refused === 'nothing'
  const state: RunState = isDone ? 'DONE' : 'REFUSED'
  await db
    .updateTable('importRun')
    .set({
      state,
      result: JSON.stringify(result),
      finishedAt: new Date(),
      ...(isDone && { sheets: '[]', progress: (eb) => eb.ref('rowCount') }),
    })
    .where('id', '=', id)
    .execute()
}

/** Throws away what was begun. Throws Refused('notOpen') for what is done or running: that stays in the list. */
export async function discardRun(db: Database, id: number): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('importRun')
    .where('id', '=', id)
    .where('state', 'in', openStates)
    .executeTakeFirst()
  if (Number(numDeletedRows) !== 1) throw new Refused('notOpen')
}

/** Forgets what was begun and left lying: it holds a copy of somebody's file. Returns how many. For the retention job. */
export async function forgetStaleRuns(db: Database, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('importRun')
    .where('state', 'in', openStates)
    .where('createdAt', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
