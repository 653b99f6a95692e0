import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app.ts'
import { mayEver } from './person.ts'
import { Forbidden, SecondFactorNeeded, SignInNeeded } from './problems.ts'

/**
 * Refuses who can never do it, before anything is read. The command asks again with the thing at hand: the same rule
 * that shows or hides the button.
 */
export const authorize = (permission: string) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { person } = c.var
    if (!person) throw new SignInNeeded()
    if (!mayEver(person, permission))
      throw person.needsSecondFactor ? new SecondFactorNeeded() : new Forbidden(permission)
    await next()
  })
