import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { command, handOver, type RunAs } from './run-as.ts'
import { errnoOf, explainFileError, explainOutput, StartError } from './start-error.ts'

const unfinished = 'postgres.unfinished-'
const marker = 'made-by-teilhabewerk'

/** Makes the data folder if need be and returns its real path. Throws a StartError where it cannot be used. */
export function openDataFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true })
    const folder = realpathSync(dataDir)
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
    return folder
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}

/** True when there is a cluster of our version in `folder`, false when there is nothing yet; otherwise a StartError. */
export function checkCluster(folder: string, { major }: Binaries): boolean {
  try {
    const entries = readdirSync(folder)
    if (entries.length === 0) return false
    if (!entries.includes('PG_VERSION') || !entries.includes('global')) {
      throw new StartError('folder-foreign', `${folder} enthält etwas anderes als eine Datenbank von Teilhabewerk.`)
    }
    const found = Number.parseInt(readFileSync(join(folder, 'PG_VERSION'), 'utf8'), 10)
    if (found === major) return true
    throw new StartError(
      'cluster-version',
      `Die Datenbank in ${folder} gehört zu PostgreSQL ${found}, dieses Programm bringt ${major} mit. ` +
        `Bitte mit der ${found < major ? 'bisherigen' : 'neueren'} Fassung des Programms ein Backup machen und es hier einspielen.`,
    )
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false
    if (errnoOf(error) === 'EACCES') {
      throw new StartError(
        'cluster-not-ours',
        `Die Datenbank in ${folder} gehört einem anderen Benutzer. Bitte als dieser starten.`,
      )
    }
    throw explainFileError(error, folder)
  }
}

/**
 * Makes the cluster beside its place and moves it there when it is complete: a start that was interrupted leaves only
 * a folder that carries our mark, and the next start removes it.
 */
export async function createCluster(
  dataDir: string,
  folder: string,
  binaries: Binaries,
  runAs: RunAs,
  durable: boolean,
) {
  removeUnfinished(dataDir)
  let workshop: string | undefined
  try {
    workshop = mkdtempSync(join(dataDir, unfinished))
    writeFileSync(join(workshop, marker), '')
    handOver(workshop, runAs)
    const fresh = join(workshop, 'cluster')
    await initialise(fresh, dataDir, binaries, runAs, durable)
    renameSync(fresh, folder)
    // Without this, a power cut could lose the new name, and with it everything written since.
    syncFolder(dataDir)
  } catch (error) {
    throw explainFileError(error, dataDir)
  } finally {
    if (workshop) rmSync(workshop, { recursive: true, force: true, maxRetries: 5 })
  }
}

// pg_trgm asks the C library what a letter is: with plain C it would cut words at every umlaut. Sorting is ICU's.
const locales = ['C.UTF-8', 'de_DE.UTF-8', 'en_US.UTF-8', 'C']

async function initialise(fresh: string, dataDir: string, { initdb }: Binaries, runAs: RunAs, durable: boolean) {
  const options = ['-D', fresh, '--username=postgres', '--auth=trust', '--encoding=UTF8']
  options.push('--locale-provider=icu', '--icu-locale=de-DE', '--set=max_connections=60', '--set=shared_buffers=128MB')
  if (!durable) options.push('--no-sync')
  let output = ''
  for (const locale of locales) {
    const result = await run(...command(runAs, initdb, [...options, `--locale=${locale}`]))
    if (result.code === 0) return
    output = result.output
    if (!/invalid locale name/.test(output)) break
  }
  throw explainOutput(output, dataDir)
}

const run = (...call: ReturnType<typeof command>) =>
  new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const [program, args, options] = call
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })

function removeUnfinished(dataDir: string) {
  const ours = readdirSync(dataDir).filter((name) => name.startsWith(unfinished))
  for (const name of ours.map((name) => join(dataDir, name))) {
    if (existsSync(join(name, marker)) || readdirSync(name).length === 0)
      rmSync(name, { recursive: true, force: true, maxRetries: 5 })
  }
}

function syncFolder(folder: string) {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
