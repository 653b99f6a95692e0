import { readWorkbook } from '#platform/tables/read-workbook.ts'
import { defaultLimits, Unreadable, type ReadLimits, type ReadResult } from '#platform/tables/workbook.ts'
import { looksLikeJson, readJsonTree } from './json-tree.ts'

/** What one file may bring: the wizard keeps its cells in the database. */
export const importLimits: ReadLimits = { ...defaultLimits, rows: 20_000, cells: 400_000 }

/** Reads an office table or a JSON list or tree. Never throws for what is in the file. */
export async function readImportFile(bytes: Uint8Array, fileName: string): Promise<ReadResult> {
  if (bytes.length > importLimits.bytes || !looksLikeJson(bytes)) return readWorkbook(bytes, fileName, importLimits)
  try {
    const sheet = readJsonTree(bytes, fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''), importLimits)
    return sheet.width === 0 ? { ok: false, problem: { code: 'empty', detail: {} } } : { ok: true, sheets: [sheet] }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}
