import { IntlMessageFormat } from 'intl-messageformat'
import { deliveredWords, wordMeanings, type HouseWord, type WordMeaning } from '#platform/texts/house-words.ts'
import type { Messages } from '#platform/texts/texts.ts'
import type { InterfaceLanguage } from '#values/language.ts'

export interface Catalogue {
  all: Readonly<Record<InterfaceLanguage, Messages>>
}

/** Plural forms that each language needs; one more or one less is a mistake. `=0` and the like may stand beside them. */
const pluralForms: Record<InterfaceLanguage, readonly string[]> = {
  de: ['one', 'other'],
  en: ['one', 'other'],
  ar: ['few', 'many', 'one', 'other', 'two', 'zero'],
}
const marks = new Set(['plural', 'nom', 'gen', 'dat', 'acc', 'def', 'indef', 'this', 'no', 'in', 'to', 'from'])

/** Words that only German has and that are cheap to find; words of two languages (die, was, so …) are not among them. */
const germanWords =
  /[äöüßÄÖÜ]|\b(und|oder|nicht|keine?|wird|werden|wurde|für|bitte|Sie|Ihre?|eine[mnrs]?|der|das|dem|mit|von|auf|ist|sind|noch|auch|aus|zum|zur|Bedarfe?|Ziele?|Akteure?|Gremien|Seiten?|Datei|Verwaltung|Angaben?|Speichern|Abbrechen)\b/
/** Proper names keep their letters in every language. */
const properNames =
  /Baden-Württemberg|Thüringen|Lörrach|Böblingen|Teilhabewerk|Teilhabe|Am Kreishaus 1|Musterstadt|Musterkreis|Wetzlar/g
/** What keeps its Latin letters in Arabic texts: names and formats, and everything in capitals only (CSV, AGS, DATA_DIR). */
const latinNames =
  /GovData|application\/problem\+json|pagination\.next|If-None-Match|Accept-Language|ETag|Link|null|none|landkreisMuster|Teilhabewerk|Jobcenter|xlsx?b?|OpenDocument|Office|WebP|WebM|Open Source|SIL Open Font License|Source Sans 3|Vazirmatn|Amt|JavaScript|https|Excel|GeoJSON|FeatureCollection|MultiPolygon|Polygon|OParl|Passkeys?|Word|PowerPoint|Atom|Windows|DATA_DIR\/mail|\b[A-Z][A-Z0-9_-]+\b/g

type Node = ReturnType<IntlMessageFormat['getAst']>[number]
// Kinds of a parsed message (formatjs TYPE); the package does not export them from here.
const kind = { literal: 0, plural: 6, pound: 7 } as const
const is = (node: Node, name: keyof typeof kind): boolean => Number(node.type) === kind[name]

/** Everything that is wrong with the texts of one language, one sentence each. */
export function problemsOf(all: Readonly<Record<InterfaceLanguage, Messages>>, language: InterfaceLanguage): string[] {
  return Object.entries(all[language]).flatMap(([key, message]) => {
    const where = `${language} ${key}: `
    const wordProblems = wordsIn(message).flatMap((form) => wrongWord(form))
    const plain = message.replaceAll(/\[[a-zA-Z]+(?: [a-z]+)*\]/g, '')
    const nodes = parse(plain)
    if (!nodes) return [`${where}the message cannot be read (${message})`]
    const known = new Set(argumentsIn(parse(all.de[key] ?? '') ?? []))
    return [
      ...wordProblems,
      ...argumentsIn(nodes)
        .filter((name) => !known.has(name))
        .map((name) => `the argument {${name}} is not given by the German text`),
      ...pluralsIn(nodes).flatMap((forms) => wrongPlural(forms, language)),
      ...fixedNumbersIn(nodes).map((form) => `# always says ${form.slice(1)} in the form ${form}`),
      // A hint may show what to type: the office writes in German.
      ...(key.endsWith('.hint') ? [] : foreignWords(literalsIn(nodes), language)),
    ].map((problem) => where + problem)
  })
}

const wordsIn = (message: string) => Array.from(message.matchAll(/\[([^\]]*)\]/g), ([, form = '']) => form)

function wrongWord(form: string): string[] {
  const [name = '', ...asked] = form.split(' ')
  const meaning = name.charAt(0).toLowerCase() + name.slice(1)
  if (!(wordMeanings as readonly string[]).includes(meaning)) return [`the bracket [${form}] stays unresolved`]
  const unknown = asked.find((mark) => !marks.has(mark))
  return unknown === undefined ? [] : [`„${unknown}“ is no form of a word`]
}

function parse(message: string): Node[] | undefined {
  try {
    return new IntlMessageFormat(message, 'de').getAst()
  } catch {
    return undefined
  }
}

const branchesOf = (node: Node): Node[] =>
  'options' in node
    ? Object.values(node.options as Record<string, { value: Node[] }>).flatMap(({ value }) => value)
    : []
const everyNode = (nodes: Node[]): Node[] => nodes.flatMap((node) => [node, ...everyNode(branchesOf(node))])

const argumentsIn = (nodes: Node[]): string[] =>
  everyNode(nodes).flatMap((node) =>
    !is(node, 'literal') && !is(node, 'pound') && 'value' in node ? [String(node.value)] : [],
  )

type Options = Record<string, { value: Node[] }>
const isExact = (options: Options) =>
  Object.keys(options).length > 1 && Object.keys(options).every((form) => form.startsWith('=') || form === 'other')
/** "=0 {none yet} other {some}" asks whether there is any: no word follows a number. */
const isQuestion = (options: Options) =>
  isExact(options) && !everyNode(Object.values(options).flatMap(({ value }) => value)).some((node) => is(node, 'pound'))
/** "=2 {two} =3 {three} other {#}" is a number in letters. */
const isNumber = (options: Options) =>
  isExact(options) && (options['other']?.value ?? []).every((node) => is(node, 'pound'))

const pluralsIn = (nodes: Node[]): string[][] =>
  everyNode(nodes).flatMap((node) => {
    if (!is(node, 'plural') || !('options' in node)) return []
    const options = node.options as Record<string, { value: Node[] }>
    return isQuestion(options) || isNumber(options) ? [] : [Object.keys(options)]
  })

/** `=0 {none of # goals}` says "none of 0 goals": the number belongs to the plural it stands in. */
const fixedNumbersIn = (nodes: Node[]): string[] =>
  everyNode(nodes).flatMap((node) => {
    if (!is(node, 'plural') || !('options' in node)) return []
    return Object.entries(node.options as Record<string, { value: Node[] }>)
      .filter(([form, { value }]) => form.startsWith('=') && value.some((inner) => is(inner, 'pound')))
      .map(([form]) => form)
  })

function wrongPlural(forms: string[], language: InterfaceLanguage): string[] {
  const needed = pluralForms[language]
  const found = forms.filter((form) => !form.startsWith('=')).toSorted()
  if (found.join() === needed.join()) return []
  return [`the plural needs ${needed.join(', ')} and has ${found.join(', ')}`]
}

const literalsIn = (nodes: Node[]): string =>
  everyNode(nodes)
    .map((node) => (is(node, 'literal') && 'value' in node ? String(node.value) : ' '))
    .join('')

function foreignWords(text: string, language: InterfaceLanguage): string[] {
  if (language === 'de') return []
  const bare = text
    .replaceAll(/[\w.+-]+@[\w.-]+|https?:\/\/\S*|\S+\.example\b|#[0-9a-f]{6}\b/gi, '')
    .replaceAll(properNames, '')
  if (language === 'en') {
    const german = germanWords.exec(bare)?.[0]
    return german === undefined ? [] : [`„${german}“ looks German`]
  }
  // A text without a letter of its language is a name, e.g. of a cookie.
  if (!/\p{Script=Arabic}/u.test(text)) return []
  const latin = /[A-Za-zÄÖÜäöüß]{3,}/.exec(bare.replaceAll(/\([\w.… -]+\)/g, '').replaceAll(latinNames, ''))?.[0]
  return latin === undefined ? [] : [`Latin letters in an Arabic text: ${latin}`]
}

/**
 * The meanings whose words no text may say itself. Councils and territories are also kinds of their own, such as the
 * level of an area, and stay out of this.
 */
const chosenMeanings: readonly WordMeaning[] = ['plan', 'actionField', 'migrationHistory', 'administration']

const formsOf: Record<InterfaceLanguage, (word: HouseWord) => readonly string[]> = {
  de: ({ de }) => [...de.singular, ...de.plural],
  en: ({ en }) => [en.singular, en.plural],
  ar: ({ ar }) => Object.values(ar),
}

/** Where a text says a delivered word itself instead of `[actionField]`, in any of its forms. */
export function literalHouseWords(messages: Messages, language: InterfaceLanguage): { key: string; word: string }[] {
  const words = new Set(
    chosenMeanings.flatMap((meaning) =>
      Object.values<HouseWord>(deliveredWords[meaning]).flatMap((word) => formsOf[language](word)),
    ),
  )
  return Object.entries(messages).flatMap(([key, message]) => {
    const plain = message.replaceAll(/\[[^\]]*\]/g, '').toLowerCase()
    const word = [...words].find((one) => plain.includes(one.toLowerCase()))
    return word === undefined ? [] : [{ key, word }]
  })
}
