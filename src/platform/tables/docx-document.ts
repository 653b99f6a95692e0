import { CellText, type TextLook } from './cell-text.ts'
import { named, valueOf, type Numbering } from './docx-numbering.ts'
import type { GridCell, GridRow } from './table-grid.ts'
import { isTrue, officeText, type Attributes, type XmlEvents } from './xml.ts'

/** A table of a document, and what stands above it. */
export interface DocumentTable {
  rows: GridRow[]
  caption: string | undefined
  heading: string | undefined
}

/** What a style of paragraphs says. */
export interface ParagraphStyle {
  /** `heading 1`, `caption`: as the program calls it in English, whatever the person sees. */
  name: string
  list?: string
  level?: number
}

interface OpenCell {
  text: CellText
  columns: number
  rows: number | 'above'
  fill: string | undefined
  comments: string[]
  isDeleted: boolean
}
interface OpenTable {
  rows: GridRow[]
  row: (GridRow & { isDeleted: boolean }) | undefined
  cell: OpenCell | undefined
}
interface Paragraph {
  style: string
  list: string | undefined
  level: number
  pieces: { text: string; look: TextLook }[]
}

/** Deleted or moved away, drawn, or what was there before a change: not part of the text. */
const unread = /^(?:del|moveFrom|Fallback|drawing|pict|object|instrText|delText|tblGridChange|\w+PrChange)$/
/** Signs that Word takes from a picture font. */
const signs: Readonly<Record<string, string>> = {
  F0FC: '✓',
  F0FE: '☒',
  F0A8: '☐',
  F06F: '☐',
  F0FD: '☒',
  F078: '☒',
  F0B7: '-',
}

/** Collects the tables of `word/document.xml` while it is read. Tables within tables become text of their cell. */
export class DocumentReader implements XmlEvents {
  readonly tables: DocumentTable[] = []
  private readonly stack: OpenTable[] = []
  private paragraph: Paragraph | undefined
  private run: (TextLook & { hidden: boolean }) | undefined
  private skipped = 0
  private inText = false
  private readonly inside = { rPr: 0, tcPr: 0, trPr: 0, pPr: 0 }
  /** For each content control whether it only shows what to type. */
  private readonly placeholders: boolean[] = []
  private heading: string | undefined
  private caption: string | undefined
  private readonly styles: ReadonlyMap<string, ParagraphStyle>
  private readonly numbering: Numbering
  private readonly comments: ReadonlyMap<string, string>

  constructor(
    styles: ReadonlyMap<string, ParagraphStyle>,
    numbering: Numbering,
    comments: ReadonlyMap<string, string>,
  ) {
    this.styles = styles
    this.numbering = numbering
    this.comments = comments
  }

  open = (name: string, attributes: Attributes): void => {
    const table = this.stack.at(-1)
    if (this.skipped > 0 || unread.test(name)) {
      if (name === 'del' && this.inside.trPr > 0 && table?.row) table.row.isDeleted = true
      this.skipped++
      return
    }
    if (name in this.inside) this.inside[name as keyof typeof this.inside]++
    if (name === 'tbl') this.stack.push({ rows: [], row: undefined, cell: undefined })
    else if (name === 'tr' && table) table.row = { before: 0, cells: [], hidden: false, isDeleted: false }
    else if (name === 'tc' && table) table.cell = emptyOpenCell()
    else if (name === 'p') this.paragraph = { style: '', list: undefined, level: 0, pieces: [] }
    else if (name === 'r') this.run = { struck: false, bold: false, hidden: false }
    else if (name === 'sdt') this.placeholders.push(false)
    else if (name === 'showingPlcHdr') this.placeholders[this.placeholders.length - 1] = true
    else if (this.inside.tcPr > 0 && table?.cell) openCellProperty(table.cell, name, attributes)
    else if (this.inside.rPr > 0) this.openRunProperty(name, attributes)
    else if (name === 'gridBefore' && table?.row) table.row.before = Number(valueOf(attributes)) || 0
    else if (this.inside.pPr > 0 && this.paragraph) openParagraphProperty(this.paragraph, name, attributes)
    else if (name === 'commentReference') this.addComment(named(attributes, 'id') ?? '')
    else if (this.run) this.openInRun(name, attributes)
  }

  text = (text: string): void => {
    if (this.inText && this.skipped === 0) this.addText(officeText(text))
  }

  close = (name: string): void => {
    if (this.skipped > 0) {
      this.skipped--
      return
    }
    if (name in this.inside) this.inside[name as keyof typeof this.inside]--
    const table = this.stack.at(-1)
    if (name === 't') this.inText = false
    else if (name === 'r') this.run = undefined
    else if (name === 'p') this.closeParagraph()
    else if (name === 'sdt') this.placeholders.pop()
    else if (name === 'tc' && table?.row && table.cell) {
      table.row.cells.push(closedCell(table.cell))
      table.cell = undefined
    } else if (name === 'tr' && table?.row) {
      const { isDeleted, ...row } = table.row
      if (!isDeleted) table.rows.push(row)
      table.row = undefined
    } else if (name === 'tbl') this.closeTable()
  }

  private openRunProperty(name: string, attributes: Attributes) {
    if (!this.run) return
    const isOn = isTrue(named(attributes, 'val'), true)
    if (name === 'strike' || name === 'dstrike') this.run.struck ||= isOn
    else if (name === 'b') this.run.bold = isOn
    else if (name === 'vanish') this.run.hidden = isOn
  }

  private openInRun(name: string, attributes: Attributes) {
    if (name === 't') this.inText = true
    else if (name === 'tab') this.addText(' ')
    else if ((name === 'br' && named(attributes, 'type') !== 'page') || name === 'cr') this.addText('\n')
    else if (name === 'noBreakHyphen') this.addText('-')
    else if (name === 'sym') this.addText(signs[(named(attributes, 'char') ?? '').toUpperCase()] ?? '')
  }

  private addText(text: string) {
    if (!this.run || this.run.hidden || this.placeholders.includes(true)) return
    this.paragraph?.pieces.push({ text, look: this.run })
  }

  private addComment(id: string) {
    const comment = this.comments.get(id)
    if (comment) this.stack.at(-1)?.cell?.comments.push(comment)
  }

  private closeParagraph() {
    if (!this.paragraph) return
    const { style, list, level, pieces } = this.paragraph
    const { name = '', list: styleList, level: styleLevel } = this.styles.get(style) ?? {}
    this.paragraph = undefined
    const cell = this.stack.at(-1)?.cell
    const text = cell?.text ?? new CellText()
    const usedList = list ?? styleList
    const hasText = pieces.some((piece) => piece.text.trim() !== '')
    text.paragraph()
    // An empty numbered paragraph in a cell is the number of its row; elsewhere it is only empty.
    if (usedList && usedList !== '0' && (hasText || cell)) {
      const mark = this.numbering.next(usedList, level || styleLevel || 0)
      const look = {
        struck: hasText && pieces.every((piece) => piece.look.struck),
        bold: pieces[0]?.look.bold ?? false,
      }
      if (mark && (hasText || mark !== '-')) text.add(hasText ? `${mark} ` : mark, look)
    }
    for (const { text: piece, look } of pieces) {
      for (const [place, line] of piece.split('\n').entries()) {
        if (place > 0) text.lineBreak()
        text.add(line, look)
      }
    }
    if (this.stack.length === 0) this.noteAbove(text, name)
  }

  /** Remembers what may be the name of the table that follows. */
  private noteAbove(paragraph: CellText, style: string) {
    const text = paragraph.text.replaceAll('\n', ' ').slice(0, 200)
    if (text === '') return
    const isCaption = /caption|beschriftung/i.test(style) || /^(?:tabelle|tab\.|table)\s*\d/i.test(text)
    this.caption = isCaption ? text : undefined
    const isHeading = /^(?:heading|überschrift|titre|title|titel)\b/i.test(style)
    if (isHeading || (!isCaption && paragraph.isBold && text.length <= 120)) this.heading = text
  }

  private closeTable() {
    const table = this.stack.pop()
    if (!table) return
    const outer = this.stack.at(-1)?.cell
    if (!outer) {
      this.tables.push({ rows: table.rows, caption: this.caption, heading: this.heading })
      this.caption = undefined
      return
    }
    for (const { cells } of table.rows) {
      outer.text.paragraph()
      const texts = cells.map(({ cell }) => (cell.struck ? '' : (cell.unstruck ?? cell.text)).replaceAll('\n', ' '))
      outer.text.add(texts.filter(Boolean).join(' | '), { struck: false, bold: false })
    }
  }
}

const emptyOpenCell = (): OpenCell => ({
  text: new CellText(),
  columns: 1,
  rows: 1,
  fill: undefined,
  comments: [],
  isDeleted: false,
})

function openCellProperty(cell: OpenCell, name: string, attributes: Attributes) {
  if (name === 'gridSpan') cell.columns = Number(valueOf(attributes)) || 1
  else if (name === 'vMerge') cell.rows = valueOf(attributes) === 'restart' ? 1 : 'above'
  else if (name === 'cellDel') cell.isDeleted = true
  else if (name === 'shd') {
    const colour = named(attributes, valueOf(attributes) === 'solid' ? 'color' : 'fill') ?? ''
    if (/^[0-9a-f]{6}$/i.test(colour)) cell.fill = `#${colour.toLowerCase()}`
  }
}

function openParagraphProperty(paragraph: Paragraph, name: string, attributes: Attributes) {
  if (name === 'pStyle') paragraph.style = valueOf(attributes)
  else if (name === 'numId') paragraph.list = valueOf(attributes)
  else if (name === 'ilvl') paragraph.level = Number(valueOf(attributes)) || 0
}

function closedCell({ text, columns, rows, fill, comments, isDeleted }: OpenCell): GridCell {
  const look = { ...(fill && { fill }), ...(comments.length > 0 && { comment: comments.join('\n') }) }
  return { cell: (isDeleted ? new CellText() : text).cell(look), columns, rows }
}
