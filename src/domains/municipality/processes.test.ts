import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { createServices } from '#app/start.ts'
import { readConfig } from '#platform/config.ts'
import { takeInstanceLock } from '#platform/db/embedded/embedded.ts'
import { listenForChanges } from '#platform/page-cache/generations.ts'
import { ownDatabase } from '#platform/testing/database.ts'
import { mapHost, renameSlug } from './commands/addresses.ts'
import { createMunicipality, insideMunicipality } from './commands/found.ts'
import { saveStep } from './commands/settings.ts'
import { fingerprintOf, steps } from './model/steps.ts'
import { getSettings } from './queries/settings.ts'

const county = { slug: 'probe', name: 'Probe', kind: 'county', federalState: 'HE', languages: ['en'] } as const
const nothing = { startPlan: () => Promise.resolve() }

/** Waits until something holds: a notice from another connection takes its moment. */
async function eventually(holds: () => boolean | Promise<boolean>) {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return
    await pause(20)
  }
  assert.fail('It did not become so')
}

test('what one process changes in a municipality, every other knows as soon as it is committed', async () => {
  await using database = await ownDatabase()
  const config = readConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'tw-test-')), SECRET: 'x'.repeat(32) })
  const [here, there] = [1, 2].map(() => createServices(config, database.url, () => undefined))
  assert.ok(here && there)
  const listening = listenForChanges(database.url, there.services.generations)
  let raised = 0
  there.services.generations.onRaise(() => raised++)
  await eventually(() => raised > 0)

  const { run } = here.services.connections
  const id = await run(null, 'write', ({ db }) => createMunicipality(db, null, county, nothing))
  await eventually(async () => (await there.services.municipalities.bySlug('probe'))?.name === 'Probe')

  const before = there.services.generations.of(id)
  await run(id, 'write', async ({ db }) => {
    const fingerprint = fingerprintOf(steps.identity.typed(await getSettings(db, id)))
    const value = { name: 'Neue Probe', kind: 'city', federalState: 'HE' }
    await saveStep(db, { municipalityId: id, accountId: null }, steps.identity, fingerprint, value)
  })
  await eventually(async () => (await there.services.municipalities.bySlug('probe'))?.name === 'Neue Probe')
  assert.ok(there.services.generations.of(id) > before)

  await run(null, 'write', ({ db }) => renameSlug(db, { municipalityId: id, accountId: null }, 'probe-neu'))
  await eventually(async () => (await there.services.municipalities.movedTo('probe')) === 'probe-neu')
  await run(null, 'write', ({ db }) => mapHost(db, { municipalityId: id, accountId: null }, 'probe.example', 'x'))
  await eventually(() => there.services.municipalities.byHost('probe.example') === 'probe-neu')

  await listening.stop()
  await here.close()
  await there.close()
})

test('two who want the same address at the same time do not both get it', async () => {
  await using database = await ownDatabase()
  const config = readConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'tw-test-')), SECRET: 'x'.repeat(32) })
  const { services, close } = createServices(config, database.url, () => undefined)
  const create = () =>
    services.connections.run(null, 'write', ({ db }) => createMunicipality(db, null, county, nothing))
  const results = await Promise.allSettled([create(), create(), create()])
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const result of results) if (result.status === 'rejected') assert.match(String(result.reason), /slug\.taken/)
  await close()
})

test('a municipality can be founded while the server holds its own lock', async () => {
  await using database = await ownDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'tw-test-'))
  const config = readConfig({ DATA_DIR: dataDir, SECRET: 'x'.repeat(32) })
  const lock = await takeInstanceLock({ url: database.ownerUrl, dataDir, address: 'here' })
  const { services, close } = createServices(config, database.url, () => undefined)
  const id = await services.connections.run(null, 'write', ({ db }) => createMunicipality(db, null, county, nothing))
  assert.ok(id > 0)
  await lock.release()
  await close()
})

test('what was set inside a municipality does not reach out of it', async () => {
  await using database = await ownDatabase()
  const config = readConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'tw-test-')), SECRET: 'x'.repeat(32) })
  const { services, close } = createServices(config, database.url, () => undefined)
  const seen = await services.connections.run(null, 'write', async ({ db }) => {
    const id = await createMunicipality(db, null, county, nothing)
    const inside = await insideMunicipality(db, id, () => db.selectFrom('auditEntry').select('id').execute())
    const outside = await db.selectFrom('auditEntry').select('id').execute()
    return { inside: inside.length, outside: outside.length }
  })
  assert.deepEqual(seen, { inside: 1, outside: 0 })
  await close()
})
