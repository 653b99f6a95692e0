import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { stackOf } from './stack.ts'

test('the log names the line of the source, though the server runs a bundle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tw-stack-'))
  try {
    writeFileSync(
      join(folder, 'grant.ts'),
      'interface Unused {}\n\nexport function pay(): never {\n  throw new Error("empty")\n}\n',
    )
    writeFileSync(join(folder, 'entry.ts'), 'export { pay } from "./grant.ts"\n')
    await build({
      entryPoints: [join(folder, 'entry.ts')],
      outfile: join(folder, 'out/entry.mjs'),
      bundle: true,
      format: 'esm',
      sourcemap: 'linked',
    })
    const { pay } = (await import(pathToFileURL(join(folder, 'out/entry.mjs')).href)) as { pay: () => never }
    assert.throws(pay, (error) => {
      assert.match(stackOf(error), /^Error: empty\n\s+at pay \(.*grant\.ts:4:9\)/)
      return true
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('what was thrown without a stack is still logged', () => {
  assert.equal(stackOf('disk full'), 'disk full')
})
