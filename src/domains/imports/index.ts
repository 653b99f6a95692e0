/** The doorway: what other domains, the terminal and the app may use. */
export { importPlan, type PlanImport, type PlanImportResult } from './commands/import-plan.ts'
export { forgetStaleImports } from './commands/retention.ts'
export { runImportJob, type ImportJob } from './commands/job.ts'
export { routes } from './routes.tsx'
export { importKinds } from './model/kinds.ts'
