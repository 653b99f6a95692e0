import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { prepareDatabase } from '#app/database.ts'
import { prepareDemo } from '#app/demo.ts'
import { createApp } from '#app/app.ts'
import { createServices } from '#app/start.ts'
import { readConfig } from '#platform/config.ts'
import { restoreBackup } from '#platform/backup/restore-backup.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'

// Debian's server, in whatever version from 15 on; the embedded one is a newer PostgreSQL.
const programs = globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1)
const isRoot = process.getuid?.() === 0
const nobody = 65534
const reason = programs ? false : 'there is no PostgreSQL of Debian on this machine (apt-get install postgresql)'

async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'tw-pg-'))
  // PostgreSQL refuses to run as root.
  if (isRoot) chownSync(folder, nobody, nobody)
  const as = isRoot ? { uid: nobody, gid: nobody } : {}
  const data = join(folder, 'data')
  execFileSync(join(programs ?? '', 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'], {
    ...as,
    stdio: 'ignore',
  })
  const options = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off']
  const server = spawn(join(programs ?? '', 'postgres'), options, { ...as, stdio: 'ignore' })
  const url = (role: string, name: string) =>
    `postgresql://${role}@localhost/${name}?host=${encodeURIComponent(folder)}`
  const admin = await connected(url('postgres', 'postgres'))
  return {
    admin,
    url,
    [Symbol.asyncDispose]: async () => {
      await admin.end()
      server.kill('SIGINT')
      await new Promise((resolve) => server.once('exit', resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function connected(url: string): Promise<pg.Client> {
  for (let n = 0; ; n++) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      if (n > 100) throw error
      await wait(100)
    }
  }
}

for (const kind of ['two roles', 'one role']) {
  test(
    `on a PostgreSQL of Debian with ${kind} the examples load, pages answer, and a backup comes back`,
    { skip: reason },
    async () => {
      await using server = await startServer()
      const owner = kind === 'two roles' ? 'owner' : 'app'
      await server.admin.query(`create role app login${kind === 'two roles' ? '; create role owner login' : ''}`)
      for (const name of ['plan', 'copy']) await server.admin.query(`create database ${name} owner ${owner}`)
      const folder = mkdtempSync(join(tmpdir(), 'tw-foreign-'))
      after(() => rmSync(folder, { recursive: true, force: true }))
      const config = readConfig({
        ...{ DATABASE_URL: server.url('app', 'plan'), SECRET: 'x'.repeat(32), DATA_DIR: folder, PORT: '0' },
        ...(kind === 'two roles' && { DATABASE_OWNER_URL: server.url('owner', 'plan') }),
        DEMO_PASSWORD: 'nur-fuer-den-test',
      })
      const warnings: string[] = []
      const database = await prepareDatabase(config, (line) => warnings.push(line))
      assert.equal(
        warnings.some((line) => line.includes('DATABASE_OWNER_URL')),
        kind === 'one role',
      )
      const { services, close } = createServices(config, database.appUrl, () => undefined)
      await prepareDemo(services, config)
      const app = createApp(services)
      for (const path of [
        '/musterkreis',
        '/musterkreis/massnahmen?q=Sprachkurse',
        '/musterkreis/zahlen',
        '/musterkreis/plan.json',
      ]) {
        const answer = await app.request(path)
        assert.equal(answer.status, 200, path)
      }
      await close()
      await database.stop()

      const ownerUrl = server.url(owner, 'plan')
      const [file, again] = [join(folder, 'a.backup'), join(folder, 'b.backup')]
      const now = new Date('2026-11-24T10:00:00Z')
      const first = await writeBackup({ ownerUrl, dataDir: folder, file, now })
      const target = mkdtempSync(join(folder, 'copy-'))
      await restoreBackup({ ownerUrl: server.url(owner, 'copy'), appRole: 'app', dataDir: target, file })
      const second = await writeBackup({ ownerUrl: server.url(owner, 'copy'), dataDir: target, file: again, now })
      assert.deepEqual(second.hashes, first.hashes)
      assert.ok((first.tables.find(({ name }) => name === 'measure')?.rows ?? 0) > 70)
    },
  )
}
