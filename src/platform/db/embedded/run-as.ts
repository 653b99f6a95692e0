import { spawnSync, type SpawnOptions } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartError } from './start-error.ts'

/** How PostgreSQL is started, which refuses to run as root. */
export interface RunAs {
  /** Comes before the program: empty, or unshare with its options. */
  prefix: readonly string[]
  /** Another user, who must own the files then. */
  user?: { uid: number; gid: number }
}

const nobody = 65534
const inNamespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`]

/** Only what PostgreSQL needs: PGDATA, PGPORT, LC_… of the caller must not change what it does. */
export const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * As an ordinary user: as that user. As root: as whoever owns the cluster. For root's own one, in a user namespace in
 * which root is called nobody, so that the files stay root's. Root loses its power over other people's folders there;
 * where that or a kernel without namespaces is in the way, a new cluster belongs to the owner of a folder on the path,
 * or to nobody. Throws `cannot-run-as-root` when none of them reaches the folder.
 */
export function chooseRunAs(postgres: string, dataDir: string, clusterFolder: string): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { prefix: [], user: { uid: owner.uid, gid: owner.gid } }

  const others = [...ownersOfPath(dataDir), { uid: nobody, gid: nobody }].map((user) => ({ prefix: [], user }))
  const candidates: RunAs[] = [{ prefix: inNamespace }, ...(owner ? [] : others)]
  const found = candidates.find(
    (runAs) => runs(runAs, [postgres, '--version']) && runs(runAs, ['test', '-x', owner ? clusterFolder : dataDir]),
  )
  if (found) return found
  throw new StartError(
    'cannot-run-as-root',
    'PostgreSQL läuft nicht als root, und auf diesem System erreicht auch kein anderer Benutzer den Ordner ' +
      `${dataDir}. Bitte als gewöhnlicher Benutzer starten oder mit DATABASE_URL einen eigenen Server angeben.`,
  )
}

/** The ordinary users to whom the folder or one above it belongs, nearest first. */
function ownersOfPath(folder: string): { uid: number; gid: number }[] {
  const { uid, gid } = statSync(folder)
  const above = dirname(folder) === folder ? [] : ownersOfPath(dirname(folder))
  return uid === 0 ? above : [{ uid, gid }, ...above]
}

/** Command, arguments and options for node:child_process. */
export function command(runAs: RunAs, program: string, args: readonly string[]): [string, string[], SpawnOptions] {
  const [first = program, ...rest] = [...runAs.prefix, program, ...args]
  return [first, rest, { env: environment, cwd: '/', ...runAs.user }]
}

/** Gives a folder we made to the user PostgreSQL runs as. */
export function handOver(folder: string, { user }: RunAs): void {
  if (user) chownSync(folder, user.uid, user.gid)
}

function runs(runAs: RunAs, [program = '', ...args]: string[]): boolean {
  const [first, rest, options] = command(runAs, program, args)
  return spawnSync(first, rest, { ...options, stdio: 'ignore' }).status === 0
}
