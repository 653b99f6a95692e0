import type { InterfaceLanguage } from '#values/language.ts'

/**
 * A word of the house: what one municipality calls Handlungsfeld, another calls Themenfeld. Messages name the word and
 * its form in square brackets, `[plan def gen]`, so that every page says it right in German.
 */
export interface HouseWord {
  de: { gender: 'm' | 'f' | 'n'; singular: GermanCases; plural: GermanCases }
  en: { singular: string; plural: string }
  ar: { singular: string; plural: string; definite: string; definitePlural: string }
}
/** Nominative, genitive, dative, accusative. */
export type GermanCases = readonly [nom: string, gen: string, dat: string, acc: string]

const word = (
  gender: HouseWord['de']['gender'],
  singular: GermanCases,
  plural: GermanCases,
  en: [string, string],
  ar: [string, string, string, string],
): HouseWord => ({
  de: { gender, singular, plural },
  en: { singular: en[0], plural: en[1] },
  ar: { singular: ar[0], plural: ar[1], definite: ar[2], definitePlural: ar[3] },
})
/** A word whose plural is one form, with -n in the dative. */
const cases = (nom: string, gen = nom, dat = nom): GermanCases => [nom, gen, dat, nom]

/** The delivered words, per meaning. The first is the default. A municipality may add its own as a full record. */
export const deliveredWords = {
  plan: {
    Integrationskonzept: word(
      'n',
      cases('Integrationskonzept', 'Integrationskonzepts'),
      cases('Integrationskonzepte', undefined, 'Integrationskonzepten'),
      ['integration strategy', 'integration strategies'],
      ['استراتيجية اندماج', 'استراتيجيات اندماج', 'استراتيجية الاندماج', 'استراتيجيات الاندماج'],
    ),
    Teilhabeplan: word(
      'm',
      cases('Teilhabeplan', 'Teilhabeplans'),
      cases('Teilhabepläne', undefined, 'Teilhabeplänen'),
      ['participation plan', 'participation plans'],
      ['خطة مشاركة', 'خطط مشاركة', 'خطة المشاركة', 'خطط المشاركة'],
    ),
    Integrationsplan: word(
      'm',
      cases('Integrationsplan', 'Integrationsplans'),
      cases('Integrationspläne', undefined, 'Integrationsplänen'),
      ['integration plan', 'integration plans'],
      ['خطة اندماج', 'خطط اندماج', 'خطة الاندماج', 'خطط الاندماج'],
    ),
  },
  actionField: {
    Handlungsfeld: word(
      'n',
      cases('Handlungsfeld', 'Handlungsfelds'),
      cases('Handlungsfelder', undefined, 'Handlungsfeldern'),
      ['field of action', 'fields of action'],
      ['مجال عمل', 'مجالات عمل', 'مجال العمل', 'مجالات العمل'],
    ),
    Themenfeld: word(
      'n',
      cases('Themenfeld', 'Themenfelds'),
      cases('Themenfelder', undefined, 'Themenfeldern'),
      ['topic area', 'topic areas'],
      ['مجال موضوعي', 'مجالات موضوعية', 'المجال الموضوعي', 'المجالات الموضوعية'],
    ),
  },
  migrationHistory: {
    Zuwanderungsgeschichte: word(
      'f',
      cases('Zuwanderungsgeschichte'),
      cases('Zuwanderungsgeschichten'),
      ['history of immigration', 'histories of immigration'],
      ['تاريخ هجرة', 'تواريخ هجرة', 'تاريخ الهجرة', 'تواريخ الهجرة'],
    ),
    Migrationshintergrund: word(
      'm',
      cases('Migrationshintergrund', 'Migrationshintergrunds'),
      cases('Migrationshintergründe', undefined, 'Migrationshintergründen'),
      ['migration background', 'migration backgrounds'],
      ['خلفية مهاجرة', 'خلفيات مهاجرة', 'الخلفية المهاجرة', 'الخلفيات المهاجرة'],
    ),
    Einwanderungsgeschichte: word(
      'f',
      cases('Einwanderungsgeschichte'),
      cases('Einwanderungsgeschichten'),
      ['immigration history', 'immigration histories'],
      ['سيرة هجرة', 'سير هجرة', 'سيرة الهجرة', 'سير الهجرة'],
    ),
  },
  administration: {
    Landratsamt: word(
      'n',
      cases('Landratsamt', 'Landratsamts'),
      cases('Landratsämter', undefined, 'Landratsämtern'),
      ['county office', 'county offices'],
      ['إدارة مقاطعة', 'إدارات مقاطعات', 'إدارة المقاطعة', 'إدارات المقاطعات'],
    ),
    Kreisverwaltung: word(
      'f',
      cases('Kreisverwaltung'),
      cases('Kreisverwaltungen'),
      ['county administration', 'county administrations'],
      ['إدارة دائرة', 'إدارات دوائر', 'إدارة الدائرة', 'إدارات الدوائر'],
    ),
    Stadtverwaltung: word(
      'f',
      cases('Stadtverwaltung'),
      cases('Stadtverwaltungen'),
      ['city administration', 'city administrations'],
      ['إدارة مدينة', 'إدارات مدن', 'إدارة المدينة', 'إدارات المدن'],
    ),
    Gemeindeverwaltung: word(
      'f',
      cases('Gemeindeverwaltung'),
      cases('Gemeindeverwaltungen'),
      ['municipal administration', 'municipal administrations'],
      ['إدارة بلدية', 'إدارات بلديات', 'إدارة البلدية', 'إدارات البلديات'],
    ),
  },
  council: {
    Kreistag: word(
      'm',
      cases('Kreistag', 'Kreistags'),
      cases('Kreistage', undefined, 'Kreistagen'),
      ['county council', 'county councils'],
      ['مجلس مقاطعة', 'مجالس مقاطعات', 'مجلس المقاطعة', 'مجالس المقاطعات'],
    ),
    Gemeinderat: word(
      'm',
      cases('Gemeinderat', 'Gemeinderats'),
      cases('Gemeinderäte', undefined, 'Gemeinderäten'),
      ['municipal council', 'municipal councils'],
      ['مجلس بلدية', 'مجالس بلديات', 'مجلس البلدية', 'مجالس البلديات'],
    ),
    Stadtrat: word(
      'm',
      cases('Stadtrat', 'Stadtrats'),
      cases('Stadträte', undefined, 'Stadträten'),
      ['city council', 'city councils'],
      ['مجلس مدينة', 'مجالس مدن', 'مجلس المدينة', 'مجالس المدن'],
    ),
    Gemeindevertretung: word(
      'f',
      cases('Gemeindevertretung'),
      cases('Gemeindevertretungen'),
      ['municipal assembly', 'municipal assemblies'],
      ['جمعية بلدية', 'جمعيات بلديات', 'جمعية البلدية', 'جمعيات البلديات'],
    ),
    Stadtverordnetenversammlung: word(
      'f',
      cases('Stadtverordnetenversammlung'),
      cases('Stadtverordnetenversammlungen'),
      ['city assembly', 'city assemblies'],
      ['جمعية مدينة', 'جمعيات مدن', 'جمعية المدينة', 'جمعيات المدن'],
    ),
  },
  territory: {
    Landkreis: word(
      'm',
      cases('Landkreis', 'Landkreises'),
      cases('Landkreise', undefined, 'Landkreisen'),
      ['county', 'counties'],
      ['مقاطعة', 'مقاطعات', 'المقاطعة', 'المقاطعات'],
    ),
    Kreis: word(
      'm',
      cases('Kreis', 'Kreises'),
      cases('Kreise', undefined, 'Kreisen'),
      ['district', 'districts'],
      ['دائرة', 'دوائر', 'الدائرة', 'الدوائر'],
    ),
    Stadt: word(
      'f',
      cases('Stadt'),
      cases('Städte', undefined, 'Städten'),
      ['city', 'cities'],
      ['مدينة', 'مدن', 'المدينة', 'المدن'],
    ),
    Gemeinde: word(
      'f',
      cases('Gemeinde'),
      cases('Gemeinden'),
      ['municipality', 'municipalities'],
      ['بلدية', 'بلديات', 'البلدية', 'البلديات'],
    ),
  },
} as const satisfies Record<string, Record<string, HouseWord>>

export type WordMeaning = keyof typeof deliveredWords
export const wordMeanings = Object.keys(deliveredWords) as WordMeaning[]
export type HouseWords = Record<WordMeaning, HouseWord>

/** The words a municipality has chosen: a delivered word by its name, or its own record. Unknown names: the default. */
export function houseWords(chosen: Readonly<Record<string, unknown>>): HouseWords {
  const entries = wordMeanings.map((meaning) => {
    const delivered: Readonly<Record<string, HouseWord>> = deliveredWords[meaning]
    const choice = chosen[meaning]
    const own = typeof choice === 'object' && choice !== null ? (choice as HouseWord) : undefined
    return [meaning, own ?? delivered[String(choice)] ?? Object.values(delivered)[0]]
  })
  return Object.fromEntries(entries) as HouseWords
}

const articles = {
  def: {
    m: ['der', 'des', 'dem', 'den'],
    f: ['die', 'der', 'der', 'die'],
    n: ['das', 'des', 'dem', 'das'],
    p: ['die', 'der', 'den', 'die'],
  },
  indef: {
    m: ['ein', 'eines', 'einem', 'einen'],
    f: ['eine', 'einer', 'einer', 'eine'],
    n: ['ein', 'eines', 'einem', 'ein'],
    p: ['', '', '', ''],
  },
  this: {
    m: ['dieser', 'dieses', 'diesem', 'diesen'],
    f: ['diese', 'dieser', 'dieser', 'diese'],
    n: ['dieses', 'dieses', 'diesem', 'dieses'],
    p: ['diese', 'dieser', 'diesen', 'diese'],
  },
  no: {
    m: ['kein', 'keines', 'keinem', 'keinen'],
    f: ['keine', 'keiner', 'keiner', 'keine'],
    n: ['kein', 'keines', 'keinem', 'kein'],
    p: ['keine', 'keiner', 'keinen', 'keine'],
  },
} as const
const contractions = {
  in: { m: 'im', f: 'in der', n: 'im', p: 'in den' },
  to: { m: 'zum', f: 'zur', n: 'zum', p: 'zu den' },
  from: { m: 'vom', f: 'von der', n: 'vom', p: 'von den' },
} as const
const caseIndex = { nom: 0, gen: 1, dat: 2, acc: 3 } as const

/**
 * `plan def gen` → "des Teilhabeplans". After the meaning: plural; nom, gen, dat, acc; def, indef, this, no; in, to,
 * from (with dative). A capital first letter of the meaning begins a sentence.
 */
export function inflect(form: string, words: HouseWords, language: InterfaceLanguage): string {
  const [name = '', ...marks] = form.split(' ')
  const meaning = (name.charAt(0).toLowerCase() + name.slice(1)) as WordMeaning
  const text = { de: german, en: english, ar: arabic }[language](words[meaning], new Set(marks))
  return name.charAt(0) === meaning.charAt(0) ? text : text.charAt(0).toUpperCase() + text.slice(1)
}

function german({ de }: HouseWord, marks: ReadonlySet<string>): string {
  const isPlural = marks.has('plural')
  const gender = isPlural ? 'p' : de.gender
  const contraction = (['in', 'to', 'from'] as const).find((key) => marks.has(key))
  const found = (['gen', 'dat', 'acc'] as const).find((key) => marks.has(key))
  const index = caseIndex[contraction ? 'dat' : (found ?? 'nom')]
  const noun = (isPlural ? de.plural : de.singular)[index]
  if (contraction) return `${contractions[contraction][gender]} ${noun}`
  const article = (['def', 'indef', 'this', 'no'] as const).find((key) => marks.has(key))
  return article ? `${articles[article][gender][index]} ${noun}`.trim() : noun
}

function english({ en }: HouseWord, marks: ReadonlySet<string>): string {
  const noun = marks.has('plural') ? en.plural : en.singular
  if (marks.has('in')) return `in the ${noun}`
  if (marks.has('to')) return `to the ${noun}`
  if (marks.has('from')) return `from the ${noun}`
  if (marks.has('def')) return `the ${noun}`
  if (marks.has('this')) return `${marks.has('plural') ? 'these' : 'this'} ${noun}`
  if (marks.has('no')) return `no ${noun}`
  return marks.has('indef') && !marks.has('plural') ? `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}` : noun
}

function arabic({ ar }: HouseWord, marks: ReadonlySet<string>): string {
  const isPlural = marks.has('plural')
  const definite = isPlural ? ar.definitePlural : ar.definite
  if (marks.has('in')) return `في ${definite}`
  if (marks.has('to')) return `إلى ${definite}`
  if (marks.has('from')) return `من ${definite}`
  if (marks.has('this') || marks.has('def')) return definite
  return isPlural ? ar.plural : ar.singular
}
