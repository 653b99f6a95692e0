import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from './start-error.ts'

const key = 7318002
// PostgreSQL notices within milliseconds that a killed process is gone; a restart right after it must not be refused.
const patience = 1000

export interface InstanceLockOptions {
  url: string
  dataDir: string
  /** Where this instance can be reached; the next one that wants to start shows it. */
  address?: string
  /** Called when the connection was lost and another instance has taken the lock since. */
  onLost?: (error: StartError) => void
}
export interface InstanceLock {
  release: () => Promise<void>
}

/**
 * Makes this process the only instance on its database: a session lock on a connection of its own, free the moment the
 * process ends in whatever way. Taken again when PostgreSQL was restarted. Throws `already-running`.
 */
export async function takeInstanceLock(options: InstanceLockOptions): Promise<InstanceLock> {
  let released = false
  let client = await connectAndLock(options, patience)
  const keep = () =>
    client.once('end', () => {
      if (!released) void retake().catch((error: unknown) => options.onLost?.(error as StartError))
    })
  const retake = async () => {
    client = await untilConnected(options, () => released)
    keep()
    if (released) await client.end()
  }
  keep()
  return {
    release: async () => {
      released = true
      await client.end()
    },
  }
}

async function untilConnected(options: InstanceLockOptions, isOver: () => boolean): Promise<pg.Client> {
  for (;;) {
    try {
      return await connectAndLock(options, patience)
    } catch (error) {
      if (error instanceof StartError || isOver()) throw error
      await wait(100)
    }
  }
}

async function connectAndLock(options: InstanceLockOptions, patience: number): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: options.url,
    // What the other instance reads; PostgreSQL keeps 63 bytes of it.
    application_name: options.address ?? 'teilhabewerk',
  })
  client.on('error', () => undefined)
  await client.connect()
  const deadline = Date.now() + patience
  while (!(await tryLock(client))) {
    if (Date.now() > deadline) {
      const address = await holderOf(client)
      await client.end()
      throw alreadyRunning(options.dataDir, address)
    }
    await wait(50)
  }
  return client
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key])
  return rows[0]?.taken === true
}

async function holderOf(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ address: string | null }>(
    `select application_name as address from pg_stat_activity join pg_locks using (pid)
      where locktype = 'advisory' and granted and objid = $1
        and database = (select oid from pg_database where datname = current_database())`,
    [key],
  )
  return rows[0]?.address ?? undefined
}

function alreadyRunning(dataDir: string, address: string | undefined): StartError {
  const where = address?.startsWith('http') ? ` und ist unter ${address} zu erreichen` : ''
  return new StartError('already-running', `Teilhabewerk läuft mit dem Ordner ${dataDir} schon${where}.`)
}
