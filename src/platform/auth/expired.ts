import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

/** Removes sessions and mailed links that ran out; better-auth only stops to believe them. */
export async function removeExpiredSignIns(
  db: Database,
  { sessions, links }: { sessions: readonly string[]; links: readonly string[] },
): Promise<void> {
  if (sessions.length > 0) await sql`delete from auth.session where id = any(${sessions}::uuid[])`.execute(db)
  if (links.length > 0) await sql`delete from auth.verification where id = any(${links}::uuid[])`.execute(db)
}
