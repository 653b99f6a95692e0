import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import { createGunzip } from 'node:zlib'
import { root } from '#platform/root.ts'
import { makePackage } from '../tools/package.ts'
import { writeTar } from '../tools/package/archive.ts'
import { contentsOfPackage } from '../tools/package/contents.ts'

// Not in root's own folder: PostgreSQL, which refuses to run as root, must reach its programs.
const folder = mkdtempSync(join(tmpdir(), 'tw-package-'))
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
let archive = ''
let product = ''

before(async () => {
  archive = await makePackage({ folder, level: 1 })
  assert.equal(spawnSync('tar', ['-xzf', archive, '-C', folder]).status, 0)
  product = archive.replace(/\.tar\.gz$/, '')
})

test('the same sources give the same bytes', async () => {
  const first = createHash('sha256')
  await pipeline(createReadStream(archive), createGunzip(), first)
  const second = createHash('sha256')
  const { entries, date } = await contentsOfPackage()
  await writeTar(entries, date, new PassThrough(), second)
  assert.equal(second.digest('hex'), first.digest('hex'))
})

test('the archive names this machine nowhere, and no registry', () => {
  const traces = [root, homedir() === '/root' ? '/root/' : homedir(), 'registry.npmjs.org', ...registryHost()]
  const found = globSync('**/*', { cwd: product, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const bytes = readFileSync(file)
      // What Node's makers wrote into their program, and npm's into their licence, is theirs.
      const mine = /runtime\/node$|THIRD-PARTY-LICENSES\.txt$/.test(file) ? [root] : traces
      return mine.filter((trace) => bytes.includes(trace)).map((trace) => `${file.slice(product.length)}: ${trace}`)
    })
  assert.deepEqual(found, [])
})

test('what of others is in it comes with its licence', () => {
  const text = readFileSync(join(product, 'THIRD-PARTY-LICENSES.txt'), 'utf8')
  for (const name of ['Node.js 26', 'PostgreSQL 18', 'hono 4', 'exceljs 4', '@kern-ux/native 2', 'OpenSSL 1.1']) {
    assert.match(text, new RegExp(`^${name}`, 'm'))
  }
  const silent = [...text.matchAll(/^={80}\n(.+)\n.*\n\nLicence: (.+)$/gm)].filter(
    ([, , license]) => license === 'see below',
  )
  assert.deepEqual(
    silent.map(([, name]) => name),
    [],
  )
  assert.ok(statSync(join(product, 'teilhabewerk')).mode & 0o100, 'the script can be run')
  assert.deepEqual(readdirSync(product).toSorted(), [
    ...['LICENSE', 'README.md', 'THIRD-PARTY-LICENSES.txt', 'build', 'db', 'docs', 'node_modules', 'publiccode.yml'],
    ...['runtime', 'src', 'teilhabewerk'],
  ])
})

test('unpacked, it starts without Node, npm and network, shows the examples, backs up and ends in order', async (t) => {
  const inside = isolation()
  t.diagnostic(
    inside ? `without any network: ${inside.join(' ')}` : 'the registry is a closed port: no namespaces here',
  )
  const closed = 'http://127.0.0.1:9'
  const clean = ['env', '-i', 'PATH=/usr/bin:/bin', 'HOME=/nonexistent', 'DEMO_PASSWORD=musterkennwort1']
  const proxies = inside
    ? []
    : [`npm_config_registry=${closed}`, `HTTP_PROXY=${closed}`, `HTTPS_PROXY=${closed}`, 'NODE_USE_ENV_PROXY=1']
  const port = String(20_000 + Math.floor(Math.random() * 20_000))
  const probe = [join(product, 'runtime/node'), join(import.meta.dirname, 'package/probe.ts'), product, port]
  const seen = await run([...(inside ?? []), ...clean, ...proxies, ...probe])
  t.diagnostic(`ready after ${seen.readyAfter} ms`)
  assert.equal(seen.registry, 'unreachable')
  assert.deepEqual(seen.page, [200, true])
  assert.equal(seen.style, 200)
  assert.deepEqual(seen.workbook.slice(0, 2), [200, 'PK'])
  assert.equal(seen.backup[0], 0, String(seen.backup[1]))
  assert.equal(seen.help, './teilhabewerk BEFEHL')
  assert.equal(seen.unknown, 2)
  assert.deepEqual([seen.code, seen.left], [0, []])
})

interface Seen {
  readyAfter: number
  registry: unknown
  page: unknown[]
  style: number
  workbook: unknown[]
  backup: unknown[]
  help: string
  unknown: number
  code: number
  left: string[]
}

const run = ([program = '', ...args]: string[]): Promise<Seen> =>
  new Promise((resolve, reject) => {
    execFile(program, args, (error, out, said) => {
      if (error) reject(new Error(`${error.message}\n${said}`))
      else resolve(JSON.parse(out) as Seen)
    })
  })

/** A command that runs another one with no network but its own loopback; undefined where the machine allows none. */
function isolation(): string[] | undefined {
  const up = 'ip link set lo up || ifconfig lo up'
  const found = [['--net'], ['--user', '--map-root-user', '--net']].find(
    (options) => spawnSync('unshare', [...options, 'sh', '-c', up], { stdio: 'ignore' }).status === 0,
  )
  return found && ['unshare', ...found, 'sh', '-c', `{ ${up}; } && exec "$@"`, 'sh']
}

function registryHost(): string[] {
  const { stdout } = spawnSync('npm', ['config', 'get', 'registry'], { cwd: root, encoding: 'utf8' })
  const host = URL.parse(String(stdout).trim())?.host
  return host ? [host] : []
}
