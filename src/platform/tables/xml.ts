import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Unreadable } from './workbook.ts'

export type Attributes = Readonly<Record<string, string>>

/** What happens while a part is read; names come without their prefix (`x:row` is `row`). */
export interface XmlEvents {
  open: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/** Reads one part piece by piece, letting other requests in between the pieces. @throws Unreadable when it is no XML */
export async function readXml(part: string, chunks: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser({ position: false })
  parser.on('opentag', (tag) => {
    // Without the option `xmlns` a tag is always a plain one.
    const { name, attributes } = tag as SaxesTagPlain
    events.open(localName(name), attributes)
  })
  if (events.close) parser.on('closetag', ({ name }) => events.close?.(localName(name)))
  if (events.text) parser.on('text', events.text)
  parser.on('error', () => {
    throw new Unreadable({ code: 'broken', detail: { part } })
  })

  let decoder: TextDecoder | undefined
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8')
    parser.write(decoder.decode(chunk, { stream: true }))
  }
  parser.close()
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute whatever its prefix: `r:id` is `id`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1]
}

/** XML schema booleans; an element such as `<b/>` without `val` means yes. */
export const isTrue = (value: string | undefined, missing = false) =>
  value === undefined ? missing : value === '1' || value === 'true' || value === 'on'

/** Undoes Office's spelling of characters that XML cannot hold (`_x000D_`), and makes every line break `\n`. */
export function officeText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
}
