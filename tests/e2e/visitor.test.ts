import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDemoSite, press, type DemoSite } from './site.ts'

let site: DemoSite
before(async () => void (site = await openDemoSite()))
after(() => site[Symbol.asyncDispose]())

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`a visitor ${how} JavaScript finds a measure and follows the chain to its need`, async (t) => {
    const page = await site.visit(t, { javaScriptEnabled })
    if (!page) return
    await page.goto('/musterkreis')
    await page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Maßnahmen' }).click()
    await page.getByLabel('Handlungsfeld').selectOption({ label: 'Sprache und Verständigung' })
    await press(page, 'Anzeigen')
    const all = await page.getByRole('row').count()
    await page.getByRole('searchbox', { name: 'Suchen' }).fill('Abendkurs')
    await press(page, 'Suchen')
    const found = await page.getByRole('row').count()
    assert.ok(found > 1 && found < all, `${found} of ${all} rows`)
    await page.locator('tbody a[href*="/massnahmen/"]').first().click()
    await page.waitForURL(/\/massnahmen\/\d+$/)
    const measure = await page.getByRole('heading', { level: 1 }).innerText()
    await page.getByRole('link', { name: 'In der ganzen Kette zeigen' }).click()
    await page.waitForURL(/wirkungskette\?weg=\d+$/)
    assert.match(await page.locator('main').innerText(), new RegExp(measure.slice(0, 12)))
    await page.locator('main a[href*="/bedarfe/"]').first().click()
    await page.waitForURL(/\/bedarfe\/\d+$/)
    await page.locator('main a[href*="/ziele/"]').first().waitFor()
  })

  test(`a visitor ${how} JavaScript reads in Arabic and comes back to German`, async (t) => {
    const page = await site.visit(t, { javaScriptEnabled })
    if (!page) return
    await page.goto('/musterkreis/massnahmen')
    await page.getByRole('link', { name: 'العربية' }).click()
    await page.locator('html[lang=ar][dir=rtl]').waitFor()
    await page.locator('main a[href*="/massnahmen/"]').first().click()
    await page.waitForURL(/\/massnahmen\/\d+/)
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await page.locator('html[lang=de]').waitFor()
    await page.locator('main a[href*="/ziele/"]').first().click()
    assert.equal(await page.locator('html').getAttribute('lang'), 'de')
  })

  test(`a visitor ${how} JavaScript reports a barrier, and the office reads it`, async (t) => {
    const page = await site.visit(t, { javaScriptEnabled })
    if (!page) return
    await page.goto('/musterkreis/barrierefreiheit')
    await page.locator('main a[href*="barriere-melden"]').first().click()
    await press(page, 'Absenden')
    await page.locator('#text-error, [id=text][aria-invalid=true]').first().waitFor()
    const text = `Die Karte lässt sich ${how} Tastatur nicht bedienen.`
    await page.locator('[name=text]').fill(text)
    await press(page, 'Absenden')
    await page.getByRole('status').waitFor()
    const office = await site.visit(t, { javaScriptEnabled, as: 'officer' })
    await office?.goto('/musterkreis/barriere-melden/eingang')
    await office?.getByText(text).waitFor()
  })

  test(`a reader ${how} JavaScript sees no button that changes anything`, async (t) => {
    for (const role of ['reader', 'steering']) {
      const page = await site.visit(t, { javaScriptEnabled, as: role })
      if (!page) return
      for (const path of [
        'massnahmen',
        'bedarfe',
        'ziele',
        'zahlen',
        'plan',
        'handlungsfelder',
        'akteure',
        'gremien',
      ]) {
        await page.goto(`/musterkreis/${path}`)
        assert.equal(await page.locator('main form[method=post]').count(), 0, `${role} ${path}`)
        assert.equal(await page.locator('main a[href$="/neu"], main a[href$="/bearbeiten"]').count(), 0, path)
        const one = page.locator(`main a[href*="/${path}/"]`).first()
        if (path === 'plan' || (await one.count()) === 0) continue
        await page.goto((await one.getAttribute('href')) ?? '')
        assert.equal(await page.locator('main form[method=post]').count(), 0, `${role} ${page.url()}`)
        assert.equal(await page.locator('main a[href$="/bearbeiten"]').count(), 0, page.url())
      }
    }
  })
}

test('nothing went wrong unseen while visitors were there', () => assert.deepEqual(site.faults, []))
