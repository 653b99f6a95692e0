import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#app/app.ts'
import { prepareDatabase } from '#app/database.ts'
import { createServices } from '#app/start.ts'
import { readConfig } from '#platform/config.ts'
import { createListener } from '#platform/page-cache/listener.ts'
import { fillCatalogue } from '#tests/catalogue.ts'

/** Sizes of the catalogue: 300 measures × 8 years, and its tenfold and hundredfold. */
export const sizes = [1, 10, 100] as const
export const slugOf = (size: number) => `messkreis-${size}`

/** A whole instance on a database of its own with the three catalogues, listening; an officer is whoever sends the cookie. */
export async function openPlace() {
  const dataDir = mkdtempSync(join(tmpdir(), 'tw-bench-'))
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', SECRET: 'x'.repeat(32), DEMO: '0' })
  const database = await prepareDatabase(config, () => undefined)
  const made = createServices(config, database.appUrl, () => undefined)
  const accountId = '00000000-0000-4000-8000-000000000001'
  const identity = { accountId, name: 'Officer', email: 'officer@messkreis.example', secondFactor: 'none' } as const
  const services: typeof made.services = {
    ...made.services,
    identify: (headers) =>
      Promise.resolve({
        identity: headers.get('cookie')?.includes('bench=officer') ? identity : undefined,
        cookies: new Headers(),
      }),
  }
  const places = new Map<number, { municipalityId: number; planVersionId: number }>()
  for (const size of sizes) {
    const place = await services.connections.run(null, 'write', async ({ db }) => {
      const ids = await fillCatalogue(db, slugOf(size), size)
      await db
        .insertInto('membership')
        .values({ municipalityId: ids.municipalityId, accountId, roles: ['officer'] })
        .execute()
      return ids
    })
    places.set(size, place)
  }
  await made.pool.query('select 1')
  await analyze(database.ownerUrl)
  services.municipalities.forget()
  await services.municipalities.load()
  const { listener, cache } = createListener(createApp(services), services)
  const server = createServer(listener)
  const base = await listen(server)
  return {
    base,
    cache,
    services,
    pool: made.pool,
    place: (size: number) => places.get(size) ?? { municipalityId: 0, planVersionId: 0 },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await made.close()
      await database.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type Place = Awaited<ReturnType<typeof openPlace>>

/** What a county's server does by itself some minutes after an import. */
async function analyze(ownerUrl: string) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}

/** Starts a server on a free port of this machine and says where. */
export const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
