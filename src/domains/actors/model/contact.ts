import { retentionOf } from '#domains/municipality/index.ts'
import * as v from 'valibot'
import { optionalEmail, optionalPhone } from '#platform/forms/contact-fields.ts'
import { lockVersion, optionalDate, optionalText, severalOf } from '#platform/forms/fields.ts'
import { addMonths, type LocalDate } from '#values/local-date.ts'

/** What is known of a contact person; each part has a consent of its own. */
export const contactFields = ['person', 'email', 'phone'] as const
export type ContactField = (typeof contactFields)[number]

export interface Contact {
  id: number
  actorId: number
  version: number
  person: string | null
  email: string | null
  phone: string | null
  /** The parts that may be shown in public. */
  consent: readonly ContactField[]
  consentOn: LocalDate | null
  consentNote: string | null
  withdrawnOn: LocalDate | null
}

/** A contact as one reader sees it. `internal`: what only people of the house see of it. */
export interface VisibleContact extends Record<ContactField, string | null> {
  id: number
  internal: Contact | null
}

/** Without a recorded and valid consent for it, a part is not public. */
export const isPublicPart = (
  contact: Pick<Contact, 'consent' | 'consentOn' | 'withdrawnOn'>,
  field: ContactField,
): boolean => contact.withdrawnOn === null && contact.consentOn !== null && contact.consent.includes(field)

/** The contact as the public may see it. undefined: nothing of it is public. */
export function publicContact(contact: Contact): VisibleContact | undefined {
  const shown = (field: ContactField) => (isPublicPart(contact, field) ? contact[field] : null)
  const [person, email, phone] = [shown('person'), shown('email'), shown('phone')]
  return person === null && email === null && phone === null
    ? undefined
    : { id: contact.id, person, email, phone, internal: null }
}

/** What this reader sees of the contacts: people of the house all of it, marked as internal. */
export const visibleContacts = (contacts: readonly Contact[], seesAll: boolean): VisibleContact[] =>
  contacts.flatMap((contact): VisibleContact[] => {
    const shown = publicContact(contact)
    if (!seesAll) return shown ? [shown] : []
    return [{ ...(shown ?? { id: contact.id, person: null, email: null, phone: null }), internal: contact }]
  })

/** How many months a contact that nobody confirms is kept where the municipality has set nothing (domain.md 8.1). */
export const usualContactMonths = retentionOf({}).contactMonths

export interface KeptContact extends Pick<Contact, 'id' | 'consentOn' | 'withdrawnOn'> {
  createdOn: LocalDate
  /** When the actor's entry was last confirmed. */
  actorConfirmedOn: LocalDate | null
}

/**
 * The contacts whose time is over on this day. Pure: the retention job asks it with what the database holds. Withdrawn
 * ones go on the day after, so that a slip can be put right on the same day.
 */
export const contactsDue = (
  contacts: readonly KeptContact[],
  today: LocalDate,
  months = usualContactMonths,
): { id: number; reason: 'withdrawn' | 'unconfirmed' }[] =>
  contacts.flatMap((contact): { id: number; reason: 'withdrawn' | 'unconfirmed' }[] => {
    const { id, withdrawnOn, consentOn, actorConfirmedOn, createdOn } = contact
    if (withdrawnOn !== null) return withdrawnOn < today ? [{ id, reason: 'withdrawn' }] : []
    const last = [createdOn, consentOn ?? createdOn, actorConfirmedOn ?? createdOn].toSorted().at(-1) ?? createdOn
    return addMonths(last, months) < today ? [{ id, reason: 'unconfirmed' }] : []
  })

/** The form of one contact person. A consent needs its day and how it was given. */
export const contactForm = v.pipe(
  v.object({
    person: optionalText(200),
    email: optionalEmail,
    phone: optionalPhone,
    consent: severalOf(contactFields),
    consentOn: optionalDate,
    consentNote: optionalText(500),
  }),
  v.forward(
    v.partialCheck(
      [['person'], ['email'], ['phone']],
      ({ person, email, phone }) => person !== null || email !== null || phone !== null,
      'missing.contact',
    ),
    ['person'],
  ),
  v.forward(
    v.partialCheck(
      [['consent'], ['consentOn']],
      ({ consent, consentOn }) => consent.length === 0 || consentOn !== null,
      'missing.consentOn',
    ),
    ['consentOn'],
  ),
  v.forward(
    v.partialCheck(
      [['consent'], ['consentNote']],
      ({ consent, consentNote }) => consent.length === 0 || consentNote !== null,
      'missing.consentNote',
    ),
    ['consentNote'],
  ),
  v.forward(
    v.partialCheck(
      [['consent'], ['person'], ['email'], ['phone']],
      ({ consent, ...parts }) => consent.every((field) => parts[field] !== null),
      'consentForNothing',
    ),
    ['consent'],
  ),
)
export type ContactForm = v.InferOutput<typeof contactForm>

export const lockForm = v.object({ version: lockVersion })
