import type { InterfaceLanguage } from './language.ts'

// Languages that people speak, as an actor's entry lists them: German words as they are typed. Those we know are shown in
// the reader's language; others stay as they were written.

const codes =
  'sq ar am hy az bm eu be bn bs bg my ca zh hr cs da nl en et fi fr ka de el ha he hi hu is ig id it ja kk rw ku ln lt lv mk ml mt ne no ps fa pl pt pa ro rom ru sr sk sl so es sw sv tl ta te th ti tr uk ur uz vi wo yo zu'.split(
    ' ',
  )
/** Other words for the same, and languages that the tables of the machine do not hold. */
const aliases: Readonly<Record<string, string>> = {
  farsi: 'fa',
  persisch: 'fa',
  dari: 'fa-AF',
  paschtu: 'ps',
  paschto: 'ps',
  kurmandschi: 'kmr',
  sorani: 'ckb',
  haussa: 'ha',
  hausa: 'ha',
  mandinka: 'mnk',
  tigrinisch: 'ti',
  romanes: 'rom',
  romani: 'rom',
  montenegrinisch: 'sr-ME',
  serbokroatisch: 'sh',
}
/** Words that no table holds. */
const ownNames: Readonly<Record<string, Partial<Record<InterfaceLanguage, string>>>> = {
  gebärdensprache: { en: 'Sign language', ar: 'لغة الإشارة' },
  'deutsche gebärdensprache': { en: 'German Sign Language', ar: 'لغة الإشارة الألمانية' },
  'leichte sprache': { en: 'Easy German', ar: 'الألمانية السهلة' },
  mandinka: { ar: 'الماندينكا' },
}

const locales: Readonly<Record<InterfaceLanguage, string>> = { de: 'de', en: 'en-GB', ar: 'ar' }
const names = new Map<InterfaceLanguage, Intl.DisplayNames>()
function nameOf(code: string, language: InterfaceLanguage): string | undefined {
  let all = names.get(language)
  if (!all)
    names.set(language, (all = new Intl.DisplayNames([locales[language]], { type: 'language', fallback: 'none' })))
  return all.of(code)
}

let known: Map<string, string> | undefined
function codeOf(word: string): string | undefined {
  known ??= new Map([
    ...codes.flatMap((code) => {
      const name = nameOf(code, 'de')
      return name ? [[name.toLowerCase(), code] as const] : []
    }),
    ...Object.entries(aliases),
  ])
  return known.get(word.trim().toLowerCase())
}

/**
 * `'Ukrainisch', 'en'` → "Ukrainian", of the reader's language. What is not known stays as it was typed, marked as German.
 */
export function spokenLanguage(
  word: string,
  language: InterfaceLanguage,
): { text: string; language: InterfaceLanguage } {
  if (language === 'de') return { text: word, language }
  const own = ownNames[word.trim().toLowerCase()]?.[language]
  const code = codeOf(word)
  const text = own ?? (code && nameOf(code, language))
  return text ? { text, language } : { text: word, language: 'de' }
}

/** What a form suggests, in German and in the order of the alphabet. */
export const suggestedLanguages = (): string[] =>
  [
    ...[...codes, 'fa-AF'].flatMap((code) => nameOf(code, 'de') ?? []),
    'Deutsche Gebärdensprache',
    'Leichte Sprache',
  ].toSorted((a, b) => a.localeCompare(b, 'de'))
