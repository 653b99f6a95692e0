import * as v from 'valibot'
import { enterMunicipality } from '#platform/db/database.ts'
import { today } from '#platform/clock.ts'
import { optionallyChosen, requiredText } from '#platform/forms/fields.ts'
import { baseOfMunicipality, redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { readForm, readTyped, type Typed, typedText } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/problems.ts'
import { rememberLanguage, addressOfVisitor, neverStore, sendCookies } from '#platform/http/visitor.ts'
import { interfaceLanguages } from '#values/language.ts'
import { agreeToPublicName, chooseLanguage } from '../commands/settings.ts'
import { AddressPage, PasswordPage, SessionsPage } from '../pages/account-forms.tsx'
import { AccountPage } from '../pages/account.tsx'
import { paths } from '../paths.ts'
import { listPublicNames } from '../queries/account.ts'
import { listPlaces } from '../queries/places.ts'
import { languageOfAccount } from '../queries/settings.ts'
import { texts } from '../texts/index.ts'
import { ownPerson, signInAgain, whoeverIsSignedIn } from './own.ts'
import { refusalOf, statusOf, waitHeader } from './sign-in.tsx'

export const routes = domain()
routes.use(`${paths.account}/*`, neverStore, whoeverIsSignedIn)

const say = (c: Ctx) => texts(c.var.speech)
const authOf = (c: Ctx) => c.var.services.auth

const accountForm = v.object({
  name: requiredText('missing.name', 200),
  language: optionallyChosen(interfaceLanguages),
})

routes.get(paths.account, async (c) => {
  const { name, accountId } = ownPerson(c)
  return accountPage(c, { name, language: await languageOfAccount(c.var.db, accountId) })
})

routes.post(paths.account, async (c) => {
  const { accountId } = ownPerson(c)
  const form = await readForm(c, accountForm, say(c))
  if (!form.ok) return accountPage(c, form.values, form.errors)
  await authOf(c).renameAccount(accountId, form.value.name)
  await chooseLanguage(c.var.db, accountId, form.value.language)
  rememberLanguage(c, form.value.language)
  // The cookie that speaks for the session for half a minute holds the old name.
  sendCookies(c, (await authOf(c).requireSession(c.req.raw.headers)).headers)
  return redirectTo(c, paths.account, say(c)('saved'))
})

routes.post(paths.nameInPublic, async (c) => {
  const { accountId } = ownPerson(c)
  const values = await readTyped(c)
  const municipality = await c.var.services.municipalities.byId(Number(values['municipality']))
  if (!municipality) throw new NotFound()
  await enterMunicipality(c.var.db, municipality.id)
  await agreeToPublicName(c.var.db, { municipalityId: municipality.id, accountId }, values['agreed'] === '1')
  return redirectTo(c, paths.account, say(c)('saved'))
})

routes.get(paths.password, (c) => passwordPage(c))
routes.post(paths.password, async (c) => {
  const values = await readTyped(c)
  const [currentPassword, newPassword] = [typedText(values, 'currentPassword'), typedText(values, 'newPassword')]
  const result = await authOf(c).changePassword(c.req.raw.headers, { currentPassword, newPassword })
  if (!result.ok) {
    const field = result.code === 'wrong-password' ? 'currentPassword' : 'newPassword'
    waitHeader(c, result)
    return signInAgain(c, result, paths.password) ?? passwordPage(c, refusalOf(c, field, result), statusOf(result))
  }
  sendCookies(c, result.headers)
  return redirectTo(c, paths.account, say(c)('password.changed'))
})

routes.get(paths.address, (c) => addressPage(c, {}))
routes.post(paths.address, async (c) => {
  const values = await readTyped(c)
  const request = {
    newEmail: typedText(values, 'newEmail'),
    password: typedText(values, 'currentPassword'),
    language: c.var.speech.language,
    address: addressOfVisitor(c),
  }
  const result = await authOf(c).requestEmailChange(c.req.raw.headers, request)
  if (!result.ok) {
    const field = result.code === 'wrong-password' ? 'currentPassword' : 'newEmail'
    waitHeader(c, result)
    return (
      signInAgain(c, result, paths.address) ?? addressPage(c, values, refusalOf(c, field, result), statusOf(result))
    )
  }
  return redirectTo(c, paths.account, say(c)('address.mailed', { email: request.newEmail }))
})

routes.get(paths.sessions, async (c) => {
  const result = await authOf(c).listSessions(c.req.raw.headers)
  if (!result.ok) return signInAgain(c, result, paths.sessions) ?? redirectTo(c, paths.account)
  return c.render(<SessionsPage sessions={result.sessions} />)
})

routes.post('/konto/sitzungen/:id/beenden', async (c) => {
  const result = await authOf(c).endSession(c.req.raw.headers, c.req.param('id'))
  if (!result.ok && result.code === 'not-found') throw new NotFound()
  if (!result.ok) return signInAgain(c, result, paths.sessions) ?? redirectTo(c, paths.sessions)
  sendCookies(c, result.headers)
  return redirectTo(c, paths.sessions, say(c)('sessions.ended'))
})

routes.post(paths.signOutEverywhere, async (c) => {
  sendCookies(c, (await authOf(c).signOutEverywhere(c.req.raw.headers)).headers)
  return redirectTo(c, paths.signIn, say(c)('signedOutEverywhere'))
})

async function accountPage(
  c: Ctx,
  values: Typed | Record<string, string | undefined>,
  errors: Record<string, string> = {},
) {
  const { services, db } = c.var
  const { accountId, isInstanceAdmin } = ownPerson(c)
  const account = await accountOf(c)
  const places = await listPlaces(db, services.municipalities, accountId, today(services.clock))
  const agreed = await listPublicNames(db, accountId)
  return c.render(
    <AccountPage
      account={account}
      places={places.map(({ municipality, ...place }) => ({
        ...place,
        id: municipality.id,
        name: municipality.name,
        path: baseOfMunicipality(c, municipality) || '/',
        nameIsPublic: agreed.has(municipality.id),
      }))}
      isInstanceAdmin={isInstanceAdmin}
      hasPasskeys={services.auth.hasPasskeys}
      values={values}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function passwordPage(c: Ctx, errors: Record<string, string> = {}, status: 200 | 422 | 429 = 200) {
  const { hasPassword } = await accountOf(c)
  return c.render(<PasswordPage hasPassword={hasPassword} values={{}} errors={errors} />, status)
}

async function addressPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, status: 200 | 422 | 429 = 200) {
  const { hasPassword, email } = await accountOf(c)
  return c.render(<AddressPage hasPassword={hasPassword} email={email} values={values} errors={errors} />, status)
}

/** The account of the person who asks. */
export async function accountOf(c: Ctx) {
  const account = await authOf(c).findAccount(ownPerson(c).accountId)
  if (!account) throw new NotFound()
  return account
}
