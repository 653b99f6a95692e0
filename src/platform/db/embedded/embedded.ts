import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { checkCluster, createCluster, openDataFolder } from './cluster.ts'
import { hold } from './holders.ts'
import { onLeaving } from './leaving.ts'
import { isAlive, signal } from './processes.ts'
import { appRole, asAdmin, createDatabase, databaseName, dropDatabase, ownerRole, prepareRoles } from './roles.ts'
import { chooseRunAs } from './run-as.ts'
import { ensureRunning, shutDown, urlOf, type Cluster } from './server.ts'
import { makeSocketFolder, port } from './socket-folder.ts'
import { withStartLock } from './start-lock.ts'

export { StartError, type StartErrorCode } from './start-error.ts'
export { takeInstanceLock, type InstanceLock, type InstanceLockOptions } from './instance-lock.ts'

export interface EmbeddedOptions {
  /** DATA_DIR: the cluster lies in its folder `postgres`. */
  dataDir: string
  /** Receives German sentences for the log. */
  log?: (line: string) => void
  /** False: faster, but a power cut may lose the cluster. For tests. */
  durable?: boolean
}

/** The embedded PostgreSQL, seen by one process that uses it. */
export interface Embedded {
  /** Of the role that owns the database and migrates it. */
  ownerUrl: string
  /** Of the role the app works as: no owner, no superuser, under row-level security. */
  appUrl: string
  /** Of the cluster's superuser. */
  adminUrl: string
  databaseName: string
  socketDir: string
  port: number
  /** Of PostgreSQL, e.g. `18.4`. */
  version: string
  /** True when the server was running already. */
  adopted: boolean
  /** The server's process; another one after a restart. */
  readonly pid: number
  /** A database of the owner's, empty or a copy of `template` (which must have no connections). */
  createDatabase: (name: string, template?: string) => Promise<{ ownerUrl: string; appUrl: string }>
  dropDatabase: (name: string) => Promise<void>
  /** Lets go of the server; stops it, and waits for that, when no other process uses it. */
  stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL of `dataDir`, or adopts the one that a killed process left running or another one uses (the
 * terminal beside the app). Makes cluster, database and roles at the first start; restarts the server should it die.
 * Throws a StartError that says what to do.
 */
export async function startEmbedded({
  dataDir,
  log = () => undefined,
  durable = true,
}: EmbeddedOptions): Promise<Embedded> {
  const binaries = findBinaries()
  const realDir = openDataFolder(dataDir)
  return withStartLock(realDir, async () => {
    const folder = join(realDir, 'postgres')
    const exists = checkCluster(folder, binaries)
    const runAs = chooseRunAs(binaries.postgres, realDir, folder)
    if (!exists) {
      log(`Datenbank wird angelegt: ${folder}`)
      await createCluster(realDir, folder, binaries, runAs, durable)
    }
    const socketDir = makeSocketFolder(realDir, runAs)
    return use({
      dataDir: realDir,
      folder,
      logFile: join(realDir, 'postgres.log'),
      binaries,
      runAs,
      socketDir,
      durable,
      log,
    })
  })
}

async function use(cluster: Cluster): Promise<Embedded> {
  const holder = hold(cluster.dataDir)
  let running = await ensureRunning(cluster).catch((error: unknown) => {
    holder.release()
    throw error
  })
  const { socketDir, adopted } = running
  const takeBack = onLeaving(() => {
    if (holder.release()) signal(running.process, 'SIGINT')
  })
  let stopped = false
  const revive = () =>
    withStartLock(cluster.dataDir, async () => {
      if (stopped || isAlive(running.process)) return
      cluster.log('PostgreSQL ist ausgefallen und wird neu gestartet.')
      running = await ensureRunning({ ...cluster, socketDir })
    })
  const watch = keepAlive(() => isAlive(running.process), revive, cluster.log)
  const stop = async () => {
    if (stopped) return
    stopped = true
    clearInterval(watch)
    await withStartLock(cluster.dataDir, async () => {
      takeBack()
      if (holder.release()) await shutDown(running)
    })
  }

  try {
    const version = await asAdmin(socketDir, prepareRoles)
    const urls = (name: string) => ({
      ownerUrl: urlOf(socketDir, ownerRole, name),
      appUrl: urlOf(socketDir, appRole, name),
    })
    return {
      ...urls(databaseName),
      adminUrl: urlOf(socketDir, 'postgres', 'postgres'),
      databaseName,
      socketDir,
      port,
      version,
      adopted,
      get pid() {
        return running.process.pid
      },
      createDatabase: async (name, template) => {
        await asAdmin(socketDir, (admin) => createDatabase(admin, name, template))
        return urls(name)
      },
      dropDatabase: (name) => asAdmin(socketDir, (admin) => dropDatabase(admin, name)),
      stop,
    }
  } catch (error) {
    if (holder.release()) await shutDown(running)
    takeBack()
    clearInterval(watch)
    stopped = true
    throw error
  }
}

/** Looks twice a second whether the server lives. Does not keep this process from ending. */
function keepAlive(lives: () => boolean, revive: () => Promise<void>, log: Cluster['log']): NodeJS.Timeout {
  let reviving = false
  return setInterval(() => {
    if (reviving || lives()) return
    reviving = true
    revive()
      .catch((error: unknown) => log(`PostgreSQL startet nicht wieder: ${String(error)}`))
      .finally(() => (reviving = false))
  }, 500).unref()
}
