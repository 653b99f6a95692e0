import type { Database } from '#platform/db/database.ts'
import { localDateOf } from '#values/local-date.ts'
import { forgetInvitations } from './invitations.ts'
import { forgetEnded } from './people.ts'

/**
 * What the retention job does about people, in the session's municipality: invitations and memberships that ended a month
 * ago go, with names and addresses. Returns how many of both.
 */
export const forgetPeople = async (db: Database, municipalityId: number, now: Date): Promise<number> =>
  (await forgetInvitations(db, municipalityId, now)) + (await forgetEnded(db, municipalityId, localDateOf(now)))
