import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { folder, germanOffice } from './fixtures/make-german-office.ts'

test('the ten files are those that the script writes, byte for byte, and small', async () => {
  const made = await germanOffice()
  assert.deepEqual(readdirSync(folder).toSorted(), [...made.keys()])
  for (const [name, bytes] of made) {
    assert.ok(Buffer.from(bytes).equals(readFileSync(join(folder, name))), name)
    assert.ok(bytes.length < 40_000, name)
  }
})
