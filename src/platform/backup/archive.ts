import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Writable, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'

/** What a backup says of itself, in its last entry: written when everything else and its hashes are known. */
export interface Manifest {
  format: 'teilhabewerk-backup'
  formatVersion: 1
  madeAt: string
  /** The migrations that the data were made with, in their order. */
  migrations: { name: string; hash: string }[]
  tables: { schema: string; name: string; columns: string[]; rows: number }[]
  files: number
  /** SHA-256 of each entry by its name. */
  hashes: Record<string, string>
}
export const manifestName = 'manifest.json'

/** Why an archive is refused. The message is a German sentence for whoever restores. */
export class BackupError extends Error {}

/** What the system says about a file, in words for whoever restores; everything else means: damaged. */
const reasons: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `Die Datei ${file} gibt es nicht.`,
  EISDIR: (file) => `${file} ist ein Ordner und keine Sicherung.`,
  EACCES: (file) => `Die Datei ${file} darf nicht gelesen werden.`,
  // What does not begin like an archive never was one; what ends too early was cut.
  Z_DATA_ERROR: (file) => `${file} ist beschädigt oder keine Sicherung von Teilhabewerk.`,
  Z_BUF_ERROR: (file) => `${file} ist unvollständig: Die Sicherung bricht mitten darin ab.`,
}

type Visit = (name: string, entry: Readable) => Promise<void>

/** Goes through the entries of an archive one after the other. Throws BackupError when it is none or ends too early. */
export async function eachEntry(file: string, visit: Visit): Promise<void> {
  const entries = extract()
  const done = (async () => {
    for await (const entry of entries) await visit(entry.header.name, entry as unknown as Readable)
  })()
  try {
    await Promise.all([pipeline(createReadStream(file), createGunzip(), entries), done])
  } catch (error) {
    if (error instanceof BackupError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new BackupError(`${reasons[code]?.(file) ?? `${file} ist beschädigt.`} Es wurde nichts verändert.`)
  }
}

/**
 * Reads the whole archive once and compares every entry with its hash: nothing is touched before that. Returns what the
 * archive says of itself. Throws BackupError for a damaged or foreign one.
 */
export async function verifyArchive(file: string): Promise<Manifest> {
  const hashes = new Map<string, string>()
  let manifest: Manifest | undefined
  await eachEntry(file, async (name, entry) => {
    if (name === manifestName) {
      manifest = parseManifest(file, await textOf(entry))
      return
    }
    const hash = createHash('sha256')
    for await (const part of entry) hash.update(part as Buffer)
    hashes.set(name, hash.digest('hex'))
  })
  if (!manifest) throw new BackupError(`${file} ist keine Sicherung von Teilhabewerk. Es wurde nichts verändert.`)
  const names = new Set([...hashes.keys(), ...Object.keys(manifest.hashes)])
  const wrong = [...names].filter((name) => hashes.get(name) !== manifest?.hashes[name])
  if (wrong.length > 0)
    throw new BackupError(
      `${file} ist beschädigt: ${wrong.slice(0, 3).join(', ')} stimmt nicht. Es wurde nichts verändert.`,
    )
  return manifest
}

function parseManifest(file: string, text: string): Manifest {
  try {
    const manifest = JSON.parse(text) as Manifest
    if (manifest.format === 'teilhabewerk-backup' && manifest.formatVersion === 1) return manifest
  } catch {
    // Said below.
  }
  throw new BackupError(
    `${file} ist keine Sicherung von Teilhabewerk, die dieses Programm lesen kann. Es wurde nichts verändert.`,
  )
}

export async function textOf(entry: Readable): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of entry) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

/** A stream that only counts and hashes what goes through it into `target`. */
export function hashingInto(target: Writable): { stream: Writable; digest: () => { sha256: string; bytes: number } } {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Writable({
    write: (part: Buffer, _, done) => {
      hash.update(part)
      bytes += part.length
      target.write(part, done)
    },
    final: (done) => void target.end(done),
  })
  return { stream, digest: () => ({ sha256: hash.digest('hex'), bytes }) }
}
