import { joinTables } from './join-tables.ts'
import { DocumentReader, type ParagraphStyle } from './docx-document.ts'
import { named, Numbering, valueOf } from './docx-numbering.ts'
import { sheetOfGrid } from './table-grid.ts'
import { Unreadable, type ReadLimits, type Sheet } from './workbook.ts'
import { officeText, readXml } from './xml.ts'
import type { ZipArchive } from './zip-archive.ts'

/**
 * Reads the tables of a Word document, each as a sheet named after the caption or the heading above it. Before them
 * stand those that belong together, joined to one list. Deleted and hidden text is left out. @throws Unreadable
 */
export async function readDocx(zip: ZipArchive, part: string, name: string, limits: ReadLimits): Promise<Sheet[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const partOf = (file: string) => zip.find(`${folder}${file}`)
  const [styles, comments, lists] = [partOf('styles.xml'), partOf('comments.xml'), partOf('numbering.xml')]
  const numbering = new Numbering()
  if (lists) await numbering.read(lists, zip.read(lists))
  const reader = new DocumentReader(
    styles ? await readStyles(styles, zip.read(styles)) : new Map(),
    numbering,
    comments ? await readComments(comments, zip.read(comments)) : new Map(),
  )
  await readXml(part, zip.read(part), reader)

  const budget = { cells: limits.cells }
  const tables = reader.tables.flatMap(({ rows, caption, heading }, place) => {
    const sheet = sheetOfGrid(caption ?? heading ?? `${name} ${place + 1}`, rows, limits, budget)
    return sheet.width === 0 ? [] : [{ sheet, heading }]
  })
  if (tables.length === 0) throw new Unreadable({ code: 'no-table', detail: {} })
  return [...joinTables(name, tables), ...tables.map(({ sheet }) => sheet)]
}

async function readStyles(part: string, chunks: AsyncIterable<Uint8Array>): Promise<Map<string, ParagraphStyle>> {
  const styles = new Map<string, ParagraphStyle>()
  let style: ParagraphStyle | undefined
  await readXml(part, chunks, {
    open: (name, attributes) => {
      if (name === 'style') {
        style = { name: '' }
        styles.set(named(attributes, 'styleId') ?? '', style)
      } else if (name === 'name' && style) style.name = valueOf(attributes).toLowerCase()
      else if (name === 'numId' && style) style.list = valueOf(attributes)
      else if (name === 'ilvl' && style) style.level = Number(valueOf(attributes)) || 0
    },
    close: (name) => {
      if (name === 'style') style = undefined
    },
  })
  return styles
}

/** What was said beside the text, by its number. */
async function readComments(part: string, chunks: AsyncIterable<Uint8Array>): Promise<Map<string, string>> {
  const comments = new Map<string, string>()
  let [id, text, inText] = ['', '', false]
  await readXml(part, chunks, {
    open: (name, attributes) => {
      if (name === 'comment') [id, text] = [named(attributes, 'id') ?? '', '']
      else if (name === 't') inText = true
      else if (name === 'p' && text !== '') text += '\n'
    },
    text: (piece) => {
      if (inText) text += officeText(piece)
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'comment' && text.trim()) comments.set(id, text.trim())
    },
  })
  return comments
}
