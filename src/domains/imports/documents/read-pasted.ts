import { readCsv } from '#platform/tables/read-csv.ts'
import { readHtml } from '#platform/tables/read-html.ts'
import { Unreadable, type ReadResult, type Sheet } from '#platform/tables/workbook.ts'
import { cardsToSheet } from './cards.ts'
import { importLimits } from './read-file.ts'

/** What somebody pasted: the text, and the same as a web page where the program offered one. */
export interface Pasted {
  text: string
  html: string
}

/**
 * Reads a table from the clipboard: of Word, Excel or a web page with its merged cells and colours, else as text with
 * tabs or semicolons, else as a list with one thing per line under `heading`. Never throws for what was pasted.
 */
export function readPasted({ text, html }: Pasted, name: string, heading: string): ReadResult {
  try {
    const sheets = (/<table/i.test(html) && tablesIn(html, name)) || [sheetOfText(text, name, heading)]
    const isEmpty = sheets.every(({ width }) => width === 0)
    return isEmpty ? { ok: false, problem: { code: 'empty', detail: {} } } : { ok: true, sheets }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}

/** The tables; undefined where there is none, and the text says all. */
function tablesIn(html: string, name: string): Sheet[] | undefined {
  try {
    return readHtml(html, name, importLimits)
  } catch (error) {
    if (error instanceof Unreadable && error.problem.code === 'no-table') return undefined
    throw error
  }
}

function sheetOfText(text: string, name: string, heading: string): Sheet {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const isTable = text.includes('\t') || (lines.length > 1 && lines.every((line) => line.includes(';')))
  return isTable ? readCsv(new TextEncoder().encode(text), name, importLimits).sheet : cardsToSheet(text, heading)
}
