import { cookieJar } from '#platform/auth/cookies.ts'
import { localPath } from '#platform/auth/local-path.ts'
import { today } from '#platform/clock.ts'
import { baseOfMunicipality, redirectTo } from '#platform/http/addresses.ts'
import type { Ctx } from '#platform/http/app.ts'
import type { Typed } from '#platform/http/form.ts'
import { rememberLanguage, sendCookies } from '#platform/http/visitor.ts'
import { withQuery } from '#values/query.ts'
import { keptField, parseKept, type KeptForm } from '../model/kept.ts'
import { SendAgainPage } from '../pages/expired.tsx'
import { paths } from '../paths.ts'
import { languageOfAccount } from '../queries/settings.ts'
import { asksForSecondFactor, isInstanceAdmin, listPlaces, type Place } from '../queries/places.ts'

/** Where somebody was going when they had to sign in, and what they had typed. */
export interface Way {
  /** A path of this instance. */
  next?: string | undefined
  kept?: KeptForm | undefined
}

/** `?weiter=` of a page; nothing that leads to another site or back to signing in. */
export const nextOf = (text: unknown): string | undefined => {
  const path = localPath(typeof text === 'string' ? text : undefined)
  return path && !/^\/(anmelden|abmelden)([/?#]|$)/.test(path) ? path : undefined
}

export const wayOfQuery = (c: Ctx): Way => ({ next: nextOf(c.req.query('weiter')) })
export const wayOfForm = (values: Typed): Way => ({
  next: nextOf(values['weiter']),
  kept: parseKept(values[keptField], localPath),
})

/** Somebody has just signed in, with these cookies: sends what they had typed, or leads where they were going. */
export async function arrive(c: Ctx, cookies: Headers, { next, kept }: Way): Promise<Response> {
  const { services, db } = c.var
  sendCookies(c, cookies)
  const { session } = await services.auth.currentSession(cookieJar(c.req.raw.headers, cookies))
  if (!session) return redirectTo(c, paths.signIn)
  const language = await languageOfAccount(db, session.accountId)
  if (language) rememberLanguage(c, language)
  if (kept) return c.render(<SendAgainPage kept={kept} name={session.name} />)
  const places = await listPlaces(db, services.municipalities, session.accountId, today(services.clock))
  if (session.secondFactor === 'none' && places.some(asksForSecondFactor))
    return redirectTo(c, withQuery(paths.secondFactor, { weiter: next }))
  return redirectTo(c, next ?? (await ownPage(c, session.accountId, places)))
}

/** The page that somebody who signs in without a destination wants to see. */
export async function ownPage(c: Ctx, accountId: string, places: readonly Place[]): Promise<string> {
  const [first, second] = places
  if (first && !second) return baseOfMunicipality(c, first.municipality) || '/'
  if (places.length === 0 && (await isInstanceAdmin(c.var.db, accountId))) return '/verwaltung'
  return paths.account
}
