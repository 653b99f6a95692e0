// npm run check: format, lint, types, architecture. All are run, so that one sees everything at once.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '#platform/root.ts'

const own = (name: string) => join(root, 'node_modules/.bin', name)
const checks: [name: string, program: string, ...args: string[]][] = [
  ['format', own('prettier'), '--check', '--log-level', 'warn', '.'],
  ['lint', own('oxlint'), '--type-aware'],
  ['types', own('tsc'), '--noEmit', '--project', '.'],
  ['architecture', process.execPath, '--import', './tools/tsx.ts', '--test', 'tests/architecture.test.ts'],
]

const failed = checks.filter(([name, program, ...args]) => {
  const start = performance.now()
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2] })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  process.stdout.write(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)${error ? ` ${error.message}` : ''}\n`,
  )
  return status !== 0
})
if (failed.length > 0) process.exit(1)
