import assert from 'node:assert/strict'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createDemoMunicipality, loadMunicipality } from '#demo/load.ts'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { pooled } from '#platform/db/connections.ts'
import { openPool } from '#platform/db/database.ts'
import { createFileStore } from '#platform/files/file-store.ts'
import { ownDatabase } from '#platform/testing/database.ts'
import { pack } from 'tar-stream'
import pg from 'pg'
import { BackupError, verifyArchive } from './archive.ts'
import { restoreBackup } from './restore-backup.ts'
import { inOrder } from './tables.ts'
import { writeBackup } from './write-backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'tw-backup-test-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const now = new Date('2026-11-24T10:00:00Z')
const newFolder = (name: string) => {
  const path = join(folder, name)
  mkdirSync(path, { recursive: true })
  return path
}
type Own = Awaited<ReturnType<typeof ownDatabase>>
const query = async <Row extends pg.QueryResultRow>(url: string, text: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Row>(text)
  await client.end()
  return rows
}

/** The example county, a file, an open invitation and somebody who is signed in. */
async function fill({ url }: Own, dataDir: string) {
  const pool = openPool(url, 2)
  const connections = pooled(pool)
  const id = await connections.run(null, 'write', ({ db }) => createDemoMunicipality(db, musterkreis))
  await connections.run(id, 'write', ({ db }) => loadMunicipality(db, id, musterkreis))
  const sha256 = await createFileStore(join(dataDir, 'files')).put(Buffer.from('Ein Bild'))
  await connections.run(id, 'write', async ({ db }) => {
    const file = { name: 'logo.png', mediaType: 'image/png', size: 8, sha256 }
    await db
      .insertInto('file')
      .values({ municipalityId: id, ...file })
      .execute()
    const invitation = { email: 'a@b.example', name: 'A', roles: ['reader'], expiresAt: new Date('2027-01-01') }
    await db
      .insertInto('invitation')
      .values({ municipalityId: id, ...invitation, tokenHash: 'open' })
      .execute()
    await db
      .insertInto('invitation')
      .values({ municipalityId: id, ...invitation, tokenHash: 'used', acceptedAt: now })
      .execute()
  })
  await pool.query(`insert into auth."user" (email, name, email_verified) values ('officer@kreis.example', 'O', true)`)
  await pool.query(
    `insert into auth.session (user_id, token, expires_at) select id, 'secret-token', now() + interval '1 day' from auth."user"`,
  )
  await pool.end()
  writeFileSync(join(dataDir, 'secret'), 'x'.repeat(40))
}
const back = (to: Own, dataDir: string, file: string) =>
  restoreBackup({ ownerUrl: to.ownerUrl, appRole: 'teilhabewerk_app', dataDir, file })
const refused = (message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof BackupError, String(error))
  assert.match(error.message, message)
  return true
}

test('a backup of the example county restored into an empty instance is the same, and can be written to', async () => {
  await using one = await ownDatabase()
  await using two = await ownDatabase()
  const [from, to] = [newFolder('a'), newFolder('b')]
  await fill(one, from)
  const file = join(folder, 'one.backup')
  const first = await writeBackup({ ownerUrl: one.ownerUrl, dataDir: from, file, now })
  await back(two, to, file)
  const second = await writeBackup({ ownerUrl: two.ownerUrl, dataDir: to, file: join(folder, 'two.backup'), now })
  assert.deepEqual(second, first)
  assert.ok(first.tables.find(({ name }) => name === 'measure')?.rows === 72)
  assert.equal(first.files, 2)

  const names = first.tables.map(({ schema, name }) => `${schema}.${name}`)
  assert.ok(!names.some((name) => ['auth.session', 'auth.verification', 'public.preview_link'].includes(name)))
  const invitations = await query<{ hash: string }>(two.ownerUrl, 'select token_hash as hash from invitation')
  assert.deepEqual(invitations, [{ hash: 'used' }], 'an open invitation must be sent anew')

  const added = `insert into plan_item (municipality_id, kind) select id, 'need' from municipality returning id::int`
  const [item] = await query<{ id: number }>(two.ownerUrl, added)
  const [highest] = await query<{ id: number }>(one.ownerUrl, 'select max(id)::int as id from plan_item')
  assert.ok((item?.id ?? 0) > (highest?.id ?? 0), 'numbers go on behind the largest')
})

test('where one role does everything, the backup holds the same', async () => {
  await using one = await ownDatabase()
  const from = newFolder('c')
  await fill(one, from)
  const usual = await writeBackup({ ownerUrl: one.ownerUrl, dataDir: from, file: join(folder, 'usual'), now })
  await query(
    one.ownerUrl,
    `do $$ declare t text; begin
    for t in select relname from pg_class where relrowsecurity loop execute format('alter table %I force row level security', t); end loop; end $$`,
  )
  const forced = await writeBackup({ ownerUrl: one.ownerUrl, dataDir: from, file: join(folder, 'forced'), now })
  assert.deepEqual(forced, usual)
  await using two = await ownDatabase()
  const owner = (await query<{ name: string }>(two.ownerUrl, 'select current_user as name'))[0]?.name ?? ''
  const manifest = await restoreBackup({
    ownerUrl: two.ownerUrl,
    appRole: owner,
    dataDir: newFolder('d'),
    file: join(folder, 'forced'),
  })
  assert.equal(manifest.tables.length, usual.tables.length)
})

test('one line says what is going on, however many municipalities there are, and nothing is warned of', async () => {
  await using one = await ownDatabase()
  const dataDir = newFolder('h')
  const pool = openPool(one.url, 2)
  for (let i = 0; i < 14; i++) {
    await pool.query(
      `insert into municipality (slug, name, kind, federal_state) values ('kreis-${i}', 'K', 'county', 'BW')`,
    )
  }
  await pool.end()
  const warnings: string[] = []
  const warned = ({ name, message }: Error) => void warnings.push(`${name}: ${message}`)
  process.on('warning', warned)
  const lines: string[] = []
  const file = join(folder, 'many.backup')
  await writeBackup({ ownerUrl: one.ownerUrl, dataDir, file, now, log: (line) => void lines.push(line) })
  await using two = await ownDatabase()
  const options = { ownerUrl: two.ownerUrl, appRole: 'teilhabewerk_app', dataDir: newFolder('i'), file }
  await restoreBackup({ ...options, log: (line) => void lines.push(line) })
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', warned)
  assert.deepEqual(warnings, [])
  assert.equal(lines.length, 2, lines.join('\n'))
})

test('an instance that holds data is not overwritten', async () => {
  await using one = await ownDatabase()
  const dataDir = newFolder('e')
  await fill(one, dataDir)
  const file = join(folder, 'full.backup')
  await writeBackup({ ownerUrl: one.ownerUrl, dataDir, file, now })
  await assert.rejects(back(one, dataDir, file), refused(/schon Daten/))
})

test('a damaged, cut, foreign or newer archive is refused before anything is touched', async () => {
  await using one = await ownDatabase()
  await using empty = await ownDatabase()
  const [dataDir, target] = [newFolder('f'), newFolder('g')]
  await fill(one, dataDir)
  const file = join(folder, 'whole.backup')
  const manifest = await writeBackup({ ownerUrl: one.ownerUrl, dataDir, file, now })
  await verifyArchive(file)
  const bytes = readFileSync(file)
  const bad = join(folder, 'bad.backup')
  for (const at of [0.1, 0.5, 0.95]) {
    const place = Math.floor(bytes.length * at)
    writeFileSync(bad, bytes.subarray(0, place))
    await assert.rejects(
      back(empty, target, bad),
      refused(/(unvollständig|beschädigt|keine Sicherung).*Es wurde nichts verändert\.$/),
    )
    const flipped = Buffer.from(bytes)
    flipped[place] = (flipped[place] ?? 0) ^ 0xff
    writeFileSync(bad, flipped)
    await assert.rejects(back(empty, target, bad), BackupError)
  }
  const archived = async (entries: [string, string][]) => {
    const archive = pack()
    for (const [name, text] of entries) archive.entry({ name }, text)
    archive.finalize()
    const parts: Buffer[] = []
    for await (const part of archive) parts.push(part as Buffer)
    writeFileSync(bad, gzipSync(Buffer.concat(parts)))
  }
  await archived([['brief.txt', 'Hallo']])
  await assert.rejects(back(empty, target, bad), refused(/keine Sicherung von Teilhabewerk/))
  const strange = { ...manifest, tables: [], hashes: {}, files: 0 }
  await archived([
    ['manifest.json', JSON.stringify({ ...strange, migrations: [{ name: '9999_future.sql', hash: 'x' }] })],
  ])
  await assert.rejects(back(empty, target, bad), refused(/neueren oder anderen/))
  await archived([
    ['manifest.json', JSON.stringify(strange)],
    ['tables/public.municipality', 'x'],
  ])
  await assert.rejects(back(empty, target, bad), refused(/beschädigt/))
  await assert.rejects(back(empty, target, join(folder, 'none')), refused(/gibt es nicht/))
  for (const words of ['Hallo', '']) {
    writeFileSync(bad, words)
    await assert.rejects(back(empty, target, bad), (error: BackupError) => {
      assert.doesNotMatch(error.message, /[a-z]+ (header|end|of) |undefined/, 'no words of a library')
      return refused(/Es wurde nichts verändert/)(error)
    })
  }
  assert.deepEqual(await query(empty.ownerUrl, 'select id from municipality'), [])
})

test('tables that refer to each other cannot be put in order, and it is said', () => {
  const table = (name: string) => ({ schema: 'public', name })
  const references = [{ from: 'public.a', to: 'public.b' }]
  assert.deepEqual(
    inOrder([table('a'), table('b')], references).map(({ name }) => name),
    ['b', 'a'],
  )
  assert.throws(
    () => inOrder([table('a'), table('b')], [...references, { from: 'public.b', to: 'public.a' }]),
    /refer to each other/,
  )
})
