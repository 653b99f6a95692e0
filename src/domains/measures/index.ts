/** The doorway: what other domains may use. */
export { changesOf, importMeasures, type ImportedMeasure } from './commands/import.ts'
export { createMeasure, saveMeasure } from './commands/save.ts'
export { publishMeasure } from './commands/state.ts'
export { measureForm, type MeasureForm } from './model/form.ts'
export { courses, measureKinds, measureStates } from './model/measure.ts'
export {
  indexMeasures,
  listStoredMeasures,
  noLinks,
  type ImportedResource,
  type MeasureInIndex,
  type StoredMeasure,
} from './queries/for-import.ts'
export { fileWordsOf } from './documents/list.ts'
export { texts as measureTexts } from './texts/index.ts'
export { measuresApi } from './documents/api.ts'
export { routes } from './routes/index.ts'
