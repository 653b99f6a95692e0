/** The doorway: what other domains may use. */
export { createGoal, publishGoal, saveGoal } from './commands/save.ts'
export { goalForm, type GoalForm } from './model/form.ts'
export { goalLevels, goalSources, relations, type GoalLevel, type GoalSource, type Relation } from './model/goal.ts'
export { goalsApi } from './documents/api.ts'
export { goalRoutes, type GoalPanel } from './routes/index.tsx'
