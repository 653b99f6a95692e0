/** What was typed: one text per field, or several for a group of boxes. */
type Typed = Record<string, string | string[]>

/** One row of the list of sources as it was typed. */
export interface TypedSource {
  id: string
  kind: string
  text: string
  date: string
}
export const emptySource: TypedSource = { id: '', kind: 'WORKSHOP', text: '', date: '' }

const fieldOfRow = /^sources\.(\d{1,3})\.(id|kind|text|date)$/

/** The rows in the values of a form, in their order. Fields are named `sources.0.text`. */
export function rowsOf(values: Readonly<Typed>): TypedSource[] {
  const rows = new Map<number, TypedSource>()
  for (const [name, value] of Object.entries(values)) {
    const [, place, part] = fieldOfRow.exec(name) ?? []
    if (place === undefined) continue
    const row = rows.get(Number(place)) ?? { ...emptySource }
    rows.set(Number(place), { ...row, [part as keyof TypedSource]: [value].flat()[0] ?? '' })
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row)
}

/** The values with these rows instead of theirs; rows are numbered anew. */
export function withRows(values: Readonly<Typed>, rows: readonly TypedSource[]): Typed {
  const others = Object.entries(values).filter(([name]) => !fieldOfRow.test(name) && name !== '_rows')
  const named = rows.flatMap((row, place) =>
    Object.entries(row).map(([part, text]) => [`sources.${place}.${part}`, text as string] as const),
  )
  return Object.fromEntries([...others, ...named])
}

/** Nothing was written into the row. */
export const isEmptyRow = ({ text, date }: TypedSource): boolean => text.trim() === '' && date.trim() === ''

/** A button beside the rows was pressed: one more, or one less. `undefined`: no such button. */
export function reshapedRows(values: Readonly<Typed>): Typed | undefined {
  const pressed = values['_rows']
  if (typeof pressed !== 'string' || pressed === '') return undefined
  const rows = rowsOf(values)
  if (pressed === 'add') return withRows(values, [...rows, { ...emptySource }])
  const [, place] = /^remove-(\d{1,3})$/.exec(pressed) ?? []
  return withRows(
    values,
    rows.filter((_, row) => String(row) !== place),
  )
}
