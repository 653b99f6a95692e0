import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app.ts'
import { hostOf } from './addresses.ts'
import { Forbidden } from './problems.ts'

// The page cache writes the same headers, so they are data.
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; img-src 'self' data:; media-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  // Hono's default no-referrer makes Chromium post forms with Origin: null.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

export const sendSecurityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
})

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
export const isSafe = (method: string) => safeMethods.has(method)

/**
 * A form of another site must not act in the name of who is signed in here. Sec-Fetch-Site comes first because only
 * browsers can set it; then Origin. A request with neither is no browser's and carries nobody's cookies by accident.
 */
export const checkOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (!isSafe(c.req.method)) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    if (site ? site !== 'same-origin' && site !== 'none' : origin !== undefined && !isOwn(origin)) {
      throw new Forbidden('origin')
    }
  }
  await next()

  function isOwn(origin: string) {
    const { config, municipalities } = c.var.services
    const host = URL.parse(origin)?.hostname
    if (!host) return false
    return origin === config.publicUrl || host === hostOf(c) || municipalities.byHost(host) !== undefined
  }
})
