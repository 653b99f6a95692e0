import type { Typed } from '#platform/http/form.ts'
import type { Column } from '#platform/tables/header.ts'
import { cellAt, positionOf, type Sheet } from '#platform/tables/workbook.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import { sheetAsRead } from '../model/as-read.ts'
import type { Choices } from '../model/choices.ts'
import { textIn } from '../model/cells.ts'
import { doubledFields } from '../model/columns.ts'
import { fieldOf, hasValues, sameField, yearOfKey, type ImportKind } from '../model/kind.ts'
import { partsOf } from '../model/names.ts'
import type { texts } from '../texts/index.ts'

type T = SayOf<typeof texts>

const one = (value: string | string[] | undefined) => ([value ?? ''].flat()[0] ?? '').trim()

/** The decided columns as the form shows them: `c.F` the field, `y.F` the year. */
export function columnsTyped({ columns = {} }: Choices): Typed {
  const typed: Typed = {}
  for (const [letters, key] of Object.entries(columns)) {
    typed[`c.${letters}`] = key.replace(/\.\d{4}$/, '')
    typed[`y.${letters}`] = String(yearOfKey(key) ?? '')
  }
  return typed
}

/** The columns as they are chosen now, whether or not that is possible. */
export const columnsIn = (columns: readonly Column[], typed: Typed): Record<string, string> =>
  Object.fromEntries(columns.map(({ letters }) => [letters, one(typed[`c.${letters}`])]))

/** The columns as they were posted; all errors at once, each at its field. */
export function readColumns(t: T, kind: ImportKind, columns: readonly Column[], typed: Typed) {
  const mapping: Record<string, string> = {}
  const errors: Record<string, string> = {}
  for (const { letters } of columns) {
    const name = one(typed[`c.${letters}`])
    const field = fieldOf(kind, name)
    if (!field || name !== field.key) {
      mapping[letters] = ''
      continue
    }
    const year = one(typed[`y.${letters}`])
    if (field.perYear && !isYear(year)) {
      errors[`c.${letters}`] = t('columns.noYear', { letters, field: t.dynamic(`field.${field.key}`) })
    }
    mapping[letters] = field.perYear && isYear(year) ? `${field.key}.${year}` : field.key
  }
  const doubled = new Set(doubledFields(kind, mapping))
  for (const [letters, key] of Object.entries(mapping).toReversed()) {
    if (!doubled.delete(key) || errors[`c.${letters}`]) continue
    errors[`c.${letters}`] = t('columns.doubled', { letters, field: t.dynamic(`field.${key.split('.')[0]}`) })
  }
  const titled = Object.values(mapping)
  const first = columns[0]?.letters
  if (!titled.includes('title') && !titled.includes('subTitle') && first)
    errors[`c.${first}`] ??= t('columns.needTitle')
  return Object.keys(errors).length > 0 ? { ok: false as const, errors } : { ok: true as const, columns: mapping }
}

/** The years that money is kept for. */
const isYear = (text: string) => /^\d{4}$/.test(text) && Number(text) >= 1990 && Number(text) <= 2100

/** What the values mean as it was posted; a value without a meaning is an error at its field. */
export function readMeanings(t: T, kind: ImportKind, before: Choices, typed: Typed) {
  const values: Record<string, Record<string, string>> = { ...before.values }
  const errors: Record<string, string> = {}
  const atCommas: string[] = []
  const parted: Record<string, string[]> = {}
  for (const field of [...kind.fields.filter(hasValues), ...sameField(kind)]) {
    if (typed[`commas.${field.key}`] !== undefined) atCommas.push(field.key)
    const several = [typed[`parted.${field.key}`] ?? []].flat().filter((value) => partsOf(value).length > 1)
    if (several.length > 0) parted[field.key] = several
    const own: Record<string, string> = {}
    for (let place = 0; typed[`w.${field.key}.${place}`] !== undefined; place++) {
      const value = [typed[`w.${field.key}.${place}`] ?? ''].flat()[0] ?? ''
      const choice = one(typed[`v.${field.key}.${place}`])
      if (choice === '')
        errors[`v.${field.key}.${place}`] = t('values.missing', { field: t.dynamic(`field.${field.key}`), value })
      else own[value] = choice
    }
    if (Object.keys(own).length > 0) values[field.key] = { ...values[field.key], ...own }
  }
  return { values, errors, atCommas, parted }
}

/** Whether the same values are taken for several names. */
export const isSameParting = (before: Choices['parted'] = {}, after: Choices['parted'] = {}): boolean =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].every(
    (key) => (before[key] ?? []).toSorted().join('\n') === (after[key] ?? []).toSorted().join('\n'),
  )

/** What somebody put right in the preview: a cell, or a row that is a measure after all. undefined: nothing of that. */
export function readCorrection(before: Choices, sheet: Sheet, typed: Typed): Choices | undefined {
  const row = Number(one(typed['takeIn']) || one(typed['leaveOut']))
  if (Number.isInteger(row) && row > 0) {
    const others = (before.takeIn ?? []).filter((taken) => taken !== row)
    return { ...before, takeIn: typed['takeIn'] === undefined ? others : [...others, row] }
  }
  const cells = Object.entries(typed).flatMap(([name, value]): [string, string][] => {
    const address = /^cell\.([A-Z]{1,3}\d{1,7})$/.exec(name)?.[1]
    return address ? [[address, [value].flat()[0]?.replaceAll('\r\n', '\n').slice(0, 32_767) ?? '']] : []
  })
  if (cells.length === 0) return undefined
  // Every cell of the page comes along; what nobody touched stays the number or the date that it is in the file.
  const read = sheetAsRead(sheet, before)
  const changed = cells.filter(([address, text]) => {
    const position = positionOf(address)
    return position && textIn(cellAt(read, position.row, position.column)) !== text.trim()
  })
  return { ...before, cells: { ...before.cells, ...Object.fromEntries(changed) } }
}
