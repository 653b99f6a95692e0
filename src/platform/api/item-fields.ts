import * as v from 'valibot'

// What many items of the API share, with the sentence that documents it.

export const idField = v.pipe(v.number(), v.integer(), v.minValue(1))
export const idsField = v.array(idField)
export const countField = v.pipe(v.number(), v.integer(), v.minValue(0))
export const textField = v.string()
export const dayField = v.pipe(v.string(), v.isoDate())

/** `about`: what the documentation says of it. */
export const field = <const Schema extends v.GenericSchema>(schema: Schema, about: string) =>
  v.pipe(schema, v.description(about))

/** Money is integer cents; nothing known is null, never 0. */
export const centsField = v.nullable(
  field(v.pipe(v.number(), v.integer()), 'Euro cents. null: not known, which is not 0.'),
)

/** A date as exactly as it is known. */
export const flexDateField = v.strictObject({
  kind: v.picklist(['date', 'month', 'quarter', 'year', 'text']),
  value: field(v.string(), 'YYYY-MM-DD, YYYY-MM, YYYY-Qn, YYYY, or the wording itself'),
  note: v.optional(v.string()),
  wording: field(v.string(), 'The date in words, in the language of the answer'),
})

/** An organisational unit or an actor that leads or takes part. */
export const partnerField = v.strictObject({
  kind: v.picklist(['org-unit', 'actor']),
  id: v.nullable(field(idField, 'null: it is named here and has no page of its own')),
  name: v.string(),
})
