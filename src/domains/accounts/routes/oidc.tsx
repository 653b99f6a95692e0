import { domain } from '#platform/http/app.ts'
import { readTyped } from '#platform/http/form.ts'
import { addressOfVisitor, sendCookies } from '#platform/http/visitor.ts'
import { ForwardPage } from '../pages/sign-in.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { nextOf, wayOfForm } from './arrival.tsx'
import { linkRefused } from './links.tsx'
import { refusalOf, signedInOr, signInPage } from './sign-in.tsx'

/** The county's own sign-in. */
export const routes = domain()

routes.post(paths.oidcStart, async (c) => {
  const way = wayOfForm(await readTyped(c))
  const start = { address: addressOfVisitor(c), ...(way.next && { next: way.next }) }
  const result = await c.var.services.auth.startOidc(c.req.raw.headers, start)
  if (!result.ok) return signInPage(c, way, {}, refusalOf(c, 'form', result), result)
  sendCookies(c, result.headers)
  // Not a redirect: the security policy lets a form lead to no other site, and browsers hold it to that.
  return c.render(<ForwardPage url={result.url} name={c.var.services.config.oidc?.name ?? ''} />)
})

/** The provider sends the browser back here: the one GET that acts, bound to state and cookie. */
routes.get(paths.oidc, async (c) => {
  const result = await c.var.services.auth.handleOidcCallback(c.req.raw)
  const next = result.ok ? nextOf(result.next) : undefined
  return signedInOr(c, result, { next: next === '/' ? undefined : next }, (refused) => {
    sendCookies(c, refused.headers)
    return linkRefused(c, refused, { path: paths.signIn, label: texts(c.var.speech)('backToSignIn') })
  })
})
