import { createMiddleware } from 'hono/factory'
import { interfaceLanguages } from '#values/language.ts'
import type { AppEnv, Ctx } from './app.ts'
import type { MunicipalityRow } from './municipalities.ts'
import { languageOf, speechFor } from './request.ts'
import { isSafe } from './security.ts'
import { NotFound, SecondFactorNeeded, SignInNeeded } from './problems.ts'

/** How the domains tell who is asking and what they see; the platform only calls it. */
export type LoadPerson = (c: Ctx) => Promise<void>

interface Options {
  /** A closed municipality opens as well. Only for pages whose address is a key in itself. */
  evenClosed?: boolean
}

/**
 * Path → municipality → transaction. Everything behind it sees only that municipality's rows. A closed municipality is
 * not found by anyone without a role in it. An old slug leads to the same page under the new one.
 */
export const enterMunicipality = (loadPerson: LoadPerson, { evenClosed = false }: Options = {}) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { municipalities, connections, generations } = c.var.services
    const slug = c.req.param('municipality') ?? ''
    const moved = (await municipalities.bySlug(slug)) ? undefined : await municipalities.movedTo(slug)
    const municipality = await municipalities.bySlug(moved ?? slug)
    if (!municipality) throw notThere(c)
    c.set('municipality', municipality)
    c.set('generation', generations.of(municipality.id))
    c.set('speech', speechFor(languageOf(c, municipality.languages), municipality))
    const changed = await connections.run(
      municipality.id,
      isSafe(c.req.method) ? 'read' : 'write',
      async (session) => {
        c.set('session', session)
        c.set('db', session.db)
        await loadPerson(c)
        if (!evenClosed && !municipality.isOpen && !c.var.isPreview) refuseStrangers(c)
        if (moved) c.res = movedAnswer(c, slug, moved)
        else await next()
        return session.changedPublished
      },
      () => c.error === undefined && c.res.status < 400,
    )
    if (c.var.isPreview) keepPrivate(c.res)
    if (c.error === undefined && c.res.status < 400) for (const id of changed) generations.raise(id)
  })

/** A closed municipality is not found by anyone without a role. */
function refuseStrangers(c: Ctx) {
  const { person } = c.var
  if (person?.membership || person?.isInstanceAdmin) return
  if (person?.needsSecondFactor) throw new SecondFactorNeeded()
  hideMunicipality(c)
  throw notThere(c)
}

/**
 * A form sent by somebody who is signed in no longer is kept all the same, and so that this says nothing about what
 * exists, it is kept for an unknown municipality too.
 */
const notThere = (c: Ctx) => (isSafe(c.req.method) ? new NotFound() : new SignInNeeded())

/**
 * The answer must not tell that there is a municipality behind this address: no name, no menu, no words of its house, and
 * nobody greeted by name, because an address without a municipality greets nobody.
 */
export function hideMunicipality(c: Ctx) {
  c.set('municipality', undefined as unknown as MunicipalityRow)
  c.set('person', undefined)
  c.set('speech', speechFor(languageOf(c, interfaceLanguages)))
}

/** Whatever the answer is (page, table, feed): nobody keeps it, no search engine takes it. */
export function keepPrivate({ headers }: Response) {
  headers.set('Cache-Control', 'no-store')
  headers.set('X-Robots-Tag', 'noindex')
}

function movedAnswer(c: Ctx, from: string, to: string): Response {
  const url = new URL(c.req.url)
  return c.redirect(url.pathname.replace(`/${from}`, `/${to}`) + url.search, 308)
}
