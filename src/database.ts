import pg from 'pg'
import type { Config } from '#platform/config.ts'
import { startEmbedded, StartError, takeInstanceLock } from '#platform/db/embedded/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { installJobs } from '#platform/jobs/jobs.ts'

export interface PreparedDatabase {
  appUrl: string
  ownerUrl: string
  stop: () => Promise<void>
}

/** The embedded PostgreSQL, or the one that DATABASE_URL names; migrated, and held by this process alone. */
export async function prepareDatabase(config: Config, log: (line: string) => void): Promise<PreparedDatabase> {
  if (config.databaseUrl) return prepareForeign(config, config.databaseUrl, log)
  const embedded = await startEmbedded({ dataDir: config.dataDir, log })
  const lock = await takeInstanceLock({ url: embedded.ownerUrl, dataDir: config.dataDir, address: config.publicUrl })
  await migrate({ ownerUrl: embedded.ownerUrl, appRole: 'teilhabewerk_app', log })
  await installJobs(embedded.ownerUrl)
  await migrate({ ownerUrl: embedded.ownerUrl, appRole: 'teilhabewerk_app' })
  return {
    appUrl: embedded.appUrl,
    ownerUrl: embedded.ownerUrl,
    stop: async () => {
      await lock.release()
      await embedded.stop()
    },
  }
}

async function prepareForeign(config: Config, appUrl: string, log: (line: string) => void): Promise<PreparedDatabase> {
  const ownerUrl = config.databaseOwnerUrl ?? appUrl
  if (!config.databaseOwnerUrl) {
    log('DATABASE_OWNER_URL ist nicht gesetzt: Eine Rolle macht alles. Sicherer sind zwei (docs/operations.md).')
  }
  const appRole = await roleOf(appUrl)
  await migrate({ ownerUrl, appRole, log })
  await installJobs(ownerUrl)
  await migrate({ ownerUrl, appRole })
  return { appUrl, ownerUrl, stop: () => Promise.resolve() }
}

async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ role: string }>('select current_user as role')
    return rows[0]?.role ?? ''
  } catch (error) {
    throw new StartError(
      'database-unreachable',
      `Die Datenbank aus DATABASE_URL ist nicht erreichbar: ${error instanceof Error ? error.message : String(error)}`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}
