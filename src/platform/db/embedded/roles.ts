import pg from 'pg'
import { urlOf } from './server.ts'

/** The embedded database and its two roles: the owner migrates, the app works under row-level security. */
export const databaseName = 'teilhabewerk'
export const ownerRole = 'teilhabewerk_owner'
export const appRole = 'teilhabewerk_app'

const plain = 'login nosuperuser nocreaterole nocreatedb nobypassrls'

/** Runs `work` as the superuser of the cluster. */
export async function asAdmin<T>(socketDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(socketDir, 'postgres', 'postgres') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes what is missing of roles and database (a first start may have been interrupted); returns PostgreSQL's version. */
export async function prepareRoles(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ version: string; roles: string[]; exists: boolean }>(
    `select current_setting('server_version') as version,
      array(select rolname::text from pg_roles where rolname = any($1)) as roles,
      exists (select from pg_database where datname = $2) as exists`,
    [[ownerRole, appRole], databaseName],
  )
  const { version = '', roles = [], exists = false } = rows[0] ?? {}
  for (const role of [ownerRole, appRole]) if (!roles.includes(role)) await admin.query(`create role ${role} ${plain}`)
  if (!exists) await admin.query(`create database ${databaseName} owner ${ownerRole}`)
  return version
}

/** A database of the owner's, empty or a copy of `template`, to which nobody may be connected meanwhile. */
export async function createDatabase(admin: pg.Client, name: string, template?: string): Promise<void> {
  const source = template ? ` template ${pg.escapeIdentifier(template)}` : ''
  await admin.query(`create database ${pg.escapeIdentifier(name)} owner ${ownerRole}${source}`)
}

export async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
}
