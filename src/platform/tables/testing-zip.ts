import { crc32, deflateRawSync } from 'node:zlib'

interface File {
  name: string
  content: string | Uint8Array
  /** What the directory claims about the unpacked size, where it is to lie. */
  claims?: number
  encrypted?: boolean
}

/** An archive by hand, for the files that no library would make. Only for tests. */
export function zipOf(files: readonly File[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims, encrypted = false } of files) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(encrypted ? 1 : 0, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claims ?? bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, tail, Buffer.from(name)]))
    bodies.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, ...directory, Buffer.from('PK\x05\x06'), end])
}

interface Parts {
  /** What stands in `<worksheet>`. */
  sheet: string
  styles?: string
  strings?: string
  theme?: string
  workbookPr?: string
}

/** A workbook with one sheet "Tabelle1" from its bare XML. Only for tests. */
export const workbookOf = (parts: Parts, more: readonly File[] = []) =>
  zipOf([
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r">${parts.workbookPr ?? ''}<sheets><sheet name="Tabelle1" r:id="r1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relations },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${parts.sheet}</worksheet>` },
    { name: 'xl/styles.xml', content: parts.styles ?? '<styleSheet/>' },
    { name: 'xl/sharedStrings.xml', content: parts.strings ?? '<sst/>' },
    { name: 'xl/theme/theme1.xml', content: parts.theme ?? '<theme/>' },
    ...more,
  ])

const relations = `<Relationships>${[
  ['r1', 'worksheet', 'worksheets/sheet1.xml'],
  ['r2', 'styles', 'styles.xml'],
  ['r3', 'sharedStrings', '/xl/sharedStrings.xml'],
  ['r4', 'theme', 'theme/theme1.xml'],
]
  .map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`)
  .join('')}</Relationships>`
