import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Stored } from '../model/retention.ts'

/** What is stored for the whole instance and ends one day: sessions and mailed links. Only what began to end. */
export async function listStoredOfInstance(db: Database, now: Date): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select 'session' as kind, id::text as id, expires_at as since from auth.session where expires_at <= ${now}
    union all
    select 'sign-in-link', id::text, expires_at from auth.verification where expires_at <= ${now}`.execute(db)
  return rows
}

/**
 * The same in one municipality. A report runs from its answer, an unanswered one from its arrival; a personal value from
 * the end of the day it may be kept until.
 */
export async function listStoredOfMunicipality(db: Database, now: Date): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select 'preview-link' as kind, id::text as id, least(expires_at, revoked_at) as since from preview_link
      where least(expires_at, revoked_at) <= ${now}
    union all
    select 'barrier-report', id::text,
      coalesce(answered_on::timestamp at time zone 'Europe/Berlin', received_at) from barrier_report
    union all
    select 'audit-personal', id::text, (retain_until + 1)::timestamp at time zone 'Europe/Berlin' from audit_personal
      where removed_on is null and retain_until is not null`.execute(db)
  return rows
}
