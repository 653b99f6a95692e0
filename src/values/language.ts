/** The languages of the interface and of plan texts. Plain and easy German are languages of their own. */
export const interfaceLanguages = ['de', 'en', 'ar'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

export const textLanguages = ['de', 'en', 'ar', 'tr', 'uk', 'de-x-einfach', 'de-x-leicht'] as const
export type TextLanguage = (typeof textLanguages)[number]

/** Each language in its own words, as a language switch shows it. */
export const languageNames: Record<TextLanguage, string> = {
  de: 'Deutsch',
  en: 'English',
  ar: 'العربية',
  tr: 'Türkçe',
  uk: 'Українська',
  'de-x-einfach': 'Einfache Sprache',
  'de-x-leicht': 'Leichte Sprache',
}

export const directionOf = (language: TextLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

export const isInterfaceLanguage = (value: string): value is InterfaceLanguage =>
  (interfaceLanguages as readonly string[]).includes(value)

/**
 * Languages in which somebody can read the plan here: those of the interface, and plain and easy German on the page of
 * each thing. The others are only written, for a file that goes elsewhere.
 */
export const isReadHere = (language: string): boolean =>
  isInterfaceLanguage(language) || language === 'de-x-einfach' || language === 'de-x-leicht'
