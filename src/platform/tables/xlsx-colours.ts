import type { Attributes } from './xml.ts'

/** The colours that files name by number (ECMA-376 part 1, 18.8.27), from 0 on. */
const palette = (
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff ' +
  '800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff ' +
  '000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 ' +
  '3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ')

/** The names of a theme's colours in the order in which cells count them. */
export const themeOrder = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6']

/** Colours as hex without #: of the theme in theme order, and the file's own list of numbered ones. */
export interface Colours {
  theme: readonly (string | undefined)[]
  indexed: readonly string[]
}

/** The colour of an element such as `fgColor` as `#rrggbb`; undefined for automatic ones. */
export function colourOf(attributes: Attributes, colours: Colours): string | undefined {
  const { rgb, indexed, theme: number, tint } = attributes
  const hex = rgb
    ? rgb.slice(-6)
    : number !== undefined
      ? colours.theme[Number(number)]
      : numbered(Number(indexed ?? -1), colours)
  if (!hex || !/^[0-9a-f]{6}$/i.test(hex)) return undefined
  return `#${tinted(hex.toLowerCase(), Number(tint ?? 0))}`
}

const numbered = (index: number, { indexed }: Colours) => indexed[index]?.slice(-6) ?? palette[index]

/** Lightens towards white or darkens towards black, per channel: the same lightness as Office, nearly the same hue. */
function tinted(hex: string, tint: number): string {
  if (!tint || Number.isNaN(tint)) return hex
  return hex.replace(/../g, (pair) => {
    const channel = Number.parseInt(pair, 16)
    const changed = tint < 0 ? channel * (1 + tint) : channel * (1 - tint) + 255 * tint
    return Math.round(Math.min(255, Math.max(0, changed)))
      .toString(16)
      .padStart(2, '0')
  })
}
