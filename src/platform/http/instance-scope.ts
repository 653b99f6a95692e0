import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app.ts'
import type { LoadPerson } from './municipality-scope.ts'
import { interfaceLanguages } from '#values/language.ts'
import { languageOf, speechFor } from './request.ts'
import { isSafe } from './security.ts'

/** Pages of the instance (sign-in, account, administration): a transaction without a municipality. */
export const enterInstance = (loadPerson: LoadPerson) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { connections, municipalities, generations } = c.var.services
    c.set('speech', speechFor(languageOf(c, interfaceLanguages)))
    const changed = await connections.run(
      null,
      isSafe(c.req.method) ? 'read' : 'write',
      async (session) => {
        c.set('session', session)
        c.set('db', session.db)
        await loadPerson(c)
        await next()
        return session.changedPublished
      },
      () => c.error === undefined && c.res.status < 400,
    )
    if (c.error !== undefined || c.res.status >= 400) return
    for (const id of changed) generations.raise(id)
    if (!isSafe(c.req.method)) municipalities.forget()
  })
