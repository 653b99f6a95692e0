import pg from 'pg'
import { openPool } from '#platform/db/database.ts'

/** The database of this test process: a copy of the migrated template, made by tools/test.ts. */
export function testDatabaseUrl(): string {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) throw new Error('Tests need their database: start them with npm test [FILE …]')
  return url
}

let pool: pg.Pool | undefined

/**
 * A client inside a transaction that is rolled back when the test ends. Some files keep one office open for all their tests,
 * and all files of a shard share this pool: it must hold more than those.
 */
export async function startTransaction() {
  pool ??= openPool(testDatabaseUrl(), 20)
  const client = await pool.connect()
  await client.query('begin')
  return {
    client,
    [Symbol.asyncDispose]: async () => {
      await client.query('rollback')
      client.release()
    },
  }
}

/** A copy of its own, for what needs a commit: NOTIFY, jobs, lost races, a browser. Dropped at the end. */
export async function ownDatabase() {
  const name = `own_${process.pid}_${++copies}`
  const admin = new pg.Client({ connectionString: process.env['TEST_ADMIN_URL'] })
  await admin.connect()
  await admin.query(`create database ${name} template teilhabewerk_template owner teilhabewerk_owner`)
  const named = (url: string | undefined) => {
    const parsed = new URL(url ?? '')
    parsed.pathname = `/${name}`
    return parsed.href
  }
  return {
    url: named(testDatabaseUrl()),
    ownerUrl: named(process.env['TEST_OWNER_URL']),
    [Symbol.asyncDispose]: async () => {
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
let copies = 0
