import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createFileStore } from './file-store.ts'

test('what no row names goes once it is old enough; what is named, new or put again stays', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'tw-files-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const store = createFileStore(folder)
  const put = (text: string) => store.put(Buffer.from(text))
  const [named, forgotten, fresh, again] = [
    await put('named'),
    await put('forgotten'),
    await put('fresh'),
    await put('again'),
  ]
  const [old, before] = [new Date('2026-01-01'), new Date('2026-01-02')]
  for (const sha256 of [named, forgotten, again]) utimesSync(store.pathOf(sha256), old, old)
  const half = `${store.pathOf(forgotten)}.77.part`
  writeFileSync(half, 'half')
  utimesSync(half, old, old)
  await put('again')

  assert.equal(await store.removeUnnamed(new Set([named]), before), 2)
  assert.deepEqual(
    [named, forgotten, fresh, again].map((sha256) => existsSync(store.pathOf(sha256))),
    [true, false, true, true],
  )
  assert.ok(!existsSync(half))
  assert.equal(Buffer.from(await store.get(again)).toString(), 'again')
  assert.equal(await store.removeUnnamed(new Set([named]), before), 0)
})

test('a store that holds nothing yet has nothing to remove', async () => {
  const store = createFileStore(join(tmpdir(), `tw-no-such-${process.pid}`))
  assert.equal(await store.removeUnnamed(new Set(), new Date()), 0)
})
