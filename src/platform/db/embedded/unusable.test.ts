import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { findBinaries } from './binaries.ts'
import { startEmbedded, type StartErrorCode } from './embedded.ts'
import { asNobody, ask, isRoot, newDataDir, nobody, runApp, whyNotAs } from './testing.ts'

const refused = (dataDir: string, code: StartErrorCode, message: RegExp) =>
  assert.rejects(startEmbedded({ dataDir }), { name: 'StartError', code, message })

test('a file in place of the folder is named', async () => {
  const file = join(newDataDir(), 'data')
  writeFileSync(file, '')
  await refused(file, 'folder-is-file', /data ist eine Datei/)
  await refused(join(file, 'below'), 'folder-is-file', /below ist eine Datei oder liegt unter einer/)
})

test('a folder that holds something else is left as it is', async () => {
  const dataDir = newDataDir()
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, 'postgres/urlaub.jpg'), '')
  await refused(dataDir, 'folder-foreign', /enthält etwas anderes/)
  assert.deepEqual(readdirSync(join(dataDir, 'postgres')), ['urlaub.jpg'])
})

test('an empty folder of that name is no hindrance', async () => {
  const dataDir = newDataDir()
  mkdirSync(join(dataDir, 'postgres'))
  await (await startEmbedded({ dataDir, durable: false })).stop()
})

for (const [found, advice] of [
  [17, 'bisherigen'],
  [19, 'neueren'],
] as const) {
  test(`a database of PostgreSQL ${found} is refused with the way out`, async () => {
    const dataDir = newDataDir()
    mkdirSync(join(dataDir, 'postgres/global'), { recursive: true })
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), `${found}\n`)
    await refused(
      dataDir,
      'cluster-version',
      new RegExp(`PostgreSQL ${found}, .* bringt 18 mit.*der ${advice} Fassung`),
    )
  })
}

test('a database that lost its files says so and where to read more', async () => {
  const dataDir = newDataDir()
  mkdirSync(join(dataDir, 'postgres/global'), { recursive: true, mode: 0o700 })
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '18\n')
  await refused(dataDir, 'server-failed', /PostgreSQL startet nicht: .*postgres\.log/)
})

test('a machine without our PostgreSQL is told about DATABASE_URL', () => {
  assert.throws(() => findBinaries('sunos-sparc'), { code: 'binaries-missing', message: /sunos-sparc.*DATABASE_URL/ })
})

const noTmpfs = isRoot ? false : 'only root can mount a small disk'
test('a full disk is called a full disk, and a start after clearing up works', { skip: noTmpfs }, async (t) => {
  const dataDir = newDataDir()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', dataDir])
  if (mounted.status !== 0) return t.skip('this system mounts no tmpfs')
  try {
    await refused(dataDir, 'disk-full', /kein Platz mehr/)
    assert.deepEqual(readdirSync(dataDir), [])
    spawnSync('mount', ['-o', 'remount,size=200m', dataDir])
    await (await startEmbedded({ dataDir, durable: false })).stop()
  } finally {
    spawnSync('umount', [dataDir])
  }
})

const noNobody = whyNotAs(asNobody)

test('an ordinary user can do it all', { skip: noNobody }, async () => {
  const dataDir = newDataDir({ owner: nobody })
  const app = await runApp(dataDir, 'wait', { prefix: asNobody })
  assert.equal(app.told.ready, true, app.told.message)
  assert.equal(statSync(join(dataDir, 'postgres/PG_VERSION')).uid, nobody)
  app.child.kill('SIGKILL')
  await app.ended
  const next = await runApp(dataDir, 'once', { prefix: asNobody })
  assert.equal(next.told.adopted, true)
  assert.equal(await next.ended, 0)
})

test('root can start what an ordinary user made, and the files stay theirs', { skip: noNobody }, async () => {
  const dataDir = newDataDir({ owner: nobody })
  await (
    await runApp(dataDir, 'once', { prefix: asNobody })
  ).ended
  await (await startEmbedded({ dataDir })).stop()
  const again = await runApp(dataDir, 'once', { prefix: asNobody })
  assert.equal(again.told.ready, true, again.told.message)
  assert.equal(await again.ended, 0)
})

test('an ordinary user may not start what root made, and is told who may', { skip: noNobody }, async () => {
  const dataDir = newDataDir()
  chmodSync(dataDir, 0o777)
  await (await startEmbedded({ dataDir, durable: false })).stop()
  const app = await runApp(dataDir, 'once', { prefix: asNobody })
  assert.equal(app.told.refused, 'cluster-not-ours')
  assert.match(app.told.message, /gehört einem anderen Benutzer/)
})

test(
  'root can start in a closed folder of an ordinary user, to whom the files belong then',
  { skip: noNobody },
  async () => {
    const dataDir = newDataDir({ owner: nobody })
    await (await startEmbedded({ dataDir, durable: false })).stop()
    assert.equal(statSync(join(dataDir, 'postgres/PG_VERSION')).uid, nobody)
  },
)

test('a folder one may not write in is named, with the user who may not', { skip: noNobody }, async () => {
  const dataDir = newDataDir()
  const app = await runApp(dataDir, 'once', { prefix: asNobody })
  assert.equal(app.told.refused, 'folder-unwritable')
  assert.match(app.told.message, /tw-embedded-\w+ darf der Benutzer \w+ nicht lesen und schreiben/)
})

/** A PATH without unshare: the same to the program as a kernel without user namespaces. */
function pathWithoutUnshare(): string {
  const programs = newDataDir()
  chmodSync(programs, 0o755)
  symlinkSync('/usr/bin/test', join(programs, 'test'))
  return programs
}

test('root without user namespaces runs PostgreSQL as nobody', { skip: noNobody }, async () => {
  const dataDir = newDataDir()
  chmodSync(dataDir, 0o755)
  const app = await runApp(dataDir, 'wait', { env: { PATH: pathWithoutUnshare() } })
  assert.equal(app.told.ready, true, app.told.message)
  assert.equal(statSync(join(dataDir, 'postgres/PG_VERSION')).uid, nobody)
  assert.deepEqual(await ask(app.told.ownerUrl, 'select 1 as alive'), [{ alive: 1 }])
})

test(
  'root without user namespaces in a folder closed to everybody else is told what to do',
  { skip: noNobody },
  async () => {
    const app = await runApp(newDataDir(), 'once', { env: { PATH: pathWithoutUnshare() } })
    assert.equal(app.told.refused, 'cannot-run-as-root')
    assert.match(app.told.message, /gewöhnlicher Benutzer .* DATABASE_URL/)
  },
)
