import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { interfaceLanguages } from '#values/language.ts'
import { searchAsked } from './link-picker.tsx'
import { PageContextProvider } from './page-context.ts'
import { Prose, safeAddress } from './prose.tsx'
import { axeFindings, htmlFindings, renderPage, testContext } from './testing.tsx'
import { FormPage, refusedForm } from './testing-form-page.tsx'
import { ListPage } from './testing-list-page.tsx'
import { MeasurePage } from './testing-measure-page.tsx'

const pages: Record<string, () => VNode> = {
  'the page of a measure': () => <MeasurePage />,
  'a refused form': () => <FormPage {...refusedForm} />,
  'an empty form': () => <FormPage values={{}} errors={{}} />,
  'a list': () => <ListPage />,
}
const signedIn = {
  staff: {
    name: 'Integrationsbeauftragte',
    links: [{ label: 'Was ansteht', path: '/aufgaben', count: 9 }],
    signOutPath: '/abmelden',
  },
  banners: ['Dies ist ein Beispiel.'],
  notice: 'Die Maßnahme ist gespeichert.',
  noindex: true,
}

for (const [name, page] of Object.entries(pages))
  for (const language of ['de', 'ar'] as const)
    test(`${name} is free of findings in ${language}`, async () => {
      for (const frame of [{}, signedIn]) {
        const html = renderPage(page(), testContext(language, frame))
        assert.deepEqual(await axeFindings(html), [])
        assert.deepEqual(await htmlFindings(html), [])
        assert.doesNotMatch(html, /\sstyle=|<script(?![^>]*\ssrc=)/)
      }
    })

test('the checks find a label cut loose, an inline style and an id given twice', async () => {
  const html = renderPage(<FormPage values={{}} errors={{}} />, testContext('de'))
  assert.match((await axeFindings(html.replace('for="title"', ''))).join(), /label: <input/)
  assert.match((await htmlFindings(html.replace('<h1', '<h1 style="color:red"'))).join(), /no-inline-style/)
  assert.match((await htmlFindings(html.replace('id="text"', 'id="title"'))).join(), /no-dup-id/)
})

test('a page in Arabic runs from right to left and brings its own font and stylesheet', () => {
  const html = renderPage(<ListPage />, testContext('ar'))
  assert.match(html, /<html lang="ar" dir="rtl">/)
  assert.match(html, /href="\/assets\/styles\.rtl\.css"/)
  assert.match(html, /rel="preload" href="\/assets\/teilhabe-arabic\.woff2"/)
})

test('every page names itself in the other languages, for people and for search engines', () => {
  const html = renderPage(<ListPage />, testContext('de'))
  for (const language of interfaceLanguages) {
    assert.match(html, new RegExp(`<link rel="alternate" hreflang="${language}" href="\\?sprache=${language}"`))
    assert.match(html, new RegExp(`<a href="\\?sprache=${language}" hreflang="${language}" lang="${language}"`))
  }
})

test('an example is hidden from search engines, the real plan is not', () => {
  assert.match(renderPage(<ListPage />, testContext('de', { noindex: true })), /<meta name="robots" content="noindex"/)
  assert.doesNotMatch(renderPage(<ListPage />, testContext('de')), /robots/)
})

test('a refused form says so first in the tab, and each error leads to its field', () => {
  const html = renderPage(<FormPage {...refusedForm} />, testContext('de'))
  assert.match(html, /<title>Fehler: Maßnahme bearbeiten – Teilhabeplan Landkreis Musterkreis<\/title>/)
  const targets = Array.from(html.matchAll(/<li><a href="#(\w+)">/g), ([, id]) => id)
  assert.deepEqual(targets.slice(0, 7), ['title', 'kind', 'end', 'm2027', 'course', 'rent', 'terms'])
  for (const id of targets) assert.match(html, new RegExp(`<(input|select|textarea|h2)[^>]* id="${id}"`))
})

test('a refused form still holds everything that was typed and ticked', () => {
  const html = renderPage(<FormPage {...refusedForm} />, testContext('de'))
  assert.match(html, /value="12\/2024"/)
  assert.match(html, /<option value="2" selected>Bildung und Kita/)
  assert.match(html, /id="groups-c"[^>]* value="c" checked/)
  assert.match(html, /id="featured"[^>]* checked/)
  assert.doesNotMatch(html, /id="groups-b"[^>]* checked/)
})

test('a page carries the drawings it shows and no others', () => {
  const html = renderPage(<ListPage />, testContext('de'))
  const used = new Set(Array.from(html.matchAll(/<use href="#([\w-]+)"/g), ([, id]) => id))
  const drawn = Array.from(html.matchAll(/<symbol id="([\w-]+)"/g), ([, id]) => id)
  assert.deepEqual(drawn.toSorted(), [...used].toSorted())
  assert.ok(!used.has('g-lock'))
})

const prose = (text: string) =>
  renderToString(
    <PageContextProvider value={testContext('de')}>
      <Prose text={text} />
    </PageContextProvider>,
  )

test('text of the office becomes paragraphs, lists, bold, italics and links', () => {
  assert.equal(
    prose('**Fett** und *schräg*\nzweite Zeile\n\n- eins\n- [zwei](/plan)'),
    '<div class="tw-prose"><p><strong>Fett</strong> und <em>schräg</em><br/>zweite Zeile</p>' +
      '<ul><li>eins</li><li><a href="/plan">zwei</a></li></ul></div>',
  )
})

test('nothing that someone types becomes markup of the page', () => {
  const tries = [
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '# Überschrift',
    '![Bild](https://example.org/x.png)',
    '```\n<b>\n```',
    '| a |\n|---|\n| <i>b</i> |',
  ]
  for (const text of tries) {
    const inside = prose(text).replaceAll(/<\/?(div|p|br)[^>]*>/g, '')
    assert.doesNotMatch(inside, /</, text)
  }
})

test('a link leads to the web, to a mailbox or within the site, nowhere else', () => {
  for (const address of ['https://example.org/a', 'http://a.de', 'mailto:a@b.de', '/plan', '#teil', 'plan?x=a:b'])
    assert.equal(safeAddress(address), address)
  for (const address of [
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' data:text/html,x',
    'vbscript:x',
    '//evil.de',
    '/\\evil.de',
    '\\\\evil.de',
    '',
  ])
    assert.equal(safeAddress(address), undefined, address)
  assert.equal(prose('[x](javascript:alert(1))'), '<div class="tw-prose"><p>[x](javascript:alert(1))</p></div>')
})

test('a line that begins with a date stays a sentence', () => {
  assert.equal(prose('15. März 2026: Auftakt'), '<div class="tw-prose"><p>15. März 2026: Auftakt</p></div>')
  assert.match(prose('1. erst\n2. dann'), /<ol><li>erst<\/li><li>dann<\/li><\/ol>/)
})

test('a search in a form is told from saving it', () => {
  const unsearched = { title: 'x', goalsSearch: 'Schule', goalsSearched: 'Schule' }
  assert.equal(searchAsked({ ...unsearched, _search: 'goals' }), 'goals')
  assert.equal(searchAsked({ ...unsearched, goalsSearch: 'Kita' }), 'goals')
  assert.equal(searchAsked(unsearched), undefined)
  assert.equal(searchAsked({ ...unsearched, goalsSearch: '' }), undefined)
  assert.equal(searchAsked({ title: 'x' }), undefined)
})

test('errors are counted in the person’s language', () => {
  const { errorCount: inArabic } = testContext('ar').words
  assert.equal(testContext('de').words.errorCount(1), 'Eine Angabe fehlt noch oder passt nicht')
  assert.equal(inArabic(2), 'معلومتان ناقصتان أو غير مناسبتين')
  assert.equal(inArabic(11), '11 معلومة ناقصة أو غير مناسبة')
})
