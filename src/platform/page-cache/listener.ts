import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { isInterfaceLanguage } from '#values/language.ts'
import { today } from '#platform/clock.ts'
import type { AppEnv } from '#platform/http/app.ts'
import { hostOfRequest } from '#platform/http/addresses.ts'
import { acceptedLanguages } from '#platform/http/request.ts'
import { createStaticFiles } from '#platform/http/static-files.ts'
import type { Services } from '#platform/services.ts'
import { cacheHeader } from './header.ts'
import { createPageCache, type PageCache } from './page-cache.ts'

/** Static files, then the page cache, then the app. */
export function createListener(
  app: Hono<AppEnv>,
  services: Services,
): { listener: (request: IncomingMessage, response: ServerResponse) => void; cache: PageCache } {
  const statics = createStaticFiles()
  const cache = createPageCache({
    generationOf: services.generations.of,
    siteOf: (host) => services.municipalities.byHost(hostOfRequest(host)) ?? '',
    languageOf: (request, query) => languageKey(request, query),
    // Known parameters are checked by the pages; here only junk is kept out, so that nobody fills the cache with it.
    // The API refuses what it does not know, and only what it answers is kept.
    isKnownParameter: (name, path) => knownParameters.has(name) || isApi.test(path),
    today: () => today(services.clock),
    now: () => services.clock.now().getTime(),
  })
  const forward = getRequestListener(
    async (request, env) => {
      const response = await app.fetch(request, env)
      const keep = response.headers.get(cacheHeader)
      if (!keep) return response
      response.headers.delete(cacheHeader)
      const key = cache.keyOf((env as unknown as { incoming: IncomingMessage }).incoming)
      if (key === undefined || response.status !== 200) return response
      const body = Buffer.from(await response.arrayBuffer())
      const [municipalityId, generation, route = '-'] = keep.split(' ')
      const headers = new Headers(response.headers)
      cache.keep(key, { municipalityId: Number(municipalityId), generation: Number(generation), route, headers, body })
      headers.set('vary', 'Accept-Encoding, Accept-Language, Cookie')
      return new Response(body, { status: 200, headers })
    },
    { overrideGlobalObjects: false },
  )
  return {
    cache,
    listener: (request, response) => {
      const start = performance.now()
      const asset = statics(request, response)
      const answered = asset ?? cache.answer(request, response)
      if (!answered) {
        void forward(request, response)
        return
      }
      const { method = 'GET' } = request
      const ms = Math.round((performance.now() - start) * 1000) / 1000
      services.metrics.answered({ ...answered, method, seconds: ms / 1000 })
      services.log({ level: 'info', method, ...answered, ms, from: asset ? 'file' : 'page cache' })
    },
  }
}

const isApi = /^(?:\/[a-z0-9-]+)?\/api\/v1\//

const knownParameters = new Set(
  'sprache fassung q feld thema zielgruppe gebiet stand verlauf federfuehrung jahr leuchtturm sort richtung seite zeilen weg bedarf zahl art sprachen mo zusammenarbeit ebene ziel ohnewert folge zeige ausgabe'.split(
    ' ',
  ),
)

function languageKey(request: IncomingMessage, query: URLSearchParams): string {
  const asked = query.get('sprache') ?? /(?:^|; )sprache=([a-z-]+)/.exec(request.headers.cookie ?? '')?.[1]
  if (asked && isInterfaceLanguage(asked)) return asked
  // What is offered differs per municipality: the order of preference decides together with that.
  return acceptedLanguages(request.headers['accept-language']).filter(isInterfaceLanguage).join(',')
}
