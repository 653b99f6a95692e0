import { today } from '#platform/clock.ts'
import type { Ctx } from '#platform/http/app.ts'
import { isPersonal, markKeeping } from '#platform/http/keeping.ts'
import { directionOf } from '#values/language.ts'
import type { Table, TableColumn, TableValue } from './table.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

/** The other forms of a list: its address with one of these endings. */
export const endings = ['csv', 'xlsx', 'json'] as const
export type Ending = (typeof endings)[number]

export interface ExportColumn<Row> {
  /** Named once per list: `title`, `staff.2026`. */
  key: string
  /** The heading, in the reader's language. */
  label: string
  /** What the values are; text if left out. euro: integer cents, date: `YYYY-MM-DD`. */
  kind?: TableColumn['kind']
  /** In characters; from the contents if left out. */
  width?: number
  value: (row: Row) => TableValue
}

export interface ExportedList<Row> {
  /** Beginning of the file name, plain letters: `massnahmen`. */
  name: string
  /** Name of the sheet and title of the workbook, in the reader's language. */
  sheet: string
  columns: readonly ExportColumn<Row>[]
  /** The whole filtered result, without pages; only what this reader may see. */
  rows: readonly Row[]
  /** One item as the API shows it: camelCase, ids for links, integer cents, imprecise dates with their wording. */
  item: (row: Row) => unknown
}

/**
 * Answers a list as a file. CSV: UTF-8 with its mark and `;`, as a German Excel opens it. Excel: frozen headings,
 * filters, widths, dates and euros as such. JSON: `{ "data": […], "pagination": { "total": n } }`, readable by other
 * sites where it holds only what everyone may see. The page cache keeps it for readers who are not signed in.
 */
export async function answerTable<Row>(c: Ctx, ending: Ending, list: ExportedList<Row>): Promise<Response> {
  if (ending === 'json') {
    const data = list.rows.map((row) => list.item(row))
    return answerJson(c, list.name, { data, pagination: { total: data.length } })
  }
  const table = tableOf(c, list)
  const bytes =
    ending === 'csv'
      ? writeCsv(table)
      : await writeXlsx([table], { title: list.sheet, date: today(c.var.services.clock) })
  return send(c, {
    bytes,
    mediaType: mediaTypes[ending],
    fileName: fileNameOf(c, list.name, ending),
    asAttachment: true,
  })
}

/** Answers data as a JSON document, e.g. the whole plan. `name`: beginning of the file name. */
export function answerJson(c: Ctx, name: string, body: unknown): Response {
  // Only what everyone may see may be read by the scripts of other sites.
  if (!isPersonal(c) && c.var.municipality.isOpen) c.header('Access-Control-Allow-Origin', '*')
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  return send(c, { bytes, mediaType: mediaTypes.json, fileName: fileNameOf(c, name, 'json'), asAttachment: false })
}

/** `massnahmen_musterkreis_2026-11-24.xlsx`: whose list it is, and as of which day. */
export const fileNameOf = (c: Ctx, name: string, ending: string): string =>
  `${name}_${c.var.municipality.slug}_${today(c.var.services.clock)}.${ending}`

const mediaTypes: Record<Ending, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

function tableOf<Row>(c: Ctx, { sheet, columns, rows }: ExportedList<Row>): Table {
  return {
    name: sheet,
    columns: columns.map(({ key, label, kind = 'text', width }) => ({
      key,
      title: label,
      kind,
      ...(width !== undefined && { width }),
    })),
    rows: rows.map((row) => Object.fromEntries(columns.map(({ key, value }) => [key, value(row)]))),
    rightToLeft: directionOf(c.var.speech.language) === 'rtl',
  }
}

interface Sent {
  bytes: Uint8Array
  mediaType: string
  fileName: string
  asAttachment: boolean
}

function send(c: Ctx, { bytes, mediaType, fileName, asAttachment }: Sent): Response {
  markKeeping(c, 200)
  c.header('Content-Type', mediaType)
  c.header('Content-Language', c.var.speech.language)
  // Municipalities' slugs are plain letters, so the name needs no escaping.
  c.header('Content-Disposition', `${asAttachment ? 'attachment' : 'inline'}; filename="${fileName}"`)
  return c.body(bytes.slice().buffer)
}
