import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test, type TestContext } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { createListener } from '#platform/page-cache/listener.ts'
import { openChromium } from '#platform/testing/browser.ts'
import { openSite, password, type Site } from './testing.ts'

let site: Site
let browser: Browser | string
let base = ''
const server = createServer()
before(async () => {
  // Browsers know passkeys only under a name, and the instance must know its own address.
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://localhost:${(server.address() as AddressInfo).port}`
  site = await openSite({ PUBLIC_URL: base, TRUST_PROXY: '0' })
  server.on('request', createListener(site.app, site.services).listener)
  browser = await openChromium()
})
after(async () => {
  if (typeof browser !== 'string') await browser.close()
  server.closeAllConnections()
  server.close()
  await site[Symbol.asyncDispose]()
})

/** A page of a fresh browser; undefined, with the test skipped and the reason printed, where there is none. */
async function openPage(t: TestContext, javaScriptEnabled: boolean): Promise<Page | undefined> {
  if (typeof browser === 'string') {
    t.skip(browser)
    return undefined
  }
  const context = await browser.newContext({ javaScriptEnabled, locale: 'de-DE' })
  t.after(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return page
}
async function signIn(page: Page, email: string) {
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.getByLabel('Kennwort').fill(password)
  await page.getByLabel('Kennwort').press('Enter')
}

for (const script of [true, false]) {
  const how = script ? 'with' : 'without'

  test(`in a browser ${how} JavaScript one signs in by keyboard, works, and signs out`, async (t) => {
    const page = await openPage(t, script)
    if (!page) return
    const { email } = await site.person('officer')
    await page.goto(`${base}/musterkreis/massnahmen/neu`)
    assert.equal(new URL(page.url()).pathname, '/anmelden')
    await signIn(page, email)
    await page.waitForURL(`${base}/musterkreis/massnahmen/neu`)
    await page.getByRole('button', { name: 'Abmelden' }).click()
    await page.getByText('Sie sind abgemeldet.').waitFor()
    await page.goto(`${base}/musterkreis/massnahmen`)
    assert.equal(await page.getByRole('button', { name: 'Abmelden' }).count(), 0)
  })

  test(`in a browser ${how} JavaScript what was typed outlives the session`, async (t) => {
    const page = await openPage(t, script)
    if (!page) return
    const { email } = await site.person('officer')
    await page.goto(`${base}/anmelden?weiter=/musterkreis/massnahmen/neu`)
    await signIn(page, email)
    await page.waitForURL(`${base}/musterkreis/massnahmen/neu`)
    const title = `Sprachcafé „Mitte“ <${how}> & mehr`
    await page.locator('[name=number]').fill(script ? '8.1' : '8.2')
    await page.locator('[name=title]').fill(title)
    await page.locator('[name=description]').fill('Erste Zeile\n\nZweiter Absatz')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Als Entwurf speichern' }).click()
    await page.getByText('Nichts ist verloren').waitFor()
    await signIn(page, email)
    await page.getByRole('button', { name: 'Jetzt senden' }).click()
    await page.waitForURL(/\/musterkreis\/massnahmen\/\d+$/)
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), title)
    await page.getByText('Zweiter Absatz').waitFor()
  })

  test(`in a browser ${how} JavaScript an invited person joins from the mail`, async (t) => {
    const page = await openPage(t, script)
    if (!page) return
    const officer = await site.person('officer')
    await page.goto(`${base}/anmelden?weiter=/musterkreis/personen/einladen`)
    await signIn(page, officer.email)
    const email = `${how}@amt.example`
    await page.getByLabel('Name').fill('Neue Kollegin')
    await page.getByLabel('E-Mail-Adresse').fill(email)
    await page.getByLabel('Mitglied der Steuerungsgruppe').check()
    await page.getByRole('button', { name: 'Einladung schicken' }).click()
    await page.getByText(`Die Einladung an ${email} ist unterwegs.`).waitFor()
    const [mail] = await site.mailsTo(email)

    const other = await openPage(t, script)
    await other?.goto(mail?.links[0] ?? '')
    await other?.getByLabel('Neues Kennwort').fill(password)
    await other?.getByRole('button', { name: 'Einladung annehmen' }).click()
    await other?.getByText('Angemeldet als Neue Kollegin').first().waitFor()
  })
}

test('a passkey is added and signs in, by the script of the page', async (t) => {
  const page = await openPage(t, true)
  if (!page) return
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const { email } = await site.person('officer')
  await page.goto(`${base}/anmelden?weiter=/konto/passkeys`)
  await signIn(page, email)
  await page.getByLabel('Name').fill('Diensthandy')
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
  await page.getByRole('rowheader', { name: 'Diensthandy' }).waitFor()

  await page.getByRole('button', { name: 'Abmelden' }).click()
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
  await page.getByText('Angemeldet als').first().waitFor()
  await page.goto(`${base}/konto`)
  await page.getByText(email).first().waitFor()
})

test('without JavaScript there is no passkey button, and no dead one', async (t) => {
  const page = await openPage(t, false)
  if (!page) return
  await page.goto(`${base}/anmelden`)
  assert.equal(await page.getByRole('button', { name: 'Mit Passkey anmelden' }).count(), 0)
})

test('nothing went wrong unseen', () => assert.deepEqual(site.faults, []))
