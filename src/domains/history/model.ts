import { textLanguages, type TextLanguage } from '#values/language.ts'

/** A stored change of one field: before and after, or the mark of a value about a person that is kept apart. */
export type StoredChange = { from: unknown; to: unknown } | 'personal'

/** One entry of the history as the page shows it. */
export interface Entry {
  id: number
  at: Date
  who: string | null
  act: string
  isImport: boolean
  changes: Change[]
}
export interface Change {
  field: string
  before: unknown
  after: unknown
  /** A value about a person: shown, or only that it changed, or since when it is removed. */
  personal?: 'shown' | 'hidden' | { removedOn: string }
}

/** Fields that people without `internal:see` do not see on the thing's page either. */
const internalFields: ReadonlySet<string> = new Set([
  'internalNote',
  'course',
  'courseReason',
  'courseReleased',
  'resources',
])

const moneyFields: ReadonlySet<string> = new Set(['staff', 'material', 'income', 'spent'])

/** Amounts are stored in cents. */
export const isMoney = (field: string): boolean => moneyFields.has(field)

/** `material.2026`, as imports once wrote it: a field of the money of one year. undefined: no such field. */
export function yearlyOf(field: string): { field: string; year: string } | undefined {
  const [, name, year] = /^(staff|material|income|spent|fte|fundingSource)\.(\d{4})$/.exec(field) ?? []
  return name && year ? { field: name, year } : undefined
}

/** Whether people without `internal:see` do not see this field. */
export const isInternal = (field: string): boolean => internalFields.has(field) || yearlyOf(field) !== undefined

/** Which kind of thing the ids in a field belong to: `goalIds` → goal. undefined: no ids. */
export function kindOfIds(field: string, thingKind: string): string | undefined {
  const name = /^(\w+?)Ids?$/.exec(field)?.[1]
  if (name === undefined) return undefined
  return name === 'parent' || name === 'mergedInto' || name === 'other' ? thingKind : idKinds[name]
}
const idKinds: Readonly<Record<string, string>> = {
  goal: 'goal',
  need: 'need',
  measure: 'measure',
  indicator: 'indicator',
  targetGroup: 'target-group',
  topic: 'cross-cutting-topic',
  actionField: 'action-field',
  area: 'area',
  partner: 'actor',
  actor: 'actor',
  partnerUnit: 'org-unit',
  orgUnit: 'org-unit',
  leadOrgUnit: 'org-unit',
  leadActor: 'actor',
  body: 'body',
  budgetProduct: 'budget-product',
}

/** A text in another language: `title.ar` → the title, Arabic; `task.7.tr` → a task, Turkish. undefined: no such field. */
export function versionOf(field: string): { field: string; language: TextLanguage } | undefined {
  const [, name, code] = /^(\w+)(?:\.\d+)?\.([a-z-]+)$/.exec(field) ?? []
  const language = textLanguages.find((one) => one === code)
  return name === undefined || language === undefined ? undefined : { field: name, language }
}

/** The numbers in a stored value: 7, [3, 7], "7". */
export const idsIn = (value: unknown): number[] =>
  [value]
    .flat()
    .flatMap((one) => (typeof one === 'number' || (typeof one === 'string' && /^\d+$/.test(one)) ? Number(one) : []))

/** Every thing that a stored value names: ids in a field of ids, and `amt-12`, `akteur-7` in that of the lead. */
export function thingsIn(field: string, value: unknown, thingKind: string): { kind: string; id: number }[] {
  const kind = kindOfIds(field, thingKind)
  if (kind) return idsIn(value).map((id) => ({ kind, id }))
  const [, office, digits] = (field === 'lead' && /^(amt|akteur)-(\d{1,15})$/.exec(String(value))) || []
  return office && digits ? [{ kind: office === 'amt' ? 'org-unit' : 'actor', id: Number(digits) }] : []
}

/** Whether a stored value says nothing: such lines are not shown. */
export const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.values(value).every(isNothing))

export interface Piece {
  text: string
  /** Taken away, put in, or the same on both sides. */
  kind: 'gone' | 'new' | 'same'
}

/**
 * Word by word what became of a text: longest common subsequence of its words. Texts beyond 600 words each are shown as
 * a whole, because the comparison takes the product of both lengths.
 */
export function differenceOf(before: string, after: string): Piece[] {
  const [a, b] = [words(before), words(after)]
  if (a.length > 600 || b.length > 600)
    return [
      { text: before, kind: 'gone' },
      { text: after, kind: 'new' },
    ]
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i]
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pieces: Piece[] = []
  const add = (text: string, kind: Piece['kind']) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ text, kind })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(a[i++] ?? '', 'same')
      j++
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) add(a[i++] ?? '', 'gone')
    else add(b[j++] ?? '', 'new')
  }
  return pieces
}

/** Words with the space behind them, so that pieces join to the text again. */
const words = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []
