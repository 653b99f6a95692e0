import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handOver, type RunAs } from './run-as.ts'
import { explainFileError, StartError } from './start-error.ts'

export const port = 5432
// The kernel's limit for the address of a Unix socket, without the closing zero byte.
const longestAddress = 107

/** The files PostgreSQL makes there: the socket and what says whose it is. */
export const socketFiles = (folder: string) => [join(folder, `.s.PGSQL.${port}`), join(folder, `.s.PGSQL.${port}.lock`)]

/**
 * The folder of the server's Unix socket. It is the only door to the database and asks for no password, so it is open
 * to its owner alone (0700). It lies in the data folder; where that address would be too long, in the temporary folder
 * under a name made from it. PostgreSQL touches its socket every hour, so that no cleaning of /tmp takes it away.
 */
export function makeSocketFolder(dataDir: string, runAs: RunAs): string {
  const hash = createHash('sha256').update(`${process.getuid?.()}:${dataDir}`).digest('hex').slice(0, 16)
  const folder = [join(dataDir, 'socket'), join(tmpdir(), `tw-${hash}`), `/tmp/tw-${hash}`].find((folder) =>
    socketFiles(folder).every((path) => Buffer.byteLength(path) <= longestAddress),
  )
  if (!folder) throw new StartError('socket-folder', `Der Pfad ${dataDir} ist zu lang für den Anschluss der Datenbank.`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    checkOwner(folder, runAs)
    chmodSync(folder, 0o700)
    handOver(folder, runAs)
  } catch (error) {
    throw explainFileError(error, folder)
  }
  return folder
}

/** In a temporary folder anyone may have made a folder or a link of our name before us. */
function checkOwner(folder: string, runAs: RunAs) {
  const found = lstatSync(folder)
  const ours = [process.getuid?.(), runAs.user?.uid]
  if (found.isDirectory() && ours.includes(found.uid)) return
  throw new StartError(
    'socket-folder',
    `${folder} gehört jemand anderem. Bitte löschen oder TMPDIR auf einen eigenen Ordner setzen.`,
  )
}
