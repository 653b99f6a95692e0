import { leftOut, targetOf } from './choices.ts'
import type { CreatableKind } from './kind.ts'
import type { FieldMeanings, KnownThing } from './meanings.ts'
import { leadingNumber, nameKey } from './names.ts'

/** A thing that an import creates before its rows, because a name in the file stands for it. */
export interface Creation {
  kind: CreatableKind
  name: string
  /** Fields only. */
  code?: string
  /** No row that is read in needs it: it is not created. */
  isUnused?: boolean
}

/** What a name stands for. Things to be created have negative ids until they are: -1 is the first creation. */
export interface Reference {
  kind: string
  id: number
}

export type Resolved = { ok: true; reference: Reference | undefined } | { ok: false }

export interface References {
  /** The thing that a name in this field means; undefined: it is left out; not ok: nobody has said what it means. */
  thing: (field: string, name: string) => Resolved
  /** The word that a value of this field means; undefined: it is left out; not ok: nobody has said. */
  word: (field: string, value: string) => { ok: true; word: string | undefined } | { ok: false }
  readonly creations: readonly Creation[]
  /** The code of a field, known or to be created. */
  codeOf: (fieldId: number) => string | undefined
}

/**
 * Looks up what the values of a file mean. `usedNumbers`: the numbers in the file by the name of their field; a new
 * field takes the first part that all of its measures share as its code.
 */
export function createReferences(
  meanings: readonly FieldMeanings[],
  known: readonly KnownThing[],
  usedNumbers: ReadonlyMap<string, readonly string[]>,
): References {
  const choices = new Map(
    meanings.map(({ field, meanings: values }) => [field.key, new Map(values.map((one) => [one.value, one.choice]))]),
  )
  const creations: Creation[] = []
  const created = new Map<string, number>()
  const codes = new Map(known.flatMap(({ kind, id, code }) => (kind === 'action-field' && code ? [[id, code]] : [])))
  const taken = new Set(codes.values())

  const create = (kind: CreatableKind, name: string): number => {
    const key = `${kind} ${nameKey(name)}`
    const before = created.get(key)
    if (before !== undefined) return before
    const code = kind === 'action-field' ? freeCode(name, usedNumbers.get(name) ?? [], taken) : undefined
    const id = -creations.push({ kind, name, ...(code && { code }) })
    created.set(key, id)
    if (code) codes.set(id, code)
    return id
  }

  return {
    creations,
    codeOf: (id) => codes.get(id),
    word: (field, value) => {
      const choice = choices.get(field)?.get(value) ?? ''
      return choice === '' ? { ok: false } : { ok: true, word: choice === leftOut ? undefined : choice }
    },
    thing: (field, name) => {
      const choice = choices.get(field)?.get(name) ?? ''
      if (choice === '') return { ok: false }
      if (choice === leftOut) return { ok: true, reference: undefined }
      const target = targetOf(choice)
      if (!target) return { ok: false }
      if ('create' in target) {
        const kind = target.create as CreatableKind
        return { ok: true, reference: { kind, id: create(kind, name) } }
      }
      const exists = known.some(({ kind, id }) => kind === target.kind && id === target.id)
      return exists ? { ok: true, reference: target } : { ok: false }
    },
  }
}

/** The first part that its measures' numbers share, else the number its name begins with, else the next whole number. */
function freeCode(name: string, numbers: readonly string[], taken: Set<string>): string {
  const parts = new Set(numbers.map((number) => number.split('.')[0] ?? ''))
  const wished =
    parts.size === 1 && numbers.some((number) => number.includes('.')) ? [...parts][0] : leadingNumber(name)
  let code = wished
  for (let next = 1; !code || taken.has(code); next++) code = String(next)
  taken.add(code)
  return code
}
