/** What a name says about its legal form, and words that names come with or without. */
const legalForms =
  /(?<![\p{L}])(?:e\.? ?v\.?|eingetragener verein|gemeinn(?:ü|ue)tzige[rs]?|g?gmbh|mbh|u\.? ?g\.?|ag|e\.? ?g\.?|kg|gbr|k(?:ö|oe)rperschaft des (?:ö|oe)ffentlichen rechts|k\.? ?d\.? ?ö\.? ?r\.?|verein|der|die|das)(?![\p{L}])/giu

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** The words that make a name: without legal form, umlauts written out, "Caritasverband" as "caritas". */
export function coreOf(name: string): string[] {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(legalForms, ' ')
    .replaceAll(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return words.map((word) => (word.length > 9 ? word.replace(/(?<=.{4})(?:verband|verein)$/, '') : word))
}

/**
 * Whether two names may be one organisation or one measure: the same but for legal form, umlauts and endings, or but for
 * one slip of the pen. Always a proposal, never more: associations are called alike. Numbers count.
 */
export const mayBeTheSame = (a: string, b: string): boolean => areAlike(coreOf(a), coreOf(b))

/** The same for names that are taken apart already: many are compared with many. */
export function areAlike(first: readonly string[], second: readonly string[]): boolean {
  if (first.length === 0 || first.length !== second.length)
    return first.length > 0 && first.join('') === second.join('')
  const different = first.flatMap((word, place) =>
    word === second[place] ? [] : [[word, second[place] ?? ''] as const],
  )
  const [pair, ...more] = different
  if (pair === undefined) return true
  return more.length === 0 && isSlip(pair[0], pair[1])
}

/** One letter too many, too few, wrong, or two in the wrong order; two such slips in a long word. Never in numbers. */
function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (/\d/.test(a + b) || shorter < 5 || a[0] !== b[0]) return false
  return distance(a, b) <= (shorter >= 10 ? 2 : 1)
}

function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j] ?? 0, (before[j - 2] ?? i + j) + 1)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
