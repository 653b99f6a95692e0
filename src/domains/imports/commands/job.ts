import { stackOf } from '#platform/stack.ts'
import type { Services } from '#platform/services.ts'
import type { Acting } from '#platform/things/acting.ts'
import { kindFor } from '../documents/kind-for.ts'
import { getRun, getSheet } from '../queries/runs.ts'
import { executeImport } from './execute.ts'
import { finishRun, noteProgress } from './runs.ts'

/** What a queued import needs to know. */
export interface ImportJob extends Acting {
  importId: number
}

/**
 * Reads in what was queued, in one transaction; its progress is written beside it, so that the page that waits sees it.
 * Whatever goes wrong ends with the run refused and the plan unchanged: a job that is tried again finds nothing to do.
 */
export async function runImportJob(services: Services, job: ImportJob): Promise<void> {
  const { connections, municipalities, generations } = services
  const { municipalityId, importId } = job
  const beside = <T>(work: Parameters<typeof connections.run<T>>[2]) => connections.run(municipalityId, 'write', work)
  const municipality = await municipalities.byId(municipalityId)
  const run = await connections.run(municipalityId, 'read', ({ db }) => getRun(db, importId))
  if (!municipality || (run.state !== 'QUEUED' && run.state !== 'RUNNING')) return
  try {
    const kind = kindFor(run.what, municipality.words as Record<string, unknown>)
    if (!kind) throw new Error(`There is no import of ${run.what}`)
    const session = await beside(async (own) => {
      const sheet = await getSheet(own.db, importId, run.choices.sheet ?? 0)
      const onProgress = (done: number) => beside(({ db }) => noteProgress(db, importId, done))
      const result = await executeImport(own.db, job, kind, sheet, run.choices, onProgress)
      await finishRun(own.db, importId, result)
      return own
    })
    for (const id of session.changedPublished) generations.raise(id)
  } catch (error) {
    services.log({
      level: 'error',
      event: 'import',
      importId,
      error: stackOf(error),
    })
    const nothing = { created: {}, updated: {}, unchanged: 0, leftOut: 0, problems: [] }
    await beside(({ db }) => finishRun(db, importId, { ...nothing, refused: 'failed' }))
  }
}
