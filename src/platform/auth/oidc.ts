import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins'
import { engineOptions, type EngineOptions } from './engine.ts'
import { localPath } from './local-path.ts'
import { discover, readProfile, type Discovery } from './oidc-provider.ts'
import { allow, type Parts } from './parts.ts'
import { cookiesOf, refuse, tooMany, type RefusalCode, type Refused, type Result } from './result.ts'
import { withoutSession } from './cookies.ts'
import type { SecondFactor } from './sessions.ts'
import { isUnfinished } from './sign-in.ts'

/** The sign-in of the county itself. */
export interface OidcSettings {
  /** Its OpenID Connect address, without /.well-known/openid-configuration. */
  issuer: string
  clientId: string
  clientSecret: string
  /** Besides openid; as a rule profile and email. */
  scopes?: readonly string[]
  /** Whether someone without an account may come in: asked with the verified address. Absent: nobody. */
  isInvited?: (email: string) => Promise<boolean>
}

/** To be registered at the provider, after the public address of this instance. */
export const oidcCallbackPath = '/anmelden/behoerdenkonto'

const errorPath = '/anmelden/behoerdenkonto/fehler'
const refusals: Readonly<Record<string, RefusalCode>> = {
  signup_disabled: 'oidc-unknown-account',
  'oidc-unknown-account': 'oidc-unknown-account',
  account_not_linked: 'oidc-email-unverified',
  'oidc-email-unverified': 'oidc-email-unverified',
  state_mismatch: 'sign-in-expired',
  state_not_found: 'sign-in-expired',
}

type OidcSignIn = Result<{ secondFactor: SecondFactor; next: string | undefined }>

export function oidcFunctions({ limiter, baseUrl }: Parts, options: EngineOptions, settings: OidcSettings | undefined) {
  // The provider may be away when we start, so it is asked when someone wants in, until it has answered once.
  let building: Promise<OidcEngine> | undefined
  function findEngine(known: OidcSettings): Promise<OidcEngine | undefined> {
    building ??= buildEngine(options, known)
    return building.catch((error: unknown) => {
      building = undefined
      options.log(`OIDC: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    })
  }

  /** Where to send the browser. Refuses with oidc-off, oidc-unreachable, too-many. */
  async function startOidc(
    headers: Headers,
    { next, address }: { next?: string; address: string },
  ): Promise<Result<{ url: string }>> {
    if (!settings) return refuse('oidc-off')
    const permit = allow(limiter, { ceremonyByAddress: address })
    if (!permit.ok) return tooMany(permit.retryAfterSeconds)
    const engine = await findEngine(settings)
    if (!engine) return refuse('oidc-unreachable')
    const body = { provider: 'oidc', callbackURL: localPath(next) ?? '/', disableRedirect: true }
    const anonymous = withoutSession(headers)
    const { response, headers: set } = await engine.api.signInSocial({ body, headers: anonymous, returnHeaders: true })
    return response.url ? { ok: true, url: response.url, headers: cookiesOf(set) } : refuse('oidc-unreachable')
  }

  /** The provider sends the browser back here by GET; the state parameter must fit the cookie set by `startOidc`. */
  async function handleOidcCallback(request: Request): Promise<OidcSignIn> {
    if (!settings) return refuse('oidc-off')
    const engine = await findEngine(settings)
    if (!engine) return refuse('oidc-unreachable')
    const query = Object.fromEntries(new URL(request.url).searchParams)
    const call = { method: 'GET', params: { id: 'oidc' }, query, headers: withoutSession(request.headers) } as const
    try {
      // Only a sign-in that still needs its code answers; every other end is a redirect, which arrives as an error.
      const { response, headers } = await engine.api.callbackOAuth({ ...call, returnHeaders: true })
      const next = localPath(headers.get('location') ?? undefined)
      if (!isUnfinished(response)) return refuse('oidc-refused', cookiesOf(headers))
      return { ok: true, secondFactor: 'needed', next, headers: cookiesOf(headers) }
    } catch (error) {
      if (!isAPIError(error) || error.status !== 'FOUND') throw error
      return ended(new Headers(error.headers))
    }
  }

  function ended(headers: Headers): OidcSignIn | Refused {
    const target = new URL(headers.get('location') ?? errorPath, baseUrl)
    const cookies = cookiesOf(headers)
    if (target.pathname !== errorPath) {
      return { ok: true, secondFactor: 'none', next: localPath(target.pathname + target.search), headers: cookies }
    }
    const reason = target.searchParams.get('error') ?? ''
    options.log(`OIDC: ${reason}`)
    return refuse(refusals[reason] ?? 'oidc-refused', cookies)
  }

  return { hasOidc: settings !== undefined, startOidc, handleOidcCallback }
}

async function buildEngine(options: EngineOptions, settings: OidcSettings) {
  const discovery = await discover(settings.issuer)
  const base = engineOptions(options)
  const engine = betterAuth({
    ...base,
    onAPIError: { errorURL: options.baseUrl + errorPath },
    user: { ...base.user, validateUserInfo: ({ user, source }) => mayJoin(settings, source.action, user) },
    plugins: [...base.plugins, genericOAuth({ config: [providerConfig(options.baseUrl, settings, discovery)] })],
  })
  const { socialProviders } = await engine.$context
  if (!socialProviders.some(({ id }) => id === 'oidc'))
    throw new Error(`${settings.issuer} names no keys for its tokens`)
  return engine
}
type OidcEngine = Awaited<ReturnType<typeof buildEngine>>

const providerConfig = (baseUrl: string, settings: OidcSettings, discovery: Discovery) => ({
  providerId: 'oidc',
  discoveryUrl: discovery.address,
  clientId: settings.clientId,
  clientSecret: settings.clientSecret,
  scopes: ['openid', ...(settings.scopes ?? ['profile', 'email'])],
  redirectURI: baseUrl + oidcCallbackPath,
  pkce: true,
  requireIdTokenVerification: true,
  disableSignUp: !settings.isInvited,
  getUserInfo: (tokens: { idToken?: string | undefined; accessToken?: string | undefined }) =>
    readProfile(discovery, tokens),
})

async function mayJoin(settings: OidcSettings, action: string, user: { email?: string; emailVerified?: boolean }) {
  if (action !== 'create-user') return
  if (!user.emailVerified) return { error: 'oidc-email-unverified' }
  const isInvited = user.email !== undefined && (await settings.isInvited?.(user.email))
  return isInvited ? undefined : { error: 'oidc-unknown-account' }
}
