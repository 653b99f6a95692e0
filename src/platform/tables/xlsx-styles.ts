import { formatCode, parseFormat, type NumberFormat } from './number-format.ts'
import { colourOf, themeOrder } from './xlsx-colours.ts'
import { isTrue, readXml, type Attributes } from './xml.ts'

/** What the style of a cell says, as far as it carries meaning. */
export interface CellStyle {
  format: NumberFormat
  /** To be spread into the cell. */
  look: { fill?: string; struck?: true; bold?: true }
}

export const plainStyle: CellStyle = { format: parseFormat('General'), look: {} }

/** The ten colours of the theme, as hex without #, in the order in which cells count them. */
export async function readTheme(part: string, chunks: AsyncIterable<Uint8Array>): Promise<(string | undefined)[]> {
  const colours = new Map<string, string>()
  let name = ''
  await readXml(part, chunks, {
    open: (element, attributes) => {
      if (themeOrder.includes(element)) name = element
      const hex = element === 'sysClr' ? attributes['lastClr'] : element === 'srgbClr' ? attributes['val'] : undefined
      if (name && hex && !colours.has(name)) colours.set(name, hex)
    },
    close: (element) => {
      if (element === name) name = ''
    },
  })
  return themeOrder.map((key) => colours.get(key))
}

/** The styles in the order in which cells name them. */
export async function readStyles(
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  theme: readonly (string | undefined)[],
): Promise<CellStyle[]> {
  const formats = new Map<number, string>()
  const fonts: { struck?: true; bold?: true }[] = []
  /** Resolved last: the file's own colours stand at its end. */
  const fills: (Attributes | undefined)[] = []
  const indexed: string[] = []
  const records: Attributes[] = []
  /** Fonts and fills also stand in the conditional styles, which do not count here. */
  let section = ''
  let pattern = 'none'

  await readXml(part, chunks, {
    open: (name, attributes) => {
      if (['fonts', 'fills', 'cellXfs', 'cellStyleXfs', 'dxfs'].includes(name)) section = name
      else if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General')
      else if (section === 'cellXfs' && name === 'xf') records.push(attributes)
      else if (section === 'fonts' && name === 'font') fonts.push({})
      else if (section === 'fills' && name === 'fill') fills.push(undefined)
      else if (section === 'fonts') setFont(fonts.at(-1) ?? {}, name, attributes)
      else if (section === 'fills' && name === 'patternFill') pattern = attributes['patternType'] ?? 'none'
      else if (section === 'fills' && name === 'fgColor' && pattern !== 'none') fills.splice(-1, 1, attributes)
      else if (name === 'rgbColor') indexed.push(attributes['rgb'] ?? '')
    },
    close: (name) => {
      if (name === section) section = ''
    },
  })

  return records.map((record) => {
    const filled = fills[Number(record['fillId'] ?? 0)]
    const fill = filled && colourOf(filled, { theme, indexed })
    return {
      format: parseFormat(formatCode(Number(record['numFmtId'] ?? 0), formats)),
      look: { ...(fill && { fill }), ...fonts[Number(record['fontId'] ?? 0)] },
    }
  })
}

function setFont(font: { struck?: true; bold?: true }, name: string, attributes: Attributes) {
  if (!isTrue(attributes['val'], true)) return
  if (name === 'strike') font.struck = true
  if (name === 'b') font.bold = true
}
