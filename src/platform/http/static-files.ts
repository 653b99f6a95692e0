import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { root } from '#platform/root.ts'

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
}
interface StaticFile {
  type: string
  bodies: Partial<Record<'br' | 'gzip', Buffer>> & { identity: Buffer }
}

/** Asked for by browsers at the root of each host, whatever the page says; the name never changes. */
const icons: ReadonlySet<string> = new Set(['/favicon.ico', '/favicon.svg'])

const ownFolder = join(root, 'build/assets')
const ownImages = join(root, 'src/ui/images')

/** The built file or icon at an address; undefined: there is none. */
export function staticFile(
  url: string,
  folder = ownFolder,
  images = ownImages,
): { type: string; content: Buffer } | undefined {
  const isIcon = icons.has(url)
  if (!isIcon && !/^\/assets\/[^/]*$/.test(url)) return undefined
  const name = url.split('/').at(-1) ?? ''
  const path = join(isIcon ? images : folder, name)
  if (!/^[\w.-]+$/.test(name) || name.startsWith('.') || !existsSync(path)) return undefined
  return { type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', content: readFileSync(path) }
}

/** The built files under /assets: their names hold the hash of their content, so they are kept for a year. */
export function createStaticFiles(folder = ownFolder, images = ownImages) {
  const files = new Map<string, StaticFile | undefined>()

  const load = (url: string): StaticFile | undefined => {
    const found = staticFile(url, folder, images)
    if (!found) return undefined
    const { type, content: identity } = found
    const isText = /text|svg/.test(type)
    return {
      type,
      bodies: { identity, ...(isText && { br: brotliCompressSync(identity), gzip: gzipSync(identity, { level: 9 }) }) },
    }
  }

  /** Answers requests for files, and says with which route and status; undefined: not one of those. */
  return (request: IncomingMessage, response: ServerResponse): { route: string; status: number } | undefined => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const isIcon = icons.has(path)
    if (!isIcon && !/^\/assets\/[^/]*$/.test(path)) return undefined
    const route = isIcon ? path : '/assets/*'
    if (!files.has(path)) files.set(path, load(path))
    const file = files.get(path)
    if (!file) {
      files.delete(path)
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404')
      return { route, status: 404 }
    }
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding = (['br', 'gzip'] as const).find((one) => accepted.includes(one) && file.bodies[one])
    const body = encoding ? (file.bodies[encoding] ?? file.bodies.identity) : file.bodies.identity
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': body.length,
      'cache-control': isIcon ? 'public, max-age=86400' : 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      ...(encoding && { 'content-encoding': encoding }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return { route, status: 200 }
  }
}
