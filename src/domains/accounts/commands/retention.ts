import type { Database } from '#platform/db/database.ts'

/** Removes invitations whose time is long over, accepted or not: who came of them is a membership. */
export const removeInvitations = (db: Database, ids: readonly number[]) =>
  db.deleteFrom('invitation').where('id', 'in', ids).execute()
