import type { IncomingMessage } from 'node:http'
import { createMiddleware } from 'hono/factory'
import { clientAddress } from '#platform/auth/client-address.ts'
import type { InterfaceLanguage } from '#values/language.ts'
import type { AppEnv, Ctx } from './app.ts'

/** The network address a request comes from, for rate limits; the same for a whole household or office. */
export function addressOfVisitor(c: Ctx): string {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  return clientAddress(c.req.raw.headers, incoming?.socket.remoteAddress, c.var.services.config.trustProxy)
}

/** Sends along the cookies that a function of sign-in returned. */
export function sendCookies(c: Ctx, cookies: Headers): void {
  for (const line of cookies.getSetCookie()) c.header('Set-Cookie', line, { append: true })
}

/** Keeps the language that somebody chose for a year: pages, also those without signing in, then come in it. null ends it. */
export const rememberLanguage = (c: Ctx, language: InterfaceLanguage | null): void =>
  c.header('Set-Cookie', `sprache=${language ?? ''}; Path=/; Max-Age=${language ? 31536000 : 0}; SameSite=Lax`, {
    append: true,
  })

/** For answers about a person's way in: no browser and no proxy may keep them. */
export const neverStore = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  c.res.headers.set('Cache-Control', 'no-store')
})
