import type { Ctx } from '#platform/http/app.ts'
import { sendCookies } from '#platform/http/visitor.ts'
import { today } from '#platform/clock.ts'
import { permissionsOf, staffRoles, type Role } from './model/rights.ts'

/**
 * Cookie → account → membership, read in each request. Sets who is asking and what they see. Somebody whose role asks
 * for a second factor has no rights before giving it.
 */
export async function loadPerson(c: Ctx): Promise<void> {
  const { services, db, municipality } = c.var
  const { identity, cookies } = await services.identify(c.req.raw.headers)
  sendCookies(c, cookies)
  if (!identity) return
  // What somebody sees who is signed in stays in no browser and no proxy; pages that may be kept say so themselves.
  c.header('Cache-Control', 'no-store')
  const { accountId, name, email } = identity
  const admin = await db
    .selectFrom('instanceAdmin')
    .where('accountId', '=', accountId)
    .select('accountId')
    .executeTakeFirst()
  const row = municipality
    ? await db
        .selectFrom('membership')
        .where('accountId', '=', accountId)
        .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', today(services.clock))]))
        .select(['id', 'roles', 'onlyLed', 'orgUnitId', 'actorId', 'actionFieldIds'])
        .executeTakeFirst()
    : undefined
  const needsFactor =
    municipality?.secondFactorRequired === true &&
    identity.secondFactor !== 'done' &&
    row?.roles.some((role) => staffRoles.includes(role as Role)) === true
  const membership = row && !needsFactor ? row : undefined
  // Whoever runs the instance appoints the first officer of a municipality, and has no other right in it.
  const extra = admin && municipality ? ['people:manage'] : []
  const permissions = new Set([...permissionsOf(membership?.roles ?? []), ...extra])
  c.set('person', {
    accountId,
    name,
    email,
    isInstanceAdmin: admin !== undefined,
    permissions,
    ...(membership && { membership }),
    ...(row && needsFactor && { needsSecondFactor: true }),
  })
  c.set('sees', { drafts: permissions.has('draft:see'), internal: permissions.has('internal:see') })
}
