/** The doorway: what other domains and the app may use. */
import type { Neighbours } from './commands/found.ts'
import { domain } from '#platform/http/app.ts'
import { fileRoutes } from './routes/files.ts'
import { openingRoutes } from './routes/opening.tsx'
import { settingsRoutes } from './routes/settings.tsx'

export { mapHost, renameSlug, unmapHost } from './commands/addresses.ts'
export { createMunicipality, insideMunicipality } from './commands/found.ts'
export type { Neighbours, NewMunicipality, RemovedDemo } from './commands/found.ts'
export { closeMunicipality, openMunicipality } from './commands/opening.ts'
export { removeMunicipality } from './commands/remove.ts'
export { saveStep, type Acting } from './commands/settings.ts'
export { doneSteps, missingMusts, missingWishes } from './model/completeness.ts'
export { isWorkingDay } from './model/legal/holidays.ts'
export { authorityLines, legalProfileOf, legalRulesOf, publicHolidaysOf, type LegalRules } from './model/legal/legal.ts'
export { retentionOf } from './model/legal/retention.ts'
export type { Authority, LegalProfile, Valued } from './model/legal/profile.ts'
export { federalStates, kinds, stateOf, type FederalState, type Kind } from './model/municipality.ts'
export { accessibilityOf, addressOf, imprintOf, privacyOf } from './model/profile.ts'
export { stepKeys } from './model/steps.ts'
export { suggestSlug } from './model/slug.ts'
export { listMunicipalities, type ListedMunicipality } from './queries/instance.ts'
export { listChangedFields } from './queries/settings.ts'
export { instanceRoutes } from './routes/instance.tsx'

/** Setting up, opening, and the files of its look. */
export function municipalityRoutes(neighbours: Pick<Neighbours, 'showPlan' | 'renamePlan'>) {
  const routes = domain()
  for (const part of [fileRoutes, settingsRoutes(neighbours), openingRoutes(neighbours)]) routes.route('/', part)
  return routes
}
export { licenceOf, licences, type Licence } from './model/open-data.ts'
