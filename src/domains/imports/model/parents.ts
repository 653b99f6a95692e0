import type { RecordRules, Values } from './kind.ts'
import { nameKey } from './names.ts'
import { placeOf, textOf, type RecordInIndex, type Recognised, type RecordToWrite } from './records.ts'

/** A thing on the way up: what is there by its id, a new row of the file by itself. */
type Step = number | RecordToWrite
const stepOf = (thing: RecordToWrite): Step => thing.before?.id ?? thing

/**
 * What a row belongs to: another row of the file, or what is there. Adds a problem where it is unknown, where several are
 * called so, where it cannot stand above this, and where something would stand above itself.
 */
export function setParents(
  rules: RecordRules,
  recognised: readonly Recognised[],
  things: readonly RecordToWrite[],
  index: readonly RecordInIndex[],
) {
  const { column, isPossible = () => true } = rules.parent ?? { column: '' }
  const inFile = Map.groupBy(
    things.flatMap((thing) => rules.namesOf(thing.values).map((name) => ({ name, thing }))),
    ({ name }) => name,
  )
  const known = Map.groupBy(
    index.flatMap((one) => rules.namesOf(one.values).map((name) => ({ name, one }))),
    ({ name }) => name,
  )
  const valuesById = new Map(index.map(({ id, values }): [number, Values] => [id, values]))
  const above = new Map<Step, Step>()
  for (const { id, values } of index) if (typeof values[column] === 'number') above.set(id, values[column])

  for (const [place, { draft }] of recognised.entries()) {
    const thing = things[place]
    if (!thing) continue
    const name = textOf(draft, 'parent')
    const problem = (code: string, text = name ?? '') =>
      draft.problems.push({ code, values: { text, count: 2 }, ...placeOf(draft, 'parent') })
    if (name === undefined) {
      const stored = thing.values[column]
      const values = typeof stored === 'number' ? valuesById.get(stored) : undefined
      if (values && !isPossible(thing.values, values)) problem('wrongParent', rules.namesOf(values)[0])
      continue
    }
    const rows = inFile.get(nameKey(name)) ?? []
    const stored = (known.get(nameKey(name)) ?? []).filter(
      ({ one }) => !rows.some(({ thing: row }) => row.before?.id === one.id),
    )
    const [row, other] = [rows[0]?.thing, stored[0]?.one]
    const values = row?.values ?? other?.values
    if (!values) problem('noParent')
    else if (rows.length + stored.length > 1) problem('ambiguous')
    else if (row === thing || !isPossible(thing.values, values)) problem('wrongParent')
    else if (row && !row.before) thing.parent = { column, of: row }
    else thing.values[column] = row?.before?.id ?? other?.id
    const parent = row ? stepOf(row) : other?.id
    if (parent !== undefined) above.set(stepOf(thing), parent)
  }
  for (const [place, { draft }] of recognised.entries()) {
    const thing = things[place]
    const isTold = draft.problems.some(({ code }) => code === 'wrongParent')
    if (thing && !isTold && textOf(draft, 'parent') !== undefined && isCircle(stepOf(thing), above))
      draft.problems.push({
        code: 'wrongParent',
        values: { text: textOf(draft, 'parent') ?? '' },
        ...placeOf(draft, 'parent'),
      })
  }
}

/** Whether the way up from here never ends. */
function isCircle(from: Step, above: ReadonlyMap<Step, Step>): boolean {
  const seen = new Set<Step>()
  for (let step: Step | undefined = from; step !== undefined; step = above.get(step)) {
    if (seen.has(step)) return true
    seen.add(step)
  }
  return false
}
