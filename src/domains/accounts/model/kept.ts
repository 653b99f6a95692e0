import * as v from 'valibot'

/**
 * A form that was sent when nobody was signed in any more: where it was going and every field, so that nothing typed is
 * lost. It travels as one hidden field through the pages of signing in, and one button sends it on.
 */
export interface KeptForm {
  /** Where the form was going: a path of this instance. */
  action: string
  fields: readonly (readonly [name: string, value: string])[]
  /** Files cannot travel in a hidden field: their names, to be chosen again. */
  files: readonly string[]
}

/** The hidden field that carries it. */
export const keptField = 'aufgehoben'

const schema = v.object({
  action: v.string(),
  fields: v.array(v.tuple([v.string(), v.string()])),
  files: v.array(v.string()),
})

export const keptAsText = (form: KeptForm): string => JSON.stringify(form)

/** Reads the hidden field; anything else than what `keptAsText` wrote, or a way to another site, is no kept form. */
export function parseKept(text: unknown, localPath: (path: string) => string | undefined): KeptForm | undefined {
  if (typeof text !== 'string' || text === '') return undefined
  try {
    const found = v.parse(schema, JSON.parse(text))
    const action = localPath(found.action)
    return action === undefined ? undefined : { ...found, action }
  } catch {
    return undefined
  }
}
