import { Unreadable, type Encoding } from './workbook.ts'

/**
 * Finds out in which encoding a text file was saved: by its byte order mark, else UTF-8 where that is valid, UTF-16
 * where every other byte is zero, else Windows-1252 where that is plausible.
 * @throws Unreadable `unknown-encoding` with the first byte that fits nothing
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes, 'utf-8')
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be')
  const wide = wideWithoutMark(bytes)
  if (wide) return decode(bytes, wide)
  const invalid = firstInvalid(bytes)
  if (invalid === undefined) return decode(bytes, 'utf-8')
  if (!isPlausible1252(bytes)) throw unknown(invalid)
  return decode(bytes, 'windows-1252')
}

const unknown = (offset: number) => new Unreadable({ code: 'unknown-encoding', detail: { offset } })

function decode(bytes: Uint8Array, encoding: Encoding) {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    throw unknown(encoding === 'utf-8' ? (firstInvalid(bytes) ?? 0) : bytes.length)
  }
}

/** Western text in UTF-16 has a zero in nearly every other byte. */
function wideWithoutMark(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 2_000)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1
  const half = sample.length / 2
  if (zeros[1]! > half * 0.6 && zeros[0]! < half * 0.1) return 'utf-16le'
  if (zeros[0]! > half * 0.6 && zeros[1]! < half * 0.1) return 'utf-16be'
  return undefined
}

/** Where UTF-8 first fails, by halving: the decoder itself does not say. */
function firstInvalid(bytes: Uint8Array): number | undefined {
  const isValid = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: end < bytes.length })
      return true
    } catch {
      return false
    }
  }
  if (isValid(bytes.length)) return undefined
  let [valid, invalid] = [0, bytes.length]
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (isValid(middle)) valid = middle
    else invalid = middle
  }
  return valid
}

const isLetter = (byte = 0) => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
/** Letters of Windows-1252 among its signs (Š Œ Ž š œ ž Ÿ) and the apostrophe, which may stand inside a word. */
const inWords = new Set([0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f, 0x92])

/**
 * Not plausible are bytes that Windows-1252 leaves open, signs in the middle of words (DOS and Macintosh umlauts would
 * be read as such), and a file that is UTF-8 but for some damage.
 */
function isPlausible1252(bytes: Uint8Array): boolean {
  let [letters, strange, utf8] = [0, 0, 0]
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) return false
    if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) return false
    if (byte < 0x80) continue
    const next = bytes[index + 1] ?? 0
    if (byte >= 0xc3 && byte <= 0xf4 && next >= 0x80 && next <= 0xbf) utf8++
    else if (byte >= 0xc0) letters++
    else if (byte < 0xa0 && !inWords.has(byte) && isLetter(bytes[index - 1]) && isLetter(next)) strange++
  }
  return strange <= letters && utf8 <= letters
}
