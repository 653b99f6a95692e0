import type { Collection } from '#platform/api/collection.ts'
import { commonParameters } from '#platform/api/read-query.ts'
import { addressOf, baseOf, originOf, redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { answerProblemJson } from '#platform/http/problem-json.ts'
import { MovedTo, NotFound } from '#platform/http/problems.ts'
import { isSafe } from '#platform/http/security.ts'
import { collections } from '../documents/collections.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { askedOf, beginApi, readListQuery, readParameters, refuseQuery } from './asked.ts'
import { sendToAll } from './send.ts'

export const apiRoutes = domain()
const json = 'application/json; charset=utf-8'

for (const path of [paths.api, paths.apiVersion]) apiRoutes.get(path, (c) => redirectTo(c, paths.page))

for (const collection of collections) {
  const list = paths.collection(collection.name)
  apiRoutes.get(list, (c) => answerList(c, collection))
  apiRoutes.get(`${list}/:id{[0-9]+}`, (c) => answerOne(c, collection))
}

// Whatever else is asked of these addresses: nothing can be written, and nothing is there that has no name above.
apiRoutes.all(`${paths.apiVersion}/*`, (c) => {
  beginApi(c)
  if (c.req.method === 'OPTIONS') {
    c.header('Allow', methods)
    c.header('Access-Control-Allow-Methods', methods)
    c.header('Access-Control-Allow-Headers', 'Accept, Accept-Language, If-None-Match')
    return c.body(null, 204)
  }
  if (isSafe(c.req.method)) throw new NotFound()
  const t = texts(c.var.speech)
  c.header('Allow', methods)
  return answerProblemJson(c, { status: 405, title: t('problem.method'), detail: t('problem.method.text') })
})
const methods = 'GET, HEAD, OPTIONS'

/** One page of what matches, with the way to the next. */
async function answerList(c: Ctx, collection: Collection): Promise<Response> {
  const query = beginApi(c)
  const read = readListQuery(query, collection)
  if (!read.ok) return refuseQuery(c, read.problems)
  const { page, limit, filter } = read.value
  const { total, items } = await collection.list(await askedOf(c, query), filter, read.value)
  const next = page * limit < total ? nextOf(c, collection.name, query, page) : null
  if (next !== null) c.header('Link', `<${next}>; rel="next"`)
  const pagination = { page, pageSize: limit, total, next }
  return sendToAll(c, JSON.stringify({ data: items, pagination }), json)
}

function nextOf(c: Ctx, name: string, query: URLSearchParams, page: number): string {
  const asked = new URLSearchParams(query)
  asked.set('page', String(page + 1))
  return `${originOf(c)}${baseOf(c)}${paths.collection(name)}?${asked}`
}

/** One thing, as its list shows it. Throws NotFound or Gone; what moved leads on. */
async function answerOne(c: Ctx, collection: Collection): Promise<Response> {
  const query = beginApi(c)
  const { problems } = readParameters(query, commonParameters)
  if (problems.length > 0) return refuseQuery(c, problems)
  const digits = c.req.param('id') ?? ''
  // No id is longer; PostgreSQL would refuse it.
  if (digits.length > 15) throw new NotFound()
  const id = Number(digits)
  const asked = await askedOf(c, query)
  const { items } = await collection.list(asked, {}, { limit: 1, offset: 0 }, id)
  const [item] = items
  if (item !== undefined) return sendToAll(c, JSON.stringify(item), json)
  try {
    await collection.explain(asked, id)
  } catch (error) {
    const place = error instanceof MovedTo ? /\/(\d+)$/.exec(error.path)?.[1] : undefined
    if (place === undefined) throw error
    const { search } = new URL(c.req.url)
    return c.redirect(addressOf(c, paths.one(collection.name, Number(place))) + search, 308)
  }
  throw new NotFound()
}
