const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const kindWords = /^(landkreis|kreis|kreisfreie stadt|landeshauptstadt|universitätsstadt|stadt|gemeinde|markt) +/

/** "Landkreis Böblingen" → "boeblingen": the part of the address that stands for a municipality. */
export function suggestSlug(name: string): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(kindWords, '')
    .replaceAll(/[äöüß]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return plain.length < 2 ? 'kommune' : plain
}

export type SlugProblem = 'slug.shape' | 'slug.reserved' | 'slug.taken'

/** What is wrong with a slug, by itself and among those that are in use or lead on from an old address. */
export function slugProblem(
  slug: string,
  { reserved, taken }: { reserved: ReadonlySet<string>; taken: ReadonlySet<string> },
): SlugProblem | undefined {
  if (!/^[a-z][a-z0-9-]{1,62}$/.test(slug) || slug.endsWith('-')) return 'slug.shape'
  if (reserved.has(slug)) return 'slug.reserved'
  return taken.has(slug) ? 'slug.taken' : undefined
}

/** The wish, or the wish with the next number that is free. */
export function freeSlug(wish: string, places: { reserved: ReadonlySet<string>; taken: ReadonlySet<string> }): string {
  if (slugProblem(wish, places) === undefined) return wish
  for (let number = 2; ; number++) {
    const next = `${wish}-${number}`
    if (slugProblem(next, places) === undefined) return next
    if (number > 10_000) throw new Error(`No slug can be made of ${wish}`)
  }
}

/** A host name without port, in small letters and as the web writes it (xn--…); undefined: it is none. */
export function parseHost(text: string): string | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
  if (typed === '' || /[\s/?#@:]/.test(typed)) return undefined
  const host = URL.parse(`http://${typed}`)?.hostname
  return host && /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host) ? host : undefined
}
