import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { isAlive, markOf, processesIn, signal, worksIn, type ProcessMark } from './processes.ts'
import { command, type RunAs } from './run-as.ts'
import { port, socketFiles } from './socket-folder.ts'
import { errnoOf, explainFileError, explainOutput, StartError } from './start-error.ts'

export interface Cluster {
  dataDir: string
  /** PostgreSQL's own folder in it. */
  folder: string
  logFile: string
  binaries: Binaries
  runAs: RunAs
  socketDir: string
  /** False only for tests: a power cut may then lose everything. */
  durable: boolean
  log: (line: string) => void
}
/** A server that answers. */
export interface Running {
  process: ProcessMark
  socketDir: string
  adopted: boolean
}

// Recovery after a crash may replay much; while the server lives, waiting is right.
const recoveryPatience = 120_000
const remainsPatience = 10_000

/** The address of a database for `pg` and everything that reads PostgreSQL's URLs. */
export const urlOf = (socketDir: string, role: string, database: string) =>
  `postgresql://${role}@localhost:${port}/${database}?host=${encodeURIComponent(socketDir)}`

/** Adopts the cluster's running server, or starts one. Call under the start lock. */
export async function ensureRunning(cluster: Cluster): Promise<Running> {
  for (;;) {
    const running = findRunning(cluster) ?? (await launch(cluster))
    if (await becomesReady(cluster, running)) return running
    // A server that was just shutting down when we found it: the next round starts a new one.
    if (!running.adopted) throw explainOutput(readLog(cluster), cluster.dataDir, cluster.logFile)
  }
}

/** Fast shutdown: running statements end, everything committed is on disk, the next start needs no recovery. */
export async function shutDown({ process }: Running): Promise<void> {
  signal(process, 'SIGINT')
  if (await isGone(process, 30_000)) return
  signal(process, 'SIGQUIT')
  if (!(await isGone(process, remainsPatience))) signal(process, 'SIGKILL')
}

function findRunning({ folder }: Cluster): Running | undefined {
  const file = readPidFile(folder)
  const process = file && markOf(file.pid)
  if (!process || !worksIn(process.pid, folder)) return undefined
  return { process, socketDir: file.socketDir, adopted: true }
}

/** PostgreSQL's own note: process, folder, start, port, socket folder, … one a line. */
function readPidFile(folder: string): { pid: number; socketDir: string } | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, socketDir] = [Number(lines[0]), lines[4]]
    return pid > 0 && socketDir ? { pid, socketDir } : undefined
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw explainFileError(error, folder)
  }
}

async function launch(cluster: Cluster): Promise<Running> {
  await clearRemains(cluster)
  const settings = {
    listen_addresses: '',
    unix_socket_directories: cluster.socketDir,
    unix_socket_permissions: '0700',
    max_wal_size: '256MB',
    timezone: 'UTC',
    // What was typed must not end up in a log: no values of refused rows, no text of failed statements.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...(cluster.durable
      ? { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }
      : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [program, args, spawnOptions] = command(cluster.runAs, cluster.binaries.postgres, [
    ...['-D', cluster.folder, '-p', String(port)],
    ...options,
  ])
  const log = openLog(cluster)
  // A session of its own: Ctrl-C in the terminal reaches the app alone, which stops the server when it has finished.
  const child = spawn(program, args, { ...spawnOptions, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  try {
    await once(child, 'spawn')
  } catch (error) {
    throw new StartError('binaries-broken', `PostgreSQL lässt sich auf diesem System nicht ausführen: ${String(error)}`)
  }
  child.unref()
  const process = markOf(child.pid ?? 0) ?? { pid: child.pid ?? 0, started: '' }
  return { process, socketDir: cluster.socketDir, adopted: false }
}

/**
 * What a killed server leaves: helpers that still finish their statement, and notes with its number, which PostgreSQL
 * believes as long as that number is in use (by a dead process that nobody collected, or by a foreign one).
 */
async function clearRemains({ folder, socketDir, log }: Cluster) {
  const file = readPidFile(folder)
  if (!file) return
  const deadline = Date.now() + remainsPatience
  for (let orphans = processesIn(folder); orphans.length > 0; orphans = processesIn(folder)) {
    if (Date.now() > deadline)
      throw new StartError('server-failed', `In ${folder} arbeitet noch ein Rest von PostgreSQL.`)
    if (Date.now() > deadline - remainsPatience / 2) for (const orphan of orphans) signal(orphan, 'SIGQUIT')
    await wait(10)
  }
  if (await answers(file.socketDir)) {
    throw new StartError('running-elsewhere', `Die Datenbank in ${folder} läuft schon, in einem anderen Container.`)
  }
  log('PostgreSQL wurde beim letzten Mal nicht ordentlich beendet und stellt sich wieder her.')
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  for (const path of [...socketFiles(file.socketDir), ...socketFiles(socketDir)]) rmSync(path, { force: true })
}

/** True as soon as it answers; false when it ended before that. */
async function becomesReady({ log, folder }: Cluster, { process, socketDir }: Running): Promise<boolean> {
  const started = Date.now()
  for (let told = false; isAlive(process); told ||= Date.now() - started > 3000) {
    if (await answers(socketDir)) return true
    if (Date.now() - started > recoveryPatience) {
      throw new StartError('server-failed', `PostgreSQL in ${folder} antwortet seit zwei Minuten nicht.`)
    }
    if (!told && Date.now() - started > 3000) log('PostgreSQL braucht länger als sonst und stellt sich wieder her …')
    await wait(10)
  }
  return false
}

async function answers(socketDir: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(socketDir, 'postgres', 'postgres') })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function isGone(process: ProcessMark, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience
  while (isAlive(process)) {
    if (Date.now() > deadline) return false
    await wait(5)
  }
  return true
}

/** The log of this run; the one before it stays beside it. */
function openLog({ logFile, dataDir }: Cluster): number {
  try {
    if (statSync(logFile, { throwIfNoEntry: false })) renameSync(logFile, `${logFile}.1`)
    return openSync(logFile, 'a', 0o600)
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}

const readLog = ({ logFile }: Cluster) => readFileSync(logFile, 'utf8')
