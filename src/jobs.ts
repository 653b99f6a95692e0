import { runImportJob, type ImportJob } from '#domains/imports/index.ts'
import type { JobHandlers } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'

/** What each job does. */
export const jobHandlers = (services: Services): JobHandlers => ({
  import: (job: ImportJob) => runImportJob(services, job),
})
