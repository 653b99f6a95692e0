import * as v from 'valibot'
import { formTexts } from '#platform/forms/texts/index.ts'
import { speechOf, type Messages, type Say } from '#platform/texts/texts.ts'
import type { Ctx } from './app.ts'

/** What was typed: one text per field, or several for a group of boxes. */
export type Typed = Record<string, string | string[]>
export type Form<T> =
  { ok: true; value: T; values: Typed } | { ok: false; values: Typed; errors: Record<string, string> }

type FormSchema = v.GenericSchema<unknown, unknown> & { entries?: v.ObjectEntries; pipe?: readonly unknown[] }

/** The posted fields as they came. Files are left out; `readFile` reads those. */
export async function readTyped(c: Ctx): Promise<Typed> {
  const body = await c.req.parseBody({ all: true })
  const entries = Object.entries(body).flatMap(([name, value]) => {
    // A zero byte is no letter of any language, and PostgreSQL refuses a text that holds one.
    const texts = [value].flat().flatMap((one) => (typeof one === 'string' ? [one.replaceAll('\u0000', '')] : []))
    return texts.length === 0 ? [] : [[name.replace(/\[\]$/, ''), Array.isArray(value) ? texts : (texts[0] ?? '')]]
  })
  return Object.fromEntries(entries) as Typed
}

/** The one text of a field, '' where it is missing. */
export const typedText = (values: Typed, name: string): string => [values[name] ?? ''].flat()[0] ?? ''

/**
 * Reads a posted form strictly: all errors at once, in the person's language. A schema's messages are keys of `say`;
 * they may use {requirement} and {length}. Boxes that are not ticked are absent from a post, so every field of the
 * schema is filled with '' first.
 */
export async function readForm<Schema extends FormSchema, De extends Messages>(
  c: Ctx,
  schema: Schema,
  say: Say<De>,
): Promise<Form<v.InferOutput<Schema>>> {
  return checkForm(await readTyped(c), schema, say)
}

export function checkForm<Schema extends FormSchema, De extends Messages>(
  values: Typed,
  schema: Schema,
  say: Say<De>,
): Form<v.InferOutput<Schema>> {
  const empty = Object.fromEntries(Object.keys(entriesOf(schema)).map((name) => [name, '']))
  const result = v.safeParse(schema, { ...empty, ...values })
  if (result.success) return { ok: true, value: result.output, values }
  const errors: Record<string, string> = {}
  for (const issue of result.issues) {
    const name = v.getDotPath(issue) ?? ''
    const length = typeof issue.input === 'string' ? issue.input.length : 0
    errors[name] ??= problemText(say, issue.message, { requirement: issue.requirement, length })
  }
  return { ok: false, values, errors }
}

/** What is wrong with a field, in words: the domain's own text of this key, or what every form can say. */
export function problemText<De extends Messages>(
  say: Say<De>,
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  const own = say.dynamic(key, values)
  return own === key ? formTexts(speechOf(say.language)).dynamic(key, values) : own
}

function entriesOf(schema: FormSchema): v.ObjectEntries {
  if (schema.entries) return schema.entries
  const first = schema.pipe?.[0]
  return typeof first === 'object' && first !== null ? entriesOf(first as FormSchema) : {}
}
