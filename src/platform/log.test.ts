import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './log.ts'

const now = () => new Date('2026-11-24T10:00:00Z')

test('lines wait for each other and come in their order', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const written: string[] = []
  const { log } = createLog({ write: (text) => written.push(text), now })
  log({ level: 'info', route: '/a' })
  log({ level: 'info', route: '/b' })
  assert.deepEqual(written, [])
  context.mock.timers.tick(100)
  assert.equal(written.length, 1)
  const lines = (written[0] ?? '').trim().split('\n')
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { route: string }).route),
    ['/a', '/b'],
  )
})

test('an error is written at once, with what waited before it', () => {
  const written: string[] = []
  const { log } = createLog({ write: (text) => written.push(text), now })
  log({ level: 'info', route: '/a' })
  log({ level: 'error', route: '/b' })
  assert.equal(written.length, 1)
  assert.match(written[0] ?? '', /"\/a".*\n.*"\/b"/)
})

test('what still waits at the end is not lost', () => {
  const written: string[] = []
  const { log, flush } = createLog({ write: (text) => written.push(text), now })
  log({ level: 'info', route: '/a' })
  flush()
  flush()
  assert.deepEqual(written, ['{"time":"2026-11-24T10:00:00.000Z","level":"info","route":"/a"}\n'])
})
