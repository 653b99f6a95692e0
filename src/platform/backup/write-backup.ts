import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack, type Pack } from 'tar-stream'
import { hashingInto, manifestName, type Manifest } from './archive.ts'
import { columnList, fullName, keptRows, listTables, quoted, type KeptTable } from './tables.ts'

interface Options {
  ownerUrl: string
  dataDir: string
  /** The archive; must not exist yet. */
  file: string
  now: Date
  log?: (line: string) => void
}

/**
 * Writes one archive: every table from one snapshot (but sessions, mailed links and jobs), the files, the secret where it
 * lies in the data folder, their hashes and the version. Works beside a running instance, on any PostgreSQL.
 */
export async function writeBackup({ ownerUrl, dataDir, file, now, log = () => undefined }: Options): Promise<Manifest> {
  const spool = mkdtempSync(join(tmpdir(), 'tw-backup-'))
  const draft = `${file}.part`
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const archive = pack()
    const written = pipeline(archive, createGzip(), createWriteStream(draft, { mode: 0o600 }))
    const hashes: Record<string, string> = {}
    const tables: Manifest['tables'] = []
    const all = await listTables(client)
    const files = storedFiles(dataDir)
    log(`${all.length} Tabellen und ${files.length} Dateien werden gesichert …`)
    for (const table of all) {
      const copy = join(spool, fullName(table))
      const { rows, sha256, bytes } = await copyOut(client, table, copy)
      await addFile(archive, `tables/${fullName(table)}`, copy, bytes)
      hashes[`tables/${fullName(table)}`] = sha256
      tables.push({ schema: table.schema, name: table.name, columns: table.columns, rows })
      rmSync(copy)
    }
    for (const path of files) {
      const name = relative(dataDir, path)
      hashes[name] = createHash('sha256').update(readFileSync(path)).digest('hex')
      await addFile(archive, name, path, statSync(path).size)
    }
    const { rows: migrations } = await client.query<{ name: string; hash: string }>(
      'select name, hash from migration order by name',
    )
    await client.query('commit')
    const manifest: Manifest = {
      ...{ format: 'teilhabewerk-backup', formatVersion: 1, madeAt: now.toISOString() },
      ...{ migrations, tables, files: files.length, hashes },
    }
    archive.entry({ name: manifestName }, JSON.stringify(manifest, null, 1))
    archive.finalize()
    await written
    // Only a whole archive gets its name.
    renameSync(draft, file)
    return manifest
  } finally {
    await client.end()
    rmSync(spool, { recursive: true, force: true })
    rmSync(draft, { force: true })
  }
}

/** Uploaded files, and the secret that second factors are encrypted with. */
function storedFiles(dataDir: string): string[] {
  const files = globSync('files/*/*', { cwd: dataDir })
    .filter((name) => !name.endsWith('.part'))
    .toSorted()
  return [...(existsSync(join(dataDir, 'secret')) ? ['secret'] : []), ...files].map((name) => join(dataDir, name))
}

/**
 * Copies a table into a file. Tables of municipalities go municipality by municipality: where one role does everything,
 * row-level security holds for it, too.
 */
async function copyOut(client: pg.Client, table: KeptTable, path: string) {
  const { stream, digest } = hashingInto(createWriteStream(path))
  let rows = 0
  for (const municipality of table.hasMunicipality ? await municipalities(client) : [null]) {
    await client.query(`select set_config('app.municipality', $1, true)`, [
      municipality === null ? '' : String(municipality),
    ])
    const conditions = [
      ...(municipality === null ? [] : [`municipality_id = ${Number(municipality)}`]),
      ...(keptRows[fullName(table)] ? [`(${keptRows[fullName(table)]})`] : []),
    ]
    const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
    const order = table.key.length > 0 ? ` order by ${columnList(table.key)}` : ''
    const query = client.query(
      copyTo(`copy (select ${columnList(table.columns)} from ${quoted(table)}${where}${order}) to stdout`),
    )
    // Not by `pipeline`: one stream takes the rows of every municipality, and would gather its listeners.
    for await (const part of query) if (!stream.write(part)) await once(stream, 'drain')
    rows += query.rowCount ?? 0
  }
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject)
    stream.end(resolve)
  })
  return { rows, ...digest() }
}

async function municipalities(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ id: string }>('select id from municipality order by id')
  return rows.map(({ id }) => Number(id))
}

const addFile = async (archive: Pack, name: string, path: string, size: number) =>
  pipeline(createReadStream(path), archive.entry({ name, size }))
