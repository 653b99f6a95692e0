import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Contents of uploaded files, stored once under the hash of what they hold; their rows are in the table `file`. */
export interface FileStore {
  /** Returns the SHA-256 as hex. */
  put: (bytes: Uint8Array) => Promise<string>
  get: (sha256: string) => Promise<Uint8Array>
  pathOf: (sha256: string) => string
}

export function createFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    pathOf,
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(sha256)
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
      // Written beside and moved: a crash never leaves half a file under its final name.
      const temporary = `${path}.${process.pid}.part`
      await writeFile(temporary, bytes)
      await rename(temporary, path)
      return sha256
    },
    get: (sha256) => readFile(pathOf(sha256)),
  }
}
