import { createServer } from 'node:http'
import { createApp } from './app.ts'
import { prepareDemo } from './demo.ts'
import { greeting } from './greeting.ts'
import { prepareDatabase } from './database.ts'
import { jobHandlers } from './jobs.ts'
import { createServices } from './start.ts'
import { ConfigError, readConfig } from '#platform/config.ts'
import { createLog } from '#platform/log.ts'
import { MigrationError } from '#platform/db/migrate.ts'
import { StartError } from '#platform/db/embedded/embedded.ts'
import { createListener } from '#platform/page-cache/listener.ts'
import { listenForChanges } from '#platform/page-cache/generations.ts'
import { readiness } from '#platform/readiness.ts'
import { stackOf } from '#platform/stack.ts'

const { log, flush } = createLog({ write: (text) => process.stdout.write(text) })
process.on('exit', flush)

try {
  const config = readConfig(process.env)
  const database = await prepareDatabase(config, (line) => log({ level: 'info', event: 'database', text: line }))
  const { services, pool, close } = createServices(config, database.appUrl, log)
  const accounts = config.demo ? await prepareDemo(services, config) : []
  await services.municipalities.load()
  const welcome = await greeting(services, accounts)

  const app = createApp(services)
  const { listener, cache } = createListener(app, services)
  const changes = listenForChanges(database.appUrl, services.generations)
  const server = createServer(listener)
  server.on(
    'error',
    (error) => void leave(1, `Der Anschluss ${config.host}:${config.port} ist nicht frei: ${error.message}`),
  )
  server.listen(config.port, config.host, () => {
    readiness.ready = true
    readiness.cache = cache.stats
    readiness.pool = () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount })
    services.jobs
      .start(jobHandlers(services))
      .catch((error: unknown) => log({ level: 'error', event: 'jobs', error: String(error) }))
    process.stdout.write(welcome)
  })

  let leaving = false
  const leave = async (code: number, reason?: string) => {
    if (leaving) return
    leaving = true
    readiness.ready = false
    if (reason) process.stderr.write(`${reason}\n`)
    server.close()
    server.closeAllConnections()
    await changes.stop()
    await services.jobs.stop().catch(() => undefined)
    await close()
    await database.stop()
    process.exit(code)
  }
  process.on('SIGINT', () => void leave(0))
  process.on('SIGTERM', () => void leave(0))
} catch (error) {
  const known = error instanceof ConfigError || error instanceof MigrationError || error instanceof StartError
  process.stderr.write(known ? `${error.message}\n` : `${stackOf(error)}\n`)
  process.exit(1)
}
