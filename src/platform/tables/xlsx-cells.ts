import { numberCell } from './number-format.ts'
import { emptyCell, type Cell } from './workbook.ts'
import { plainStyle, type CellStyle } from './xlsx-styles.ts'
import type { RichText } from './xlsx-strings.ts'
import { officeText } from './xml.ts'

/** What the parts before the sheets say. */
export interface Context {
  strings: readonly RichText[]
  styles: readonly CellStyle[]
  date1904: boolean
}

/** A cell as its element says it. */
export interface RawCell {
  type: string
  style: number
  value: string
  inline: RichText | undefined
  formula: boolean
}

/** Makes cells, one object for all equal ones: most texts and empty cells of a sheet occur many times. */
export function cellMaker({ strings, styles, date1904 }: Context): (raw: RawCell) => Cell {
  const texts = new Map<number, Cell>()
  const empties = new Map<number, Cell>()
  const once = (known: Map<number, Cell>, key: number, make: () => Cell) => {
    const cell = known.get(key) ?? make()
    known.set(key, cell)
    return cell
  }
  return (raw) => {
    const style = styles[raw.style] ?? plainStyle
    if (raw.type === 's' && raw.value !== '') {
      const index = Number(raw.value)
      return once(texts, index * 65_536 + raw.style, () => textCell(strings[index] ?? { text: '' }, style))
    }
    if (raw.inline) return textCell(raw.inline, style)
    // A formula that no program has computed yet has a value nobody knows: not the same as empty.
    if (raw.value === '' && raw.formula && raw.type !== 'str') return { text: '', kind: 'error', ...style.look }
    if (raw.value === '') return once(empties, raw.style, () => textCell({ text: '' }, style))
    return valueCell(raw, style, date1904)
  }
}

function valueCell({ type, value }: RawCell, style: CellStyle, date1904: boolean): Cell {
  if (type === 'str') return textCell({ text: officeText(value) }, style)
  if (type === 'e') return { text: value, kind: 'error', ...style.look }
  if (type === 'b') return { text: value === '1' ? 'true' : 'false', kind: 'boolean', ...style.look }
  if (type === 'd') return { text: value.slice(0, 10), kind: 'date', date: value.slice(0, 10), ...style.look }
  return Object.assign(numberCell(value, style.format, date1904), style.look)
}

function textCell({ text, struck, unstruck }: RichText, { look }: CellStyle): Cell {
  const blank = text.trim() === ''
  if (blank && !text && !look.fill) return emptyCell
  return {
    text,
    kind: blank ? 'empty' : 'text',
    ...look,
    ...(struck && { struck }),
    ...(unstruck !== undefined && !look.struck && { unstruck }),
  }
}
