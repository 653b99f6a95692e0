import { emptyCell, Unreadable, type Cell, type ReadLimits, type Sheet } from '#platform/tables/workbook.ts'

type Item = Readonly<Record<string, unknown>>

/** The names under which items hold the items below them. */
const childNames = [
  'children',
  'items',
  'measures',
  'actions',
  'subtasks',
  'tasks',
  'kinder',
  'massnahmen',
  'unterpunkte',
]
const titleNames = ['title', 'titel', 'name', 'bezeichnung']

interface FlatItem {
  item: Item
  /** 2.1.3: the third child of the first child of the second item. */
  number: string
  /** Title of the item at the top, where there are levels. */
  top: string
  /** Where it stands in the file: `$.data[2].children[0]`. */
  path: string
}

/** Whether a file is meant as JSON: its first sign opens a list or an object. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(/^\uFEFF/, '')
    .trimStart()
  return /^[[{]\s*[[{"\]}]/.test(start)
}

/**
 * Reads a list of objects, or a tree of them, as a sheet: one row per object, its parents before it, one column per
 * name. A tree also gets the number of each place in it and the title of its top. Lists of words stand one below the
 * other in their cell; objects within objects are columns of their own (`lead.name`).
 * @throws Unreadable
 */
export function readJsonTree(bytes: Uint8Array, name: string, limits: ReadLimits): Sheet {
  const { items, path } = listIn(parse(bytes))
  const childName = items.map(childNameOf).find((found) => found !== undefined)
  const flat =
    childName === undefined
      ? items.map((item, place) => asFlat(item, `${path}[${place}]`))
      : flatten(items, childName, path)
  if (flat.length > limits.rows)
    throw new Unreadable({ code: 'too-many-rows', detail: { sheet: name, limit: limits.rows } })

  const isTree = childName !== undefined
  const records = flat.map(({ item, number, top }) => ({
    ...(isTree && { Nummer: number, Handlungsfeld: top }),
    ...scalars(item, childName),
  }))
  const headings = [...new Set(records.flatMap((record) => Object.keys(record)))]
  if (headings.length > limits.columns)
    throw new Unreadable({ code: 'too-many-columns', detail: { sheet: name, limit: limits.columns } })
  const header = headings.map((text): Cell => ({ text, kind: 'text', bold: true }))
  const rows = records.map((record) => headings.map((heading) => cellOf((record as Item)[heading])))
  return {
    name,
    hidden: false,
    rows: records.length === 0 ? [] : [header, ...rows],
    width: records.length === 0 ? 0 : headings.length,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    paths: [path, ...flat.map((one) => one.path)],
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '')) as unknown
  } catch {
    throw new Unreadable({ code: 'broken', detail: { part: 'JSON' } })
  }
}

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is Item[] => Array.isArray(value) && value.length > 0 && value.every(isItem)

/** The list itself, or the first list of objects in an object: `{ "data": […] }`. */
function listIn(value: unknown): { items: Item[]; path: string } {
  if (isList(value)) return { items: value, path: '$' }
  for (const [name, inside] of isItem(value) ? Object.entries(value) : []) {
    if (isList(inside)) return { items: inside, path: `$.${name}` }
  }
  throw new Unreadable({ code: 'empty', detail: {} })
}

function childNameOf(item: Item): string | undefined {
  const own = childNames.find((name) => isList(item[name]))
  if (own) return own
  const below = Object.values(item).flatMap((value) => (isList(value) ? value : []))
  return below.map(childNameOf).find((name) => name !== undefined)
}

const asFlat = (item: Item, path: string): FlatItem => ({ item, number: '', top: '', path })
const titleOf = (item: Item) =>
  String(titleNames.map((name) => item[name]).find((title) => typeof title === 'string') ?? '')

function flatten(items: readonly Item[], childName: string, list: string, above = '', top = ''): FlatItem[] {
  return items.flatMap((item, place) => {
    const number = above === '' ? String(place + 1) : `${above}.${place + 1}`
    const highest = top || titleOf(item)
    const children = item[childName]
    const path = `${list}[${place}]`
    const below = isList(children) ? flatten(children, childName, `${path}.${childName}`, number, highest) : []
    return [{ item, number, top: highest, path }, ...below]
  })
}

/** The plain values of an item; of objects within it, theirs. */
function scalars(item: Item, childName: string | undefined, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, value]): [string, unknown][] => {
      if (name === childName && prefix === '') return []
      const key = prefix + name
      if (isItem(value) && prefix === '') return Object.entries(scalars(value, undefined, `${name}.`))
      if (Array.isArray(value)) {
        return value.every((one) => typeof one === 'string' || typeof one === 'number') ? [[key, value.join('\n')]] : []
      }
      return [[key, value]]
    }),
  )
}

function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string': {
      const text = value.replaceAll(/\r\n?/g, '\n')
      return text.trim() === '' ? emptyCell : { text, kind: 'text' }
    }
    case 'number':
      return { text: String(value), kind: 'number', number: value }
    case 'boolean':
      return { text: String(value), kind: 'boolean' }
    default:
      return emptyCell
  }
}
