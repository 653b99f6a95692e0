import { createMiddleware } from 'hono/factory'
import { render } from 'preact-render-to-string'
import type { PageContext } from '#ui/page-context.ts'
import { PageContextProvider } from '#ui/page-context.ts'
import { SpeechProvider } from '#platform/texts/texts.ts'
import type { AppEnv, Ctx } from './app.ts'
import { markKeeping } from './keeping.ts'

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
      c.header('Content-Language', c.var.speech.language)
      markKeeping(c, status)
      return c.html(`<!DOCTYPE html>${html}`, status)
    })
    await next()
  })
