import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Contents of uploaded files, stored once under the hash of what they hold; their rows are in the table `file`. */
export interface FileStore {
  /** Returns the SHA-256 as hex. */
  put: (bytes: Uint8Array) => Promise<string>
  get: (sha256: string) => Promise<Uint8Array>
  pathOf: (sha256: string) => string
  /** Removes what is not among `named` and was last put before `before`. Returns how many. Twice is once. */
  removeUnnamed: (named: ReadonlySet<string>, before: Date) => Promise<number>
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
    removeUnnamed: async (named, before) => {
      let removed = 0
      for await (const name of glob('??/*', { cwd: folder })) {
        const path = join(folder, name)
        if (named.has(basename(name)) || !(await isOlder(path, before))) continue
        if (await removeIfOlder(path, before)) removed++
      }
      return removed
    },
  }
}

const isOlder = async (path: string, before: Date): Promise<boolean> => (await stat(path)).mtime < before

/**
 * The same content may be put again between the look at a file and its removal: so it is moved aside first, and moved back
 * if it turns out to be new.
 */
async function removeIfOlder(path: string, before: Date): Promise<boolean> {
  const aside = `${path.replace(/\.gone\.part$/, '')}.gone.part`
  await rename(path, aside)
  if (!(await isOlder(aside, before))) {
    await rename(aside, path)
    return false
  }
  await rm(aside)
  return true
}
