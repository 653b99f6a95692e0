import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { startEmbedded, takeInstanceLock } from './embedded.ts'
import { ask, isGone, newDataDir, runApp, until } from './testing.ts'

test('what was written is there after stop and start', async () => {
  const dataDir = newDataDir()
  const first = await startEmbedded({ dataDir })
  await ask(first.ownerUrl, `create table note as select 'Sprachcafé' as text`)
  await first.stop()
  assert.equal(isGone(first.pid), true, 'stop waits for the server')

  const second = await startEmbedded({ dataDir })
  assert.deepEqual(await ask(second.ownerUrl, 'select text from note'), [{ text: 'Sprachcafé' }])
  assert.equal(second.adopted, false)
  await second.stop()
})

test('the app works as a role that owns nothing, and the only door is a socket that only its owner may open', async () => {
  await using house = await open()
  const [role] = await ask(
    house.appUrl,
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
  )
  assert.deepEqual(role, {
    rolname: 'teilhabewerk_app',
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
  })
  await assert.rejects(ask(house.appUrl, 'create table mine (id int)'), { code: '42501' })
  assert.equal(statSync(house.socketDir).mode & 0o777, 0o700)
  assert.deepEqual(await ask(house.adminUrl, 'show listen_addresses'), [{ listen_addresses: '' }])
})

test('the owner can create every extension the plan needs, and a search knows umlauts as letters', async () => {
  await using house = await open()
  for (const name of ['pg_trgm', 'unaccent', 'btree_gin', 'btree_gist', 'pgcrypto', 'citext']) {
    await ask(house.ownerUrl, `create extension ${name}`)
  }
  const [found] = await ask<{ parts: string[]; like: number; sorted: string[] }>(
    house.ownerUrl,
    `select show_trgm('Öl') as parts, word_similarity('maßnahme', 'Integrationsmaßnahme') as like,
      array(select word from unnest(array['Zug', 'Ärzte', 'Arzt']) word order by word) as sorted`,
  )
  assert.equal(found?.parts.includes('  l'), false, '„Öl“ must not fall apart into a blank and „l“')
  assert.ok(found && found.like > 0.7)
  assert.deepEqual(found.sorted, ['Arzt', 'Ärzte', 'Zug'])
})

test('a test gets its own copy of a template, and gives it back', async () => {
  await using house = await open()
  const template = await house.createDatabase('template')
  await ask(template.ownerUrl, `create table note as select 'Musterkreis' as text`)
  const copy = await house.createDatabase('copy_1', 'template')
  assert.deepEqual(await ask(copy.ownerUrl, 'select text from note'), [{ text: 'Musterkreis' }])
  await house.dropDatabase('copy_1')
  await assert.rejects(ask(copy.ownerUrl, 'select 1'), { code: '3D000' })
})

test('the terminal beside the app uses the same server and leaves it running', async () => {
  const dataDir = newDataDir()
  const app = await runApp(dataDir, 'wait')
  const terminal = await runApp(dataDir, 'once')
  assert.equal(terminal.told.adopted, true)
  assert.equal(await terminal.ended, 0)
  assert.deepEqual(await ask(app.told.ownerUrl, 'select 1 as alive'), [{ alive: 1 }])
})

test('a second instance on the same folder is refused with one sentence, and the first goes on', async () => {
  const dataDir = newDataDir()
  const first = await runApp(dataDir, 'wait')
  const second = await runApp(dataDir, 'wait')
  assert.equal(second.told.refused, 'already-running')
  assert.equal(
    second.told.message,
    `Teilhabewerk läuft mit dem Ordner ${dataDir} schon und ist unter http://127.0.0.1:3000 zu erreichen.`,
  )
  assert.equal(await second.ended, 1)
  assert.deepEqual(await ask(first.told.ownerUrl, 'select 1 as alive'), [{ alive: 1 }])
})

test('four first starts at the same moment make one database, and one of them gets to run', async () => {
  const dataDir = newDataDir()
  const apps = await Promise.all([1, 2, 3, 4].map(() => runApp(dataDir, 'wait')))
  assert.equal(apps.filter(({ told }) => told.ready).length, 1)
  assert.equal(apps.filter(({ told }) => told.refused === 'already-running').length, 3)
})

test('a killed app leaves the server, which the next start adopts, with the lock free at once', async () => {
  const dataDir = newDataDir()
  const app = await runApp(dataDir, 'wait')
  app.child.kill('SIGKILL')
  await app.ended
  const begin = performance.now()
  const next = await startEmbedded({ dataDir })
  const adopted = performance.now()
  const lock = await takeInstanceLock({ url: next.ownerUrl, dataDir })
  const locked = performance.now()
  assert.equal(next.adopted, true)
  assert.equal(next.pid, app.told.pid)
  assert.ok(adopted - begin < 1000, `adopted after ${adopted - begin} ms`)
  assert.ok(locked - adopted < 500, `locked after ${locked - adopted} ms`)
  await lock.release()
  await next.stop()
  assert.equal(isGone(app.told.pid), true)
})

for (const [name, mode, end] of [
  ['that ends by itself', 'leave', undefined],
  ['that is ended by Ctrl-C', 'wait', 'SIGINT'],
  ['that is told to end', 'wait', 'SIGTERM'],
] as const) {
  test(`a process ${name} does not leave a server behind`, async () => {
    const app = await runApp(newDataDir(), mode)
    if (end) app.child.kill(end)
    await app.ended
    await until(() => isGone(app.told.pid))
  })
}

test('a server that dies under a running app is started again, and the app is still the only instance', async () => {
  const dataDir = newDataDir()
  const house = await startEmbedded({ dataDir })
  const lock = await takeInstanceLock({ url: house.ownerUrl, dataDir, address: 'http://127.0.0.1:3000' })
  await ask(house.ownerUrl, `create table note as select 'Sprachcafé' as text`)
  const { pid } = house
  process.kill(pid, 'SIGKILL')

  await until(async () => house.pid !== pid && (await ask(house.ownerUrl, 'select text from note')).length === 1)
  await until(async () => {
    const other = await runApp(dataDir, 'wait')
    other.child.kill('SIGTERM')
    await other.ended
    return other.told.refused === 'already-running'
  })
  await lock.release()
  await house.stop()
})

test('twenty kills of app, server and both: every acknowledged row is there after the next start', async (t) => {
  const dataDir = newDataDir()
  const acknowledged: number[] = []
  const orders = ['app', 'server', 'app server', 'server app'] as const
  for (let kills = 0; kills <= 20; kills++) {
    const app = await runApp(dataDir, 'write')
    assert.equal(app.told.ready, true, app.told.message)
    const [found] = await ask<{ there: number }>(
      app.told.ownerUrl,
      'select count(*)::int as there from entry where id = any($1)',
      [acknowledged],
    ).catch(() => [{ there: 0 }])
    assert.equal(found?.there, acknowledged.length, `after kill ${kills}`)
    await until(() => app.ids.length >= 25)
    if (kills === 20) break
    for (const who of orders[kills % orders.length]?.split(' ') ?? []) {
      process.kill(who === 'app' ? (app.child.pid ?? 0) : app.told.pid, 'SIGKILL')
    }
    await app.ended
    acknowledged.push(...app.ids)
  }
  t.diagnostic(`${acknowledged.length} acknowledged rows survived 20 kills`)
})

test('the note of a dead server is believed neither for a foreign process nor for an uncollected one', async () => {
  const dataDir = newDataDir()
  await (await startEmbedded({ dataDir })).stop()
  // The shell's first child ends, and sleep, which takes the shell's place, never collects it.
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const zombie = Number(await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve)))
  await until(() => readFileSync(`/proc/${zombie}/stat`, 'latin1').includes(') Z '))
  for (const pid of [zombie, process.pid]) {
    const note = [pid, join(dataDir, 'postgres'), 1, 5432, join(dataDir, 'socket'), '', '', 'ready   ', ''].join('\n')
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), note)
    writeFileSync(join(dataDir, 'socket/.s.PGSQL.5432.lock'), note)
    const house = await startEmbedded({ dataDir })
    assert.equal(house.adopted, false)
    await house.stop()
  }
  parent.kill('SIGKILL')
})

test('a first start that was cut off is begun anew, and only what we made is removed', async () => {
  const dataDir = newDataDir()
  mkdirSync(join(dataDir, 'postgres.unfinished-abc123/cluster'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres.unfinished-abc123/made-by-teilhabewerk'), '')
  mkdirSync(join(dataDir, 'postgres.unfinished-of-someone'))
  writeFileSync(join(dataDir, 'postgres.unfinished-of-someone/letter.txt'), 'important')
  await (await startEmbedded({ dataDir })).stop()
  assert.equal(existsSync(join(dataDir, 'postgres.unfinished-abc123')), false)
  assert.equal(existsSync(join(dataDir, 'postgres.unfinished-of-someone/letter.txt')), true)
})

test('a start killed while it makes the database does not hinder the next one', async () => {
  const dataDir = newDataDir()
  const starting = runApp(dataDir, 'wait').catch(() => undefined)
  await until(() => existsSync(dataDir) && statSync(dataDir).nlink > 2)
  const child = spawn('sh', ['-c', `kill -9 $(pgrep -f '${dataDir} wait' | head -1)`])
  await new Promise((resolve) => child.on('close', resolve))
  await starting
  const house = await startEmbedded({ dataDir })
  assert.deepEqual(await ask(house.ownerUrl, 'select 1 as alive'), [{ alive: 1 }])
  await house.stop()
})

test('what PostgreSQL refuses is logged without what was typed', async () => {
  await using house = await open()
  await ask(house.ownerUrl, 'create table person (mail text primary key)')
  const insert = `insert into person values ('ada@musterkreis.example')`
  await ask(house.ownerUrl, insert)
  await assert.rejects(ask(house.ownerUrl, insert), { code: '23505' })
  const log = readFileSync(join(house.dataDir, 'postgres.log'), 'utf8')
  assert.match(log, /duplicate key/)
  assert.doesNotMatch(log, /ada@/)
})

test('a folder with a very long path still gets its socket, in a short folder', async () => {
  const dataDir = join(newDataDir(), 'ein-sehr-langer-ordner-'.repeat(5))
  const house = await startEmbedded({ dataDir })
  assert.ok(house.socketDir.length < 90, house.socketDir)
  assert.equal(statSync(house.socketDir).mode & 0o777, 0o700)
  assert.deepEqual(await ask(house.ownerUrl, 'select 1 as alive'), [{ alive: 1 }])
  await house.stop()
  rmSync(house.socketDir, { recursive: true })
})

/** An embedded database for one test. */
async function open() {
  const dataDir = newDataDir()
  const embedded = await startEmbedded({ dataDir, durable: false })
  return Object.assign(embedded, { dataDir, [Symbol.asyncDispose]: embedded.stop })
}
