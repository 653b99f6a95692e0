import { textLanguages } from '#values/language.ts'
import { hashOf } from '#values/local-text.ts'
import { isTextKind, tidy, type StoredVersion, type TargetLanguage, type TextKind } from './texts.ts'

/** Which text a row is about, and which version of it the file was made from. */
export interface RowKey {
  kind: TextKind
  id: number
  field: string
  language: TargetLanguage
  /** Hash of the version that stood in the file, '' where there was none. */
  seen: string
}

const seenOf = (text: string | null | undefined) => (text ? hashOf(tidy(text)) : '')

/** The key of a row as it stands in its first column: `measure/12/title/tr/0a1b…`. */
export const keyOf = ({ kind, id, field, language, text }: Omit<RowKey, 'seen'> & { text: string | null }): string =>
  [kind, id, field, language, seenOf(text)].join('/')

/** Reads such a key; undefined for anything else. */
export function parseKey(text: string): RowKey | undefined {
  const [, kind = '', id, field = '', language, seen = ''] =
    /^([a-z-]+)\/(\d{1,15})\/([a-zA-Z]+(?:\.\d{1,15})?)\/([a-z-]+)\/([0-9a-f]{16})?$/.exec(text.trim()) ?? []
  const known = textLanguages.find((one): one is TargetLanguage => one !== 'de' && one === language)
  return isTextKind(kind) && known ? { kind, id: Number(id), field, language: known, seen } : undefined
}

/** One row of a returned file. */
export interface ReturnedRow {
  /** As the person counts: the headings are row 1. */
  row: number
  key: RowKey
  german: string
  text: string
}

/** What becomes of a row. `fresh`: its German is unchanged; `stale`: it was changed since the file was made. */
export type RowOutcome = 'fresh' | 'stale' | 'same' | 'empty' | 'unknown' | 'changed' | 'tooLong'

/** A row of a returned file, and what became of it. */
export interface ReadRow extends Omit<RowKey, 'seen'> {
  row: number
  outcome: RowOutcome
}

/** Decides about one row. `german`: the text as it is now, undefined where there is none any more. */
export function outcomeOfRow(
  { key, german: translated, text }: ReturnedRow,
  { german, stored }: { german: string | undefined; stored: Pick<StoredVersion, 'text'> | undefined },
  longest: number,
): RowOutcome {
  if (german === undefined) return 'unknown'
  if (text === '') return 'empty'
  if (text.length > longest) return 'tooLong'
  if (stored && tidy(stored.text) === text) return 'same'
  // Somebody wrote another version while the file was away: theirs stays.
  if (seenOf(stored?.text) !== key.seen) return 'changed'
  return tidy(german) === translated ? 'fresh' : 'stale'
}
