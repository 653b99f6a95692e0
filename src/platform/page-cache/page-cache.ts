import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { etagOf, holdsTag } from '#platform/http/etag.ts'

/** A finished answer: complete headers and the body in three encodings, so that a hit is a lookup and a write. */
interface Entry {
  generation: number
  municipalityId: number
  route: string
  validUntil: number
  headers: Record<string, string>
  etag: string
  identity: Buffer
  gzip?: Buffer
  br?: Buffer
  bytes: number
}

export interface PageCache {
  /** Answers from the cache if it can, and says with which route and status; undefined: the app has to. */
  answer: (request: IncomingMessage, response: ServerResponse) => { route: string; status: number } | undefined
  /** The key under which an answer of the app may be kept; undefined: this request is never cached. */
  keyOf: (request: IncomingMessage) => string | undefined
  /** Keeps an answer that the app made for `key`. `municipalityId` and `generation` say what makes it worthless. */
  keep: (
    key: string,
    answer: {
      municipalityId: number
      generation: number
      route?: string
      headers: Headers
      body: Buffer
      validUntil?: number
    },
  ) => void
  readonly stats: { hits: number; misses: number; bytes: number; entries: number }
}

interface Options {
  maxBytes?: number
  generationOf: (municipalityId: number) => number
  /** Name of the site: the mapped host, or '' where the first segment of the path is the municipality. */
  siteOf: (host: string) => string
  languageOf: (request: IncomingMessage, query: URLSearchParams) => string
  /** Query parameters that change a page; a request with any other goes past the cache. */
  isKnownParameter: (name: string, path: string) => boolean
  today: () => string
  now: () => number
}

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)
const plainCookies = /^(?:sprache=[\w-]*(?:; |$))*$/

/**
 * Finished pages for anonymous readers, before Hono: the frame around a page costs more than sending it (measured: 0.35
 * of node:http behind Hono, 0.92 before it). At most `maxBytes`, oldest first.
 */
export function createPageCache(options: Options): PageCache {
  const { maxBytes = 64 * 1024 * 1024, generationOf, siteOf, languageOf, isKnownParameter, today, now } = options
  const entries = new Map<string, Entry>()
  const stats = { hits: 0, misses: 0, bytes: 0, entries: 0 }

  const forget = (key: string, entry: Entry) => {
    entries.delete(key)
    stats.bytes -= entry.bytes
    stats.entries = entries.size
  }

  const keyOf = (request: IncomingMessage): string | undefined => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const { cookie, host = '', authorization } = request.headers
    if (authorization || (cookie && !plainCookies.test(cookie))) return undefined
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const parameters = new URLSearchParams(query)
    for (const name of parameters.keys()) if (!isKnownParameter(name, path)) return undefined
    parameters.sort()
    return [siteOf(host), path, parameters.toString(), languageOf(request, parameters), today()].join('\n')
  }

  const fresh = (key: string): Entry | undefined => {
    const entry = entries.get(key)
    if (!entry) return undefined
    if (entry.generation === generationOf(entry.municipalityId) && entry.validUntil > now()) return entry
    forget(key, entry)
    return undefined
  }

  return {
    stats,
    keyOf,
    answer: (request, response) => {
      const key = keyOf(request)
      const entry = key === undefined ? undefined : fresh(key)
      if (!entry) {
        stats.misses++
        return undefined
      }
      stats.hits++
      return { route: entry.route, status: send(request, response, entry) }
    },
    keep: (key, { municipalityId, generation, route = '-', headers, body, validUntil = Infinity }) => {
      if (generation !== generationOf(municipalityId) || body.length > maxBytes / 16) return
      const known = entries.get(key)
      if (known) forget(key, known)
      const entry: Entry = {
        municipalityId,
        generation,
        route,
        validUntil,
        headers: { ...Object.fromEntries(headers), vary: 'Accept-Encoding, Accept-Language, Cookie' },
        etag: etagOf(body),
        identity: body,
        bytes: body.length,
      }
      delete entry.headers['server-timing']
      entries.set(key, entry)
      stats.bytes += entry.bytes
      stats.entries = entries.size
      void compress(entry).then((added) => {
        if (entries.get(key) !== entry) return
        entry.bytes += added
        stats.bytes += added
        for (const [oldest, old] of entries) {
          if (stats.bytes <= maxBytes) break
          forget(oldest, old)
        }
      })
    },
  }
}

/** Once, in the background: the first reader does not wait for it. Returns the bytes it added. */
async function compress(entry: Entry): Promise<number> {
  if (entry.identity.length < 600) return 0
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  const [zipped, brotli] = await Promise.all([
    compressGzip(entry.identity, { level: 9 }),
    compressBrotli(entry.identity, quality),
  ])
  entry.gzip = zipped
  entry.br = brotli
  return zipped.length + brotli.length
}

/** Returns the status it answered with. */
function send(request: IncomingMessage, response: ServerResponse, entry: Entry): 200 | 304 {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const encoding =
    entry.br && accepted.includes('br') ? 'br' : entry.gzip && accepted.includes('gzip') ? 'gzip' : undefined
  const body = encoding ? (entry[encoding] ?? entry.identity) : entry.identity
  const etag = encoding ? `${entry.etag.slice(0, -1)}-${encoding}"` : entry.etag
  const headers: Record<string, string | number> = { ...entry.headers, etag }
  if (holdsTag(request.headers['if-none-match'], entry.etag)) {
    response.writeHead(304, headers).end()
    return 304
  }
  if (encoding) headers['content-encoding'] = encoding
  headers['content-length'] = body.length
  response.writeHead(200, headers)
  if (request.method === 'HEAD') response.end()
  else response.end(body)
  return 200
}
