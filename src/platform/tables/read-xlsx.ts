import { defaultLimits, Unreadable, type ReadLimits, type Sheet } from './workbook.ts'
import type { Context } from './xlsx-cells.ts'
import { readSheet, type Budget } from './xlsx-sheet.ts'
import { readComments, readSharedStrings } from './xlsx-strings.ts'
import { readStyles, readTheme } from './xlsx-styles.ts'
import { attribute, isTrue, readXml } from './xml.ts'
import type { ZipArchive } from './zip-archive.ts'

interface Relation {
  /** The last word of the type: `worksheet`, `sharedStrings`, `comments` … */
  kind: string
  target: string
}

/** Reads the worksheets of an unpacked `.xlsx` or `.xlsm` in the order of their tabs. @throws Unreadable */
export async function readXlsx(
  zip: ZipArchive,
  workbookPart: string,
  limits: ReadLimits = defaultLimits,
): Promise<Sheet[]> {
  const relations = await readRelations(zip, workbookPart)
  const { sheets, date1904 } = await readWorkbookPart(zip, workbookPart)
  const context: Context = { ...(await readLooks(zip, [...relations.values()])), date1904 }
  const budget: Budget = { cells: limits.cells, covered: limits.cells }

  const result: Sheet[] = []
  for (const { name, hidden, relation } of sheets) {
    const { kind, target } = relations.get(relation) ?? {}
    // Charts and macro sheets are tabs too.
    if (kind !== 'worksheet' || !target) continue
    const part = zip.find(target)
    if (!part) throw new Unreadable({ code: 'broken', detail: { part: target } })
    const comments = await commentsOf(zip, part)
    result.push(await readSheet({ name, hidden, part, chunks: zip.read(part), comments }, context, limits, budget))
  }
  return result
}

async function readWorkbookPart(zip: ZipArchive, part: string) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = []
  let date1904 = false
  await readXml(part, zip.read(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet') return
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      sheets.push({ name: attributes['name'] ?? '', hidden, relation: attribute(attributes, 'id') ?? '' })
    },
  })
  return { sheets, date1904 }
}

/** Where a part's relations point, by their ids; none when it has none. */
async function readRelations(zip: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relationsPart = zip.find(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  if (!relationsPart) return relations
  await readXml(relationsPart, zip.read(relationsPart), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return
      relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) })
    },
  })
  return relations
}

/** `../comments1.xml` seen from `xl/worksheets/` is `xl/comments1.xml`. */
const resolve = (folder: string, target: string) =>
  decodeURIComponent(new URL(target.replaceAll('\\', '/').replaceAll('%', '%25'), `file:///${folder}`).pathname).slice(
    1,
  )

async function readLooks(zip: ZipArchive, relations: Relation[]): Promise<Omit<Context, 'date1904'>> {
  const partOf = (kind: string) => zip.find(relations.find((relation) => relation.kind === kind)?.target ?? '')
  const [theme, styles, strings] = [partOf('theme'), partOf('styles'), partOf('sharedStrings')]
  const colours = theme ? await readTheme(theme, zip.read(theme)) : []
  return {
    styles: styles ? await readStyles(styles, zip.read(styles), colours) : [],
    strings: strings ? await readSharedStrings(strings, zip.read(strings)) : [],
  }
}

/** Threads are preferred: the note kept beside them for older programs begins with an explanation. */
async function commentsOf(zip: ZipArchive, sheetPart: string): Promise<ReadonlyMap<string, string>> {
  const relations = [...(await readRelations(zip, sheetPart)).values()]
  const comments = new Map<string, string>()
  for (const kind of ['comments', 'threadedComment']) {
    for (const { target } of relations.filter((relation) => relation.kind === kind)) {
      const part = zip.find(target)
      if (!part) continue
      for (const [address, text] of await readComments(part, zip.read(part))) comments.set(address, text)
    }
  }
  return comments
}
