import type { Refused } from '#platform/auth/result.ts'
import { awaitsSecondFactor } from '#platform/auth/cookies.ts'
import type { SignIn } from '#platform/auth/sign-in.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { readTyped, type Typed, typedText } from '#platform/http/form.ts'
import { addressOfVisitor, neverStore, sendCookies } from '#platform/http/visitor.ts'
import { withQuery } from '#values/query.ts'
import { SessionEndedPage } from '../pages/expired.tsx'
import { refusalText } from '../pages/refusal.ts'
import { CodePage, SignInPage } from '../pages/sign-in.tsx'
import { paths } from '../paths.ts'
import { listExamples } from '../queries/examples.ts'
import { listPlaces } from '../queries/places.ts'
import { texts } from '../texts/index.ts'
import { arrive, ownPage, wayOfForm, wayOfQuery, type Way } from './arrival.tsx'
import { maySeeMails } from './mails.tsx'

export const routes = domain()

routes.use(`${paths.signIn}/*`, neverStore)
routes.use(paths.signOut, neverStore)

routes.get(paths.signIn, async (c) => {
  const { person, db, services } = c.var
  const way = wayOfQuery(c)
  // ?erneut: something asks for a fresh sign-in, e.g. adding a passkey.
  if (person && c.req.query('erneut') === undefined) {
    const places = await listPlaces(db, services.municipalities, person.accountId, today(services.clock))
    return redirectTo(c, way.next ?? (await ownPage(c, person.accountId, places)))
  }
  return signInPage(c, way, { email: c.req.query('als') ?? '' })
})

routes.post(paths.signIn, async (c) => {
  const values = await readTyped(c)
  const way = wayOfForm(values)
  const [email, password] = [typedText(values, 'email'), typedText(values, 'password')]
  const missing = missingOf(c, { email, password })
  if (missing) return signInPage(c, way, values, missing)
  const address = addressOfVisitor(c)
  const { auth } = c.var.services
  const result = await auth.signInWithPassword(c.req.raw.headers, { email, password, address })
  if (!result.ok && result.code === 'email-unverified')
    await auth.requestEmailVerification({ email, language: c.var.speech.language, address })
  return signedInOr(c, result, way, (refused) => signInPage(c, way, values, refusalOf(c, 'email', refused), refused))
})

routes.get(paths.code, (c) => {
  const way = wayOfQuery(c)
  if (!awaitsSecondFactor(c.req.raw.headers)) return redirectTo(c, withQuery(paths.signIn, { weiter: way.next }))
  return c.render(<CodePage {...way} values={{}} errors={{}} />)
})

routes.post(paths.code, async (c) => {
  const values = await readTyped(c)
  const way = wayOfForm(values)
  const code = typedText(values, 'code')
  const address = addressOfVisitor(c)
  const result = await c.var.services.auth.verifySecondFactor(c.req.raw.headers, { code, address })
  return signedInOr(c, result, way, (refused) => {
    sendCookies(c, refused.headers)
    // The sign-in itself has run out: from the beginning, with everything that was typed.
    if (refused.code === 'sign-in-expired') return signInPage(c, way, {}, refusalOf(c, 'email', refused), refused)
    waitHeader(c, refused)
    return c.render(<CodePage {...way} values={{}} errors={refusalOf(c, 'code', refused)} />, statusOf(refused))
  })
})

routes.post(paths.signOut, async (c) => {
  const { headers } = await c.var.services.auth.signOut(c.req.raw.headers)
  sendCookies(c, headers)
  return redirectTo(c, paths.signIn, texts(c.var.speech)('signedOut'))
})

/** Signed in: on to where they were going. One factor shown and a second needed: asks for it. Else: `refused`. */
export async function signedInOr(
  c: Ctx,
  result: SignIn,
  way: Way,
  refused: (result: Refused) => Response | Promise<Response>,
): Promise<Response> {
  if (!result.ok) return refused(result)
  if (result.secondFactor !== 'needed') return arrive(c, result.headers, way)
  sendCookies(c, result.headers)
  // What was typed cannot travel in an address, so then the page comes at once.
  if (way.kept) return c.render(<CodePage {...way} values={{}} errors={{}} />)
  return redirectTo(c, withQuery(paths.code, { weiter: way.next }))
}

export async function signInPage(
  c: Ctx,
  way: Way,
  typed: Typed,
  errors: Record<string, string> = {},
  refused?: Refused,
): Promise<Response> {
  const { services, db } = c.var
  if (refused) waitHeader(c, refused)
  const status = refused ? statusOf(refused) : Object.keys(errors).length > 0 ? 422 : 200
  const values = { email: typed['email'] }
  if (way.kept) return c.render(<SessionEndedPage kept={way.kept} values={values} errors={errors} />, status)
  const { config, auth, municipalities } = services
  return c.render(
    <SignInPage
      {...way}
      values={values}
      errors={errors}
      examples={config.demo ? await listExamples(db, municipalities) : undefined}
      showsMails={maySeeMails(c)}
      oidc={auth.hasOidc ? config.oidc?.name : undefined}
      hasPasskeys={auth.hasPasskeys}
    />,
    status,
  )
}

function missingOf(c: Ctx, { email, password }: { email: string; password: string }) {
  const t = texts(c.var.speech)
  const errors = {
    ...(email.trim() === '' && { email: t('missing.email') }),
    ...(password === '' && { password: t('missing.password') }),
  }
  return Object.keys(errors).length > 0 ? errors : undefined
}

export const refusalOf = (c: Ctx, field: string, refused: Refused): Record<string, string> => ({
  [refused.code === 'too-many' ? 'form' : field]: refusalText(texts(c.var.speech), refused),
})

export const statusOf = ({ code }: Refused): 422 | 429 => (code === 'too-many' ? 429 : 422)

export function waitHeader(c: Ctx, { retryAfterSeconds }: Refused): void {
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds))
}
