import { createMiddleware } from 'hono/factory'
import type { Refused } from '#platform/auth/result.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import type { AppEnv, Ctx } from '#platform/http/app.ts'
import type { Person } from '#platform/http/person.ts'
import { SignInNeeded } from '#platform/http/problems.ts'
import { sendCookies } from '#platform/http/visitor.ts'
import { withQuery } from '#values/query.ts'
import { paths } from '../paths.ts'

/** One's own account is for whoever is signed in, with a role or without. */
export const whoeverIsSignedIn = createMiddleware<AppEnv>(async (c, next) => {
  if (!c.var.person) throw new SignInNeeded()
  await next()
})

/** The person of a request that `whoeverIsSignedIn` has let through. */
export function ownPerson(c: Ctx): Person {
  const { person } = c.var
  if (!person) throw new SignInNeeded()
  return person
}

/**
 * What a function of sign-in refused because of the session: signed out meanwhile, or signed in too long ago for this.
 * Returns the way to sign in again and come back; undefined: it was something else, which the page says.
 */
export function signInAgain(c: Ctx, refused: Refused, back: string): Response | undefined {
  sendCookies(c, refused.headers)
  if (refused.code === 'signed-out') throw new SignInNeeded()
  if (refused.code !== 'sign-in-again') return undefined
  return redirectTo(c, withQuery(paths.signIn, { erneut: '1', weiter: back }))
}
