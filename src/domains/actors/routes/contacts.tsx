import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped, type Typed } from '#platform/http/form.ts'
import { LostRace } from '#platform/http/problems.ts'
import { actingOf } from '#platform/things/acting.ts'
import { editable } from '#platform/things/editing-routes.tsx'
import { differencesOf } from '#platform/things/race.tsx'
import { thingTexts } from '#platform/things/texts/index.ts'
import { addContact, removeContact, saveContact, withdrawConsent } from '../commands/contacts.ts'
import { contactForm, lockForm, type Contact } from '../model/contact.ts'
import { ContactFormPage } from '../pages/contact-form.tsx'
import { paths } from '../paths.ts'
import { getContact, typedContact } from '../queries/contacts.ts'
import { texts } from '../texts/index.ts'
import { editing } from './edit.tsx'

export const contactRoutes = domain()

const say = (c: Ctx) => texts(c.var.speech)
const contacts = '/akteure/:id{[0-9]+}/kontakte'
const contact = `${contacts}/:contact{[0-9]+}`
const permission = 'actor:edit'

contactRoutes.get(`${contacts}/neu`, authorize(permission), (c) => formPage(c, {}))

contactRoutes.post(contacts, authorize(permission), async (c) => {
  const { id } = await editable(c, editing)
  const values = await readTyped(c)
  const form = checked(c, values)
  if (!form.ok) return formPage(c, values, { errors: form.errors })
  await addContact(c.var.db, await actingOf(c), id, form.value)
  return redirectTo(c, paths.one(id), say(c)('contact.notice.created'))
})

contactRoutes.get(contact, authorize(permission), async (c) => {
  const stored = await storedContact(c)
  return formPage(c, typedContact(stored), { stored })
})

contactRoutes.post(contact, authorize(permission), async (c) => {
  const stored = await storedContact(c)
  const values = await readTyped(c)
  const form = checked(c, values)
  const lock = checkForm(values, lockForm, say(c))
  if (!form.ok || !lock.ok) return formPage(c, values, { errors: form.ok ? {} : form.errors, stored })
  try {
    await saveContact(c.var.db, await actingOf(c), stored.id, lock.value.version, form.value)
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return formPage(c, { ...values, version: String(stored.version) }, { stored, theirs: typedContact(stored) })
  }
  return redirectTo(c, paths.one(stored.actorId), thingTexts(c.var.speech)('notice.saved'))
})

contactRoutes.post(`${contact}/zurueckziehen`, authorize(permission), async (c) => {
  const { id, actorId } = await storedContact(c)
  await withdrawConsent(c.var.db, await actingOf(c), id, today(c.var.services.clock))
  return redirectTo(c, paths.one(actorId), say(c)('contact.notice.withdrawn'))
})

contactRoutes.post(`${contact}/loeschen`, authorize(permission), async (c) => {
  const { id, actorId } = await storedContact(c)
  await removeContact(c.var.db, await actingOf(c), id, today(c.var.services.clock))
  return redirectTo(c, paths.one(actorId), say(c)('contact.notice.removed'))
})

/** The contact of the address, if this person may change its actor. */
async function storedContact(c: Ctx): Promise<Contact> {
  const { id } = await editable(c, editing)
  return getContact(c.var.db, id, Number(c.req.param('contact')))
}

function checked(c: Ctx, values: Typed) {
  const form = checkForm(values, contactForm, say(c))
  if (!form.ok || form.value.consentOn === null || form.value.consentOn <= today(c.var.services.clock)) return form
  return { ok: false as const, values, errors: { consentOn: say(c)('consentInFuture') } }
}

interface Shown {
  errors?: Record<string, string>
  stored?: Contact
  theirs?: Typed
}

async function formPage(c: Ctx, values: Typed, { errors = {}, stored, theirs }: Shown = {}) {
  const { id, title } = await editable(c, editing)
  const t = say(c)
  const known = ['person', 'email', 'phone', 'consent', 'consentOn', 'consentNote']
  const words = {
    label: (name: string) => (known.includes(name) ? t.dynamic(`contact.${name}`) : undefined),
    value: (name: string, value: string) => (name === 'consent' ? t.dynamic(`contact.consent.${value}`) : value),
  }
  const race = theirs && differencesOf(theirs, values, words)
  return c.render(
    <ContactFormPage
      values={values}
      errors={errors}
      actor={{ id, name: title }}
      {...(stored && { existing: { id: stored.id, version: Number(values['version']) || stored.version } })}
      {...(race && { race })}
    />,
    theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}
