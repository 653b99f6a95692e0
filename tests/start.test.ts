import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '#platform/root.ts'
import { ownDatabase } from '#platform/testing/database.ts'

test('npm start runs the bundle, and ends in order when npm alone is told to stop', async () => {
  await using database = await ownDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'tw-start-'))
  const address = `http://127.0.0.1:${20_000 + Math.floor(Math.random() * 20_000)}`
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: {
      ...process.env,
      ...{ DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl, SECRET: 'x'.repeat(32), DEMO: '0' },
      ...{ DATA_DIR: folder, PORT: new URL(address).port, NODE_TEST_CONTEXT: '' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text: Buffer) => (out += text.toString()))
  try {
    assert.equal(await answer(`${address}/readyz`, 200), 200, out)
    assert.match(out, /Teilhabewerk läuft: http/)
    const missing = await fetch(`${address}/nirgends`)
    assert.equal(missing.status, 404)
    npm.kill('SIGTERM')
    assert.equal(await answer(`${address}/readyz`, undefined), undefined, 'the port is free again')
  } finally {
    npm.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Asks until the answer is the one waited for (`undefined`: nobody answers), for at most a minute. */
async function answer(url: string, expected: number | undefined): Promise<number | undefined> {
  let status: number | undefined
  for (let n = 0; n < 600; n++) {
    status = await fetch(url).then(
      (response) => response.status,
      () => undefined,
    )
    if (status === expected) return status
    await wait(100)
  }
  return status
}
