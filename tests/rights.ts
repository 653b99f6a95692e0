import { sql } from 'kysely'
import { fieldRoles, roles } from '#domains/accounts/index.ts'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { addressesOf, fewOf, idsOf, openDemoOffice } from '#tests/demo-office.ts'
import type { Answer, Office } from '#tests/office.ts'

/** Everybody who could knock, in the order of the columns of the table. */
export const visitors = ['nobody', ...roles, 'instance-admin', 'officer-elsewhere'] as const
export type Visitor = (typeof visitors)[number]

/**
 * How a route answers somebody: `+` it is theirs (whatever then comes of an empty form or a thing that does not exist),
 * `-` they have no right, `?` they are asked to sign in, `0` for them it does not exist.
 */
export type Sign = '+' | '-' | '?' | '0'

export async function becomeVisitor(office: Office, visitor: Visitor): Promise<void> {
  if (visitor === 'nobody') return office.as(null)
  if (visitor === 'instance-admin') return office.asInstanceAdmin()
  if (visitor === 'officer-elsewhere') return office.asOfficerElsewhere()
  if (!fieldRoles.includes(visitor)) return office.as(visitor)
  // Roles of fields do nothing without one: they are asked with the fields that the things stand in.
  const fields = await office.db.selectFrom('actionField').select('id').execute()
  return office.as(visitor, { actionFieldIds: fields.map(({ id }) => id) })
}

export function signOf({ status, location }: Answer): Sign {
  if (status === 401 || (status === 303 && /\/anmelden(\?|$)/.test(location))) return '?'
  if (status === 403) return '-'
  return status === 404 || status === 405 ? '0' : '+'
}

export interface Walked {
  route: string
  signs: string
}

/** Asks every route as every visitor, in an office where the addresses of things lead to something. */
export async function walkEveryRoute(): Promise<Walked[]> {
  await using office = await openDemoOffice(fewOf(musterkreis))
  const ids = await idsOf(office)
  const routes = [...new Map(office.routes().map((route) => [`${route.method} ${route.path}`, route])).values()]
  const signs = new Map<string, Sign[]>(routes.map(({ method, path }) => [`${method} ${path}`, []]))
  for (const visitor of visitors) {
    await becomeVisitor(office, visitor)
    for (const { method, path } of routes) {
      const address = addressesOf(office, path, ids)[0] ?? ''
      // What one visitor is allowed to do must not be missing for the next.
      await sql`savepoint visit`.execute(office.db)
      const answer = method === 'GET' ? await office.get(address) : await office.post(address, {})
      await sql`rollback to savepoint visit`.execute(office.db)
      signs.get(`${method} ${path}`)?.push(signOf(answer))
    }
  }
  return [...signs].map(([route, found]) => ({ route, signs: found.join('') }))
}
