import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { fillCatalogue } from '#tests/catalogue.ts'
import { openOffice, type Office } from '#tests/office.ts'

/** How many blocks of the links between measures and goals this transaction has looked into. */
async function blocksRead({ db }: Office): Promise<number> {
  const { rows } = await sql<{ blocks: number }>`
    select sum(pg_stat_get_xact_blocks_fetched(oid))::int as blocks from pg_class
    where relname in ('measure_goal', 'measure_goal_pkey', 'measure_goal_goal')`.execute(db)
  return rows[0]?.blocks ?? 0
}

test('the list reads the links of all goals a few times, not once per goal, even before they were counted', async () => {
  await using office = await openOffice({ role: null })
  const { municipalityId } = await fillCatalogue(office.db, `messkreis-${process.pid}`, 10)
  office.services.municipalities.forget()
  const links = 3000
  for (const query of ['', '?sort=massnahmen&richtung=ab', '?ohne=massnahme']) {
    await sql`select set_config('app.municipality', ${String(municipalityId)}, true)`.execute(office.db)
    const before = await blocksRead(office)
    assert.equal((await office.get(`/messkreis-${process.pid}/ziele${query}`)).status, 200)
    const read = (await blocksRead(office)) - before
    assert.ok(read < 6 * links, `${query}: ${read} blocks for ${links} links`)
  }
})
