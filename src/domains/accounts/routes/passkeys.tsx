import type { Refused } from '#platform/auth/result.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { NotFound } from '#platform/http/problems.ts'
import { addressOfVisitor, sendCookies } from '#platform/http/visitor.ts'
import { withQuery } from '#values/query.ts'
import { PasskeysPage } from '../pages/passkeys.tsx'
import { refusalText } from '../pages/refusal.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { arrive, nextOf } from './arrival.tsx'
import { signInAgain } from './own.ts'
import { statusOf, waitHeader } from './sign-in.tsx'

/** Passkeys. The browser's dialog needs a script, so four of these speak JSON: { … } or problem+json with a sentence. */
export const routes = domain()

const authOf = (c: Ctx) => c.var.services.auth

routes.post(paths.passkeyOptions, async (c) => {
  const result = await authOf(c).authenticationOptions(c.req.raw.headers, { address: addressOfVisitor(c) })
  if (!result.ok) return refusedJson(c, result)
  sendCookies(c, result.headers)
  return c.json(result.options)
})

routes.post(paths.passkey, async (c) => {
  const { response, weiter } = await bodyOf(c)
  const result = await authOf(c).verifyAuthentication(c.req.raw.headers, { response, address: addressOfVisitor(c) })
  if (!result.ok) return refusedJson(c, result)
  const answer = await arrive(c, result.headers, { next: nextOf(weiter) })
  return c.json({ location: answer.headers.get('location') })
})

routes.get(paths.passkeys, async (c) => {
  const result = await authOf(c).listPasskeys(c.req.raw.headers)
  if (!result.ok) return signInAgain(c, result, paths.passkeys) ?? redirectTo(c, paths.account)
  return c.render(<PasskeysPage passkeys={result.passkeys} hasPasskeys={authOf(c).hasPasskeys} />)
})

routes.post(paths.passkeyRegistration, async (c) => {
  const result = await authOf(c).registrationOptions(c.req.raw.headers)
  if (!result.ok) return refusedJson(c, result)
  sendCookies(c, result.headers)
  return c.json(result.options)
})

routes.post(paths.passkeys, async (c) => {
  const { response, name } = await bodyOf(c)
  const passkey = { response, name: typeof name === 'string' ? name : '' }
  const result = await authOf(c).verifyRegistration(c.req.raw.headers, passkey)
  if (!result.ok) return refusedJson(c, result)
  sendCookies(c, result.headers)
  const answer = redirectTo(c, paths.passkeys, texts(c.var.speech)('passkeys.added'))
  return c.json({ location: answer.headers.get('location') })
})

routes.post('/konto/passkeys/:id/entfernen', async (c) => {
  const result = await authOf(c).removePasskey(c.req.raw.headers, c.req.param('id'))
  if (!result.ok && result.code === 'not-found') throw new NotFound()
  if (!result.ok) return signInAgain(c, result, paths.passkeys) ?? redirectTo(c, paths.passkeys)
  return redirectTo(c, paths.passkeys, texts(c.var.speech)('passkeys.removed'))
})

async function bodyOf(c: Ctx): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => undefined)
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

function refusedJson(c: Ctx, refused: Refused) {
  sendCookies(c, refused.headers)
  waitHeader(c, refused)
  const location = withQuery(paths.signIn, { erneut: '1', weiter: paths.passkeys })
  const detail = refusalText(texts(c.var.speech), refused)
  const status = statusOf(refused)
  const problem = {
    type: 'about:blank',
    title: detail,
    status,
    detail,
    ...(refused.code === 'sign-in-again' && { location }),
  }
  return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' })
}
