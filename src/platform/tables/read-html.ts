import { CellText } from './cell-text.ts'
import { classLooks, lookOf, type HtmlLook } from './html-looks.ts'
import { htmlTokens, type HtmlToken } from './html-tokens.ts'
import { sheetOfGrid, type GridRow } from './table-grid.ts'
import { defaultLimits, Unreadable, type ReadLimits, type Sheet } from './workbook.ts'

interface OpenElement {
  name: string
  look: Required<Pick<HtmlLook, 'struck' | 'bold' | 'hidden'>>
}
interface OpenCell {
  text: CellText
  fill: string | undefined
  columns: number
  rows: number
  /** How many elements were open outside of it. */
  depth: number
}
interface OpenTable {
  rows: GridRow[]
  cell: OpenCell | undefined
  columns: number
  hiddenColumns: Set<number>
  name: string
}

const voids = new Set('area base br col embed hr img input link meta source track wbr o:p'.split(' '))
const blocks = new Set('p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre section article tr'.split(' '))
const plain = { struck: false, bold: false, hidden: false }

/**
 * Reads the tables of a web page or of what Word and Excel put on the clipboard: texts, merged cells, background colours,
 * strike-through, hidden rows. Nothing of it is ever used as markup. @throws Unreadable `no-table`
 */
export function readHtml(html: string, name: string, limits: ReadLimits = defaultLimits): Sheet[] {
  if (html.length > limits.bytes) {
    throw new Unreadable({ code: 'too-large', detail: { bytes: html.length, limit: limits.bytes } })
  }
  const reader = new HtmlReader()
  for (const token of htmlTokens(html)) reader.take(token)
  const budget = { cells: limits.cells }
  const sheets = reader
    .finish()
    .map((table, place) =>
      sheetOfGrid(
        table.name || (place === 0 ? name : `${name} ${place + 1}`),
        table.rows,
        limits,
        budget,
        table.hiddenColumns,
      ),
    )
    .filter(({ width }) => width > 0)
  if (sheets.length === 0) throw new Unreadable({ code: 'no-table', detail: {} })
  return sheets
}

class HtmlReader {
  private readonly done: OpenTable[] = []
  private readonly elements: OpenElement[] = []
  private readonly classes = new Map<string, HtmlLook>()
  private table: OpenTable | undefined
  /** Tables within the table. */
  private inner = 0
  /** The text of a heading or caption, which names the table that follows or stands around it. */
  private heading: CellText | undefined
  private above = ''

  take(token: HtmlToken) {
    if (token.kind === 'style') for (const [name, look] of classLooks(token.text)) this.classes.set(name, look)
    else if (token.kind === 'text') this.text(token.text)
    else if (token.kind === 'open') this.open(token)
    else if (token.kind === 'close') this.close(token.name)
  }

  finish(): OpenTable[] {
    this.inner = 0
    this.closeTable()
    return this.done
  }

  private get look() {
    return this.elements.at(-1)?.look ?? plain
  }

  private text(text: string) {
    if (this.look.hidden) return
    const target = this.table?.cell?.text ?? this.heading
    target?.add(text.replaceAll(/[ \t\r\n\f]+/g, ' '), this.look)
  }

  private open(token: Extract<HtmlToken, { kind: 'open' }>) {
    const { name } = token
    // Hidden rows and columns are read, and known to be hidden; hidden text inside of a cell is not.
    const isGrid = this.inner === 0 && /^(?:tr|td|th|col)$/.test(name)
    const own = lookOf(token, this.classes)
    const before = this.look
    const look = {
      struck: before.struck || (own.struck ?? false),
      bold: own.bold ?? before.bold,
      hidden: before.hidden || (!isGrid && (own.hidden ?? false)),
    }
    if (name === 'table') this.openTable()
    else if (this.table && this.inner === 0) this.openInTable(token, own)
    else if (this.inner > 0 && name === 'td') this.table?.cell?.text.add(' | ', plain)
    if (/^(?:h[1-6]|caption)$/.test(name) && !this.table?.cell) this.heading = new CellText()
    const cell = this.table?.cell
    if (name === 'br') cell?.text.lineBreak()
    else if (blocks.has(name)) cell?.text.paragraph()
    if (name === 'li') cell?.text.add('- ', look)
    if (!voids.has(name) && this.elements.length < 5_000) this.elements.push({ name, look })
  }

  private openTable() {
    if (this.table) this.inner++
    else this.table = { rows: [], cell: undefined, columns: 0, hiddenColumns: new Set(), name: this.above }
    if (this.inner === 0) this.above = ''
  }

  private openInTable({ name, attributes }: Extract<HtmlToken, { kind: 'open' }>, own: HtmlLook) {
    const { table } = this
    if (!table) return
    const count = (attribute: string) => Math.max(1, Math.trunc(Number(attributes.get(attribute) ?? 1)) || 1)
    if (name === 'col') {
      const span = Math.min(1_000, count('span'))
      if (own.hidden) for (let place = 0; place < span; place++) table.hiddenColumns.add(table.columns + place)
      table.columns += span
    } else if (name === 'tr') {
      this.closeCell()
      table.rows.push({ before: 0, cells: [], hidden: own.hidden ?? false })
    } else if (name === 'td' || name === 'th') {
      this.closeCell()
      const [columns, rows] = [count('colspan'), count('rowspan')]
      table.cell = { text: new CellText(), fill: own.fill, columns, rows, depth: this.elements.length }
    }
  }

  private close(name: string) {
    if (name === 'table') {
      if (this.inner > 0) this.inner--
      else this.closeTable()
    } else if (this.inner === 0 && /^(?:td|th|tr|tbody|thead)$/.test(name)) this.closeCell()
    if (this.heading && /^(?:h[1-6]|caption)$/.test(name)) {
      const text = this.heading.text.replaceAll('\n', ' ').slice(0, 200)
      if (name === 'caption' && this.table) this.table.name = text
      else this.above = text
      this.heading = undefined
    }
    if (blocks.has(name)) this.table?.cell?.text.paragraph()
    // What was opened inside and never closed ends here, but not what stands outside of the cell.
    const opened = this.elements.findLastIndex((element) => element.name === name)
    if (opened >= (this.table?.cell?.depth ?? 0)) this.elements.length = opened
  }

  private closeCell() {
    const { table } = this
    if (!table?.cell) return
    const { text, fill, columns, rows, depth } = table.cell
    if (table.rows.length === 0) table.rows.push({ before: 0, cells: [], hidden: false })
    const cell = withBullets(text.cell(fill ? { fill } : {}))
    table.rows.at(-1)?.cells.push({ cell, columns, rows })
    this.elements.length = Math.min(this.elements.length, depth)
    table.cell = undefined
  }

  private closeTable() {
    this.closeCell()
    if (this.table) this.done.push(this.table)
    this.table = undefined
  }
}

/** Word's bullets are letters of a picture font. */
const bullets = (text: string) => text.replaceAll(/^[·•▪‣§] +/gm, '- ')

const withBullets = <C extends { text: string; unstruck?: string }>(cell: C): C => ({
  ...cell,
  text: bullets(cell.text),
  ...(cell.unstruck !== undefined && { unstruck: bullets(cell.unstruck) }),
})
