import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { JSDOM, VirtualConsole, type DOMWindow } from 'jsdom'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { directionOf, type InterfaceLanguage, languageNames } from '#values/language.ts'
import { type PageContext, PageContextProvider } from './page-context.ts'
import { uiWords } from './words.ts'

/** A page context for tests: everything a frame can show is there. */
export function testContext(language: InterfaceLanguage, frame: Partial<PageContext['frame']> = {}): PageContext {
  return {
    language,
    direction: directionOf(language),
    href: (path) => `/musterkreis${path}`,
    asset: (name) => `/assets/${name}`,
    words: uiWords[language],
    frame: {
      official: 'Offizielle Seite des Landkreises Musterkreis',
      brand: { name: 'Teilhabeplan', owner: 'Landkreis Musterkreis' },
      menu: ['Plan', 'Maßnahmen', 'Zahlen', 'Angebote', 'Förderung', 'Gremien', 'Mitmachen'].map((label, place) => ({
        label,
        path: `/${place}`,
        current: place === 1,
      })),
      service: [
        { label: 'Leichte Sprache', path: '/leichte-sprache' },
        { label: 'Gebärdensprache', path: '/gebaerdensprache' },
      ],
      footer: [
        {
          title: 'Kontakt',
          links: [
            { label: 'Integrationsbüro, Zimmer 214', path: '/kontakt' },
            { label: 'teilhabe@musterkreis.example', external: 'mailto:teilhabe@musterkreis.example' },
          ],
        },
        {
          title: 'Diese Seite',
          links: ['Barrierefreiheit', 'Datenschutz', 'Impressum'].map((label) => ({ label, path: `/${label}` })),
        },
      ],
      banners: [],
      alternates: (['de', 'en', 'ar'] as const).map((other) => ({
        language: other,
        name: languageNames[other],
        href: `?sprache=${other}`,
      })),
      address: 'https://teilhabe.musterkreis.example/massnahmen/24',
      printedOn: '24.11.2026',
      noindex: false,
      ...frame,
    },
  }
}

/** The whole document as the browser gets it. */
export const renderPage = (page: VNode, context: PageContext): string =>
  `<!DOCTYPE html>${renderToString(<PageContextProvider value={context}>{page}</PageContextProvider>)}`

/** One window for all pages of a process, with axe in it: making both anew would take longer than the looking. */
let window: DOMWindow | undefined
let looking: Promise<unknown> = Promise.resolve()

/** What axe-core finds, one sentence each. Contrast needs a real browser and is checked there. */
export function axeFindings(html: string): Promise<string[]> {
  // axe looks at one page at a time
  const found = looking.then(() => lookAt(html))
  looking = found.catch(() => undefined)
  return found
}

async function lookAt(html: string): Promise<string[]> {
  if (!window) {
    // Pages hold pictures that jsdom cannot draw, which is nothing to report.
    const options = {
      runScripts: 'outside-only',
      pretendToBeVisual: true,
      virtualConsole: new VirtualConsole(),
    } as const
    window = new JSDOM('', options).window
    window.eval(axe.source)
  }
  const { document } = window
  document.open()
  document.write(html)
  document.close()
  const inPage = window['axe'] as typeof axe
  const { violations } = await inPage.run(document as never, {
    rules: { 'color-contrast': { enabled: false } },
    resultTypes: ['violations'],
  })
  return Array.from(violations, ({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'error',
    'no-trailing-whitespace': 'off',
    // several boxes of one group share their name
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
  },
})

/** What html-validate finds, one sentence each. */
export async function htmlFindings(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  )
}
