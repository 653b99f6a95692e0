import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { root } from '#platform/root.ts'

const folder = join(root, 'db/migrations')

interface Migration {
  name: string
  text: string
  hash: string
}

/** The migrations in their order. A file that has run must never change again: its hash is kept. */
export const migrations = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })

export class MigrationError extends Error {}

interface Options {
  ownerUrl: string
  /** The role the app connects as; gets its rights here. The same as the owner's: policies are forced on it. */
  appRole: string
  /** The last migration to run; absent: all. For a backup that an older program made. */
  until?: string
  log?: (line: string) => void
}

/**
 * Brings the database to the newest state, forward only, one process at a time. Each migration is one transaction.
 * Returns the names of those that ran. Throws MigrationError with a sentence for the county's IT.
 */
export async function migrate({ ownerUrl, appRole, until, log = () => undefined }: Options): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await checkServer(client)
    await client.query('select pg_advisory_lock(7318001)')
    await client.query(`create table if not exists migration (
      name text primary key, hash text not null, run_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration')
    const done = new Map(rows.map(({ name, hash }) => [name, hash]))
    const all = migrations()
    const unknown = rows.find(({ name }) => !all.some((migration) => migration.name === name))
    if (unknown) {
      throw new MigrationError(`Die Datenbank ist neuer als dieses Programm: ${unknown.name} ist ihm unbekannt.`)
    }
    const ran: string[] = []
    for (const migration of all) {
      const hash = done.get(migration.name)
      if (hash === migration.hash) continue
      if (until !== undefined && migration.name > until) break
      if (hash) throw new MigrationError(`${migration.name} wurde nach ihrem Lauf verändert. Das darf nicht sein.`)
      log(`Migration ${migration.name}`)
      await runOne(client, migration)
      ran.push(migration.name)
    }
    await secure(client, appRole)
    return ran
  } finally {
    await client.end()
  }
}

async function checkServer(client: pg.Client) {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  const version = rows[0]?.version ?? 0
  if (version < 150000) {
    throw new MigrationError(
      `PostgreSQL 15 oder neuer wird gebraucht, dieser Server ist ${Math.floor(version / 10000)}.`,
    )
  }
}

async function runOne(client: pg.Client, { name, text, hash }: Migration) {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(`${name} ist gescheitert: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Rights of the app's role and the second lock: every table with a municipality_id shows only the rows of the
 * municipality of the session. Runs after each migration, so no new table can be forgotten.
 */
async function secure(client: pg.Client, appRole: string) {
  const role = client.escapeIdentifier(appRole)
  const { rows: me } = await client.query<{ same: boolean }>('select current_user = $1 as same', [appRole])
  const force = me[0]?.same === true
  const { rows: tables } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in ('former_slug', 'host_name')`)
  const statements = tables.flatMap(({ name }) => {
    const table = client.escapeIdentifier(name)
    const own = 'municipality_id = (select current_municipality())'
    return [
      `alter table ${table} enable row level security`,
      `alter table ${table} ${force ? '' : 'no '}force row level security`,
      `drop policy if exists own_municipality on ${table}`,
      `create policy own_municipality on ${table} using (${own}) with check (${own})`,
    ]
  })
  const { rows: schemas } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname in ('public', 'auth', 'jobs')`,
  )
  for (const { name } of schemas) {
    const schema = client.escapeIdentifier(name)
    statements.push(
      `grant usage on schema ${schema} to ${role}`,
      `grant select, insert, update, delete on all tables in schema ${schema} to ${role}`,
      `grant usage, select on all sequences in schema ${schema} to ${role}`,
      `grant execute on all functions in schema ${schema} to ${role}`,
    )
  }
  await client.query(`begin; ${statements.join('; ')}; revoke insert, update, delete on migration from ${role}; commit`)
}
