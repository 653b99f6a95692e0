/** The doorway: what other domains may use. */
export { createNamedParts, type NamedPart } from './commands/create-named.ts'
export { createField, createTargetGroup, createTopic, saveField, saveTargetGroup, saveTopic } from './commands/save.ts'
export { fieldForm, targetGroupForm, topicForm } from './model/forms.ts'
export type { FieldForm, TargetGroupForm, TopicForm } from './model/forms.ts'
export * from './model/linked.ts'
export { IndicatorsPart, useIndicatorFact, valueOf } from './pages/linked/indicators.tsx'
export { GoalLines, Lines, NeedLines, NeedsByPriority } from './pages/linked/lines.tsx'
export { MeasuresPart } from './pages/linked/measures.tsx'
export { MoneyPart } from './pages/linked/money.tsx'
export {
  goalsWhere,
  indicatorsWhere,
  measuresWhere,
  moneyWhere,
  needsWhere,
  type Unspoken,
  type Where,
} from './queries/linked.ts'
export { linkedTexts } from './texts/linked/index.ts'
export { orderApis } from './documents/api.ts'
export { routes } from './routes/index.tsx'
