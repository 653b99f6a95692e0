import { createMiddleware } from 'hono/factory'
import type { AppEnv, Ctx } from './app.ts'
import { interfaceLanguages } from '#values/language.ts'
import { languageOf, speechFor } from './request.ts'
import { isSafe } from './security.ts'
import { NotFound, SecondFactorNeeded, SignInNeeded } from './problems.ts'

/** How the accounts domain tells who is asking and what they see; the platform only calls it. */
export type LoadPerson = (c: Ctx) => Promise<void>

/**
 * Path → municipality → transaction. Everything behind it sees only that municipality's rows. A closed municipality is
 * not found by anyone without a role in it.
 */
export const enterMunicipality = (loadPerson: LoadPerson) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { municipalities, connections, generations } = c.var.services
    const slug = c.req.param('municipality') ?? ''
    const municipality = await municipalities.bySlug(slug)
    if (!municipality) {
      const moved = await municipalities.movedTo(slug)
      if (!moved) throw isSafe(c.req.method) ? new NotFound() : new SignInNeeded()
      const url = new URL(c.req.url)
      c.res = c.redirect(url.pathname.replace(`/${slug}`, `/${moved}`) + url.search, 308)
      return
    }
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
        if (!municipality.isOpen && !c.var.isPreview) refuseStrangers(c)
        await next()
        return session.changedPublished
      },
      () => c.error === undefined && c.res.status < 400,
    )
    if (c.error === undefined && c.res.status < 400) for (const id of changed) generations.raise(id)
  })

/**
 * A closed municipality is not found by anyone without a role. A form sent by somebody who is signed in no longer is
 * kept all the same, and so that this says nothing about what exists, it is kept for an unknown municipality too.
 */
function refuseStrangers(c: Ctx) {
  const { person } = c.var
  if (person?.membership || person?.isInstanceAdmin) return
  if (person?.needsSecondFactor) throw new SecondFactorNeeded()
  // The page that says so must not name it in its frame.
  c.set('municipality', undefined as never)
  c.set('speech', speechFor(languageOf(c, interfaceLanguages)))
  throw person || isSafe(c.req.method) ? new NotFound() : new SignInNeeded()
}
