import { createReadStream, statSync } from 'node:fs'
import { Readable, type Duplex, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'

/** What lies in the archive: bytes of our own, a file of this machine, or a link to a neighbour. */
export type Entry = { path: string; isProgram?: boolean } & (
  { content: string | Uint8Array } | { file: string } | { link: string }
)

/**
 * Writes the entries as tar. Order, dates, owners and rights depend on the entries alone, so that the same sources give
 * the same bytes on every machine.
 */
export async function writeTar(
  entries: readonly Entry[],
  date: Date,
  ...targets: [...Duplex[], Writable]
): Promise<void> {
  const tar = pack()
  const written = pipeline([Readable.from(tar), ...targets])
  const ordered = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  // A full disk ends the pipeline; who waits for its next entry would wait for ever.
  await Promise.race([addAll(), written])
  await written

  async function addAll() {
    for (const entry of ordered) await add(entry)
    tar.finalize()
  }

  async function add(entry: Entry) {
    const head = {
      name: entry.path,
      mode: entry.isProgram ? 0o755 : 0o644,
      mtime: date,
      uid: 0,
      gid: 0,
    }
    if ('link' in entry) {
      const { promise, resolve } = Promise.withResolvers<void>()
      tar.entry({ ...head, mode: 0o777, type: 'symlink', linkname: entry.link }, () => resolve())
      return promise
    }
    if ('content' in entry) {
      const content = Buffer.from(entry.content)
      await pipeline([content], tar.entry({ ...head, size: content.length }))
    } else await pipeline(createReadStream(entry.file), tar.entry({ ...head, size: statSync(entry.file).size }))
  }
}
