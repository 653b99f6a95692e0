import type { Refused } from '#platform/auth/result.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { readTyped, typedText } from '#platform/http/form.ts'
import { addressOfVisitor } from '#platform/http/visitor.ts'
import { addressChangedLetter } from '../documents/letters.ts'
import { AskLinkPage, NewPasswordPage, OneButtonPage } from '../pages/links.tsx'
import { refusalText } from '../pages/refusal.ts'
import { MessagePage } from '../pages/sign-in.tsx'
import { paths } from '../paths.ts'
import { languageOfAccount } from '../queries/settings.ts'
import { texts } from '../texts/index.ts'
import { wayOfForm, wayOfQuery } from './arrival.tsx'
import { refusalOf, signedInOr, statusOf, waitHeader } from './sign-in.tsx'

/**
 * What mails link to. Mail filters fetch links, so a GET only shows a page with one button: it neither uses the link up
 * nor signs anyone in. Only the POST of that button does.
 */
export const routes = domain()

const say = (c: Ctx) => texts(c.var.speech)
const tokenOf = (c: Ctx) => c.req.param('token') ?? ''

for (const kind of ['link', 'forgotten'] as const) {
  const path = kind === 'link' ? paths.requestLink : paths.forgotten
  routes.get(path, (c) => c.render(<AskLinkPage kind={kind} {...wayOfQuery(c)} values={{}} errors={{}} />))
  routes.post(path, async (c) => {
    const values = await readTyped(c)
    const { next } = wayOfForm(values)
    const { auth } = c.var.services
    const request = {
      email: typedText(values, 'email'),
      language: c.var.speech.language,
      address: addressOfVisitor(c),
      ...(next && { next }),
    }
    const result = await (kind === 'link' ? auth.requestMagicLink(request) : auth.requestPasswordReset(request))
    if (!result.ok) {
      waitHeader(c, result)
      const errors = refusalOf(c, 'email', result)
      return c.render(<AskLinkPage kind={kind} next={next} values={values} errors={errors} />, statusOf(result))
    }
    const t = say(c)
    const to = { path: paths.signIn, label: t('backToSignIn') }
    return c.render(<MessagePage title={t('mailed')} text={t(`mailed.${kind}`, { email: request.email })} to={to} />)
  })
}

routes.get('/anmelden/link/:token', (c) => {
  const t = say(c)
  const path = paths.link(tokenOf(c))
  const { next } = wayOfQuery(c)
  return c.render(
    <OneButtonPage title={t('signIn')} text={t('link.open')} button={t('link.now')} path={path} next={next} />,
  )
})

routes.post('/anmelden/link/:token', async (c) => {
  const way = wayOfForm(await readTyped(c))
  const link = { token: tokenOf(c), address: addressOfVisitor(c) }
  const result = await c.var.services.auth.confirmMagicLink(c.req.raw.headers, link)
  return signedInOr(c, result, way, (refused) =>
    linkRefused(c, refused, { path: paths.requestLink, label: say(c)('link.ask') }),
  )
})

routes.get('/anmelden/passwort/:token', (c) => c.render(<NewPasswordPage token={tokenOf(c)} values={{}} errors={{}} />))

routes.post('/anmelden/passwort/:token', async (c) => {
  const values = await readTyped(c)
  const newPassword = typedText(values, 'newPassword')
  const reset = { token: tokenOf(c), newPassword, address: addressOfVisitor(c) }
  const result = await c.var.services.auth.resetPassword(reset)
  if (result.ok) return redirectTo(c, paths.signIn, say(c)('newPassword.done'))
  if (result.code === 'link-invalid')
    return linkRefused(c, result, { path: paths.forgotten, label: say(c)('forgotten') })
  waitHeader(c, result)
  const errors = refusalOf(c, 'newPassword', result)
  return c.render(<NewPasswordPage token={tokenOf(c)} values={{}} errors={errors} />, statusOf(result))
})

routes.get('/anmelden/adresse/:token', (c) => {
  const t = say(c)
  const path = paths.confirmAddress(tokenOf(c))
  return c.render(
    <OneButtonPage title={t('address.confirm')} text={t('address.open')} button={t('address.now')} path={path} />,
  )
})

routes.post('/anmelden/adresse/:token', async (c) => {
  const { auth, mailer } = c.var.services
  const link = { token: tokenOf(c), address: addressOfVisitor(c) }
  const changed = await auth.confirmEmailChange(link)
  if (changed.ok) {
    const language = (await languageOfAccount(c.var.db, changed.accountId)) ?? c.var.speech.language
    await mailer.send(addressChangedLetter(changed.previousEmail, language))
  }
  const result = changed.ok || changed.code !== 'link-invalid' ? changed : await auth.verifyEmail(link)
  const to = { path: paths.account, label: say(c)('account') }
  return result.ok ? redirectTo(c, paths.signIn, say(c)('address.done')) : linkRefused(c, result, to)
})

/** A link that no longer works: why, and how to get another. */
export function linkRefused(c: Ctx, refused: Refused, to: { path: string; label: string }) {
  waitHeader(c, refused)
  const t = say(c)
  return c.render(<MessagePage title={t('link.invalid')} text={refusalText(t, refused)} to={to} />, statusOf(refused))
}
