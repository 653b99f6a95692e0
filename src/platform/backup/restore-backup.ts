import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate, migrations } from '#platform/db/migrate.ts'
import { BackupError, eachEntry, manifestName, verifyArchive, type Manifest } from './archive.ts'
import { columnList, listTables, quoted } from './tables.ts'

interface Options {
  ownerUrl: string
  appRole: string
  dataDir: string
  file: string
  log?: (line: string) => void
  /** What `checkBackup` returned for this file, where it was asked already. */
  checked?: Manifest
}

/**
 * Fills an empty instance from an archive. The archive is read whole and checked first; then all tables are filled in one
 * transaction, identity sequences are set behind the largest number, and later migrations run. Throws BackupError before
 * anything is touched when the archive is damaged, foreign or newer, or when the instance is not empty.
 */
export async function restoreBackup(options: Options): Promise<Manifest> {
  const { ownerUrl, appRole, dataDir, file, log = () => undefined } = options
  const manifest = options.checked ?? (await checkBackup(file))
  await requireEmpty(ownerUrl, dataDir)
  const last = manifest.migrations.at(-1)?.name
  log(
    `Die Sicherung ist in Ordnung. ${manifest.tables.length} Tabellen und ${manifest.files} Dateien werden zurückgespielt …`,
  )
  await migrate({ ownerUrl, appRole, ...(last && { until: last }) })
  await fill(options, manifest)
  await migrate({ ownerUrl, appRole })
  return manifest
}

/** Reads the whole archive without touching anything. Throws BackupError when it cannot be restored by this program. */
export async function checkBackup(file: string): Promise<Manifest> {
  const manifest = await verifyArchive(file)
  requireKnown(manifest)
  return manifest
}

/** The data must come from a program whose migrations this one has, unchanged and in the same order. */
function requireKnown(manifest: Manifest) {
  const known = migrations()
  const isSame = manifest.migrations.every(({ name, hash }, at) => known[at]?.name === name && known[at]?.hash === hash)
  if (isSame && manifest.migrations.length > 0) return
  throw new BackupError(
    'Die Sicherung stammt von einem neueren oder anderen Teilhabewerk. Bitte aktualisieren Sie dieses Programm. Es wurde nichts verändert.',
  )
}

async function requireEmpty(ownerUrl: string, dataDir: string) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ exists: boolean }>(
      `select to_regclass('public.municipality') is not null as exists`,
    )
    if (!rows[0]?.exists) return
    const { rows: found } = await client.query<{ used: boolean }>(
      `select exists (select from municipality) or exists (select from auth."user") as used`,
    )
    const hasFiles = existsSync(join(dataDir, 'files')) && readdirSync(join(dataDir, 'files')).length > 0
    if (!found[0]?.used && !hasFiles) return
    throw new BackupError(
      'Hier sind schon Daten. Eine Sicherung wird nur in eine leere Instanz zurückgespielt: Geben Sie mit DATA_DIR einen leeren Ordner oder mit DATABASE_URL eine leere Datenbank an.',
    )
  } finally {
    await client.end()
  }
}

async function fill({ ownerUrl, dataDir, file }: Options, manifest: Manifest) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const tables = await listTables(client)
    // Where one role does everything, policies are forced on it and COPY would be refused; the migrator forces them again.
    for (const table of tables) await client.query(`alter table ${quoted(table)} no force row level security`)
    await eachEntry(file, async (name, entry) => {
      if (name === manifestName) return drain(entry)
      if (!name.startsWith('tables/')) return storeFile(dataDir, name, entry)
      const kept = manifest.tables.find((table) => name === `tables/${table.schema}.${table.name}`)
      if (!kept) throw new BackupError(`Die Sicherung enthält ${name}, kennt es aber nicht.`)
      await pipeline(entry, client.query(copyFrom(`copy ${quoted(kept)} (${columnList(kept.columns)}) from stdin`)))
    })
    for (const table of tables.filter(({ identity }) => identity !== null)) {
      const name = pg.escapeLiteral(quoted(table))
      const column = table.identity ?? ''
      await client.query(
        `select setval(pg_get_serial_sequence(${name}, ${pg.escapeLiteral(column)}),
           coalesce((select max(${pg.escapeIdentifier(column)}) from ${quoted(table)}), 0) + 1, false)`,
      )
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.end()
  }
}

async function drain(entry: Readable) {
  for await (const part of entry) void part
}

/** Files lie under the hash of their content; anything else is not one of ours. */
async function storeFile(dataDir: string, name: string, entry: Readable) {
  const parts: Buffer[] = []
  for await (const part of entry) parts.push(part as Buffer)
  const bytes = Buffer.concat(parts)
  const isSecret = name === 'secret'
  const [, folder = '', hash = ''] = /^files\/([0-9a-f]{2})\/([0-9a-f]{64})$/.exec(name) ?? []
  const isOwn = hash !== '' && hash.startsWith(folder) && createHash('sha256').update(bytes).digest('hex') === hash
  if (!isSecret && !isOwn) throw new BackupError(`Die Sicherung enthält ${name}; das gehört nicht hinein.`)
  const path = join(dataDir, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes, { mode: isSecret ? 0o600 : 0o644 })
}
