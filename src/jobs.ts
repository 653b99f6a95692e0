import { removeWhatIsDue } from '#domains/site/index.ts'
import { runImportJob, type ImportJob } from '#domains/imports/index.ts'
import type { JobHandlers } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'

/** What each job does. */
export const jobHandlers = (services: Services): JobHandlers => ({
  retention: async () => {
    const removed = await removeWhatIsDue(services)
    services.log({ level: 'info', event: 'retention', removed })
  },
  import: (job: ImportJob) => runImportJob(services, job),
})
