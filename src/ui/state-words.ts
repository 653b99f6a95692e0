import type { InterfaceLanguage } from '#values/language.ts'
import type { MeasureState } from './marks.tsx'

/** The order in which squares stand: what is reached first, what rests last. */
export const stateOrder = [
  'COMPLETED',
  'PERMANENT',
  'RUNNING',
  'IN_PREPARATION',
  'NOT_STARTED',
  'DEFERRED',
  'DISCONTINUED',
] as const satisfies readonly MeasureState[]

/** How far a measure is, in words, for pages that show measures without being about them. */
export const stateWords: Record<InterfaceLanguage, Record<MeasureState, string>> = {
  de: {
    NOT_STARTED: 'nicht begonnen',
    IN_PREPARATION: 'in Vorbereitung',
    RUNNING: 'in Umsetzung',
    COMPLETED: 'abgeschlossen',
    PERMANENT: 'Daueraufgabe',
    DEFERRED: 'zurückgestellt',
    DISCONTINUED: 'nicht weiterverfolgt',
  },
  en: {
    NOT_STARTED: 'not started',
    IN_PREPARATION: 'in preparation',
    RUNNING: 'under way',
    COMPLETED: 'completed',
    PERMANENT: 'permanent task',
    DEFERRED: 'postponed',
    DISCONTINUED: 'discontinued',
  },
  ar: {
    NOT_STARTED: 'لم يبدأ',
    IN_PREPARATION: 'قيد الإعداد',
    RUNNING: 'قيد التنفيذ',
    COMPLETED: 'مكتمل',
    PERMANENT: 'مهمة دائمة',
    DEFERRED: 'مؤجل',
    DISCONTINUED: 'أُوقف نهائيًا',
  },
}
