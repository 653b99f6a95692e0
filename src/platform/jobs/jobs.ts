import PgBoss from 'pg-boss'
import { sessionOf, type Database } from '#platform/db/database.ts'
import { stackOf } from '#platform/stack.ts'
import type { Metrics } from '#platform/metrics/metrics.ts'

export const jobNames = ['import', 'retention'] as const
export type JobName = (typeof jobNames)[number]

/** What each job does; a name without one waits for a process that knows it. */
export type JobHandlers = Partial<Record<JobName, (data: never) => Promise<void>>>

/** Work that takes longer than a request, and work that comes back every day. */
export interface Jobs {
  /** Written in the caller's transaction: if that rolls back, the job never was. */
  enqueue: (db: Database, name: JobName, data: object) => Promise<void>
  /** Starts to work. `handlers` get one job at a time. */
  start: (handlers: JobHandlers) => Promise<void>
  stop: () => Promise<void>
}

/** Creates the queues; runs as the owner, because the app's role may not create tables. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'jobs', supervise: false, schedule: false })
  await boss.start()
  for (const name of jobNames) await boss.createQueue(name, { retryLimit: 2, expireInSeconds: 3600 })
  await boss.stop({ graceful: false })
}

export function createJobs(
  connectionString: string,
  log: (entry: Readonly<Record<string, unknown>>) => void,
  metrics?: Metrics,
): Jobs {
  const timed = async (name: JobName, work: () => Promise<void>) => {
    const start = performance.now()
    let ok = false
    try {
      await work()
      ok = true
    } catch (error) {
      log({ level: 'error', event: 'job', name, error: stackOf(error) })
      throw error
    } finally {
      metrics?.worked({ name, ok, seconds: (performance.now() - start) / 1000 })
    }
  }
  const boss = new PgBoss({ connectionString, schema: 'jobs', migrate: false, max: 3 })
  boss.on('error', (error) => log({ level: 'error', event: 'jobs', error: error.message }))
  return {
    enqueue: async (db, name, data) => {
      const { client } = sessionOf(db)
      await boss.send(name, data, { db: { executeSql: (text, values) => client.query(text, values) } })
    },
    start: async (handlers) => {
      await boss.start()
      for (const name of jobNames) {
        const handler = handlers[name]
        if (!handler) continue
        await boss.work(name, async (jobs) => {
          for (const job of jobs) await timed(name, () => handler(job.data as never))
        })
      }
      // At night, in the time zone of the county.
      await boss.schedule('retention', '17 3 * * *', {}, { tz: 'Europe/Berlin' })
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}
