import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { openDemoSite, press, type DemoSite } from './site.ts'

let site: DemoSite
before(async () => void (site = await openDemoSite()))
after(() => site[Symbol.asyncDispose]())

/** A list as an office keeps it. */
async function measureList(numbers: readonly string[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Maßnahmen')
  sheet.addRow(['Maßnahmen des Landkreises'])
  sheet.addRow(['Nr.', 'Maßnahme', 'Handlungsfeld', 'Beschreibung', 'Stand'])
  for (const number of numbers)
    sheet.addRow([
      number,
      `Eingelesen ${number}`,
      'Sprache und Verständigung',
      'Aus der Liste des Amts',
      'in Umsetzung',
    ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Fills what a measure needs to be published. */
async function fillMeasure(page: Page, number: string, title: string): Promise<void> {
  await page.locator('[name=number]').fill(number)
  await page.locator('[name=title]').fill(title)
  await page.locator('[name=description]').fill('Menschen treffen sich und lernen Deutsch.')
  await page.locator('[name=actionFieldId]').selectOption({ index: 1 })
  await page.locator('[name=kind]').selectOption('PROJECT')
}

/** Finds something by a search box of the form and links it. */
async function link(page: Page, name: string, words: string): Promise<void> {
  await page.locator(`[name=${name}Search]`).fill(words)
  await page.locator(`button[name=_search][value=${name}]`).click()
  const found = page.locator(`input[type=checkbox][name=${name}]`).first()
  await found.waitFor()
  await found.check()
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`an officer ${how} JavaScript writes a measure, puts it right and publishes it`, async (t) => {
    const page = await site.visit(t, { javaScriptEnabled, as: 'officer' })
    if (!page) return
    await page.goto('/musterkreis/massnahmen')
    await page.getByRole('link', { name: 'Maßnahme anlegen' }).click()
    const title = `Sprachcafé ${how} Anmeldung`
    await page.locator('[name=title]').fill(title)
    await press(page, 'Speichern und veröffentlichen')
    await page.getByRole('alert').waitFor()
    assert.match(await page.title(), /^Fehler/)
    assert.equal(await page.locator('[name=title]').inputValue(), title)

    await fillMeasure(page, javaScriptEnabled ? '9.1' : '9.2', title)
    await link(page, 'goalIds', 'Deutsch')
    assert.equal(await page.locator('[name=title]').inputValue(), title)
    await page.locator('[name=leadSearch]').fill('Volkshochschule')
    await page.locator('button[name=_search][value=lead]').click()
    const lead = page.locator('[name=lead] option', { hasText: 'Volkshochschule' }).first()
    await page.locator('[name=lead]').selectOption((await lead.getAttribute('value')) ?? '')
    await page.locator('[name=periodFrom]').fill('2026')
    await page.locator('[name^=targetGroupIds]').first().check()
    await press(page, 'Speichern und veröffentlichen')
    if (await page.getByRole('alert').count()) assert.fail(await page.getByRole('alert').innerText())
    await page.waitForURL(/\/massnahmen\/\d+$/)
    await page.getByText('Veröffentlicht: Alle können diese Seite jetzt lesen.').waitFor()

    const visitor = await site.visit(t, { javaScriptEnabled })
    await visitor?.goto(page.url())
    assert.equal(await visitor?.getByRole('heading', { level: 1 }).innerText(), title)
    await visitor?.locator('main a[href*="/ziele/"]').first().waitFor()
  })

  test(`two officers ${how} JavaScript change the same measure, and neither is overwritten`, async (t) => {
    const first = await site.visit(t, { javaScriptEnabled, as: 'officer' })
    const second = await site.visit(t, { javaScriptEnabled, as: 'department-head' })
    if (!first || !second) return
    await first.goto('/musterkreis/massnahmen')
    const href = await first.locator('tbody a[href*="/massnahmen/"]').first().getAttribute('href')
    await first.goto(`${href}/bearbeiten`)
    await second.goto(`${href}/bearbeiten`)
    await first.locator('[name=title]').fill(`Der erste Titel ${how}`)
    await press(first, 'Speichern')
    await first.waitForURL(/\/massnahmen\/\d+$/)
    await second.locator('[name=title]').fill(`Der zweite Titel ${how}`)
    const [answer] = await Promise.all([
      second.waitForResponse((r) => r.request().method() === 'POST'),
      press(second, 'Speichern'),
    ])
    assert.equal(answer.status(), 409)
    const main = await second.locator('main').innerText()
    assert.match(main, new RegExp(`Der erste Titel ${how}`))
    assert.equal(await second.locator('[name=title]').inputValue(), `Der zweite Titel ${how}`)
    await press(second, 'Speichern')
    await second.waitForURL(/\/massnahmen\/\d+$/)
    assert.equal(await second.getByRole('heading', { level: 1 }).innerText(), `Der zweite Titel ${how}`)
  })

  test(`an officer ${how} JavaScript reads a list in from Excel`, async (t) => {
    const page = await site.visit(t, { javaScriptEnabled, as: 'officer' })
    if (!page) return
    await page.goto('/musterkreis/einlesen')
    const numbers = javaScriptEnabled ? ['11.1', '11.2'] : ['12.1', '12.2']
    await page
      .locator('[name=file]')
      .setInputFiles({ name: 'liste.xlsx', mimeType: '', buffer: await measureList(numbers) })
    await press(page, 'Datei lesen')
    // The suggestions are right: one goes on to the preview, and starts.
    for (let step = 0; step < 4 && !page.url().endsWith('/vorschau'); step++) {
      const before = page.url()
      await page.locator('main form .kern-btn--primary').first().click()
      await page.waitForURL((url) => url.href !== before)
    }
    assert.match(page.url(), /\/vorschau$/)
    await page.getByText(`Eingelesen ${numbers[0]}`).first().waitFor()
    await page.locator('main form .kern-btn--primary').first().click()
    await page.waitForURL(/\/einlesen\/\d+(\/stand)?$/)
    await page.goto('/musterkreis/massnahmen?entwurf=1&q=Eingelesen')
    for (const number of numbers) await page.getByRole('link', { name: `Eingelesen ${number}` }).waitFor()
  })

  test(`an officer ${how} JavaScript lets somebody without an account look at a draft`, async (t) => {
    const page = await site.visit(t, { javaScriptEnabled, as: 'officer' })
    const guest = await site.visit(t, { javaScriptEnabled })
    if (!page || !guest) return
    await page.goto('/musterkreis/bedarfe/neu')
    const statement = `Es fehlt ein Treffpunkt ${how} Küche`
    await page.locator('[name=statement]').fill(statement)
    await press(page, 'Als Entwurf speichern')
    await page.waitForURL(/\/bedarfe\/\d+$/)
    const draft = page.url()
    await page.goto('/musterkreis/vorschau')
    await page.locator('[name=note]').fill('Presse')
    await press(page, 'Link anlegen')
    const link = await page.getByLabel('Vorschau-Link', { exact: true }).inputValue()

    assert.equal((await guest.goto(draft))?.status(), 404)
    await guest.goto(link)
    await press(guest, 'Vorschau öffnen')
    assert.equal((await guest.goto(draft))?.status(), 200)
    await guest.getByText(statement).first().waitFor()
    assert.equal(await guest.locator('main a[href$="/bearbeiten"]').count(), 0)
    await page.goto('/musterkreis/vorschau')
    await press(page, /^Sofort beenden/)
    assert.equal((await guest.goto(draft))?.status(), 404)
  })

  test(`an officer ${how} JavaScript merges two needs into one`, async (t) => {
    const page = await site.visit(t, { javaScriptEnabled, as: 'officer' })
    if (!page) return
    await page.goto('/musterkreis/bedarfe')
    const boxes = page.locator('tbody input[type=checkbox][name=id]')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    const gone = await boxes.nth(1).getAttribute('value')
    await press(page, 'Ausgewählte zusammenführen')
    await page.locator('[name=into]').first().check()
    await press(page, 'Zusammenführen')
    await page.waitForURL(/\/bedarfe\/\d+$/)
    const kept = page.url()
    await page.goto(`/musterkreis/bedarfe/${gone}`)
    assert.equal(page.url(), kept)
  })

  test(`an officer ${how} JavaScript enters the values of an indicator and sees the line`, async (t) => {
    const page = await site.visit(t, { javaScriptEnabled, as: 'officer' })
    if (!page) return
    await page.goto('/musterkreis/zahlen/neu')
    await page.locator('[name=code]').fill(javaScriptEnabled ? '90' : '91')
    await page.locator('[name=title]').fill(`Gäste im Café ${how} Anmeldung`)
    await page.locator('[name=kind]').selectOption({ label: 'Anzahl' })
    await page.locator('[name=unit]').fill('Gäste')
    await press(page, 'Als Entwurf speichern')
    await page.waitForURL(/\/zahlen\/\d+$/)
    const indicator = page.url()
    await page.goto(`${indicator}/jahre`)
    await page.locator('[name=value-2024]').fill('viele')
    await page.locator('[name=value-2025]').fill('1.250')
    await press(page, 'Speichern')
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('[name=value-2025]').inputValue(), '1.250')
    await page.locator('[name=value-2024]').fill('900')
    await press(page, 'Speichern')
    await page.waitForURL(indicator)
    await page.locator('main svg').first().waitFor()
    assert.match(await page.locator('main').innerText(), /1\.250/)
  })
}

test('with JavaScript, what is typed outlives a closed page and a lost connection, until it has been sent', async (t) => {
  const page = await site.visit(t, { as: 'officer' })
  if (!page) return
  const address = '/musterkreis/massnahmen/neu'
  await page.goto(address)
  await page.locator('[name=title]').fill('Noch nicht gesendet')
  await page.locator('[name=isFlagship]').check()
  // What was typed is kept a moment after the last letter.
  await page.waitForFunction(() =>
    Object.values(sessionStorage).some((kept) => String(kept).includes('Noch nicht gesendet')),
  )
  await page.goto('/musterkreis')
  await page.goto(address)
  await page.locator('.tw-kept').getByRole('button', { name: 'Wieder einsetzen' }).click()
  assert.equal(await page.locator('[name=title]').inputValue(), 'Noch nicht gesendet')
  assert.equal(await page.locator('[name=isFlagship]').isChecked(), true)

  await page.context().setOffline(true)
  await press(page, 'Als Entwurf speichern')
  await page.getByText('Sie sind gerade nicht verbunden').waitFor()
  await page.context().setOffline(false)
  await page.locator('[name=number]').fill('9.77')
  await press(page, 'Als Entwurf speichern')
  await page.waitForURL(/massnahmen\/\d+$/)
  await page.goto(address)
  assert.equal(await page.locator('.tw-kept').count(), 0)
})

test('nothing went wrong unseen while the office worked', () => assert.deepEqual(site.faults, []))
