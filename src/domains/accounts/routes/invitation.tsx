import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { readTyped, typedText, type Typed } from '#platform/http/form.ts'
import { Refused } from '#platform/http/problems.ts'
import { addressOfVisitor, neverStore, sendCookies } from '#platform/http/visitor.ts'
import { withQuery } from '#values/query.ts'
import { acceptInvitation } from '../commands/people.ts'
import { AcceptPage } from '../pages/invitation.tsx'
import { MessagePage, ForwardPage } from '../pages/sign-in.tsx'
import { paths } from '../paths.ts'
import { findInvitation, type OpenInvitation } from '../queries/invitations.ts'
import { texts } from '../texts/index.ts'
import { linkRefused } from './links.tsx'
import { refusalOf, signedInOr, statusOf } from './sign-in.tsx'

/** The page that the mail of an invitation opens. Only its button accepts. */
export const routes = domain()
routes.use('/einladung/*', neverStore)

const say = (c: Ctx) => texts(c.var.speech)

routes.get('/einladung/:token', async (c) => {
  const invitation = await openInvitation(c)
  return invitation ? acceptPage(c, invitation) : noInvitation(c)
})

routes.post('/einladung/:token', async (c) => {
  const { db, services, person } = c.var
  const invitation = await openInvitation(c)
  if (!invitation) return noInvitation(c)
  const values = await readTyped(c)
  const known = await services.auth.findAccountByEmail(invitation.email)
  // The link came by mail, so the mailbox is theirs; that makes a new account, but signs nobody in to an old one.
  const account = known ?? (await newAccount(c, invitation, values))
  if ('ok' in account) return acceptPage(c, invitation, refusalOf(c, 'password', account), undefined, values)
  try {
    const member = { municipalityId: invitation.municipalityId, accountId: account.accountId }
    await acceptInvitation(db, member, invitation.id, services.clock.now())
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return c.render(
      <MessagePage title={say(c)('invitation')} text={say(c).dynamic(error.message)} to={toSignIn(c)} />,
      422,
    )
  }
  if (known && !known.isVerified) await services.auth.markVerified(known.accountId)
  const municipality = await services.municipalities.byId(invitation.municipalityId)
  const next = `/${municipality?.slug ?? ''}`
  if (person?.accountId === account.accountId) return redirectTo(c, next, say(c)('invitation.done'))
  if (known) return redirectTo(c, withQuery(paths.signIn, { weiter: next }), say(c)('invitation.done'))
  const session = await services.auth.startSession(c.req.raw.headers, account.accountId)
  return signedInOr(c, session, { next }, (refused) => linkRefused(c, refused, toSignIn(c)))
})

routes.post('/einladung/:token/behoerdenkonto', async (c) => {
  const invitation = await openInvitation(c)
  if (!invitation) return noInvitation(c)
  const { auth, config } = c.var.services
  const start = { address: addressOfVisitor(c), next: paths.invitation(c.req.param('token')) }
  const result = await auth.startOidc(c.req.raw.headers, start)
  if (!result.ok) return acceptPage(c, invitation, refusalOf(c, 'form', result), statusOf(result))
  sendCookies(c, result.headers)
  return c.render(<ForwardPage url={result.url} name={config.oidc?.name ?? ''} />)
})

const openInvitation = (c: Ctx) => findInvitation(c.var.db, c.req.param('token') ?? '', c.var.services.clock.now())
const toSignIn = (c: Ctx) => ({ path: paths.signIn, label: say(c)('signIn') })

const noInvitation = (c: Ctx) =>
  c.render(<MessagePage title={say(c)('invitation')} text={say(c)('invitation.invalid')} to={toSignIn(c)} />, 410)

/** The account, or why not. */
async function newAccount(c: Ctx, { email, name }: OpenInvitation, values: Typed) {
  const account = { email, name: typedText(values, 'name').trim().slice(0, 200) || name }
  const password = typedText(values, 'password')
  const result = await c.var.services.auth.createAccount({ ...account, password, verified: true })
  return result.ok ? { accountId: result.accountId, isVerified: true } : result
}

async function acceptPage(
  c: Ctx,
  invitation: OpenInvitation,
  errors: Record<string, string> = {},
  status?: 422 | 429,
  values: Typed = { name: invitation.name },
) {
  const { services, person } = c.var
  const municipality = await services.municipalities.byId(invitation.municipalityId)
  const known = await services.auth.findAccountByEmail(invitation.email)
  const isSomeoneElse = person !== undefined && person.email !== invitation.email
  return c.render(
    <AcceptPage
      token={c.req.param('token') ?? ''}
      municipality={municipality?.name ?? ''}
      invitation={invitation}
      hasAccount={known !== undefined}
      signedInAs={isSomeoneElse ? person.email : undefined}
      oidc={known === undefined && services.auth.hasOidc ? services.config.oidc?.name : undefined}
      values={values}
      errors={errors}
    />,
    status ?? (Object.keys(errors).length > 0 ? 422 : 200),
  )
}
