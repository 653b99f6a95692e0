import { suggestValues, type Vocabulary } from '#platform/tables/suggest.ts'
import { likeness, wordingOf, type Wording } from '#platform/tables/wording.ts'
import { leftOut, type Choices } from './choices.ts'
import type { Draft } from './drafts.ts'
import { creatableKinds, hasValues, sameField, type ImportField, type ImportKind, type ThingKind } from './kind.ts'
import { leadingNumber, nameKey } from './names.ts'
import { areAlike, coreOf } from './sameness.ts'
import { doubtAbout, isOffice, type Doubt } from './new-names.ts'

/** Something that is there already and that a name in the file may mean. */
export interface KnownThing {
  kind: ThingKind
  id: number
  name: string
  /** Fields only: 2 of "2.14". */
  code?: string
}

/** One different value of a column, how often it occurs, and what it is taken for. */
export interface Meaning {
  value: string
  count: number
  /** A word, `action-field.12`, `new.actor`, `-`; '' while nobody has said it. */
  choice: string
  /** Not said by the person and not spelled the same: worth a look. */
  isGuess: boolean
  /** What else it may mean, the likeliest first; for names only. */
  near: KnownThing[]
  /** Why nothing is suggested: a word for many ("Kitas"), or several names with commas. */
  doubt?: Doubt
}

export interface FieldMeanings {
  field: ImportField
  meanings: Meaning[]
  /** Some values hold commas: they may be several names. */
  hasCommas: boolean
}

/** What each different value in the mapped columns means: as the person said, or as suggested. */
export function meaningsOf(
  kind: ImportKind,
  drafts: readonly Draft[],
  known: readonly KnownThing[],
  { values = {} }: Choices,
): FieldMeanings[] {
  const ofFields = kind.fields.filter(hasValues).flatMap((field) => {
    const counts = new Map<string, number>()
    for (const { values: row } of drafts) {
      for (const value of (row[field.key] ?? []) as readonly string[]) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    if (counts.size === 0) return []
    const said = values[field.key] ?? {}
    const guess =
      field.type === 'choice' ? guessWord(field, [...counts.keys()]) : guessThing(field, [...counts.keys()], known)
    const meanings = [...counts].map(([value, count]): Meaning => {
      const guessed = guess(value)
      const choice = said[value]
      return {
        value,
        count,
        near: guessed.near,
        choice: choice ?? guessed.choice,
        isGuess: choice === undefined && !guessed.isSure,
        ...((choice ?? leftOut) === leftOut && guessed.doubt && { doubt: guessed.doubt }),
      }
    })
    return [
      { field, meanings, hasCommas: field.type !== 'choice' && meanings.some(({ value }) => value.includes(',')) },
    ]
  })
  return [
    ...ofFields,
    ...sameField(kind).flatMap((field) => proposalsOf(field, drafts, known, values[field.key] ?? {})),
  ]
}

/**
 * Rows that are nearly called like something that is there: whether they are the same is asked, and until somebody says
 * yes they are not. Rows that are recognised by their number or exact name are not asked about.
 */
function proposalsOf(
  field: ImportField,
  drafts: readonly Draft[],
  known: readonly KnownThing[],
  said: Readonly<Record<string, string>>,
): FieldMeanings[] {
  const candidates = known.filter(({ kind }) => field.refersTo?.includes(kind))
  const names = new Set(candidates.map(({ name }) => nameKey(name)))
  const codes = new Set(candidates.flatMap(({ code }) => code ?? []))
  const titles = new Set(
    drafts.flatMap(({ values: { title, subTitle, number, sourceId } }) => {
      const isKnown = sourceId !== undefined || (typeof number === 'string' && codes.has(number))
      return typeof title !== 'string' || subTitle !== undefined || isKnown || names.has(nameKey(title)) ? [] : [title]
    }),
  )
  if (titles.size * candidates.length > mostPairs) return []
  const cores = candidates.map((thing) => ({ thing, core: coreOf(thing.name) }))
  const meanings = [...titles].flatMap((value): Meaning[] => {
    const own = coreOf(value)
    const near = cores.flatMap(({ thing, core }) => (areAlike(own, core) ? [thing] : [])).slice(0, 5)
    const choice = said[value]
    return near.length === 0
      ? []
      : [{ value, count: 1, near, choice: choice ?? leftOut, isGuess: choice === undefined }]
  })
  return meanings.length === 0 ? [] : [{ field, meanings, hasCommas: false }]
}

interface Guess {
  choice: string
  isSure: boolean
  near: KnownThing[]
  doubt?: Doubt
}

function guessWord({ words = {} }: ImportField, values: readonly string[]): (value: string) => Guess {
  const vocabulary: Vocabulary = Object.entries(words).map(([field, names]) => ({ field, names }))
  const found = new Map(suggestValues(values, vocabulary).map(({ value, suggestion }) => [value, suggestion]))
  return (value) => {
    const suggestion = found.get(value)
    return { choice: suggestion?.field ?? '', isSure: (suggestion?.score ?? 0) >= 0.97, near: [] }
  }
}

/** Two names must be nearly the same before one is taken for the other: associations are called alike. */
const nearlyTheSame = 0.9
/** Above this many pairs only equal names are compared; likeness costs a tenth of a millisecond each. */
const mostPairs = 60_000

function guessThing(
  field: ImportField,
  values: readonly string[],
  known: readonly KnownThing[],
): (value: string) => Guess {
  const candidates = known.filter(({ kind }) => field.refersTo?.includes(kind))
  const byName = new Map(candidates.map((thing) => [nameKey(thing.name), thing]))
  const isComparable = values.length * candidates.length <= mostPairs
  const wordings = isComparable ? candidates.map((thing) => ({ thing, wording: wordingOf(thing.name) })) : []
  return (value) => {
    const same = byName.get(nameKey(value))
    if (same) return { choice: `${same.kind}.${same.id}`, isSure: true, near: [same] }
    const near = nearest(value, wordings)
    const [best] = near
    const fresh = newThing(field, value)
    // What may be two names is not taken for one that is only like it.
    if (best && best.score >= nearlyTheSame && fresh.doubt !== 'several')
      return { choice: `${best.thing.kind}.${best.thing.id}`, isSure: false, near: near.map(({ thing }) => thing) }
    return { ...fresh, isSure: false, near: near.map(({ thing }) => thing) }
  }
}

function nearest(value: string, candidates: readonly { thing: KnownThing; wording: Wording }[]) {
  const wording = wordingOf(value)
  return candidates
    .map(({ thing, wording: name }) => ({ thing, score: likeness(wording, name).score }))
    .filter(({ thing, score }) => score >= 0.4 && !differByNumber(value, thing.name))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 5)
}

/** "1. Stadtbezirk" is never "2. Stadtbezirk". */
const differByNumber = (a: string, b: string) => {
  const [first, second] = [leadingNumber(a), leadingNumber(b)]
  return first !== undefined && second !== undefined && first !== second
}

/** What is not known yet is created where that is possible and clear: names of offices as a unit, others as actors. */
function newThing({ refersTo = [], type }: ImportField, value: string): Pick<Guess, 'choice' | 'doubt'> {
  const creatable = creatableKinds.filter((kind) => refersTo.includes(kind))
  if (creatable.length === 0) return { choice: leftOut }
  const doubt = type === 'thing' ? undefined : doubtAbout(value, creatable)
  if (doubt) return { choice: leftOut, doubt }
  const kind = creatable.length === 1 ? creatable[0] : isOffice(value) ? 'org-unit' : 'actor'
  return { choice: `new.${kind}` }
}
