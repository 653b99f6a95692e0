import * as v from 'valibot'

/** The steps of the wizard, in order. */
export const steps = ['table', 'columns', 'values', 'preview'] as const
export type Step = (typeof steps)[number]

const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_048_576))

/**
 * What the person has decided so far; the same JSON is the `--map` file of the terminal. What is missing is suggested.
 * `columns`: letters of a column → key of a field, money with its year (`"F": "material.2026"`), '' for "not read in".
 * `values`: key of a field → value in the file → what it means: a word (`RUNNING`), a thing (`action-field.12`),
 * `new.actor` to create it, `-` to leave it out.
 */
export const choicesSchema = v.object({
  /** The step that comes next. */
  step: v.optional(v.picklist(steps)),
  /** Which sheet, counted from 0, and which row holds the headings, counted from 0. */
  sheet: v.optional(index),
  headerRow: v.optional(index),
  columns: v.optional(v.record(v.string(), v.string())),
  values: v.optional(v.record(v.string(), v.record(v.string(), v.string()))),
  /** Keys of fields whose names are parted by commas. */
  atCommas: v.optional(v.array(v.string())),
  /** Key of a field → values of the file that are several names, parted at their commas. */
  parted: v.optional(v.record(v.string(), v.array(v.string()))),
  /** Rows, as the program counts them, that are measures although they look like a sum. */
  takeIn: v.optional(v.array(index)),
  /** Cells that were put right: `"H8": "28.02.2026"`. */
  cells: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(32_767)))),
  /** Rows and columns that are hidden in the file count too. */
  withHidden: v.optional(v.boolean()),
  /** Text that is struck through counts too. */
  withStruck: v.optional(v.boolean()),
  /** Rows with a problem are left out, and the others are read in. */
  leaveOutProblems: v.optional(v.boolean()),
})
export type Choices = v.InferOutput<typeof choicesSchema>

/** `action-field.12` → kind and id; `new.actor` → kind to create; undefined for `-` and words. */
export function targetOf(choice: string): { kind: string; id: number } | { create: string } | undefined {
  const [, kind, id] = /^([a-z-]+)\.(\d{1,15})$/.exec(choice) ?? []
  if (kind && id) return { kind, id: Number(id) }
  const create = /^new\.([a-z-]+)$/.exec(choice)?.[1]
  return create ? { create } : undefined
}

/** Means: leave this value out. */
export const leftOut = '-'
