import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { type FontFile, fontFiles, lettersOf } from './font-files.ts'

export interface BuiltFile {
  name: string
  content: Uint8Array
}

/** Our cuts of the fonts as woff2, each with its licence beside it. Throws where a cut is heavier than a page can bear. */
export async function buildFonts(modules: string): Promise<{ fonts: BuiltFile[]; licenses: BuiltFile[] }> {
  const fonts = await Promise.all(fontFiles.map((font) => cut(modules, font)))
  const licenses = new Map(fontFiles.map(({ family, license }) => [family, license]))
  return {
    fonts,
    licenses: [...licenses].map(([family, license]) => ({
      name: `OFL-${family.replace(' ', '-')}.txt`,
      content: readFileSync(join(modules, license)),
    })),
  }
}

const heaviest = 24 * 1024

async function cut(modules: string, font: FontFile): Promise<BuiltFile> {
  const original = readFileSync(join(modules, font.source))
  const letters = lettersOf(font)
  const options = { keepFeatures: [...font.features], noHinting: true }
  const sfnt = await subsetFont(original, letters, {
    ...options,
    targetFormat: 'truetype',
    variationAxes: { wght: { min: 400, max: 700 } },
  })
  const content = await subsetFont(renamed(sfnt, font.family), letters, { ...options, targetFormat: 'woff2' })
  if (content.length > heaviest) throw new Error(`${font.name} has ${content.length} bytes, at most ${heaviest} fit`)
  return { name: font.name, content }
}

const keptNames = new Set([0, 5, 13, 14])

/**
 * The same font under another name: the Open Font License reserves "Source" for the unchanged files. Copyright,
 * version and licence entries stay; see the OpenType specification, "name" and "Table Directory".
 */
export function renamed(sfnt: Uint8Array, family: string): Buffer {
  const font = Buffer.from(sfnt)
  const tables = readTables(font)
  const name = tables.find(({ tag }) => tag === 'name')
  if (!name) throw new Error('The font has no name table')
  name.content = nameTable(readNames(name.content), family)
  return writeTables(font.readUInt32BE(0), tables)
}

interface Table {
  tag: string
  content: Buffer
}

function readTables(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const entry = 12 + i * 16
    const offset = font.readUInt32BE(entry + 8)
    return {
      tag: font.toString('latin1', entry, entry + 4),
      content: font.subarray(offset, offset + font.readUInt32BE(entry + 12)),
    }
  })
}

function readNames(table: Buffer): Map<number, string> {
  const names = new Map<number, string>()
  const texts = table.readUInt16BE(4)
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const entry = 6 + i * 12
    const windows = table.readUInt16BE(entry) === 3
    const start = texts + table.readUInt16BE(entry + 10)
    const text = Buffer.from(table.subarray(start, start + table.readUInt16BE(entry + 8)))
    if (windows) names.set(table.readUInt16BE(entry + 6), text.swap16().toString('utf16le'))
  }
  return names
}

function nameTable(old: Map<number, string>, family: string): Buffer {
  const postScript = family.replaceAll(' ', '')
  const entries = [
    ...[...old].filter(([id]) => keptNames.has(id)),
    [1, family] as const,
    [2, 'Regular'] as const,
    [3, `${postScript}-Variable`] as const,
    [4, family] as const,
    [6, `${postScript}-Regular`] as const,
  ].sort(([a], [b]) => a - b)
  const head = Buffer.alloc(6 + entries.length * 12)
  head.writeUInt16BE(entries.length, 2)
  head.writeUInt16BE(head.length, 4)
  let offset = 0
  const texts = entries.map(([id, text], i) => {
    const encoded = Buffer.from(text, 'utf16le').swap16()
    ;[3, 1, 0x409, id, encoded.length, offset].forEach((value, at) => head.writeUInt16BE(value, 6 + i * 12 + at * 2))
    offset += encoded.length
    return encoded
  })
  return Buffer.concat([head, ...texts])
}

function writeTables(version: number, tables: Table[]): Buffer {
  const head = Buffer.alloc(12 + tables.length * 16)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  head.writeUInt32BE(version, 0)
  ;[tables.length, power * 16, Math.log2(power), (tables.length - power) * 16].forEach((value, i) =>
    head.writeUInt16BE(value, 4 + i * 2),
  )
  let offset = head.length
  const bodies = tables.map(({ tag, content }, i) => {
    const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)])
    const entry = 12 + i * 16
    head.write(tag, entry, 'latin1')
    head.writeUInt32BE(checksum(padded), entry + 4)
    head.writeUInt32BE(offset, entry + 8)
    head.writeUInt32BE(content.length, entry + 12)
    offset += padded.length
    return padded
  })
  return Buffer.concat([head, ...bodies])
}

function checksum(padded: Buffer): number {
  let sum = 0
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0
  return sum
}
