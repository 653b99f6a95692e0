import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Municipalities, MunicipalityRow } from '#platform/http/municipalities.ts'
import type { LocalDate } from '#values/local-date.ts'
import { staffRoles, type Role } from '../model/rights.ts'

/** A municipality in which an account has a role today. */
export interface Place {
  municipality: MunicipalityRow
  roles: Role[]
  endsOn: LocalDate | null
}

/** Where this account may do something today, by name. Asked outside of any municipality; one statement. */
export async function listPlaces(
  db: Database,
  municipalities: Municipalities,
  accountId: string,
  today: LocalDate,
): Promise<Place[]> {
  const { rows } = await sql<{ municipalityId: number; roles: Role[]; endsOn: LocalDate | null }>`
    select municipality_id, roles, ends_on from municipalities_of(${accountId})
    where ends_on is null or ends_on >= ${today}`.execute(db)
  const places = await Promise.all(
    rows.map(async ({ municipalityId, roles, endsOn }) => {
      const municipality = await municipalities.byId(municipalityId)
      return municipality ? [{ municipality, roles, endsOn }] : []
    }),
  )
  return places.flat().toSorted((a, b) => a.municipality.name.localeCompare(b.municipality.name, 'de'))
}

/** A municipality that wants a second factor from somebody with these roles. */
export const asksForSecondFactor = ({ municipality, roles }: Place): boolean =>
  municipality.secondFactorRequired && roles.some((role) => staffRoles.includes(role))

export async function isInstanceAdmin(db: Database, accountId: string): Promise<boolean> {
  const found = await db
    .selectFrom('instanceAdmin')
    .where('accountId', '=', accountId)
    .select('accountId')
    .executeTakeFirst()
  return found !== undefined
}
