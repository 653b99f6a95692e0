/** The doorway: what other domains may use. */
export { createSeveral, publishNeed, rejectNeed, removeNeed } from './commands/acts.ts'
export { replaceNeedsOfGoal } from './commands/links.ts'
export { mergeNeeds, unmergeNeed } from './commands/merge.ts'
export { createNeed, saveNeed } from './commands/save.ts'
export { needForm, type NeedForm, type SourceForm } from './model/form.ts'
export { needStates, sourceKinds, type NeedState, type SourceKind } from './model/need.ts'
export { needsApi } from './documents/api.ts'
export { routes } from './routes/index.tsx'
