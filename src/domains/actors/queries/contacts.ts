import type { Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Typed } from '#platform/http/form.ts'
import { formatDate } from '#values/local-date.ts'
import { publicContact, type Contact, type VisibleContact } from '../model/contact.ts'

/** The public part of the contacts of these actors; what has no consent is not among it. One statement. */
export async function listPublicContacts(
  db: Database,
  actorIds: readonly number[],
): Promise<Map<number, VisibleContact[]>> {
  if (actorIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('actorContact')
    .where((eb) => eb('actorId', '=', eb.fn.any(eb.val([...actorIds]))))
    .where('consentOn', 'is not', null)
    .where('withdrawnOn', 'is', null)
    .selectAll()
    .orderBy('id')
    .execute()
  const shown = (rows as Contact[]).flatMap((row) => {
    const contact = publicContact(row)
    return contact ? [{ actorId: row.actorId, contact }] : []
  })
  return new Map(
    [...Map.groupBy(shown, ({ actorId }) => actorId)].map(([id, all]) => [id, all.map(({ contact }) => contact)]),
  )
}

/** One contact of this actor. Throws NotFound. */
export async function getContact(db: Database, actorId: number, id: number): Promise<Contact> {
  const row = await db
    .selectFrom('actorContact')
    .where('actorId', '=', actorId)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row as Contact
}

/** A stored contact as its form shows it. */
export const typedContact = (contact: Contact): Typed => ({
  person: contact.person ?? '',
  email: contact.email ?? '',
  phone: contact.phone ?? '',
  consent: [...contact.consent],
  consentOn: contact.consentOn === null ? '' : formatDate(contact.consentOn, 'de'),
  consentNote: contact.consentNote ?? '',
})
