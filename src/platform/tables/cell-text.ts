import { emptyCell, type Cell } from './workbook.ts'

/** How a piece of text looks, as far as that means something. */
export interface TextLook {
  struck: boolean
  bold: boolean
}

/** Puts the text of a cell together from pieces, paragraphs and line breaks. */
export class CellText {
  private whole = ''
  private kept = ''
  private hasPlain = false
  /** Asked instead of the end of the text, which would cost a copy of it each time. */
  private isAtStart = true

  add(text: string, { struck, bold }: TextLook) {
    if (text === '') return
    this.whole += text
    this.isAtStart = false
    if (!struck) this.kept += text
    if (!bold && text.trim() !== '') this.hasPlain = true
  }

  /** A new line; no second one where a line has just begun. */
  paragraph() {
    if (!this.isAtStart) this.lineBreak()
  }

  lineBreak() {
    this.whole += '\n'
    this.kept += '\n'
    this.isAtStart = true
  }

  get text(): string {
    return tidy(this.whole)
  }

  get isBold(): boolean {
    return !this.hasPlain && this.text !== ''
  }

  /** The cell with this text, and what else is known about it. */
  cell(more: Pick<Cell, 'fill' | 'comment'> = {}): Cell {
    const text = this.text
    const kept = tidy(this.kept)
    if (text === '') return more.fill || more.comment ? { ...emptyCell, ...more } : emptyCell
    return {
      text,
      kind: 'text',
      ...more,
      ...(this.isBold && { bold: true as const }),
      ...(kept === '' && { struck: true as const }),
      ...(kept !== '' && kept !== text && { unstruck: kept }),
    }
  }
}

/** No spaces at the ends of lines, none doubled, and no lines that hold nothing. */
const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/[\t \u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
