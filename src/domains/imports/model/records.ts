import type { Draft } from './drafts.ts'
import type { ImportKind, RecordRules } from './kind.ts'
import type { Outcome, PlannedRow } from './outcome.ts'
import { setParents } from './parents.ts'
import type { References } from './references.ts'

/** A thing as it is stored: values by the names of their columns, linked ids by field. */
export interface StoredRecord {
  id: number
  version: number
  isPublished: boolean
  values: Record<string, unknown>
  links: Record<string, number[]>
}

/** A thing to write, with what of it stands elsewhere (contacts, sources). Without `before` it is new. */
export interface RecordToWrite {
  before?: StoredRecord
  values: Record<string, unknown>
  links: Record<string, number[]>
  /** It belongs to another row of the file. */
  parent?: { column: string; of: RecordToWrite }
  extras: Record<string, string>
}

/** What can be written, and what counts as a difference. */
export interface Writable {
  columns: readonly string[]
  linkFields: readonly string[]
  changesOf: (thing: RecordToWrite) => Readonly<Record<string, unknown>>
}

/** What is there of this kind: enough to recognise it. */
export interface RecordInIndex {
  id: number
  values: Readonly<Record<string, unknown>>
}

export interface Recognised {
  draft: Draft
  /** What the row itself says, by column. */
  said: Record<string, unknown>
  id: number | undefined
}

export const placeOf = ({ row, columns }: Draft, key: string) => {
  const column = columns[key]
  return column === undefined ? { row } : { row, column }
}
export const textOf = ({ values }: Draft, key: string) => {
  const value = values[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Finds for each row the thing that it is about. Rows that say the same twice, or could be two things, get a problem. */
export function recognise(
  kind: ImportKind,
  rules: RecordRules,
  drafts: readonly Draft[],
  index: readonly RecordInIndex[],
  references: References,
): Recognised[] {
  const byKey = new Map<string, Set<number>>()
  for (const { id, values } of index) {
    for (const key of rules.keysOf(values)) byKey.set(key, (byKey.get(key) ?? new Set()).add(id))
  }
  const firstRows = new Map<string, number>()
  return drafts.map((draft) => {
    const said = valuesOf(kind, rules, draft, references)
    if (textOf(draft, 'title') === undefined && !draft.problems.some(({ column }) => column === draft.columns['title']))
      draft.problems.push({ code: 'noTitle', ...placeOf(draft, 'title') })
    const keys = rules.keysOf(said)
    const hit = keys.map((key) => byKey.get(key)).find((ids) => ids !== undefined)
    if (hit && hit.size > 1)
      draft.problems.push({ code: 'ambiguous', values: { count: hit.size }, ...placeOf(draft, 'title') })
    const title = textOf(draft, 'title')
    const same = hit || title === undefined ? undefined : references.thing('same', title)
    const proposed = same?.ok ? same.reference?.id : undefined
    // Somebody has said that it is the same under another name; then it keeps the name that it has.
    if (proposed !== undefined) delete said[rules.columns['title'] ?? '']
    const id = hit?.size === 1 ? [...hit][0] : proposed
    const own = id === undefined ? keys[0] : `id ${id}`
    const first = own === undefined ? undefined : firstRows.get(own)
    if (own !== undefined && first === undefined) firstRows.set(own, draft.row)
    if (first !== undefined)
      draft.problems.push({ code: 'repeatedRow', values: { first: first + 1 }, ...placeOf(draft, 'title') })
    return { draft, said, id }
  })
}

/** The columns that the row fills. Adds to its problems what has no meaning yet. */
function valuesOf(kind: ImportKind, { columns }: RecordRules, draft: Draft, references: References) {
  const said: Record<string, unknown> = {}
  for (const { key, type } of kind.fields) {
    const column = columns[key]
    const value = draft.values[key]
    if (column === undefined || value === undefined) continue
    if (type === 'choice') {
      const [word, meaning] = wordOf(draft, key, references)
      if (word !== undefined && !meaning.ok)
        draft.problems.push({ code: 'unknownWord', values: { text: word }, ...placeOf(draft, key) })
      else if (meaning.ok && meaning.word !== undefined)
        said[column] = column === 'types' ? [meaning.word] : column === 'priority' ? Number(meaning.word) : meaning.word
    } else if (type === 'thing') {
      const [thing] = thingsOf(draft, key, references)
      if (thing !== undefined) said[column] = thing
    } else said[column] = value
  }
  return said
}

function wordOf(draft: Draft, key: string, references: References) {
  const [word] = (draft.values[key] ?? []) as readonly string[]
  return [word, word === undefined ? { ok: false as const } : references.word(key, word)] as const
}

function thingsOf(draft: Draft, key: string, references: References): number[] {
  const left: string[] = []
  const ids = ((draft.values[key] ?? []) as readonly string[]).flatMap((name) => {
    const meaning = references.thing(key, name)
    if (!meaning.ok) draft.problems.push({ code: 'unknownName', values: { text: name }, ...placeOf(draft, key) })
    else if (meaning.reference) return [meaning.reference.id]
    else left.push(name)
    return []
  })
  if (left.length > 0)
    draft.hints.push({
      code: 'namesLeftOut',
      values: { count: left.length, text: left[0] ?? '' },
      ...placeOf(draft, key),
    })
  return [...new Set(ids)].toSorted((a, b) => a - b)
}

/** What becomes of each row. Pure, so the preview shows exactly what the import then does. */
export function planRecords(
  rules: RecordRules,
  recognised: readonly Recognised[],
  stored: ReadonlyMap<number, StoredRecord>,
  index: readonly RecordInIndex[],
  references: References,
  writable: Writable,
): PlannedRow[] {
  const things = recognised.map(({ draft, said, id }): RecordToWrite => {
    const before = id === undefined ? undefined : stored.get(id)
    const values = { ...(before ? before.values : blank(writable, rules, said)), ...said }
    // What it is already stays first: a list that calls it something else adds nothing that is wrong.
    if (
      before &&
      Array.isArray(before.values['types']) &&
      before.values['types'].includes((said['types'] as string[] | undefined)?.[0])
    )
      values['types'] = before.values['types']
    const links = {
      ...(before?.links ?? Object.fromEntries(writable.linkFields.map((field): [string, number[]] => [field, []]))),
    }
    for (const [key, field] of Object.entries(rules.links)) {
      const ids = thingsOf(draft, key, references)
      if (ids.length > 0) links[field] = ids
    }
    const extras = extrasOf(rules, draft, references)
    if (before && Object.keys(extras).length > 0)
      draft.hints.push({ code: 'onlyForNew', ...placeOf(draft, Object.keys(extras)[0] ?? 'title') })
    return { ...(before && { before }), values, links, extras }
  })
  if (rules.parent) setParents(rules, recognised, things, index)
  return recognised.map(({ draft, id }, place): PlannedRow => {
    const thing = things[place] as RecordToWrite
    const changed = thing.before ? Object.keys(writable.changesOf(thing)) : []
    if (thing.before && thing.parent && !changed.includes(camelId(thing.parent.column)))
      changed.push(camelId(thing.parent.column))
    const outcome: Outcome =
      draft.problems.length > 0 ? 'problem' : thing.before ? (changed.length > 0 ? 'updated' : 'unchanged') : 'created'
    return {
      row: draft.row,
      outcome,
      number: textOf(draft, 'code') ?? '',
      title: textOf(draft, 'title') ?? '',
      ...(id !== undefined && { id }),
      changed,
      isPublished: thing.before?.isPublished ?? false,
      problems: draft.problems,
      hints: draft.hints,
      thing,
    }
  })
}

const camelId = (column: string) => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const blank = ({ columns }: Writable, { complete }: RecordRules, said: Record<string, unknown>) => ({
  ...Object.fromEntries(columns.map((name) => [name, null])),
  ...complete(said),
})

function extrasOf({ extras = [] }: RecordRules, draft: Draft, references: References): Record<string, string> {
  return Object.fromEntries(
    extras.flatMap((key) => {
      const text = textOf(draft, key)
      if (text !== undefined) return [[key, text]]
      const [word, meaning] = wordOf(draft, key, references)
      return word !== undefined && meaning.ok && meaning.word !== undefined ? [[key, meaning.word]] : []
    }),
  )
}

/** Everything that such a thing points to by -1, -2 …, so that it is created. */
export const referencesOfRecord = ({ values, links }: RecordToWrite): number[] => [
  ...Object.values(values).filter((value): value is number => typeof value === 'number' && value < 0),
  ...Object.values(links).flat(),
]

/** The same with real ids. */
export function recordWithRealIds(thing: RecordToWrite, idOf: (reference: number) => number): void {
  for (const [name, value] of Object.entries(thing.values)) {
    if (typeof value === 'number' && value < 0) thing.values[name] = idOf(value)
  }
  for (const [field, ids] of Object.entries(thing.links)) thing.links[field] = ids.map((id) => (id < 0 ? idOf(id) : id))
}
