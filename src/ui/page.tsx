import type { ComponentChildren } from 'preact'
import { Glyph, GlyphCollector, GlyphSprite, newGlyphCollection } from './glyph.tsx'
import { NoticeText } from './notice.tsx'
import { PageTitle } from './object.tsx'
import { usePage } from './page-context.ts'
import { Banners, Foot, Masthead, ServiceBar, StaffBar } from './page-frame.tsx'

/** A step of the way to this page. The last one is the page itself and has no path. */
export interface Crumb {
  label: string
  path?: string
}

interface PageProps {
  /** Stands in the tab, and as the heading unless `heading` says otherwise. */
  title: string
  /** A form came back with errors: the tab says so first, so it is the first thing heard. */
  refused?: boolean
  crumbs?: Crumb[]
  /** Instead of the title as heading, e.g. an ObjectHead. `false`: the children bring their own h1. */
  heading?: ComponentChildren | false
  /** The children reach from edge to edge and set their own `tw-wrap`. */
  wide?: boolean
  /** Names of islands to load, e.g. `weave.js`. */
  scripts?: string[]
  /** More for the head: feeds, description. */
  head?: ComponentChildren
  children: ComponentChildren
}

/** A whole page: the frame that every page has, and in its middle what this one is about. */
export function Page(props: PageProps) {
  const { language, direction, words, frame } = usePage()
  return (
    <html lang={language} dir={direction}>
      <Head {...props} />
      <body>
        <GlyphCollector value={newGlyphCollection()}>
          <a class="tw-skip" href="#inhalt">
            {words.skipToContent}
          </a>
          <header>
            <ServiceBar />
            <StaffBar />
            <Masthead />
            <Banners texts={frame.banners} />
          </header>
          <main id="inhalt">
            <Main {...props} />
          </main>
          <Foot />
          <GlyphSprite />
        </GlyphCollector>
      </body>
    </html>
  )
}

function Head({ title, refused = false, scripts = [], head }: PageProps) {
  const { asset, words, direction, frame } = usePage()
  const rightToLeft = direction === 'rtl'
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${refused ? `${words.error}: ` : ''}${title} – ${frame.brand.name} ${frame.brand.owner}`.trim()}</title>
      <meta name="color-scheme" content="light dark" />
      {frame.noindex && <meta name="robots" content="noindex" />}
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link
        rel="preload"
        href={asset(rightToLeft ? 'teilhabe-arabic.woff2' : 'teilhabe-sans.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={asset(rightToLeft ? 'styles.rtl.css' : 'styles.css')} />
      {frame.colours && <link rel="stylesheet" href={frame.colours} />}
      {frame.alternates.map((other) => (
        <link rel="alternate" hreflang={other.language} href={other.href} />
      ))}
      {frame.feed && <link rel="alternate" type="application/atom+xml" {...frame.feed} />}
      {scripts.map((name) => (
        <script type="module" src={asset(name)} />
      ))}
      {head}
    </head>
  )
}

function Main({ title, crumbs: steps = [], heading, wide = false, children }: PageProps) {
  const { frame } = usePage()
  // one step alone would only say the heading twice
  const crumbs = steps.length > 1 ? steps : []
  return (
    <>
      {(crumbs.length > 0 || frame.notice) && (
        <div class="tw-wrap">
          <Crumbs crumbs={crumbs} />
          {frame.notice && (
            <p class="tw-notice" role="status">
              <Glyph name="c-ok" />
              <span>
                <NoticeText text={frame.notice} />
              </span>
            </p>
          )}
        </div>
      )}
      {heading !== false && (
        <div class="tw-wrap">{heading ?? <PageTitle title={title} first={crumbs.length === 0} />}</div>
      )}
      {wide ? children : <div class="tw-wrap tw-page">{children}</div>}
    </>
  )
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { words, href } = usePage()
  if (crumbs.length === 0) return null
  return (
    <nav class="tw-crumb" aria-label={words.breadcrumbs}>
      <ol>
        {crumbs.map(({ label, path }) => (
          <li>{path === undefined ? <span aria-current="page">{label}</span> : <a href={href(path)}>{label}</a>}</li>
        ))}
      </ol>
    </nav>
  )
}
