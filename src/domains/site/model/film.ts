import * as v from 'valibot'
import { lockVersion, longText, optionalText } from '#platform/forms/fields.ts'

/** The film in sign language of a municipality. */
export interface Film {
  link: string | null
  file: { name: string; mediaType: string; size: number; sha256: string } | null
  transcript: string | null
  version: number
}

const link = v.pipe(
  optionalText(500),
  v.check((text) => text === null || (text.startsWith('https://') && URL.canParse(text)), 'notALink'),
)

/** A link, a file (read beside this form), or both empty: then the page says that there is none. */
export const filmForm = v.object({
  link,
  transcript: longText(20_000),
  removeFile: optionalText(10),
  version: lockVersion,
})
export type FilmForm = v.InferOutput<typeof filmForm>

export const filmTypes: readonly string[] = ['video/mp4', 'video/webm']

/** `bytes=0-499` of a file of this size; undefined: the whole file is meant; 'unsatisfiable': outside of it. */
export function byteRange(
  header: string | undefined,
  size: number,
): { from: number; to: number } | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to ? 'unsatisfiable' : { from, to }
}
