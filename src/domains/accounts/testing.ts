import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#app/app.ts'
import { createServices } from '#app/start.ts'
import { cookieJar } from '#platform/auth/cookies.ts'
import { readConfig } from '#platform/config.ts'
import { listMails } from '#platform/mail/mail-folder.ts'
import { ownDatabase } from '#platform/testing/database.ts'
import type { Role } from './model/rights.ts'

export const password = 'vier einfache Wörter hier'

/** An answer as a test looks at it. */
export interface Page {
  status: number
  text: string
  location: string
  headers: Headers
}

/**
 * A whole instance on a database of its own, with real sign-in, sessions and mails: what it writes is committed. Two
 * municipalities: /musterkreis, which is open, and /stillkreis, which is closed.
 */
export async function openSite(environment: Readonly<Record<string, string>> = {}) {
  const database = await ownDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'tw-site-'))
  const config = readConfig({
    DATA_DIR: dataDir,
    SECRET: 'x'.repeat(40),
    PORT: '3999',
    TRUST_PROXY: '1',
    ...environment,
  })
  const faults: unknown[] = []
  const { services, close, pool } = createServices(config, database.url, (entry) => {
    if (entry['level'] === 'error') faults.push(entry)
  })
  const app = createApp(services)
  const ids = new Map<string, number>()
  for (const [slug, isOpen] of [
    ['musterkreis', true],
    ['stillkreis', false],
  ] as const) {
    const id = await services.connections.run(null, 'write', async ({ db }) => {
      const row = { slug, name: `Landkreis ${slug}`, kind: 'county' as const, federalState: 'BW', isOpen }
      const { id } = await db
        .insertInto('municipality')
        .values({ ...row, languages: ['de', 'en', 'ar'] })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    })
    ids.set(slug, id)
    await services.connections.run(id, 'write', async ({ db }) => {
      const plan = await db.insertInto('plan').values({ municipalityId: id }).returning('id').executeTakeFirstOrThrow()
      await db
        .insertInto('planVersion')
        .values({
          municipalityId: id,
          planId: plan.id,
          number: 1,
          title: 'Plan',
          state: 'IN_FORCE',
          publishedAt: new Date(),
        })
        .execute()
    })
  }
  services.municipalities.forget()
  await services.municipalities.load()

  const idOf = (slug: string) => ids.get(slug) ?? 0
  let people = 0
  let browsers = 0
  return {
    services,
    app,
    pool,
    faults,
    idOf,
    /** Runs in the municipality, and commits. */
    inside: <T>(slug: string, work: Parameters<typeof services.connections.run<T>>[2]) =>
      services.connections.run(idOf(slug), 'write', work),
    /** A person with an account and, if said so, a role. */
    async person(role?: Role, slug = 'musterkreis', limits: { endsOn?: string } = {}) {
      const email = `person${++people}@amt.example`
      const made = await services.auth.createAccount({ email, name: `Person ${people}`, password, verified: true })
      if (!made.ok) throw new Error(made.code)
      const { accountId } = made
      const municipalityId = idOf(slug)
      if (role) {
        await services.connections.run(municipalityId, 'write', ({ db }) =>
          db
            .insertInto('membership')
            .values({ municipalityId, accountId, roles: [role], ...limits })
            .execute(),
        )
      }
      return { accountId, email, name: `Person ${people}` }
    },
    /** What was mailed to this address, newest first. */
    async mailsTo(address: string) {
      await services.auth.settled()
      return (await listMails(join(dataDir, 'mail'))).filter(({ to }) => to === address)
    },
    /** A browser on a machine of its own, so that limits per network address do not meet. */
    browser: (headers: Readonly<Record<string, string>> = {}) =>
      new Browser(app, { 'x-forwarded-for': `10.0.${browsers >> 8}.${browsers++ & 255}`, ...headers }),
    [Symbol.asyncDispose]: async () => {
      await services.auth.settled()
      await close()
      await database[Symbol.asyncDispose]()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type Site = Awaited<ReturnType<typeof openSite>>

/** A browser without JavaScript: keeps cookies, follows nothing by itself. */
export class Browser {
  headers: Headers
  readonly app: ReturnType<typeof createApp>
  constructor(app: ReturnType<typeof createApp>, headers: Readonly<Record<string, string>>) {
    this.app = app
    this.headers = new Headers({ 'user-agent': 'Mozilla/5.0 (X11; Linux x64) Firefox/140.0', ...headers })
  }

  get = (path: string): Promise<Page> => this.send(path, { method: 'GET' })
  head = (path: string): Promise<Page> => this.send(path, { method: 'HEAD' })
  post = (path: string, fields: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Page> => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return this.send(path, { method: 'POST', body })
  }
  /** Sends a form of the page as it stands there, with what a person types into it. */
  submit(page: Page, action: string, typed: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.post(action, { ...hiddenFields(page.text, action), ...typed })
  }
  signIn(email: string, word = password, more: Readonly<Record<string, string>> = {}) {
    return this.post('/anmelden', { email, password: word, ...more })
  }

  async send(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(this.headers)
    if (init.body instanceof URLSearchParams) headers.set('content-type', 'application/x-www-form-urlencoded')
    else if (init.body) headers.set('content-type', 'application/json')
    const answer = await this.app.request(path, { ...init, headers })
    this.headers = cookieJar(this.headers, answer.headers)
    return {
      status: answer.status,
      text: await answer.text(),
      location: answer.headers.get('location') ?? '',
      headers: answer.headers,
    }
  }
}

/** The unseen fields of the form that posts to `action`; a name that occurs twice becomes several values. */
export function hiddenFields(html: string, action: string): Record<string, string | string[]> {
  const form = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].find(
    ([, to]) => decode(to ?? '') === action,
  )
  const fields: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of (form?.[2] ?? '').matchAll(
    /<input type="hidden" name="([^"]*)" value(?:="([^"]*)")?\/>/gs,
  ))
    (fields[decode(name)] ??= []).push(decode(value))
  return fields
}
const decode = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
