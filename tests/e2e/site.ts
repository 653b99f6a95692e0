import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { createApp } from '#app/app.ts'
import { prepareDemo } from '#app/demo.ts'
import { createServices } from '#app/start.ts'
import { readConfig } from '#platform/config.ts'
import { listMails } from '#platform/mail/mail-folder.ts'
import { createListener } from '#platform/page-cache/listener.ts'
import { openChromium } from '#platform/testing/browser.ts'
import { ownDatabase } from '#platform/testing/database.ts'

const password = 'musterkennwort1'

/**
 * The whole server with the example municipality, on an address and a database of its own, and a real browser to visit
 * it. What goes wrong unseen gathers in `faults`.
 */
export async function openDemoSite() {
  const database = await ownDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'tw-journey-'))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const config = readConfig({
    DATA_DIR: dataDir,
    SECRET: 'x'.repeat(40),
    PUBLIC_URL: base,
    TRUST_PROXY: '1',
    DEMO_PASSWORD: password,
  })
  const faults: unknown[] = []
  const { services, close } = createServices(config, database.url, (entry) => {
    if (entry['level'] === 'error') faults.push(entry)
  })
  await prepareDemo(services, config)
  await services.municipalities.load()
  server.on('request', createListener(createApp(services), services).listener)
  const browser = await openChromium()
  let visitors = 0

  return {
    base,
    services,
    browser,
    faults,
    /** A page of a fresh browser; undefined, with the test skipped and the reason printed, where there is none. */
    async visit(t: TestContext, options: BrowserContextOptions & { as?: string } = {}): Promise<Page | undefined> {
      if (typeof browser === 'string') {
        t.skip(browser)
        return undefined
      }
      const { as, ...more } = options
      const page = await openPage(browser, { baseURL: base, locale: 'de-DE', ...more }, ++visitors)
      t.after(() => page.context().close())
      if (as) await signIn(page, as)
      return page
    },
    /** The links in what was mailed to this address, newest first. */
    async linksMailedTo(address: string): Promise<string[]> {
      await services.auth.settled()
      return (await listMails(join(dataDir, 'mail'))).filter(({ to }) => to === address).flatMap(({ links }) => links)
    },
    async [Symbol.asyncDispose]() {
      if (typeof browser !== 'string') await browser.close()
      server.closeAllConnections()
      server.close()
      await services.auth.settled()
      await close()
      await database[Symbol.asyncDispose]()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type DemoSite = Awaited<ReturnType<typeof openDemoSite>>

/** Each visitor comes from a network address of their own, so that limits per address do not meet. */
async function openPage(browser: Browser, options: BrowserContextOptions, visitor: number): Promise<Page> {
  const context = await browser.newContext({
    ...options,
    extraHTTPHeaders: { 'x-forwarded-for': `10.1.${visitor >> 8}.${visitor & 255}` },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

/** Signs in an example account by its role, or an address. */
export async function signIn(page: Page, role: string, at = 'musterkreis'): Promise<void> {
  await page.goto('/anmelden')
  await page.locator('[name=email]').fill(role.includes('@') ? role : `${role}@${at}.example`)
  await page.locator('[name=password]').fill(password)
  await page.locator('[name=password]').press('Enter')
  await page.locator('.tw-staff').waitFor()
}

/** Presses the button with these words. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
