import type { MeasureState } from './marks.tsx'

export const states: Record<MeasureState, string> = {
  NOT_STARTED: 'nicht begonnen',
  IN_PREPARATION: 'in Vorbereitung',
  RUNNING: 'in Umsetzung',
  COMPLETED: 'abgeschlossen',
  PERMANENT: 'Daueraufgabe',
  DEFERRED: 'zurückgestellt',
  DISCONTINUED: 'nicht weiterverfolgt',
}
