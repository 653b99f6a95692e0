import { crc32, createInflateRaw } from 'node:zlib'
import { Unreadable, type ReadLimits } from './workbook.ts'

interface Entry {
  name: string
  method: number
  crc: number
  packed: number
  unpacked: number
  offset: number
}

/** The files inside an archive. Nothing is unpacked before it is asked for. */
export interface ZipArchive {
  names: string[]
  /** The stored spelling of a name; some programs differ in case or write backslashes. */
  find: (name: string) => string | undefined
  /** Unpacks piece by piece; stops as soon as a file is larger than the directory said, and checks its sum. */
  read: (name: string) => AsyncIterable<Uint8Array>
}

const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const localSignature = 0x04034b50
/** Below this a high ratio is ordinary: a small file of repeated rows. */
const ratioMatters = 1_000_000

/** Reads the directory and refuses what would unpack to too much. @throws Unreadable */
export function openZip(bytes: Uint8Array, limits: ReadLimits): ZipArchive {
  const entries = directoryOf(bytes, limits)
  checkSizes(entries, limits)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const bySpelling = new Map(entries.map(({ name }) => [spelling(name), name]))
  return {
    names: [...byName.keys()],
    find: (name) => (byName.has(name) ? name : bySpelling.get(spelling(name))),
    read: (name) => {
      const entry = byName.get(name)
      if (!entry) throw broken(name)
      return unpack(bytes, entry)
    },
  }
}

const spelling = (name: string) => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()
const broken = (part: string) => new Unreadable({ code: 'broken', detail: { part } })
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function directoryOf(bytes: Uint8Array, limits: ReadLimits): Entry[] {
  const view = viewOf(bytes)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) {
    throw new Unreadable({ code: 'zip-bomb', detail: { reason: 'entries', found: count, limit: limits.entries } })
  }
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directorySignature) throw broken('zip directory')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    // Bit 0: encrypted with the zip's own password. Office encrypts otherwise, but archivers do this.
    if (view.getUint16(at + 8, true) & 1) throw new Unreadable({ code: 'encrypted', detail: {} })
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      ...zip64Sizes(view, at, nameLength, extraLength),
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

/** The directory's end stands last, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw broken('zip directory')
}

/** Writers that do not know a size beforehand put 0xffffffff and the true one into the extra field 0x0001. */
function zip64Sizes(view: DataView, at: number, nameLength: number, extraLength: number): Partial<Entry> {
  const start = at + 46 + nameLength
  const end = Math.min(start + extraLength, view.byteLength)
  for (let field = start; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    const fieldEnd = Math.min(field + 4 + view.getUint16(field + 2, true), end)
    const sizes: Partial<Entry> = {}
    let next = field + 4
    for (const [key, place] of [
      ['unpacked', 24],
      ['packed', 20],
      ['offset', 42],
    ] as const) {
      if (view.getUint32(at + place, true) !== 0xffffffff || next + 8 > fieldEnd) continue
      sizes[key] = Number(view.getBigUint64(next, true))
      next += 8
    }
    return sizes
  }
  return {}
}

function checkSizes(entries: Entry[], limits: ReadLimits) {
  const bomb = (reason: 'total' | 'ratio', found: number, limit: number) =>
    new Unreadable({ code: 'zip-bomb', detail: { reason, found, limit } })
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (total > limits.unpacked) throw bomb('total', total, limits.unpacked)
  for (const { packed, unpacked } of entries) {
    const ratio = Math.round(unpacked / Math.max(1, packed))
    if (unpacked > ratioMatters && ratio > limits.ratio) throw bomb('ratio', ratio, limits.ratio)
  }
}

async function* unpack(bytes: Uint8Array, entry: Entry): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, entry)
  let size = 0
  let sum = 0
  try {
    for await (const chunk of entry.method === 0 ? [packed] : inflate(packed)) {
      size += chunk.length
      if (size > entry.unpacked) {
        const detail = { reason: 'understated', found: size, limit: entry.unpacked } as const
        throw new Unreadable({ code: 'zip-bomb', detail })
      }
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    // zlib's own errors mean a damaged stream; what the reader of the pieces threw comes through as it is.
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_') ? broken(entry.name) : error
  }
  if (size !== entry.unpacked || sum !== entry.crc) throw broken(entry.name)
}

function packedBytes(bytes: Uint8Array, { name, method, offset, packed }: Entry): Uint8Array {
  const view = viewOf(bytes)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localSignature) throw broken(name)
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length || (method !== 0 && method !== 8)) throw broken(name)
  return bytes.subarray(start, start + packed)
}

function inflate(packed: Uint8Array): AsyncIterable<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: 64 * 1024 })
  stream.end(packed)
  return stream
}
