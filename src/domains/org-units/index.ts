/** The doorway: what other domains may use. */
export { createNamedUnits } from './commands/create-named.ts'
export { createUnit, saveUnit } from './commands.ts'
export { orgUnitForm, type OrgUnitForm } from './model/form.ts'
export { isEnded, type OrgUnit } from './model/org-unit.ts'
export { routes } from './routes.tsx'
