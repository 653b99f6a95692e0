// npm test [FILE …]: one PostgreSQL, one migrated template, as many test processes as cores, each with its own copy.
// Last line: N passed, N failed, N skipped.
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#platform/db/embedded/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { installJobs } from '#platform/jobs/jobs.ts'
import { root } from '#platform/root.ts'
import { buildAll } from './build.ts'

const template = 'teilhabewerk_template'
const asked = process.argv.slice(2)
const files =
  asked.length > 0
    ? asked
    : globSync(['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tools/**/*.test.ts'], {
        cwd: root,
      }).toSorted()
const missing = files.filter((file) => !existsSync(join(root, file)))
if (missing.length > 0) {
  process.stderr.write(`Es gibt keine Testdatei ${missing.join(', ')}\n`)
  process.exit(2)
}

await buildAll()
const dataDir = mkdtempSync(join(tmpdir(), 'tw-test-'))
const server = await startEmbedded({ dataDir })
const totals = { passed: 0, failed: 0, skipped: 0 }
try {
  const database = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  await admin.query(`create database ${template} owner teilhabewerk_owner`)
  const ownerUrl = database(server.ownerUrl, template)
  await migrate({ ownerUrl, appRole: 'teilhabewerk_app' })
  await installJobs(ownerUrl)
  await migrate({ ownerUrl, appRole: 'teilhabewerk_app' })

  const shards = Math.min(availableParallelism(), files.length)
  const results = Array.from({ length: shards }, async (_, index) => {
    const name = `test_${index + 1}`
    await admin.query(`create database ${name} template ${template} owner teilhabewerk_owner`)
    return run(index + 1, shards, {
      TEST_DATABASE_URL: database(server.appUrl, name),
      TEST_OWNER_URL: database(server.ownerUrl, name),
      TEST_ADMIN_URL: server.adminUrl,
    })
  })
  for (const result of await Promise.all(results)) {
    totals.passed += result.passed
    totals.failed += result.failed
    totals.skipped += result.skipped
  }
  await admin.end()
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`)
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1

/** One process with its share of the files. Its output is shown when it is done, so that two do not mix. */
function run(shard: number, of: number, env: Record<string, string>): Promise<typeof totals> {
  const options = [
    '--test',
    '--test-isolation=none',
    `--test-shard=${shard}/${of}`,
    '--test-reporter=spec',
    '--test-force-exit',
  ]
  const child = spawn(process.execPath, ['--import', './tools/tsx.ts', ...options, ...files], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      process.stdout.write(output)
      const count = (word: string) => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
      const failed = count('fail') + count('cancelled')
      resolve({
        passed: count('pass'),
        failed: failed === 0 && code !== 0 ? 1 : failed,
        skipped: count('skipped') + count('todo'),
      })
    })
  })
}
