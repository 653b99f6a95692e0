import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { openDemoSite, type DemoSite } from './site.ts'

let site: DemoSite
/** Fifteen pages that show every kind of part: lists, objects, pictures, forms, texts. */
let publicPages: string[]
let staffPages: string[]
before(async () => {
  site = await openDemoSite()
  const first = await site.services.connections.run(await municipalityId(), 'read', async ({ db }) => ({
    measure: await db.selectFrom('measureIndicator').select('measureId as id').orderBy('measureId').executeTakeFirst(),
    goal: await db.selectFrom('goalIndicator').select('goalId as id').orderBy('goalId').executeTakeFirst(),
    indicator: await db.selectFrom('observation').select('indicatorId as id').orderBy('id').executeTakeFirst(),
    field: await db.selectFrom('actionField').select('id').orderBy('id').executeTakeFirst(),
  }))
  publicPages = [
    '/musterkreis',
    '/musterkreis/plan',
    '/musterkreis/plan/wirkungskette',
    `/musterkreis/handlungsfelder/${first.field?.id}`,
    '/musterkreis/massnahmen',
    `/musterkreis/massnahmen/${first.measure?.id}`,
    `/musterkreis/ziele/${first.goal?.id}`,
    `/musterkreis/zahlen/${first.indicator?.id}`,
    '/musterkreis/akteure',
    '/musterkreis/gremien',
    '/musterkreis/gebiete',
    '/musterkreis/datenschutz',
  ]
  staffPages = [
    `/musterkreis/massnahmen/${first.measure?.id}/bearbeiten`,
    '/musterkreis/massnahmen',
    '/musterkreis/plan/was-fehlt',
  ]
})
after(() => site[Symbol.asyncDispose]())

const municipalityId = async () => (await site.services.municipalities.bySlug('musterkreis'))?.id ?? 0

/** Every one of the fifteen pages, each seen by whom it is for. */
async function eachPage(t: TestContext, look: (page: Page, path: string) => Promise<void>, options = {}) {
  for (const [as, paths] of [
    [undefined, publicPages],
    ['officer', staffPages],
  ] as const) {
    const page = await site.visit(t, { ...options, ...(as && { as }) })
    if (!page) return
    for (const path of paths) {
      await page.goto(path)
      await look(page, `${as ?? 'visitor'} ${path}`)
    }
  }
}

for (const language of ['de', 'ar']) {
  test(`no page scrolls sideways on a telephone, at 200 % or on a desk (${language})`, async (t) => {
    const found: string[] = []
    await eachPage(
      t,
      async (page, name) => {
        if (language === 'ar') await page.goto(`${page.url()}?sprache=ar`)
        for (const width of [320, 390, 640, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          const over = await page.evaluate(() => {
            const room = document.documentElement.clientWidth
            const wide = [...document.querySelectorAll('body *')].find((element) => {
              const { right, left } = element.getBoundingClientRect()
              return right > room + 1 || left < -1
            })
            return document.documentElement.scrollWidth > room
              ? `${document.documentElement.scrollWidth - room} px: ${wide?.outerHTML.slice(0, 120)}`
              : ''
          })
          if (over) found.push(`${name} at ${width}: ${over}`)
        }
      },
      { locale: language === 'ar' ? 'ar' : 'de-DE' },
    )
    assert.deepEqual(found, [])
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everything can be told from its ground in ${colorScheme} colours`, async (t) => {
    const found: string[] = []
    await eachPage(
      t,
      async (page, name) => {
        // The policy of the page lets no script in; the browser itself does.
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
            runOnly: ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'],
          }),
        )
        for (const { id, nodes } of violations)
          for (const { html, any } of nodes.slice(0, 3))
            found.push(`${name} ${id}: ${html.slice(0, 150)} ${any[0]?.message}`)
      },
      { colorScheme },
    )
    assert.deepEqual(found, [])
  })
}

test('every button on a telephone is large enough for a thumb', async (t) => {
  const found: string[] = []
  await eachPage(
    t,
    async (page, name) => {
      const small = await page.evaluate(() =>
        // What only takes the Enter key in a form is never touched.
        [...document.querySelectorAll('button:not(.tw-enter), .kern-btn')].flatMap((element) => {
          const { width, height } = element.getBoundingClientRect()
          // What is not shown has no size.
          if (width === 0 || height === 0) return []
          return width < 43.9 || height < 43.9
            ? [`${Math.round(width)} × ${Math.round(height)} ${element.className} ${element.textContent?.slice(0, 30)}`]
            : []
        }),
      )
      found.push(...small.map((text) => `${name}: ${text}`))
    },
    { viewport: { width: 390, height: 800 } },
  )
  assert.deepEqual([...new Set(found)], [])
})

test('by keyboard alone everything is reached, and one sees where one is', async (t) => {
  const found: string[] = []
  for (const [as, path] of [
    [undefined, publicPages[0]],
    [undefined, '/musterkreis/massnahmen'],
    ['officer', staffPages[0]],
  ] as const) {
    const page = await site.visit(t, as ? { as } : {})
    if (!page) return
    await page.goto(path ?? '')
    found.push(...(await walkByKeyboard(page)).map((text) => `${path}: ${text}`))
  }
  assert.deepEqual(found, [])
})

/** Presses Tab through the page; says what was not reached, and where nobody sees the focus. */
async function walkByKeyboard(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const focusable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
    for (const [place, element] of [...document.querySelectorAll<HTMLElement>(focusable)].entries())
      if (element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [tabindex="-1"]'))
        element.dataset['place'] = String(place)
  })
  const all = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-place]')]
      // Of radio buttons with one name Tab reaches one.
      .filter((element) => !element.matches('input[type=radio]'))
      .map(({ dataset }) => dataset['place'] ?? ''),
  )
  const found: string[] = []
  const reached = new Set<string>()
  for (let step = 0; step < all.length + 40; step++) {
    await page.keyboard.press('Tab')
    const now = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const shown = [element, element.parentElement, element.nextElementSibling].some((one) => {
        if (!one) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
      })
      const { width, height } = element.getBoundingClientRect()
      const html = element.outerHTML.slice(0, 100)
      return { place: element.dataset['place'] ?? '', shown: shown && width > 0 && height > 0, html }
    })
    if (!now) break
    reached.add(now.place)
    if (!now.shown) found.push(`focus is not seen: ${now.html}`)
  }
  const missed = all.filter((place) => !reached.has(place))
  for (const place of missed)
    found.push(
      `not reached: ${await page.locator(`[data-place="${place}"]`).evaluate((e) => e.outerHTML.slice(0, 120))}`,
    )
  return found
}

test('by keyboard one skips to the content, and opens and closes menu, languages and filters', async (t) => {
  const page = await site.visit(t, { viewport: { width: 390, height: 800 } })
  if (!page) return
  await page.goto('/musterkreis/massnahmen')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(new URL(page.url()).hash, '#inhalt')
  await page.keyboard.press('Tab')
  assert.ok(await page.evaluate(() => document.activeElement?.closest('main') !== null), 'focus goes on in the content')

  await opensAndCloses(page, 'Menü', '#tw-menu')
  await opensAndCloses(page, /^Filter/, '#tw-filter')
  await opensAndCloses(page, /^Deutsch/, '#tw-langs')
})

test('on a telephone the links of those who work here open behind one button', async (t) => {
  const page = await site.visit(t, { as: 'officer', viewport: { width: 390, height: 800 } })
  if (!page) return
  await page.goto('/musterkreis/massnahmen')
  await page.getByRole('link', { name: 'Entwürfe' }).waitFor({ state: 'hidden' })
  await opensAndCloses(page, 'Ihr Bereich', '#tw-staff')
})

/** The button opens its panel, Tab leads into it, Escape closes it and comes back to the button. */
async function opensAndCloses(page: Page, opener: string | RegExp, panel: string): Promise<void> {
  const button = page.getByRole('button', { name: opener, exact: typeof opener === 'string' }).first()
  await button.focus()
  await page.keyboard.press('Enter')
  await page.locator(`${panel}:popover-open`).waitFor()
  await page.keyboard.press('Tab')
  assert.ok(await page.evaluate((id) => document.activeElement?.closest(id) !== null, panel), `into ${panel}`)
  await page.keyboard.press('Escape')
  await page.locator(panel).waitFor({ state: 'hidden' })
  assert.ok(await button.evaluate((element) => element === document.activeElement), `back from ${panel}`)
}
