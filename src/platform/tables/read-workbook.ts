import { readCsv } from './read-csv.ts'
import { readDocx } from './read-docx.ts'
import { readXlsx } from './read-xlsx.ts'
import { defaultLimits, Unreadable } from './workbook.ts'
import type { OtherFile, ReadLimits, ReadProblem, ReadResult } from './workbook.ts'
import { openZip, type ZipArchive } from './zip-archive.ts'

/**
 * Reads an office table: `.xlsx`, `.xlsm`, CSV or TSV, or the tables of a `.docx`. What it is is decided by its content; the name only names the
 * sheet of a text file. Never throws for what is in the file: a problem is a code with its data.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = defaultLimits,
): Promise<ReadResult> {
  try {
    const result = await read(bytes, fileName, limits)
    const isEmpty = result.sheets.every(({ width }) => width === 0)
    return isEmpty ? { ok: false, problem: { code: 'empty', detail: {} } } : { ok: true, ...result }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}

async function read(bytes: Uint8Array, fileName: string, limits: ReadLimits) {
  if (bytes.length > limits.bytes) fail({ code: 'too-large', detail: { bytes: bytes.length, limit: limits.bytes } })
  if (bytes.length === 0) fail({ code: 'empty', detail: {} })
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) {
    const zip = openZip(bytes, limits)
    const document = zip.find('word/document.xml')
    if (document) return { sheets: await readDocx(zip, document, sheetName(fileName), limits) }
    return { sheets: await readXlsx(zip, await workbookPart(zip), limits) }
  }
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) fail(compoundFile(bytes))
  const found = otherFile(bytes)
  if (found) fail({ code: 'not-a-workbook', detail: { found } })
  const { sheet, encoding, delimiter } = readCsv(bytes, sheetName(fileName), limits)
  return { sheets: [sheet], csv: { encoding, delimiter } }
}

function fail(problem: ReadProblem): never {
  throw new Unreadable(problem)
}

const sheetName = (fileName: string) => fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
const latin1 = (bytes: Uint8Array, end: number) => Buffer.from(bytes.subarray(0, end)).toString('latin1')
const startsWith = (bytes: Uint8Array, magic: string) => latin1(bytes, magic.length) === magic

/** The part that lists the sheets; says what the archive is when it is something else. */
async function workbookPart(zip: ZipArchive): Promise<string> {
  const part = zip.find('xl/workbook.xml') ?? zip.names.find((name) => /(^|\/)workbook\d*\.xml$/i.test(name))
  if (part) return part
  const holds = (pattern: RegExp) => zip.names.some((name) => pattern.test(name))
  const found: OtherFile = holds(/^xl\/workbook\.bin$/i)
    ? 'binary-workbook'
    : holds(/^word\//)
      ? 'word'
      : holds(/^ppt\//)
        ? 'slides'
        : holds(/^mimetype$/) && holds(/^content\.xml$/)
          ? 'open-document'
          : 'zip'
  return fail({ code: 'not-a-workbook', detail: { found } })
}

/** Files of the 1997 kind name their streams in UTF-16: a workbook, an encrypted newer file, or something else. */
function compoundFile(bytes: Uint8Array): ReadProblem {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return { code: 'encrypted', detail: {} }
  if (holds('Workbook') || holds('Book')) return { code: 'old-xls', detail: {} }
  return { code: 'not-a-workbook', detail: { found: holds('WordDocument') ? 'word' : 'office-97' } }
}

/** Tab, line feed, vertical tab, form feed, carriage return, escape. */
const textControls = new Set([9, 10, 11, 12, 13, 27])

/** What a file that is no archive is, when it cannot be a text table; old programs save web pages as `.xls`. */
function otherFile(bytes: Uint8Array): OtherFile | undefined {
  const start = latin1(bytes, 512)
  if (start.startsWith('%PDF')) return 'pdf'
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF|II\*\0|MM\0\*)/.test(start)) return 'image'
  const text = start
    .replace(/^(\xef\xbb\xbf|\xff\xfe)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase()
  if (/^(<!doctype html|<html|<table|<meta)/.test(text)) return 'html'
  if (text.startsWith('<?xml')) return text.includes('<html') ? 'html' : 'xml'
  // Text has no control characters. A byte order mark says that it is text all the same.
  if (/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(start)) return undefined
  const controls = bytes.subarray(0, 512).filter((byte) => byte > 0 && byte < 32 && !textControls.has(byte)).length
  return controls > start.length * 0.02 + 1 ? 'unknown' : undefined
}
