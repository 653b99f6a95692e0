import assert from 'node:assert/strict'
import { existsSync, utimesSync } from 'node:fs'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { jobHandlers } from './jobs.ts'

test('the nightly job removes files that no municipality names any more', async () => {
  await using office = await openOffice()
  const { db, municipalityId, services } = office
  const put = async (text: string) => services.files.put(Buffer.from(`${text} ${office.slug}`))
  const logoOf = async (municipality: number, name: string) => {
    const row = { municipalityId: municipality, name, mediaType: 'image/png', size: 1, sha256: await put(name) }
    await db.insertInto('file').values(row).execute()
    return row.sha256
  }
  const kept = await logoOf(municipalityId, 'Logo')
  const replaced = await put('Altes Logo')
  await office.asOfficerElsewhere()
  const old = new Date('2026-11-01')
  for (const sha256 of [kept, replaced]) utimesSync(services.files.pathOf(sha256), old, old)
  const lines: unknown[] = []
  services.log = (entry) => lines.push(entry)

  await jobHandlers(services).retention?.({} as never)

  assert.ok(existsSync(services.files.pathOf(kept)))
  assert.ok(!existsSync(services.files.pathOf(replaced)))
  assert.equal((lines[0] as { removed: { file: number } }).removed.file, 1)
})
