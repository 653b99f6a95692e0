import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openSite, password, type Browser, type Page, type Site } from './testing.ts'

let site: Site
before(async () => void (site = await openSite()))
after(() => site[Symbol.asyncDispose]())

/** Every page of the domain that a person can see, and every refused form. */
async function* pagesIn(language: string): AsyncGenerator<[name: string, page: Page]> {
  const q = `?sprache=${language}`
  const nobody = site.browser()
  for (const path of [
    '/anmelden',
    '/anmelden/link',
    '/anmelden/passwort',
    '/anmelden/link/x',
    '/anmelden/passwort/x',
    '/anmelden/adresse/x',
    '/mail',
  ])
    yield [path, await nobody.get(path + q)]
  yield ['sign-in refused', await nobody.post(`/anmelden${q}`, { email: 'x', password: 'y' })]
  yield ['link refused', await nobody.post(`/anmelden/link${q}`, { email: 'x' })]
  yield ['mailed', await nobody.post(`/anmelden/passwort${q}`, { email: 'niemand@amt.example' })]
  yield ['new password refused', await nobody.post(`/anmelden/passwort/x${q}`, { newPassword: 'x' })]
  yield ['link used up', await nobody.post(`/anmelden/link/x${q}`)]
  const ended = await nobody.post(`/musterkreis/massnahmen${q}`, { title: 'A', goalIds: '1' })
  yield ['session ended', ended]

  const officer = await site.person('officer')
  yield ['send again', await nobody.submit(ended, `/anmelden${q}`, { email: officer.email, password })]
  yield* accountPages(nobody, q)
  yield* peoplePages(nobody, q, language)
}

async function* accountPages(browser: Browser, q: string): AsyncGenerator<[string, Page]> {
  for (const path of [
    '/konto',
    '/konto/passwort',
    '/konto/adresse',
    '/konto/zweiter-faktor',
    '/konto/zweiter-faktor/codes',
    '/konto/passkeys',
    '/konto/sitzungen',
  ])
    yield [path, await browser.get(path + q)]
  yield ['account refused', await browser.post(`/konto${q}`, { name: '' })]
  yield ['password refused', await browser.post(`/konto/passwort${q}`, { currentPassword: 'x', newPassword: password })]
  yield ['address refused', await browser.post(`/konto/adresse${q}`, { newEmail: 'x', currentPassword: password })]
  const setUp = await browser.post(`/konto/zweiter-faktor/neu${q}`, { currentPassword: password })
  yield ['second factor', setUp]
  yield ['second factor refused', await browser.submit(setUp, `/konto/zweiter-faktor${q}`, { code: '1' })]
}

async function* peoplePages(browser: Browser, q: string, language: string): AsyncGenerator<[string, Page]> {
  const email = `eingeladen-${language}@amt.example`
  const reader = await site.person('reader')
  yield ['invitation refused', await browser.post(`/musterkreis/personen/einladen${q}`, { roles: 'actor-editor' })]
  await browser.post(`/musterkreis/personen/einladen${q}`, { name: 'N', email, language: 'de', roles: 'reader' })
  const { id } = await site.inside('musterkreis', ({ db }) =>
    db.selectFrom('membership').where('accountId', '=', reader.accountId).select('id').executeTakeFirstOrThrow(),
  )
  for (const path of ['', '/einladen', `/${id}`, `/${id}/entfernen`])
    yield [`people${path}`, await browser.get(`/musterkreis/personen${path}${q}`)]
  await browser.post(`/musterkreis/personen/${id}`, { roles: 'statistics', version: '1' })
  yield ['lost race', await browser.post(`/musterkreis/personen/${id}${q}`, { roles: 'councillor', version: '1' })]
  const [mail] = await site.mailsTo(email)
  const path = new URL(mail?.links[0] ?? '').pathname
  yield ['invitation', await site.browser().get(path + q)]
  yield ['acceptance refused', await site.browser().post(path + q, { password: 'kurz' })]
  yield ['mail', await browser.get(`/mail/${mail?.id}${q}`)]
}

for (const language of ['de', 'ar'] as const) {
  test(`every page and refused form can be used with a screen reader (${language})`, async () => {
    const found: string[] = []
    let count = 0
    for await (const [name, page] of pagesIn(language)) {
      count++
      if (!page.text.includes(`<html lang="${language}"`)) found.push(`${name}: not in ${language} (${page.status})`)
      const problems = [...(await axeFindings(page.text)), ...(await htmlFindings(page.text))]
      found.push(...problems.map((problem) => `${name}: ${problem}`))
    }
    assert.deepEqual(found, [])
    assert.ok(count > 30, `${count} pages`)
  })
}

test('nothing went wrong unseen', () => assert.deepEqual(site.faults, []))
