/** The doorway: what other domains may use. */
export { createMeasure, saveMeasure } from './commands/save.ts'
export { publishMeasure } from './commands/state.ts'
export { measureForm, type MeasureForm } from './model/form.ts'
export { courses, measureKinds, measureStates } from './model/measure.ts'
export { routes } from './routes/index.ts'
