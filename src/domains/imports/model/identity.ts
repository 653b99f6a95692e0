import { hashOf } from '#values/local-text.ts'
import type { MeasureInIndex } from '#domains/measures/index.ts'
import type { Draft } from './drafts.ts'
import { nameKey } from './names.ts'
import type { References } from './references.ts'

/** Who a row is: the stored measure it changes, or a new one with this number. */
export interface Identity {
  id: number | undefined
  number: string
  sourceId: string | null
  title: string | undefined
  /** For a sub-measure: the title and number of what it belongs to. */
  parent?: { title: string; number: string | undefined }
}

/**
 * Finds for each row the measure that it is about: by the id of its source, by its number, and where the file has
 * neither, by title and field. What is new and has no number gets the next one of its field (2.7), a sub-measure that of
 * its parent (2.7.1). Rows that say the same twice get a problem.
 */
export function identify(
  drafts: readonly Draft[],
  index: readonly MeasureInIndex[],
  references: References,
): Map<Draft, Identity> {
  const bySource = new Map(index.flatMap((one) => (one.sourceId ? [[one.sourceId, one]] : [])))
  const byNumber = new Map(index.map((one) => [one.number, one]))
  const byId = new Map(index.map((one) => [one.id, one]))
  const byTitle = Map.groupBy(index, ({ title }) => nameKey(title))
  const numbers = new Numbers(index.map(({ number }) => number))
  const firstRows = new Map<string, number>()
  const identities = new Map<Draft, Identity>()

  for (const draft of drafts) {
    const number = textOf(draft, 'number')
    const { title, parentTitle } = titlesOf(draft)
    const isTold = draft.problems.some(({ column }) => column !== undefined && column === draft.columns['title'])
    if (!title && !isTold) draft.problems.push({ code: 'noTitle', ...placeOf(draft, 'title') })
    const given = textOf(draft, 'sourceId')
    const sourceId = given ?? (number || !title ? null : sourceOfTitle(draft, parentTitle, title))
    const fromSource = sourceId === null ? undefined : bySource.get(sourceId)
    const sameTitle = title && !number && !given ? byTitle.get(nameKey(title)) : undefined
    const found = fromSource ?? (number ? byNumber.get(number) : sameTitle?.length === 1 ? sameTitle[0] : undefined)
    // Somebody has said that it is the same under another name; then it keeps the name that it has.
    const said = found || given || !title || parentTitle ? undefined : references.thing('same', title)
    const proposed = said?.ok && said.reference ? byId.get(said.reference.id) : undefined
    const stored = found ?? proposed
    const owner = number ? byNumber.get(number) : undefined
    if (owner && fromSource && owner.id !== fromSource.id) {
      draft.problems.push({
        code: 'numberTaken',
        values: { number: number ?? '', title: owner.title },
        ...placeOf(draft, 'number'),
      })
    }
    refuseRepeats(draft, firstRows, { number, sourceId, id: stored?.id })
    if (number) numbers.take(number)
    identities.set(draft, {
      id: stored?.id,
      number: number ?? stored?.number ?? '',
      sourceId: given ?? (stored ? stored.sourceId : sourceId),
      title: proposed?.title ?? title,
      ...(parentTitle && { parent: { title: parentTitle, number: undefined } }),
    })
  }
  giveNumbers(drafts, identities, references, numbers)
  return identities
}

const textOf = ({ values }: Draft, key: string): string | undefined => {
  const value = values[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}
const placeOf = ({ row, columns }: Draft, key: string) => {
  const column = columns[key]
  return column === undefined ? { row } : { row, column }
}

/** A sub-measure has its own title; that of the row is its parent's. */
function titlesOf(draft: Draft): { title: string | undefined; parentTitle: string | undefined } {
  const [title, subTitle] = [textOf(draft, 'title'), textOf(draft, 'subTitle')]
  return subTitle ? { title: subTitle, parentTitle: title } : { title, parentTitle: undefined }
}

const fieldOf = ({ values }: Draft) => ((values['actionField'] ?? []) as readonly string[])[0]

/** Rows without number and id are recognised by what they are called, so that the same file can be read in again. */
const sourceOfTitle = (draft: Draft, parentTitle: string | undefined, title: string) =>
  `titel:${hashOf([fieldOf(draft) ?? '', parentTitle ?? '', title].map(nameKey).join('\n'))}`

function refuseRepeats(
  draft: Draft,
  firstRows: Map<string, number>,
  { number, sourceId, id }: { number: string | undefined; sourceId: string | null; id: number | undefined },
) {
  const keys = [number && `number ${number}`, sourceId && `source ${sourceId}`, id !== undefined && `id ${id}`]
  for (const key of keys) {
    if (!key) continue
    const first = firstRows.get(key)
    firstRows.set(key, first ?? draft.row)
    if (first === undefined) continue
    const code = key.startsWith('number')
      ? 'repeatedNumber'
      : sourceId?.startsWith('titel:')
        ? 'repeatedTitle'
        : 'repeatedId'
    const place = { repeatedNumber: 'number', repeatedTitle: 'title', repeatedId: 'sourceId' }[code]
    draft.problems.push({
      code,
      values: { number: number ?? '', first: first + 1 },
      ...placeOf(draft, place ?? 'title'),
    })
    return
  }
}

function giveNumbers(
  drafts: readonly Draft[],
  identities: ReadonlyMap<Draft, Identity>,
  references: References,
  numbers: Numbers,
) {
  const parents = new Map<string, Identity>()
  const parentKey = (draft: Draft, title: string) => `${fieldOf(draft) ?? ''}\n${nameKey(title)}`
  for (const draft of drafts) {
    const identity = identities.get(draft)
    if (!identity || identity.title === undefined) continue
    if (!identity.parent) parents.set(parentKey(draft, identity.title), identity)
  }
  const give = (draft: Draft, identity: Identity) => {
    if (identity.number !== '') return
    const field = fieldOf(draft)
    const meaning = field === undefined ? undefined : references.thing('actionField', field)
    const fieldId = meaning?.ok ? meaning.reference?.id : undefined
    identity.number = numbers.next(
      identity.parent?.number ?? (fieldId === undefined ? undefined : references.codeOf(fieldId)),
    )
  }
  // Parents first: a sub-measure takes the number of its parent, wherever that stands.
  for (const draft of drafts) {
    const identity = identities.get(draft)
    if (identity && !identity.parent && identity.title !== undefined) give(draft, identity)
  }
  for (const draft of drafts) {
    const identity = identities.get(draft)
    if (!identity?.parent) continue
    identity.parent.number = parents.get(parentKey(draft, identity.parent.title))?.number
    give(draft, identity)
  }
}

/** The numbers that are taken, and the next one that is free below a code. */
class Numbers {
  private readonly taken: Set<string>
  private readonly last = new Map<string, number>()
  constructor(taken: readonly string[]) {
    this.taken = new Set()
    for (const number of taken) this.take(number)
  }
  take(number: string) {
    this.taken.add(number)
    const parts = number.split('.')
    const last = Number(parts.at(-1))
    const above = parts.slice(0, -1).join('.')
    if (Number.isSafeInteger(last)) this.last.set(above, Math.max(this.last.get(above) ?? 0, last))
  }
  next(below = ''): string {
    let next = this.last.get(below) ?? 0
    let number: string
    do number = below === '' ? String(++next) : `${below}.${++next}`
    while (this.taken.has(number))
    this.take(number)
    return number
  }
}
