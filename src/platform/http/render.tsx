import { createMiddleware } from 'hono/factory'
import { render } from 'preact-render-to-string'
import type { PageContext } from '#ui/page-context.ts'
import { PageContextProvider } from '#ui/page-context.ts'
import { SpeechProvider } from '#platform/texts/texts.ts'
import { cacheHeader } from '#platform/page-cache/header.ts'
import type { AppEnv, Ctx } from './app.ts'
import { routeOf } from './request.ts'

/**
 * Gives `c.render(<Page/>, status)`: the page with everything around it. `frameOf` is the app's: it knows the menu and
 * the footer, the platform does not.
 */
export const renderPages = (frameOf: (c: Ctx) => PageContext) =>
  createMiddleware<AppEnv>(async (c, next) => {
    c.setRenderer((content, status = 200) => {
      const page = frameOf(c)
      const html = render(
        <SpeechProvider value={c.var.speech}>
          <PageContextProvider value={page}>{content}</PageContextProvider>
        </SpeechProvider>,
      )
      // Drafts, internal fields and one-time messages must not stay in a browser's or proxy's memory.
      const isPersonal = c.var.person !== undefined || c.var.isPreview
      c.header('Cache-Control', isPersonal ? 'no-store' : 'no-cache')
      c.header('Content-Language', c.var.speech.language)
      markForCache(c, isPersonal, status)
      return c.html(`<!DOCTYPE html>${html}`, status)
    })
    await next()
  })

/** A finished page of an open municipality, seen by anyone: the page cache may keep it. */
function markForCache(c: Ctx, isPersonal: boolean, status: number) {
  const { municipality, notice } = c.var
  if (isPersonal || status !== 200 || c.req.method !== 'GET' || !municipality?.isOpen || notice) return
  c.header(cacheHeader, `${municipality.id} ${c.var.generation} ${routeOf(c)}`)
}

/** An answer that is no page (feed, sitemap, JSON) but just as public: the page cache may keep it, too. */
export function sendPublic(c: Ctx, body: string, type: string): Response {
  const isPersonal = c.var.person !== undefined || c.var.isPreview
  c.header('Cache-Control', isPersonal ? 'no-store' : 'no-cache')
  c.header('Content-Type', type)
  markForCache(c, isPersonal, 200)
  return c.body(body)
}
