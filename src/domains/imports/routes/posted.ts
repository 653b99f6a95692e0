import type { Ctx } from '#platform/http/app.ts'
import type { ReadResult, Sheet } from '#platform/tables/workbook.ts'
import { readImportFile } from '../documents/read-file.ts'
import { readPasted } from '../documents/read-pasted.ts'
import { fileProblemOf } from '../documents/sentences.ts'
import { say } from './open-file.ts'

/** What was sent, read as sheets, or why not, for the field it came from. */
export type Posted =
  | { fileName: string; bytes: Uint8Array; sheets: Sheet[] }
  | { refused: { field: 'file' | 'pasted'; message: string; status: 413 | 422 } }

/** Reads the file that was chosen, or the table that was pasted. */
export async function readPosted(c: Ctx): Promise<Posted> {
  const t = say(c)
  const body = await c.req.parseBody()
  const { file, pasted, pastedHtml } = body
  const textOf = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : '')
  if (typeof pasted === 'string') {
    const [text, html] = [textOf(pasted), textOf(pastedHtml)]
    if (text.trim() === '') return { refused: { field: 'pasted', message: t('paste.none'), status: 422 } }
    const bytes = new TextEncoder().encode(`${text}\n${html}`)
    return readAs('pasted', t('paste.name'), bytes, readPasted({ text, html }, t('paste.name'), t('paste.heading')))
  }
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) {
    return { refused: { field: 'file', message: t('upload.none'), status: 422 } }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return readAs('file', file.name, bytes, await readImportFile(bytes, file.name))

  function readAs(field: 'file' | 'pasted', fileName: string, content: Uint8Array, read: ReadResult): Posted {
    if (read.ok) return { fileName, bytes: content, sheets: read.sheets }
    const status = read.problem.code === 'too-large' ? 413 : 422
    return { refused: { field, message: fileProblemOf(t, read.problem), status } }
  }
}
