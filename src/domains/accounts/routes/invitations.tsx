import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped, type Typed } from '#platform/http/form.ts'
import { Forbidden } from '#platform/http/problems.ts'
import { idOf } from '#platform/things/acting.ts'
import { MailError } from '#platform/mail/mail.ts'
import type { InterfaceLanguage } from '#values/language.ts'
import { invite, renewInvitation, revokeInvitation } from '../commands/invitations.ts'
import { invitationLetter } from '../documents/invitation-letter.ts'
import { invitationForm, mayGiveRoles } from '../model/people.ts'
import type { Role } from '../model/rights.ts'
import { InvitePage } from '../pages/person-form.tsx'
import { paths } from '../paths.ts'
import { isKnownHere } from '../queries/invitations.ts'
import { texts } from '../texts/index.ts'
import { ownPerson } from './own.ts'
import { choicesOf, givableBy, managingOf, unknownChoices, withoutFields } from './people.tsx'

/** Inviting people into a municipality. */
export const routes = domain()

const say = (c: Ctx) => texts(c.var.speech)
const mayManagePeople = authorize('people:manage')

routes.get(paths.invite, mayManagePeople, (c) => invitePage(c, { language: 'de' }))

routes.post(paths.invite, mayManagePeople, async (c) => {
  const { db, person, services } = c.var
  const values = await readTyped(c)
  const form = checkForm(values, invitationForm, say(c))
  if (!form.ok) return invitePage(c, values, withoutFields(c, form.errors, await choicesOf(c)))
  const invitation = form.value
  if (!mayGiveRoles(person, invitation.roles)) throw new Forbidden('people:manage')
  const errors = unknownChoices(c, invitation, await choicesOf(c))
  if (errors) return invitePage(c, values, errors)
  const known = await isKnownHere(db, services.auth, invitation.email)
  if (known) return invitePage(c, values, { email: say(c)(`people.${known}`) })
  const { token } = await invite(db, managingOf(c), invitation, services.clock.now())
  if (!(await sendInvitation(c, { ...invitation, token }))) return invitePage(c, values, { email: say(c)('notMailed') })
  return redirectTo(c, paths.people, say(c)('people.invited', { email: invitation.email }))
})

routes.post('/personen/einladungen/:id{[0-9]+}/erneut', mayManagePeople, async (c) => {
  const invitation = await renewInvitation(c.var.db, managingOf(c), idOf(c), c.var.services.clock.now())
  if (!mayGiveRoles(c.var.person, invitation.roles as Role[])) throw new Forbidden('people:manage')
  const isSent = await sendInvitation(c, { ...invitation, language: c.var.speech.language })
  if (!isSent) return invitePage(c, { ...invitation, language: 'de' }, { email: say(c)('notMailed') })
  return redirectTo(c, paths.people, say(c)('people.invited', { email: invitation.email }))
})

routes.post('/personen/einladungen/:id{[0-9]+}/zurueckziehen', mayManagePeople, async (c) => {
  await revokeInvitation(c.var.db, managingOf(c), idOf(c), c.var.services.clock.now())
  return redirectTo(c, paths.people, say(c)('people.revoked'))
})

interface Sent {
  email: string
  name: string
  roles: readonly string[]
  language: InterfaceLanguage
  token: string
}

/** False when no mail could be sent: then nothing is written either, because the page answers with an error. */
async function sendInvitation(c: Ctx, { token, ...invitation }: Sent): Promise<boolean> {
  const { services, municipality } = c.var
  const letter = invitationLetter({
    ...invitation,
    municipality,
    inviter: ownPerson(c).name,
    url: `${services.config.publicUrl}${paths.invitation(token)}`,
    publicUrl: services.config.publicUrl,
  })
  try {
    await services.mailer.send(letter)
    return true
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    return false
  }
}

async function invitePage(c: Ctx, values: Typed, errors: Record<string, string> = {}) {
  return c.render(
    <InvitePage values={values} errors={errors} choices={await choicesOf(c)} givable={givableBy(c)} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
