import type { HtmlToken } from './html-tokens.ts'

/** What the style of an element says, as far as that means something in a table. */
export interface HtmlLook {
  fill?: string
  struck?: boolean
  bold?: boolean
  hidden?: boolean
}
type Opened = Extract<HtmlToken, { kind: 'open' }>

/** The looks of the classes in a style element: Excel puts colours and strike-through there. */
export function classLooks(css: string): Map<string, HtmlLook> {
  const looks = new Map<string, HtmlLook>()
  let at = 0
  for (;;) {
    const open = css.indexOf('{', at)
    const close = open < 0 ? -1 : css.indexOf('}', open)
    if (close < 0) return looks
    const look = looksOf(css.slice(open + 1, close))
    // A selector is what stands right before the bracket; longer ones say nothing about a single cell.
    for (const selector of css.slice(Math.max(at, open - 300), open).split(',')) {
      const name = /^(?:[a-z]+)?\.([\w-]+)$/i.exec(selector.replaceAll(/<!--|-->/g, '').trim())?.[1]
      if (name) looks.set(name, { ...looks.get(name), ...look })
    }
    at = close + 1
  }
}

/** How an element looks: by what it is, its classes, its old attributes and its own style, the last one counting most. */
export function lookOf({ name, attributes }: Opened, classes: ReadonlyMap<string, HtmlLook>): HtmlLook {
  const own = attributes.get('style')
  const fill = colourOf(attributes.get('bgcolor') ?? '')
  return {
    ...(/^(?:s|strike|del)$/.test(name) && { struck: true }),
    ...(/^(?:b|strong|th|h[1-6])$/.test(name) && { bold: true }),
    ...(attributes.has('hidden') && { hidden: true }),
    ...Object.assign({}, ...(attributes.get('class') ?? '').split(/\s+/).map((one) => classes.get(one))),
    ...(fill && { fill }),
    ...(own && looksOf(own)),
  }
}

function looksOf(style: string): HtmlLook {
  const look: HtmlLook = {}
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1, colon + 200)
      .trim()
      .toLowerCase()
    if (property === 'background' || property === 'background-color') {
      const fill = colourOf(value)
      if (fill) look.fill = fill
    } else if (property === 'text-decoration' || property === 'text-decoration-line') {
      look.struck = value.includes('line-through')
    } else if (property === 'font-weight') look.bold = /^(?:bold|bolder|[6-9]00)/.test(value)
    else if (property === 'display') look.hidden = value.startsWith('none')
    else if (property === 'mso-hide') look.hidden = value.startsWith('all')
  }
  return look
}

const names: Readonly<Record<string, string>> = {
  ...{ red: 'ff0000', lime: '00ff00', green: '008000', yellow: 'ffff00', orange: 'ffa500', gold: 'ffd700' },
  ...{ blue: '0000ff', aqua: '00ffff', gray: '808080', grey: '808080', silver: 'c0c0c0', white: 'ffffff' },
  ...{ black: '000000', maroon: '800000', navy: '000080', purple: '800080', fuchsia: 'ff00ff', teal: '008080' },
  ...{ lightgreen: '90ee90', lightgrey: 'd3d3d3', lightgray: 'd3d3d3', tomato: 'ff6347', olive: '808000' },
}

/** The first colour in a value, as `#rrggbb`; undefined where there is none or it cannot be seen. */
function colourOf(value: string): string | undefined {
  const text = value.trim().toLowerCase()
  const [, long] = /^#?([\da-f]{6})(?![\da-f])/.exec(text) ?? []
  if (long) return `#${long}`
  const [, short] = /^#([\da-f]{3})(?![\da-f])/.exec(text) ?? []
  if (short) return `#${short.replaceAll(/./g, '$&$&')}`
  const [, red, green, blue, alpha] = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+))?/.exec(text) ?? []
  if (red && green && blue && Number(alpha ?? 1) > 0) {
    return `#${[red, green, blue].map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('')}`
  }
  const name = names[/^[a-z]+/.exec(text)?.[0] ?? '']
  return name && `#${name}`
}
