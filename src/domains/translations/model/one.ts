import type { StoredVersion, TargetLanguage, TextKind } from './texts.ts'

/** One German text of a thing with everything known about it in other languages. */
export interface ThingText {
  field: string
  german: string
  versions: ReadonlyMap<TargetLanguage, StoredVersion>
}

/** A thing with all its texts. A field that is empty in German is left out: there is nothing to translate. */
export interface TranslatedThing {
  kind: TextKind
  id: number
  label: string
  isPublic: boolean
  texts: ThingText[]
}

/** The German that an outdated version was made from, and when it was changed; `text` is undefined where nobody knows it. */
export interface FormerGerman {
  text: string
  until: Date
}

/** Name of the form field for a text: `title.ar`. */
export const fieldName = (field: string, language: string) => `${field}.${language}`

/** Splits such a name: languages hold no dot, fields may. */
export function splitName(name: string): { field: string; language: string } {
  const at = name.lastIndexOf('.')
  return { field: name.slice(0, at), language: name.slice(at + 1) }
}
