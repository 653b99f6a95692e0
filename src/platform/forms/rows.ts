import type * as v from 'valibot'
import { checkForm, type Typed } from '#platform/http/form.ts'
import type { Messages, Say } from '#platform/texts/texts.ts'

// Repeatable rows of a form, without JavaScript. A field of a row is named GROUP-PLACE-FIELD (`seats-2-label`); the
// buttons that add, remove and move rows send `_row=GROUP ACT PLACE`, and the form comes back with everything typed.

const fieldName = /^([a-zA-Z]+)-(\d{1,3})-([a-zA-Z]+)$/
/** More rows than anybody types; what lies beyond can only come from a forged form. */
const mostRows = 200

/** The rows of a group, as they were typed, in their order. */
export function rowsOf(values: Typed, group: string): Typed[] {
  const rows: Typed[] = []
  for (const [name, value] of Object.entries(values)) {
    const [, of, place, field = ''] = fieldName.exec(name) ?? []
    if (of !== group || Number(place) >= mostRows) continue
    ;(rows[Number(place)] ??= {})[field] = value
  }
  // A hole in the numbers is no row.
  return Object.values(rows)
}

/** The same values with other rows in this group. */
export function withRows(values: Typed, group: string, rows: readonly Typed[]): Typed {
  const others = Object.entries(values).filter(([name]) => fieldName.exec(name)?.[1] !== group)
  const fields = rows.flatMap((row, place) =>
    Object.entries(row).map(([field, value]) => [`${group}-${place}-${field}`, value] as const),
  )
  return Object.fromEntries([...others, ...fields])
}

/**
 * Does what a row's button asked for. undefined: none was pressed. `blank`: the fields of a new row per group; a group
 * that is not named there has no rows.
 */
export function rowAsked(values: Typed, blank: Readonly<Record<string, Typed>>): Typed | undefined {
  const { _row: asked, ...rest } = values
  if (typeof asked !== 'string') return undefined
  const [group = '', act = '', at = ''] = asked.split(' ')
  const empty = blank[group]
  if (!empty) return undefined
  return withRows(rest, group, changed(rowsOf(values, group), act, Number(at), empty))
}

function changed(rows: readonly Typed[], act: string, place: number, blank: Typed): Typed[] {
  const without = rows.filter((_, at) => at !== place)
  const row = rows[place]
  if (act === 'add') return rows.length < mostRows ? [...rows, blank] : [...rows]
  if (!row) return [...rows]
  if (act === 'remove') return without
  const to = act === 'up' ? place - 1 : act === 'down' ? place + 1 : place
  return to < 0 || to >= rows.length ? [...rows] : without.toSpliced(to, 0, row)
}

type RowSchema = v.GenericSchema<unknown, unknown> & { entries?: v.ObjectEntries; pipe?: readonly unknown[] }
/** `place`: where a row stands in the form, so that later checks can name its fields. */
export type CheckedRows<T> =
  { ok: true; value: (T & { place: number })[] } | { ok: false; errors: Record<string, string> }

/**
 * Reads the rows of a group strictly; errors are named like their fields. Rows in which none of `named` is filled are left
 * out: an empty row at the end is no mistake.
 */
export function checkRows<Schema extends RowSchema, De extends Messages>(
  values: Typed,
  group: string,
  schema: Schema,
  say: Say<De>,
  named: readonly string[],
): CheckedRows<v.InferOutput<Schema>> {
  const errors: Record<string, string> = {}
  const value: (v.InferOutput<Schema> & { place: number })[] = []
  for (const [place, row] of rowsOf(values, group).entries()) {
    if (named.every((field) => String(row[field] ?? '').trim() === '')) continue
    const checked = checkForm(row, schema, say)
    if (checked.ok) value.push(Object.assign({}, checked.value, { place }))
    else for (const [field, message] of Object.entries(checked.errors)) errors[`${group}-${place}-${field}`] = message
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value }
}
