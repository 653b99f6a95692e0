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
    services.log({ level: 'info', event: 'retention', removed: { ...removed, import: imports, contact: contacts } })
  },
  import: (job: ImportJob) => runImportJob(services, job),
})

/** Contact persons of actors whose time is over, in each municipality. */
async function removeContacts({ connections, clock }: Services): Promise<number> {
  const municipalities = await connections.run(null, 'read', ({ db }) =>
    db.selectFrom('municipality').select('id').execute(),
  )
  let removed = 0
  for (const { id } of municipalities)
    removed += await connections.run(id, 'write', ({ db }) => removeDueContacts(db, id, today(clock)))
  return removed
}
