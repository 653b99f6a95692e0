import pg from 'pg'
import { readConfig, type Config } from '#platform/config.ts'
import { startEmbedded, takeInstanceLock } from '#platform/db/embedded/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { installJobs } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { createServices } from '../start.ts'
import type { Call } from './command.ts'

export interface OpenDatabase {
  config: Config
  ownerUrl: string
  appUrl: string
  appRole: string
}

/**
 * Runs `work` on the instance's database, beside a running app or without one. `alone`: nobody else may use it meanwhile;
 * throws StartError `already-running` when the app does.
 */
export async function withDatabase<T>(
  { env, say }: Pick<Call, 'env' | 'say'>,
  work: (database: OpenDatabase) => Promise<T>,
  { alone = false } = {},
): Promise<T> {
  const config = readConfig(env)
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log: say })
  const appUrl = config.databaseUrl ?? embedded?.appUrl ?? ''
  const ownerUrl = config.databaseUrl ? (config.databaseOwnerUrl ?? config.databaseUrl) : (embedded?.ownerUrl ?? '')
  try {
    const lock = alone ? await takeInstanceLock({ url: ownerUrl, dataDir: config.dataDir }) : undefined
    try {
      return await work({ config, ownerUrl, appUrl, appRole: await roleOf(appUrl) })
    } finally {
      await lock?.release()
    }
  } finally {
    await embedded?.stop()
  }
}

/** The same with everything the app stands on; brings the database to the newest state first. */
export const withServices = <T>(
  call: Pick<Call, 'env' | 'say'>,
  work: (services: Services) => Promise<T>,
): Promise<T> =>
  withDatabase(call, async ({ config, ownerUrl, appUrl, appRole }) => {
    await prepare(ownerUrl, appRole, call.say)
    const { services, close } = createServices(config, appUrl, () => undefined)
    try {
      return await work(services)
    } finally {
      await services.auth.settled()
      await close()
    }
  })

/** Migrations, then the queues, then the rights on both. */
export async function prepare(ownerUrl: string, appRole: string, log: (line: string) => void): Promise<string[]> {
  const ran = await migrate({ ownerUrl, appRole, log })
  await installJobs(ownerUrl)
  await migrate({ ownerUrl, appRole })
  return ran
}

async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ role: string }>('select current_user as role')
    return rows[0]?.role ?? ''
  } finally {
    await client.end()
  }
}
