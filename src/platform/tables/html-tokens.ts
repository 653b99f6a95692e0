/** A piece of a web page: a tag with its attributes (names in lower case), text, or the contents of a style element. */
export type HtmlToken =
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }
  | { kind: 'style'; text: string }

/**
 * Cuts a page into tags and text, forgiving what browsers forgive. Every step goes forward, so that no input takes more
 * than one pass. Scripts and comments are left out.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    if (tag < 0) break
    if (tag > at) yield { kind: 'text', text: entitiesIn(html.slice(at, tag)) }
    if (html.startsWith('<!--', tag)) {
      at = after(html, '-->', tag + 4)
      continue
    }
    if (html[tag + 1] === '!' || html[tag + 1] === '?') {
      at = after(html, '>', tag)
      continue
    }
    tagName.lastIndex = tag
    const [opening, slash, written = ''] = tagName.exec(html) ?? []
    if (opening === undefined) {
      yield { kind: 'text', text: '<' }
      at = tag + 1
      continue
    }
    const name = written.toLowerCase()
    if (slash) {
      at = after(html, '>', tag)
      yield { kind: 'close', name }
      continue
    }
    const { attributes, end } = attributesOf(html, tag + opening.length)
    at = end
    yield { kind: 'open', name, attributes }
    if (name !== 'script' && name !== 'style') continue
    const close = indexOfClosing(html, name, at)
    if (name === 'style') yield { kind: 'style', text: html.slice(at, close) }
    at = close
  }
  if (at < html.length) yield { kind: 'text', text: entitiesIn(html.slice(at)) }
}

const tagName = /<(\/?)([a-z][\w:-]*)/iy
const attribute = /[\s/]*([^\s=>/"'<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

function indexOfClosing(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  }
  return html.length
}

function attributesOf(html: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>()
  let at = from
  while (at < html.length && html[at] !== '>') {
    attribute.lastIndex = at
    const [whole = '', name = '', double, single, bare = ''] = attribute.exec(html) ?? []
    if (name && attributes.size < 100) attributes.set(name.toLowerCase(), entitiesIn(double ?? single ?? bare))
    at += Math.max(1, whole.length)
  }
  return { attributes, end: Math.min(html.length, at + 1) }
}

/** The named signs that office programs and German pages use; others stay as they are written. */
const named: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'nbsp:\u00a0 amp:& lt:< gt:> quot:" apos:\' euro:€ auml:ä ouml:ö uuml:ü Auml:Ä Ouml:Ö Uuml:Ü szlig:ß eacute:é egrave:è ' +
    'ecirc:ê agrave:à acirc:â ccedil:ç ocirc:ô icirc:î ucirc:û ugrave:ù Eacute:É ndash:– mdash:— bdquo:„ ldquo:“ rdquo:” ' +
    'lsquo:‘ rsquo:’ sbquo:‚ laquo:« raquo:» hellip:… bull:• middot:· sect:§ para:¶ deg:° plusmn:± times:× frac12:½ ' +
    'frac14:¼ sup2:² sup3:³ shy: zwnj: zwj: ensp:\u2002 emsp:\u2003 thinsp:\u2009 copy:© reg:®'
  )
    .split(/ (?=\w+:)/)
    .map((entry) => [entry.slice(0, entry.indexOf(':')), entry.slice(entry.indexOf(':') + 1)]),
)

function entitiesIn(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,9}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[String(name)] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ''
  })
}
