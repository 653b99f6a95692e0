import { userInfo } from 'node:os'

export type StartErrorCode =
  | 'already-running'
  | 'binaries-missing'
  | 'binaries-broken'
  | 'cannot-run-as-root'
  | 'cluster-version'
  | 'cluster-not-ours'
  | 'database-unreachable'
  | 'disk-full'
  | 'folder-foreign'
  | 'folder-is-file'
  | 'folder-unwritable'
  | 'running-elsewhere'
  | 'server-failed'
  | 'socket-folder'

/** Why the database cannot be used, in one or two German sentences for the person who starts the program. */
export class StartError extends Error {
  override name = 'StartError'
  readonly code: StartErrorCode
  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The code of a file system error (`ENOSPC`), or undefined. */
export const errnoOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** A failed file operation on `path` as a sentence; a StartError stays what it is. */
export function explainFileError(error: unknown, path: string): StartError {
  if (error instanceof StartError) return error
  const code = errnoOf(error)
  const cause = { cause: error }
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, cause)
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new StartError(
      'folder-is-file',
      `${path} ist eine Datei oder liegt unter einer; gebraucht wird ein Ordner.`,
      cause,
    )
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartError('folder-unwritable', `In ${path} darf ${userName()} nicht lesen und schreiben.`, cause)
  }
  return new StartError('server-failed', `${path} ist nicht benutzbar: ${String(error)}`, cause)
}

/** What PostgreSQL or initdb wrote before it gave up, as a sentence. `logFile`: where the whole text can be read. */
export function explainOutput(output: string, dataDir: string, logFile?: string): StartError {
  if (/(?<!semaphores: )No space left on device|Disk quota exceeded/.test(output)) return diskFull(dataDir)
  if (/Permission denied|Read-only file system/.test(output)) {
    return new StartError('folder-unwritable', `PostgreSQL darf ${dataDir} nicht benutzen: ${lastComplaint(output)}`)
  }
  const more = logFile ? ` Mehr dazu in ${logFile}.` : ''
  return new StartError('server-failed', `PostgreSQL startet nicht: ${lastComplaint(output)}.${more}`)
}

const diskFull = (path: string, options?: ErrorOptions) =>
  new StartError(
    'disk-full',
    `Auf dem Datenträger von ${path} ist kein Platz mehr. Bitte Platz schaffen und neu starten.`,
    options,
  )

function lastComplaint(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/system is (starting|shutting)/.test(line))
  const complaint =
    lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'ohne Angabe von Gründen'
  return complaint.replace(/^.*?(FATAL|PANIC|error):\s*/, '').replace(/\.$/, '')
}

/** The person this process runs as; a number where the system knows no name. */
function userName(): string {
  try {
    return `der Benutzer ${userInfo().username}`
  } catch {
    return `der Benutzer ${process.getuid?.()}`
  }
}
