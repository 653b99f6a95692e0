import { randomUUID } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { isInterfaceLanguage, type InterfaceLanguage } from '#values/language.ts'
import { speechOf, type Speech } from '#platform/texts/texts.ts'
import { stackOf } from '#platform/stack.ts'
import type { Services } from '#platform/services.ts'
import type { AppEnv, Ctx } from './app.ts'
import type { MunicipalityRow } from './municipalities.ts'

/** First of all: the services, an id for the log, and one structured line when the answer is there. */
export const beginRequest = (services: Services) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const start = performance.now()
    c.set('services', services)
    c.set('requestId', randomUUID())
    c.set('isPreview', false)
    c.set('sees', { drafts: false, internal: false })
    await next()
    const ms = Math.round((performance.now() - start) * 10) / 10
    const statements = c.var.session?.statements ?? 0
    const { method } = c.req
    const { status } = c.res
    const route = routeOf(c)
    // Of what is not found, how much was looked up says whether it exists.
    if (status !== 404) c.res.headers.set('Server-Timing', `app;dur=${ms}, db;desc="${statements} statements"`)
    services.metrics.answered({ route, method, status, seconds: ms / 1000, statements })
    services.log({
      level: status >= 500 ? 'error' : 'info',
      id: c.var.requestId,
      method,
      route,
      municipality: c.var.municipality?.slug,
      status,
      ms,
      statements,
      ...(c.error && status >= 500 && { error: stackOf(c.error) }),
    })
  })

/** The pattern that answered, e.g. `/:municipality/massnahmen/:id`: never the address, which may hold a token. */
export const routeOf = (c: Ctx): string => matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? '-'

/** `?sprache=` wins over the cookie, the cookie over what the browser asks for; German is always there. */
export function languageOf(c: Ctx, offered: readonly string[]): InterfaceLanguage {
  const asked = [c.req.query('sprache'), /(?:^|; )sprache=([a-z-]+)/.exec(c.req.header('cookie') ?? '')?.[1]]
  return pickLanguage([...asked, ...acceptedLanguages(c.req.header('accept-language'))], offered)
}

export const pickLanguage = (wanted: readonly (string | undefined)[], offered: readonly string[]): InterfaceLanguage =>
  (wanted
    .filter((one) => one !== undefined)
    .find((one) => isInterfaceLanguage(one) && (one === 'de' || offered.includes(one))) as
    InterfaceLanguage | undefined) ?? 'de'

export const acceptedLanguages = (header = ''): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', q = 'q=1'] = part.trim().split(';')
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(q.trim().slice(2)) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ language }) => language)

// Compiled messages are kept with a speech, so there is one per municipality, state of its words, and language.
const speeches = new Map<string, Speech>()
export function speechFor(language: InterfaceLanguage, municipality?: MunicipalityRow): Speech {
  const key = municipality ? `${municipality.id}.${municipality.version}.${language}` : language
  let speech = speeches.get(key)
  if (!speech) {
    if (speeches.size > 300) speeches.clear()
    speeches.set(key, (speech = speechOf(language, wordsOf(municipality))))
  }
  return speech
}

// Where nobody has chosen a word, the kind says whether this is a county or a city.
const territoryOf = { county: 'Landkreis', city: 'Stadt', municipality: 'Gemeinde' } as const
const wordsOf = (municipality?: MunicipalityRow): Record<string, unknown> =>
  municipality ? { territory: territoryOf[municipality.kind], ...(municipality.words as object) } : {}
