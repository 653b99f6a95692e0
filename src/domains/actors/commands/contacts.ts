import { retentionOf } from '#domains/municipality/index.ts'
import { differences, writeAudit, type Changes } from '#platform/audit/audit.ts'
import { removePersonalData } from '#platform/audit/removal.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockRow } from '#platform/things/lock-row.ts'
import { localDateOf, type LocalDate } from '#values/local-date.ts'
import { contactsDue, type ContactForm } from '../model/contact.ts'

// A contact's changes stand in a history of their own, so that they can be found and emptied whatever becomes of the
// actor: it may be merged into another.
const thingKind = 'actor-contact'
const personal = ['person', 'email', 'phone', 'consentNote'] as const

const rowOf = (form: ContactForm) => ({ ...form, consent: [...form.consent] })

/** Adds a contact person to an actor. Nothing of it is public before its consent is recorded. Returns its id. */
export const addContact = (db: Database, acting: Acting, actorId: number, form: ContactForm): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { id } = await tx
      .insertInto('actorContact')
      .values({ municipalityId: acting.municipalityId, actorId, ...rowOf(form) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, acting, id, 'created', differences({}, form))
    return id
  })

/** Saves a contact that was read as `version`. A recorded consent takes the place of a withdrawal. Throws LostRace. */
export const saveContact = (
  db: Database,
  acting: Acting,
  id: number,
  version: number,
  form: ContactForm,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockRow(tx, 'actor_contact', id, version)
    const before = await tx.selectFrom('actorContact').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
    const withdrawnOn = form.consent.length > 0 ? null : before.withdrawnOn
    await tx
      .updateTable('actorContact')
      .set({ ...rowOf(form), withdrawnOn, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit(tx, acting, id, 'changed', differences(before, { ...form, withdrawnOn }))
  })

/** The person takes the consent back: from this moment nothing of the contact is public. */
export const withdrawConsent = (db: Database, acting: Acting, id: number, on: LocalDate): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { version } = await lockRow(tx, 'actor_contact', id)
    const before = await tx.selectFrom('actorContact').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
    const after = { consent: [] as string[], withdrawnOn: on }
    await tx
      .updateTable('actorContact')
      .set({ ...after, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit(tx, acting, id, 'withdrawn', differences(before, after))
  })

/** Removes a contact and takes its data out of the history; the entries stay. Throws NotFound. */
export const removeContact = (
  db: Database,
  acting: Pick<Acting, 'municipalityId' | 'accountId'>,
  id: number,
  on: LocalDate,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('actorContact').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) throw new NotFound()
    await audit(tx, acting, id, 'removed', {})
    const { municipalityId } = acting
    await removePersonalData(tx, { municipalityId, thingKind, thingIds: [id] }, on)
  })

/**
 * The work of the retention job in one municipality: removes the contacts whose time is over. Returns how many. The rule
 * itself is `contactsDue`.
 */
export async function removeDueContacts(db: Database, municipalityId: number, today: LocalDate): Promise<number> {
  const rows = await db
    .selectFrom('actorContact as c')
    .innerJoin('actor as a', (join) =>
      join.onRef('a.municipalityId', '=', 'c.municipalityId').onRef('a.id', '=', 'c.actorId'),
    )
    .select(['c.id', 'c.consentOn', 'c.withdrawnOn', 'c.createdAt', 'a.verifiedOn as actorConfirmedOn'])
    .execute()
  const { legalSettings } = await db
    .selectFrom('municipality')
    .where('id', '=', municipalityId)
    .select('legalSettings')
    .executeTakeFirstOrThrow()
  const due = contactsDue(
    rows.map(({ createdAt, ...row }) => ({ ...row, createdOn: localDateOf(createdAt) })),
    today,
    retentionOf(legalSettings).contactMonths,
  )
  for (const { id } of due) await removeContact(db, { municipalityId, accountId: null }, id, today)
  return due.length
}

/** Contacts may be on a public page, before or after: cached pages end with each change. */
const audit = (
  db: Database,
  acting: Pick<Acting, 'municipalityId' | 'accountId'>,
  id: number,
  act: string,
  changes: Changes,
) => writeAudit(db, { ...acting, thingKind, thingId: id, act }, changes, { personal, isPublic: true })
