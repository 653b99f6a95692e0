import {
  CamelCasePlugin,
  type CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { DB } from './schema.generated.ts'

export type Database = Kysely<DB>

// Dates stay what PostgreSQL says (a Date would shift by the time zone); ids and counts fit a number.
const asNumber = (text: string) => Number(text)
const bigints = pg.types.getTypeParser(1016 as 20) as unknown as (text: string) => string[]
const types = {
  getTypeParser: (oid: number, format?: string) => {
    if (format !== 'binary') {
      if (oid === 1082) return (text: string) => text
      if (oid === 20 || oid === 1700) return asNumber
      // bigint[]: its elements, too.
      if (oid === 1016) return (text: string) => bigints(text).map(Number)
    }
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

/** A pool of connections of one role. `max` bounds how many requests talk to PostgreSQL at the same time. */
export function openPool(connectionString: string, max = 12): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, types, application_name: 'teilhabewerk' })
  // An idle connection that PostgreSQL ends (restart) must not end the process; the next query opens a new one.
  pool.on('error', () => undefined)
  return pool
}

/** One transaction on one connection, seen through Kysely. Counts its statements: a page has a budget of them. */
export class Session {
  readonly db: Database
  statements = 0
  /** Municipalities whose published things this transaction changed: their cached pages end with its commit. */
  readonly changedPublished = new Set<number>()
  readonly client: pg.ClientBase
  constructor(client: pg.ClientBase) {
    this.client = client
    this.db = kyselyOn(this)
    sessions.set(this.db, this)
  }
}

const sessions = new WeakMap<Database, Session>()
/** The session that a command's database belongs to. */
export function sessionOf(db: Database): Session {
  const session = sessions.get(db)
  if (!session) throw new Error('This database does not belong to a session')
  return session
}

const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })
const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

const kyselyOn = (session: Session): Database =>
  new Kysely<DB>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new SessionDriver(session),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
    plugins: [camelCase],
  })

class SessionDriver implements Driver {
  readonly connection: DatabaseConnection
  constructor(session: Session) {
    this.connection = {
      executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
        session.statements++
        const result = await session.client.query<R & pg.QueryResultRow>(prepared(query))
        const changed = result.command === 'SELECT' ? {} : { numAffectedRows: BigInt(result.rowCount ?? 0) }
        return { rows: result.rows, ...changed }
      },
      streamQuery: () => {
        throw new Error('Streaming is not used: lists are read in pages')
      },
    }
  }
  init = async () => undefined
  acquireConnection = async () => this.connection
  releaseConnection = async () => undefined
  destroy = async () => undefined
  beginTransaction = () => Promise.reject(new Error('Use inTransaction'))
  commitTransaction = () => Promise.reject(new Error('Use inTransaction'))
  rollbackTransaction = () => Promise.reject(new Error('Use inTransaction'))
}

// A statement that PostgreSQL has parsed once costs half (measured: 50 instead of 103 µs). Bounded, because filters
// make many texts.
const names = new Map<string, string>()
function prepared(query: CompiledQuery): pg.QueryConfig {
  const { sql: text, parameters } = query
  let name = names.get(text)
  if (!name && names.size < 500) names.set(text, (name = `s${names.size}`))
  return { text, values: parameters as unknown[], ...(name && { name }) }
}

export type Mode = 'read' | 'write'

/**
 * Runs `work` in one transaction in which only the rows of `municipalityId` exist (row-level security).
 * `municipalityId` null: no municipality, only instance tables have rows. Commits when `work` returns, unless
 * `keep` says that its result is a refusal; rolls back when it throws.
 */
export async function inMunicipality<T>(
  pool: pg.Pool,
  municipalityId: number | null,
  mode: Mode,
  work: (session: Session) => Promise<T>,
  keep: (result: T) => boolean = () => true,
): Promise<T> {
  const client = await pool.connect()
  try {
    // Numbers only, so the text is safe; one round trip instead of two.
    const scope = municipalityId === null ? '' : String(Number(municipalityId))
    await client.query(
      `begin${mode === 'read' ? ' read only' : ''}; select set_config('app.municipality', '${scope}', true)`,
    )
    const result = await work(new Session(client))
    await client.query(keep(result) ? 'commit' : 'rollback')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

/** One command: all or nothing. Inside a request or a test it is a savepoint of that transaction. */
export async function inTransaction<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  // One name for all: the newest of that name counts, and a name per command would fill the list of prepared statements.
  await sql`savepoint command`.execute(db)
  try {
    const result = await work(db)
    await sql`release savepoint command`.execute(db)
    return result
  } catch (error) {
    await sql`rollback to savepoint command`.execute(db)
    await sql`release savepoint command`.execute(db)
    throw error
  }
}

/** Sets the municipality of the running transaction, e.g. after it was found by a token. */
export const enterMunicipality = (db: Database, municipalityId: number) =>
  sql`select set_config('app.municipality', ${String(municipalityId)}, true)`.execute(db)
