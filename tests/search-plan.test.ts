import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { openPool } from '#platform/db/database.ts'
import { pooled } from '#platform/db/connections.ts'
import { ownDatabase } from '#platform/testing/database.ts'
import { fillCatalogue } from './catalogue.ts'

test('a search among 30,000 measures reads the index of words, never the whole table', async () => {
  await using database = await ownDatabase()
  const pool = openPool(database.url, 1)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    const connections = pooled(pool)
    const { municipalityId, planVersionId } = await connections.run(null, 'write', ({ db }) =>
      fillCatalogue(db, 'messkreis', 100),
    )
    await owner.query('vacuum analyze measure')
    /** Rows of the table that were touched, by whatever way. */
    const touched = async () => {
      const { rows } = await owner.query<{ n: string }>(
        `select seq_tup_read + idx_tup_fetch as n from pg_stat_user_tables where relname = 'measure'`,
      )
      return Number(rows[0]?.n)
    }
    const reads = async (text: string, values: unknown[]) => {
      const before = await touched()
      const client = await pool.connect()
      try {
        await client.query('begin read only')
        await client.query(`select set_config('app.municipality', $1, true)`, [String(municipalityId)])
        const { rowCount } = await client.query(text, values)
        await client.query('commit')
        await client.query('select pg_stat_force_next_flush()')
        await client.query('select 1')
        return { found: rowCount ?? 0, touched: (await touched()) - before }
      } finally {
        client.release()
      }
    }

    for (const words of ['Sprachkurs', 'Integrationsmaßnahme', 'Integratoinsmaßnahme']) {
      const read = await reads('select id from search_measures($1, $2)', [planVersionId, words])
      assert.ok(read.found > 0, `${words} finds something`)
      // A misspelt word shares its parts with more rows than the right one: they are looked at, and most are let go.
      assert.ok(read.touched < 7500, `${words} looks at ${read.touched} of 30,000 rows`)
    }
    // The same words without the function: row-level security keeps the operator from the index (decision 0002).
    const bare = await reads(`select id from measure where plan_version_id = $1 and search_text like '%sprachkurs%'`, [
      planVersionId,
    ])
    assert.ok(bare.touched >= 30_000, 'what this test counts is seen')
  } finally {
    await owner.end()
    await pool.end()
  }
})
