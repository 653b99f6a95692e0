import { mix, parseHex, readableOn, worstContrast, type Hex } from '#values/colour.ts'

/** The grounds that text and links stand on: paper, raised and sunk (the tokens of ui/styles). */
export const grounds = {
  light: ['#fbf8f3', '#ffffff', '#f2ece1'],
  dark: ['#14191b', '#1a2023', '#1e2528'],
} as const satisfies Record<string, readonly Hex[]>
export type Theme = keyof typeof grounds

/** WCAG 2.2 AA for text. */
export const neededContrast = 4.5

export interface Measured {
  ratio: number
  isEnough: boolean
  /** The nearest colour that can be read. */
  suggestion: Hex
}

export function measure(colour: Hex, theme: Theme): Measured {
  const ratio = worstContrast(colour, grounds[theme])
  return {
    ratio,
    isEnough: ratio >= neededContrast,
    suggestion: readableOn(colour, grounds[theme], neededContrast),
  }
}

/** The colour on dark paper, where nobody has chosen one. */
export const darkOf = (colour: Hex): Hex => readableOn(colour, grounds.dark, 7)

/**
 * The stylesheet that gives links and buttons the municipality's colour. The four strands keep theirs: they mean
 * something. A button's text is white on light pages and nearly black on dark ones, as everywhere.
 */
export function colourStyles(colour: Hex, colourDark: Hex | null): string {
  const dark = colourDark ?? darkOf(colour)
  const pair = (light: Hex, night: Hex) => `light-dark(${light}, ${night})`
  const tint = pair(mix(colour, grounds.light[0], 0.12), mix(dark, grounds.dark[0], 0.2))
  const rules = {
    '--tw-action': pair(colour, dark),
    '--tw-action-tint': tint,
    '--kern-color-action-on-default': pair('#ffffff', readableOn(mix(dark, '#000000', 0.2), [dark], neededContrast)),
    '--kern-color-action-state-indicator-shade-hover': pair(mix(colour, '#000000', 0.8), mix(dark, '#ffffff', 0.7)),
    '--kern-color-action-state-indicator-shade-active': pair(mix(colour, '#000000', 0.65), mix(dark, '#ffffff', 0.5)),
  }
  const lines = Object.entries(rules).map(([name, value]) => `  ${name}: ${value};`)
  return `:root:root:root {\n${lines.join('\n')}\n}\n`
}

/** The colours that were typed and cannot be read on their paper. What is no colour at all is the form's matter. */
export function unreadable(
  typed: Readonly<Record<string, string | string[] | undefined>>,
): Partial<Record<'colour' | 'colourDark', Measured>> {
  const measured = ([field, theme]: ['colour' | 'colourDark', Theme]) => {
    const hex = parseHex([typed[field] ?? ''].flat()[0] ?? '')
    const found = hex && measure(hex, theme)
    return found && !found.isEnough ? [[field, found]] : []
  }
  const fields: ['colour' | 'colourDark', Theme][] = [
    ['colour', 'light'],
    ['colourDark', 'dark'],
  ]
  return Object.fromEntries(fields.flatMap(measured)) as Partial<Record<'colour' | 'colourDark', Measured>>
}
