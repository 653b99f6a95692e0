/** The doorway: what other domains may use. */
export { createIndicator, saveIndicator } from './commands/save.ts'
export { recordObservation } from './commands/observations.ts'
export { publishIndicator } from './commands/state.ts'
export { indicatorItem } from './documents/list.ts'
export {
  attainmentOf,
  currentOf,
  defaultThresholds,
  expectedShare,
  lightOf,
  plannedValue,
  shareOfTheWay,
  shownShare,
  type Aim,
  type Attainment,
  type Light,
  type Thresholds,
} from './model/attainment.ts'
export {
  gapInPoints,
  isolationIndex,
  locationQuotient,
  parityRatio,
  segregationIndex,
  wilsonInterval,
} from './model/equality.ts'
export { indicatorForm, type IndicatorForm } from './model/form.ts'
export { directions, indicatorKinds, missingToPublish, type Direction, type IndicatorKind } from './model/indicator.ts'
export { flawOf, observationFlags, signs, valueOf, yearPeriod, type Observation } from './model/observation.ts'
export { GoalAttainment } from './pages/goal-panel.tsx'
export { exportIndicators, type ExportedIndicator } from './queries/export.ts'
export { listIndicators } from './queries/list.ts'
export { attainmentOfGoal } from './routes/goal-panel.tsx'
export { indicatorsApi } from './documents/api.ts'
export { routes } from './routes/index.ts'
