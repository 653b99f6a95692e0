import * as v from 'valibot'
import { interfaceLanguages } from '#values/language.ts'
import type { Collection, Parameter, Slice } from './collection.ts'

/** Why a parameter is refused: nobody knows it, it is there twice, its value is none, two mean the same filter. */
export type QueryFault = 'unknown' | 'twice' | 'value' | 'excludes'
export interface QueryProblem {
  parameter: string
  fault: QueryFault
}

export const mostPages = 1_000_000
export const mostPerPage = 100
export const usualPerPage = 50

const whole = (from: number, to: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,7}$/),
    v.check((text) => Number(text) >= from && Number(text) <= to),
  )

/** Parameters of every list and item, and of every list. */
export const languageParameter = {
  schema: v.picklist(interfaceLanguages),
  shown: { type: 'string', enum: [...interfaceLanguages] },
}
export const versionParameter = { schema: whole(1, 9999), shown: { type: 'integer', minimum: 1 } }
export const pageParameters = {
  page: { schema: whole(1, mostPages), shown: { type: 'integer', minimum: 1, maximum: mostPages, default: 1 } },
  pageSize: {
    schema: whole(1, mostPerPage),
    shown: { type: 'integer', minimum: 1, maximum: mostPerPage, default: usualPerPage },
  },
} as const
export const commonParameters = { language: languageParameter, planVersion: versionParameter } as const

type Reader = Pick<Parameter, 'schema' | 'shown'> & { filter?: string }

/** Everything that a list may be asked, in the order of the documentation. */
export const parametersOfList = ({ parameters }: Pick<Collection, 'parameters'>): Readonly<Record<string, Reader>> => ({
  ...parameters,
  ...pageParameters,
  ...commonParameters,
})

export interface ListQuery extends Slice {
  page: number
  /** By the names of the page's filters. */
  filter: Record<string, string>
}

/** Reads the query of a list strictly: who programs must hear of every parameter that does nothing. */
export function readListQuery(
  query: URLSearchParams,
  collection: Pick<Collection, 'parameters'>,
): { ok: true; value: ListQuery } | { ok: false; problems: QueryProblem[] } {
  const known = parametersOfList(collection)
  const { problems, values } = readParameters(query, known)
  const filter: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    const key = known[name]?.filter
    if (key === undefined) continue
    if (filter[key] !== undefined) problems.push({ parameter: name, fault: 'excludes' })
    filter[key] = value
  }
  if (problems.length > 0) return { ok: false, problems }
  const page = Number(values['page'] ?? 1)
  const limit = Number(values['pageSize'] ?? usualPerPage)
  return { ok: true, value: { page, limit, offset: (page - 1) * limit, filter } }
}

/** Each parameter of an address read by its schema, and what is wrong with them, all at once. */
export function readParameters(
  query: URLSearchParams,
  known: Readonly<Record<string, Reader>>,
): { values: Record<string, string>; problems: QueryProblem[] } {
  const problems: QueryProblem[] = []
  const values: Record<string, string> = {}
  for (const parameter of new Set(query.keys())) {
    const reader = Object.hasOwn(known, parameter) ? known[parameter] : undefined
    const given = query.getAll(parameter)
    const read = reader && v.safeParse(reader.schema, given[0])
    if (!read) problems.push({ parameter, fault: 'unknown' })
    else if (given.length > 1) problems.push({ parameter, fault: 'twice' })
    // A zero byte is no letter of any language, and PostgreSQL refuses a text that holds one.
    else if (!read.success || read.output.includes('\u0000')) problems.push({ parameter, fault: 'value' })
    else values[parameter] = read.output
  }
  return { values, problems }
}
