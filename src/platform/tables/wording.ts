/** Words that carry no meaning in a heading, in German, French and English. */
const fillers = new Set(
  (
    'der die das des dem den ein eine einer und oder von vom zu zum zur im in an am auf aus bei fuer mit ' +
    'le la les l de du d et ou un une a au aux en par pour sur the of and or for an to by on is'
  ).split(' '),
)

/** Words that turn a meaning around. */
const negations = new Set(
  'nicht kein keine keinen nie ohne noch not no non never without pas sans jamais aucun'.split(' '),
)

/** A wording made comparable. */
export interface Wording {
  /** Lower case, without accents, marks and remarks in brackets. */
  plain: string
  /** Its words without fillers and endings. */
  stems: readonly string[]
  negated: boolean
}

/** Makes headings and values comparable: case, umlauts, accents, punctuation, brackets, gender marks, plural endings. */
export function wordingOf(text: string): Wording {
  const all = fold(withoutRemarks(text)).split(' ').filter(Boolean)
  const meaning = all.filter((word) => !fillers.has(word))
  const words = meaning.length > 0 ? meaning : all
  return { plain: all.join(' '), stems: words.map(stem), negated: all.some((word) => negations.has(word)) }
}

/** "Budget (in €)" is "Budget"; "3. Titel" is "Titel"; what stands in brackets alone stays. */
function withoutRemarks(text: string): string {
  const bare = text.replace(/\([^()]*\)|\[[^\][]*\]/g, ' ')
  const kept = /\p{L}/u.test(bare) ? bare : text
  const unnumbered = kept.replace(/^\s*\d+(?:\.\d+)*[.)]?\s+/, '')
  return /\p{L}/u.test(unnumbered) ? unnumbered : kept
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[*:_/·]-?(?:innen|in|e·s|es|e|s|ne|rice)(?!\p{L})/giu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[äöüßœæ]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', œ: 'oe', æ: 'ae' }

/** Takes plural and case endings off; both sides are treated alike, so it need not be right, only the same. */
const stem = (word: string) => (word.length > 4 ? word.replace(/(?:innen|ern|en|er|es|e|n|s|x)$/, '') : word)

/** How much a wording says the same as a known name. */
export interface Likeness {
  /** 0 to 1: 1 the same, 0.97 but for endings and fillers, from 0.65 the same words, below that similar letters. */
  score: number
  match: 'exact' | 'word' | 'similar'
}

/** Compares a heading or value with a known name. "nicht begonnen" is never like "begonnen". */
export function likeness(found: Wording, name: Wording): Likeness {
  if (found.plain === '' || name.plain === '') return { score: 0, match: 'similar' }
  if (found.plain === name.plain) return { score: 1, match: 'exact' }
  if (found.negated !== name.negated || isOpposite(found, name)) return { score: 0, match: 'similar' }
  if (found.stems.join(' ') === name.stems.join(' ')) return { score: 0.97, match: 'exact' }
  const byWords = sharedWords(found.stems, name.stems)
  const byLetters = 0.95 * trigramLikeness(found.stems, name.stems)
  return byWords >= byLetters ? { score: byWords, match: 'word' } : { score: byLetters, match: 'similar' }
}

/** "unvollständig" and "vollständig", "inaktiv" and "aktiv" differ by two letters and everything else. */
const isOpposite = (a: Wording, b: Wording) => isPrefixed(a.plain, b.plain) || isPrefixed(b.plain, a.plain)
const isPrefixed = (long: string, short: string) =>
  long.endsWith(short) && /^(?:un|in|im|ir|de|des)$/.test(long.slice(0, -short.length))

function sharedWords(found: readonly string[], name: readonly string[]): number {
  const share = (part: readonly string[], whole: readonly string[]) =>
    part.every((word) => whole.includes(word)) ? part.length / whole.length : 0
  const inFound = share(name, found)
  if (inFound > 0) return 0.65 + 0.3 * inFound
  const inName = share(found, name)
  if (inName > 0) return 0.6 + 0.25 * inName
  return isCompoundOf(found, name) ? 0.75 : 0
}

/** German puts what a thing is last: a Maßnahmentitel is a Titel, but not a Maßnahme. */
const isCompoundOf = ([found = '', ...more]: readonly string[], [name = '', ...others]: readonly string[]) =>
  more.length === 0 &&
  others.length === 0 &&
  name.length >= 4 &&
  found.length >= name.length + 3 &&
  found.endsWith(name)

/** Dice's coefficient over the trigrams of each word, as PostgreSQL's pg_trgm cuts them. */
function trigramLikeness(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  let shared = 0
  for (const trigram of left) if (right.has(trigram)) shared++
  return (2 * shared) / (left.size + right.size)
}

function trigrams(words: readonly string[]): Set<string> {
  const result = new Set<string>()
  for (const word of words) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) result.add(padded.slice(at, at + 3))
  }
  return result
}
