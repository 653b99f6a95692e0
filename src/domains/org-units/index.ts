/** The doorway: what other domains may use. */
export { manyUnits } from './commands/import.ts'
export { createNamedUnits } from './commands/create-named.ts'
export { createUnit, saveUnit } from './commands.ts'
export { orgUnitForm, type OrgUnitForm } from './model/form.ts'
export { isEnded, type OrgUnit } from './model/org-unit.ts'
export { routes } from './routes.tsx'
export { levelOfName } from './commands/create-named.ts'
