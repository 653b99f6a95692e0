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
  txt: 'text/plain; charset=utf-8',
}
interface StaticFile {
  type: string
  bodies: Partial<Record<'br' | 'gzip', Buffer>> & { identity: Buffer }
}

/** The built files under /assets: their names hold the hash of their content, so they are kept for a year. */
export function createStaticFiles(folder = join(root, 'build/assets')) {
  const files = new Map<string, StaticFile | undefined>()

  const load = (name: string): StaticFile | undefined => {
    const path = join(folder, name)
    if (!/^[\w.-]+$/.test(name) || name.startsWith('.') || !existsSync(path)) return undefined
    const identity = readFileSync(path)
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    const isText = /text|svg/.test(type)
    return {
      type,
      bodies: { identity, ...(isText && { br: brotliCompressSync(identity), gzip: gzipSync(identity, { level: 9 }) }) },
    }
  }

  /** Answers requests below /assets/; false: not one of those. */
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (!path.startsWith('/assets/')) return false
    const name = path.slice('/assets/'.length)
    if (!files.has(name)) files.set(name, load(name))
    const file = files.get(name)
    if (!file) {
      files.delete(name)
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404')
      return true
    }
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding = (['br', 'gzip'] as const).find((one) => accepted.includes(one) && file.bodies[one])
    const body = encoding ? (file.bodies[encoding] ?? file.bodies.identity) : file.bodies.identity
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': body.length,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      ...(encoding && { 'content-encoding': encoding }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}
