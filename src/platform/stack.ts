import { existsSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { root } from './root.ts'

/** A place in a bundle, as V8 writes it: `file:///…/main.mjs:12:34`. */
const place = /(?:file:\/\/)?(\/[^\s():]+\.mjs):(\d+):(\d+)/g

/**
 * The stack of an error with the lines of the sources. Node's own `--enable-source-maps` reads every map at start and
 * keeps it (70 MB, measured); errors are rare, so the map is read when there is one, and let go.
 */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const maps = new Map<string, SourceMap | undefined>()
  return (error.stack ?? String(error)).replace(place, (written, file: string, line: string, column: string) => {
    if (!maps.has(file)) maps.set(file, readMap(file))
    const origin = maps.get(file)?.findOrigin(Number(line), Number(column))
    if (!origin || !('fileName' in origin)) return written
    return `${relative(root, join(dirname(file), origin.fileName))}:${origin.lineNumber}:${origin.columnNumber}`
  })
}

function readMap(file: string): SourceMap | undefined {
  if (!existsSync(`${file}.map`)) return undefined
  return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload)
}
