/** A piece of a page: an element, or text as it stands in the source. */
export type Piece = Element | string

export interface Element {
  name: string
  /** Values as they stand in the source, with their character references; `true` where there is none. */
  attributes: Map<string, string | true>
  children: Piece[]
}

const empty: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const tag = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*(\/?)>/g
const attribute = /([^\s"'<>/=]+)(?:="([^"]*)")?/g

/**
 * Reads a page that this program wrote: every element is closed, every value stands in double quotes. Throws where that
 * is not so: pages of others need a real parser.
 */
export function readMarkup(html: string): Element {
  const top: Element = { name: '', attributes: new Map(), children: [] }
  const open = [top]
  let end = 0
  for (const { 0: whole, index, 1: closing, 2: name = '', 3: written = '', 4: self } of html.matchAll(tag)) {
    const around = open.at(-1) ?? top
    if (index > end) around.children.push(html.slice(end, index))
    end = index + whole.length
    if (closing) {
      if (open.length < 2 || around.name !== name) throw new Error(`<${around.name}> ends as </${name}> at ${index}`)
      open.pop()
      continue
    }
    const element: Element = { name, attributes: attributesOf(written), children: [] }
    around.children.push(element)
    if (!self && !empty.has(name)) open.push(element)
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`)
  if (end < html.length) top.children.push(html.slice(end))
  return top
}

const attributesOf = (written: string) =>
  new Map([...written.matchAll(attribute)].map(([, name = '', value]) => [name, value ?? true] as const))

export function writeMarkup(piece: Piece): string {
  if (typeof piece === 'string') return piece
  const { name, attributes, children } = piece
  const inside = children.map(writeMarkup).join('')
  if (name === '') return inside
  const written = [...attributes].map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${value}"`)).join('')
  return empty.has(name) ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
}

/** Everything in the element, in the order of the page. */
export function* elementsIn(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    yield child
    yield* elementsIn(child)
  }
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

export const decode = (value: string): string =>
  value.replaceAll(/&(\w+|#39);/g, (all, name: string) => references[name] ?? all)

export const encode = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** An attribute as text, without character references. */
export function valueOf({ attributes }: Element, name: string): string | undefined {
  const value = attributes.get(name)
  return typeof value === 'string' ? decode(value) : undefined
}
