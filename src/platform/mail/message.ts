/** What a person would see of a mail. */
export interface Message {
  to: string
  /** Everybody it goes to, copies included; an address that cannot be read is kept as it stands. */
  recipients: string[]
  subject: string
  language: string
  date: Date
  text: string
  /** Every http(s) address in the text, in its order. */
  links: string[]
}

/** Reads a mail that `createMailer` wrote: plain text, alone or beside HTML. Not a reader for any mail of the world. */
export function readMessage(source: string): Message {
  const whole = splitPart(source.replace(/\r\n/g, '\n'))
  const text = plainText(whole).replace(/\n$/, '')
  return {
    to: addressIn(header(whole, 'to')),
    recipients: ['to', 'cc', 'bcc'].flatMap((name) => header(whole, name).split(',').map(addressIn).filter(Boolean)),
    subject: decodeWords(header(whole, 'subject')),
    language: header(whole, 'content-language'),
    date: new Date(header(whole, 'date')),
    text,
    links: [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link.replace(/[.,;:!?)]+$/, '')),
  }
}

const addressIn = (text: string) => text.trim().replace(/^.*<|>$/g, '')

interface Part {
  headers: ReadonlyMap<string, string>
  body: string
}
const header = ({ headers }: Part, name: string) => headers.get(name) ?? ''

function splitPart(source: string): Part {
  const end = source.indexOf('\n\n')
  const head = end < 0 ? source : source.slice(0, end)
  // A header that goes on in the next line begins that line with a blank.
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n')
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const
    }),
  )
  return { headers, body: end < 0 ? '' : source.slice(end + 2) }
}

function plainText(part: Part): string {
  const type = header(part, 'content-type')
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (boundary === undefined) return type === '' || /^text\/plain/i.test(type) ? decodeBody(part) : ''
  return part.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((piece) => plainText(splitPart(piece.replace(/^\n/, '').replace(/\n$/, ''))))
    .join('')
}

function decodeBody(part: Part): string {
  const encoding = header(part, 'content-transfer-encoding').toLowerCase()
  if (encoding === 'base64') return Buffer.from(part.body, 'base64').toString()
  if (encoding === 'quoted-printable') return fromQuotedPrintable(part.body.replace(/=\n/g, ''))
  return part.body
}

const fromQuotedPrintable = (text: string) =>
  Buffer.from(
    text.replace(/[^\x20-\x7e\n\t]|=([0-9A-F]{2})/gi, (match, hex?: string) =>
      hex ? String.fromCharCode(Number.parseInt(hex, 16)) : match,
    ),
    'latin1',
  ).toString()

// RFC 2047: =?UTF-8?Q?…?= and =?UTF-8?B?…?=; blanks between two encoded words do not count. A character may be cut
// between two words, so bytes are put together before they are read.
const decodeWords = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?utf-8\?[QB]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi)].map(([, kind, word]) => bytesOf(kind, word)),
      ).toString(),
    )

function bytesOf(kind = '', word = ''): Buffer {
  if (kind.toUpperCase() === 'B') return Buffer.from(word, 'base64')
  const characters = word
    .replace(/_/g, ' ')
    .replace(/=([0-9A-F]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(characters, 'latin1')
}
