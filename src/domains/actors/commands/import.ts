import { sql } from 'kysely'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { writeAuditMany } from '#platform/audit/audit-many.ts'
import type { Acting } from '#platform/things/acting.ts'
import { writeMany, type ManyThings, type WrittenThing } from '#platform/things/many.ts'

/** What a list of actors can say. */
export const manyActors: ManyThings = {
  kind: 'actor',
  columns: {
    ...{ name: 'text', types: 'text[]', legal_form: 'text', description: 'text', place: 'text', website: 'text' },
    ...{ is_migrant_organisation: 'boolean', offers: 'text[]' },
  },
  links: [
    ...[
      {
        field: 'actionFieldIds',
        table: 'actor_action_field',
        own: 'actor_id',
        other: 'action_field_id',
        inPlan: false,
      },
    ],
    ...[{ field: 'areaIds', table: 'actor_area', own: 'actor_id', other: 'area_id', inPlan: false }],
  ],
  isPublished: true,
}

/**
 * Writes many actors at once. A new one may bring a contact: without consent for any field, so nothing of it is shown
 * until somebody records one (domain.md 1.6). Throws LostRace.
 */
export const importActors = (
  db: Database,
  acting: Acting,
  actors: readonly (WrittenThing & { extras?: Readonly<Record<string, string>> })[],
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const ids = await writeMany(tx, acting, manyActors, actors)
    const contacts = actors.flatMap(({ before, extras = {} }, place) => {
      const { person = null, email = null, phone = null } = extras
      return before || (person ?? email ?? phone) === null ? [] : [{ actor_id: ids[place], person, email, phone }]
    })
    if (contacts.length === 0) return
    const { rows } = await sql<{
      id: number
    }>`insert into actor_contact (municipality_id, actor_id, person, email, phone)
      select ${acting.municipalityId}::bigint, r.actor_id, r.person, r.email, r.phone
      from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as r(actor_id bigint, person text, email text, phone text)
      returning id`.execute(tx)
    // That there is a contact, and not who: that stands with the contact and goes with it.
    const entries = rows.map(({ id }) => ({ thingId: id, act: 'created', changes: {} }))
    await writeAuditMany(tx, { ...acting, thingKind: 'actor-contact' }, entries)
  })
