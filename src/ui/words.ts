import type { InterfaceLanguage } from '#values/language.ts'
import { ar } from './texts/ar.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'

/** Every word that the components show or say by themselves. What a page is about comes from the domains. */
export interface UiWords {
  // the frame of a page
  skipToContent: string
  serviceLabel: string
  changeLanguage: string
  staffLabel: string
  signedInAs: (name: string) => string
  signOut: string
  menu: string
  closeMenu: string
  mainMenu: string
  breadcrumbs: string
  printedFrom: (address: string) => string
  printedOn: (date: string) => string
  // forms
  error: string
  errorCount: (n: number) => string
  nothingLost: string
  passwordAgain: string
  keptText: string
  keptRestore: string
  keptForget: string
  keptOffline: string
  errorsHere: (n: number) => string
  onThisPage: string
  optional: string
  pleaseChoose: string
  all: string
  search: string
  searchFor: (label: string) => string
  chosen: string
  nothingChosen: string
  found: (n: number) => string
  nothingFound: string
  cancel: string
  precision: string
  precisions: Record<FlexDatePrecision, string>
  precisionHints: Record<FlexDatePrecision, string>
  showPassword: string
  // lists and tables
  filters: string
  openFilters: (active: number) => string
  closeFilters: string
  applyFilters: string
  moreFilters: string
  activeFilters: string
  removeFilter: string
  removeAllFilters: string
  sortAscending: string
  sortDescending: string
  pages: string
  previousPage: string
  nextPage: string
  pageOf: (page: number, pages: number) => string
  rowsOf: (from: number, to: number, total: number) => string
  rowsPerPage: string
  noData: string
  stillOpen: string
  downloadAs: string
  // marks
  kinds: Record<Kind, string>
  /** Above a text in plain or easy German. */
  plain: Record<'de-x-einfach' | 'de-x-leicht', string>
  internal: string
  /** Of a translated text: its German has been changed since. */
  germanIsNewer: string
  machineMade: string
  atAGlance: string
}

/** The four strands of the chain. */
export const kinds = ['need', 'goal', 'measure', 'indicator'] as const
export type Kind = (typeof kinds)[number]

export const flexDatePrecisions = ['date', 'month', 'quarter', 'year', 'text'] as const
export type FlexDatePrecision = (typeof flexDatePrecisions)[number]

export const uiWords: Record<InterfaceLanguage, UiWords> = { de, en, ar }
