import type { Ctx } from '#platform/http/app.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { isSafe } from '#platform/http/security.ts'
import { withQuery } from '#values/query.ts'
import type { KeptForm } from '../model/kept.ts'
import { FactorFirstPage, SessionEndedPage } from '../pages/expired.tsx'
import { paths } from '../paths.ts'

/**
 * Somebody wants what only signed-in people get. A page: leads to signing in and back. A form: the session has ended
 * since it was opened, so it is kept with everything typed, on the page where they sign in again (401).
 */
export async function answerSignInNeeded(c: Ctx): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  c.header('Cache-Control', 'no-store')
  if (isSafe(c.req.method)) return redirectTo(c, withQuery(paths.signIn, { weiter: pathname + search }))
  const kept = { action: pathname + search, ...(await postedFields(c)) }
  const answer = await c.render(<SessionEndedPage kept={kept} values={{}} errors={{}} />, 401)
  answer.headers.set('Cache-Control', 'no-store')
  return answer
}

/** Signed in with one factor where two are wanted: leads to setting up the second and back. A form is kept meanwhile. */
export async function answerSecondFactorNeeded(c: Ctx): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  if (isSafe(c.req.method)) return redirectTo(c, withQuery(paths.secondFactor, { weiter: pathname + search }))
  const kept = { action: pathname + search, ...(await postedFields(c)) }
  return c.render(<FactorFirstPage kept={kept} />, 403)
}

// A password travels once, to where it was typed for.
const isSecret = (name: string) => /password/i.test(name)

/** Every field as it came, in its order; of files only the names. */
async function postedFields(c: Ctx): Promise<Pick<KeptForm, 'fields' | 'files'>> {
  const body = await c.req.parseBody({ all: true })
  const all = Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
  return {
    fields: all.flatMap(([name, value]) =>
      typeof value === 'string' && !isSecret(name) ? [[name, value] as const] : [],
    ),
    files: all.flatMap(([, value]) => (typeof value === 'string' || value.size === 0 ? [] : [value.name])),
  }
}
