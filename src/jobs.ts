import { removeDueContacts } from '#domains/actors/index.ts'
import { removeWhatIsDue } from '#domains/site/index.ts'
import { forgetStaleImports, runImportJob, type ImportJob } from '#domains/imports/index.ts'
import { today } from '#platform/clock.ts'
import type { JobHandlers } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'

/** What each job does. */
export const jobHandlers = (services: Services): JobHandlers => ({
  retention: async () => {
    const removed = await removeWhatIsDue(services)
    const imports = await forgetStaleImports(services)
    const contacts = await removeContacts(services)
    const files = await removeFiles(services)
    services.log({
      level: 'info',
      event: 'retention',
      removed: { ...removed, import: imports, contact: contacts, file: files },
    })
  },
  import: (job: ImportJob) => runImportJob(services, job),
})

/** Contact persons of actors whose time is over, in each municipality. */
async function removeContacts(services: Services): Promise<number> {
  const { connections, clock } = services
  let removed = 0
  for (const id of await municipalities(services))
    removed += await connections.run(id, 'write', ({ db }) => removeDueContacts(db, id, today(clock)))
  return removed
}

/** How long a file may lie in the store before a row must name it: a form with a picture may still be open. */
const unnamedHours = 24

/** Files of the store that no row of any municipality names any more. */
async function removeFiles(services: Services): Promise<number> {
  const { connections, clock, files } = services
  const named = new Set<string>()
  for (const id of await municipalities(services)) {
    const rows = await connections.run(id, 'read', ({ db }) => db.selectFrom('file').select('sha256').execute())
    for (const { sha256 } of rows) named.add(sha256)
  }
  return files.removeUnnamed(named, new Date(clock.now().getTime() - unnamedHours * 3_600_000))
}

const municipalities = async ({ connections }: Services): Promise<number[]> => {
  const rows = await connections.run(null, 'read', ({ db }) => db.selectFrom('municipality').select('id').execute())
  return rows.map(({ id }) => id)
}
