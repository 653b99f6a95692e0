import { likeness, wordingOf, type Likeness, type Wording } from './wording.ts'

/** What may be found, and by which names, in any language. */
export type Vocabulary = readonly VocabularyEntry[]
export interface VocabularyEntry {
  readonly field: string
  readonly names: readonly string[]
}

/** Below this a likeness is an accident. */
const threshold = 0.6
/** Two fields this close to each other: only a person can tell. */
const tooClose = 0.02

export interface ColumnSuggestion extends Likeness {
  field: string
  /** Index into the headings given. */
  column: number
}

/**
 * Which heading means which field: at most one column for a field and one field for a column, the best pairs first.
 * Of equal headings the leftmost is taken.
 */
export function suggestColumns(
  headings: readonly string[],
  vocabulary: Vocabulary,
  atLeast = threshold,
): ColumnSuggestion[] {
  const known = prepare(vocabulary)
  const pairs = headings.flatMap((heading, column) => {
    const wording = wordingOf(heading)
    return known.map((entry) => ({ field: entry.field, column, ...best(wording, entry) }))
  })
  const taken = { fields: new Set<string>(), columns: new Set<number>() }
  return pairs
    .filter(({ score }) => score >= atLeast)
    .sort((a, b) => b.score - a.score || a.column - b.column)
    .filter(({ field, column }) => {
      if (taken.fields.has(field) || taken.columns.has(column)) return false
      taken.fields.add(field)
      taken.columns.add(column)
      return true
    })
}

export interface ValueSuggestion {
  /** As it stands in the file, without spaces around it. */
  value: string
  /** How often it stands there. */
  count: number
  /** The known thing it means; absent when none is near, or two are equally near. */
  suggestion?: { field: string } & Likeness
}

/** What each different value of a column means, in the order in which they first occur; empty ones are left out. */
export function suggestValues(
  values: readonly string[],
  vocabulary: Vocabulary,
  atLeast = threshold,
): ValueSuggestion[] {
  const counts = new Map<string, number>()
  for (const value of values) {
    const trimmed = value.trim()
    if (trimmed) counts.set(trimmed, (counts.get(trimmed) ?? 0) + 1)
  }
  const known = prepare(vocabulary)
  return [...counts].map(([value, count]) => {
    const suggestion = clearest(wordingOf(value), known, atLeast)
    return { value, count, ...(suggestion && { suggestion }) }
  })
}

interface Prepared {
  field: string
  names: Wording[]
}

const prepare = (vocabulary: Vocabulary): Prepared[] =>
  vocabulary.map(({ field, names }) => ({ field, names: names.map(wordingOf) }))

function best(wording: Wording, { names }: Prepared): Likeness {
  let found: Likeness = { score: 0, match: 'similar' }
  for (const name of names) {
    const candidate = likeness(wording, name)
    if (candidate.score > found.score) found = candidate
  }
  return found
}

function clearest(wording: Wording, known: Prepared[], atLeast: number) {
  const [first, second] = known
    .map((entry) => ({ field: entry.field, ...best(wording, entry) }))
    .sort((a, b) => b.score - a.score)
  if (!first || first.score < atLeast) return undefined
  return second && first.score < 1 && first.score - second.score < tooClose ? undefined : first
}
