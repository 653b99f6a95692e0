import { readXml } from './xml.ts'

interface Level {
  format: string
  /** `%1.%2`: the numbers of this and the levels above it. */
  text: string
  start: number
}
interface List {
  abstract: string
  restarts: boolean
}

/** Counts the paragraphs that a document numbers by itself: the numbers stand nowhere in its text. */
export class Numbering {
  private readonly levels = new Map<string, Map<number, Level>>()
  private readonly lists = new Map<string, List>()
  private readonly counts = new Map<string, number[]>()

  /** What stands before the next paragraph of this list: `2.3`, `a)`, `-` for a bullet, '' for nothing. */
  next(list: string, level: number): string {
    const { abstract = '', restarts = false } = this.lists.get(list) ?? {}
    const levels = this.levels.get(abstract)
    const own = levels?.get(level)
    if (!levels || !own || level > 8) return ''
    if (own.format === 'bullet') return '-'
    const key = restarts ? `list ${list}` : abstract
    const counts = this.counts.get(key) ?? []
    this.counts.set(key, counts)
    for (let above = 0; above < level; above++) counts[above] ??= levels.get(above)?.start ?? 1
    counts[level] = (counts[level] ?? own.start - 1) + 1
    counts.length = level + 1
    const numbered = own.text.replaceAll(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return numeral(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal')
    })
    return own.format === 'none' ? '' : numbered.trim()
  }

  /** Takes the lists of `word/numbering.xml`. */
  async read(part: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    let levels: Map<number, Level> | undefined
    let level: Level | undefined
    let list = ''
    await readXml(part, chunks, {
      open: (name, attributes) => {
        const value = valueOf(attributes)
        if (name === 'abstractNum') {
          levels = new Map()
          this.levels.set(named(attributes, 'abstractNumId') ?? '', levels)
        } else if (name === 'lvl' && levels) {
          level = { format: 'decimal', text: '', start: 1 }
          levels.set(Number(named(attributes, 'ilvl') ?? 0), level)
        } else if (name === 'numFmt' && level) level.format = value
        else if (name === 'lvlText' && level) level.text = value
        else if (name === 'start' && level) level.start = Number(value) || 0
        else if (name === 'num') list = named(attributes, 'numId') ?? ''
        else if (name === 'abstractNumId' && list) this.lists.set(list, { abstract: value, restarts: false })
        else if (name === 'startOverride' && list)
          this.lists.set(list, { abstract: this.abstractOf(list), restarts: true })
      },
      close: (name) => {
        if (name === 'lvl') level = undefined
        else if (name === 'abstractNum') levels = undefined
        else if (name === 'num') list = ''
      },
    })
  }

  private abstractOf = (list: string) => this.lists.get(list)?.abstract ?? ''
}

/** An attribute of this part of a document, which writes them with a prefix. */
export const named = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  attributes[`w:${name}`] ?? attributes[name] ?? attributes[`w14:${name}`]
export const valueOf = (attributes: Readonly<Record<string, string>>): string => named(attributes, 'val') ?? ''

function numeral(count: number, format: string): string {
  if (format === 'lowerLetter') return letters(count)
  if (format === 'upperLetter') return letters(count).toUpperCase()
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  if (format === 'upperRoman') return roman(count)
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  return String(count)
}

/** a … z, then aa, bb … as Word counts. */
const letters = (count: number) =>
  String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(20, Math.ceil(Math.max(1, count) / 26)))

function roman(count: number): string {
  const signs = 'M1000 CM900 D500 CD400 C100 XC90 L50 XL40 X10 IX9 V5 IV4 I1'.split(' ')
  let rest = Math.min(count, 3999)
  let text = ''
  for (const sign of signs) {
    const value = Number(sign.replaceAll(/\D/g, ''))
    for (; rest >= value; rest -= value) text += sign.replaceAll(/\d/g, '')
  }
  return text
}
