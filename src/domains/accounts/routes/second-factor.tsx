import type { Refused } from '#platform/auth/result.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { readTyped, type Typed, typedText } from '#platform/http/form.ts'
import { sendCookies } from '#platform/http/visitor.ts'
import { withQuery } from '#values/query.ts'
import { RecoveryPage, SecondFactorPage, SetUpPage, SwitchOffPage } from '../pages/second-factor.tsx'
import { paths } from '../paths.ts'
import { asksForSecondFactor, listPlaces } from '../queries/places.ts'
import { texts } from '../texts/index.ts'
import { accountOf } from './account.tsx'
import { wayOfForm, wayOfQuery } from './arrival.tsx'
import { ownPerson, signInAgain } from './own.ts'
import { refusalOf, statusOf, waitHeader } from './sign-in.tsx'

/** The six digits of an authenticator app as second factor: set up, new recovery codes, switched off. */
export const routes = domain()

const say = (c: Ctx) => texts(c.var.speech)
const authOf = (c: Ctx) => c.var.services.auth
const proofOf = (values: Typed) => {
  const password = values['currentPassword']
  return typeof password === 'string' ? { password } : {}
}
const fieldOf = ({ code }: Refused) => (code === 'wrong-code' ? 'code' : 'currentPassword')

routes.get(paths.secondFactor, (c) => overview(c, wayOfQuery(c).next))

routes.post(paths.secondFactorStart, async (c) => {
  const values = await readTyped(c)
  const { next } = wayOfForm(values)
  const result = await authOf(c).startTotp(c.req.raw.headers, proofOf(values))
  if (result.ok) {
    sendCookies(c, result.headers)
    return c.render(<SetUpPage {...result} next={next} values={{}} errors={{}} />)
  }
  return refusedOr(c, result, () => overview(c, next, refusalOf(c, fieldOf(result), result), statusOf(result)))
})

routes.post(paths.secondFactor, async (c) => {
  const values = await readTyped(c)
  const { next } = wayOfForm(values)
  const result = await authOf(c).confirmTotp(c.req.raw.headers, { code: typedText(values, 'code') })
  if (result.ok) {
    sendCookies(c, result.headers)
    return redirectTo(c, next ?? paths.secondFactor, say(c)('totp.done'))
  }
  // What was shown this once comes back as it was, so that nothing has to be scanned again.
  const shown = { secret: typedText(values, 'secret'), uri: otpauthOf(values) }
  const recoveryCodes = typedText(values, 'recoveryCodes').split(' ')
  const errors = refusalOf(c, 'code', result)
  return refusedOr(c, result, () =>
    c.render(
      <SetUpPage {...shown} recoveryCodes={recoveryCodes} next={next} values={{}} errors={errors} />,
      statusOf(result),
    ),
  )
})

routes.get(paths.recoveryCodes, async (c) => {
  const { hasPassword } = await accountOf(c)
  return c.render(<RecoveryPage hasPassword={hasPassword} values={{}} errors={{}} />)
})

routes.post(paths.recoveryCodes, async (c) => {
  const result = await authOf(c).renewRecoveryCodes(c.req.raw.headers, proofOf(await readTyped(c)))
  const { hasPassword } = await accountOf(c)
  if (result.ok) {
    sendCookies(c, result.headers)
    return c.render(<RecoveryPage codes={result.recoveryCodes} hasPassword={hasPassword} values={{}} errors={{}} />)
  }
  const errors = refusalOf(c, fieldOf(result), result)
  return refusedOr(c, result, () =>
    c.render(<RecoveryPage hasPassword={hasPassword} values={{}} errors={errors} />, statusOf(result)),
  )
})

routes.get(paths.secondFactorOff, (c) => switchOffPage(c))

routes.post(paths.secondFactorOff, async (c) => {
  const values = await readTyped(c)
  const proof = { ...proofOf(values), code: typedText(values, 'code') }
  const result = await authOf(c).disableTotp(c.req.raw.headers, proof)
  if (result.ok) {
    sendCookies(c, result.headers)
    return redirectTo(c, paths.account, say(c)('totp.offDone'))
  }
  return refusedOr(c, result, () => switchOffPage(c, refusalOf(c, fieldOf(result), result), statusOf(result)))
})

async function refusedOr(c: Ctx, result: Refused, page: () => Response | Promise<Response>): Promise<Response> {
  waitHeader(c, result)
  return signInAgain(c, result, paths.secondFactor) ?? page()
}

async function overview(
  c: Ctx,
  next: string | undefined,
  errors: Record<string, string> = {},
  status: 200 | 422 | 429 = 200,
) {
  const { hasPassword, hasTotp } = await accountOf(c)
  const page = { hasPassword, hasTotp, requiredBy: await requiredBy(c), next }
  return c.render(<SecondFactorPage {...page} values={{}} errors={errors} />, status)
}

async function switchOffPage(c: Ctx, errors: Record<string, string> = {}, status: 200 | 422 | 429 = 200) {
  const { hasPassword, hasTotp } = await accountOf(c)
  if (!hasTotp) return redirectTo(c, withQuery(paths.secondFactor, {}))
  const page = { hasPassword, requiredBy: await requiredBy(c) }
  return c.render(<SwitchOffPage {...page} values={{}} errors={errors} />, status)
}

async function requiredBy(c: Ctx): Promise<string[]> {
  const { services, db } = c.var
  const places = await listPlaces(db, services.municipalities, ownPerson(c).accountId, today(services.clock))
  return places.filter(asksForSecondFactor).map(({ municipality }) => municipality.name)
}

// Comes from the page itself, but is shown as a link: nothing else than what an authenticator app opens.
const otpauthOf = (values: Typed) => {
  const uri = typedText(values, 'uri')
  return uri.startsWith('otpauth://totp/') && uri.length < 500 ? uri : 'otpauth://totp/'
}
