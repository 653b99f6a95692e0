/** What a provider says about itself, as far as it is used here. */
export interface Discovery {
  address: string
  userInfoUrl: string | undefined
}

const patienceMs = 5000

/** Reads the provider's configuration. Throws when it is away, or speaks for another issuer than the one asked for. */
export async function discover(issuer: string): Promise<Discovery> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const document = await readJson(address, {})
  const named = document['issuer']
  if (typeof named !== 'string' || named.replace(/\/$/, '') !== issuer.replace(/\/$/, '')) {
    throw new Error(`${address} speaks for another issuer`)
  }
  const userInfoUrl = document['userinfo_endpoint']
  return { address, userInfoUrl: typeof userInfoUrl === 'string' ? userInfoUrl : undefined }
}

interface Tokens {
  idToken?: string | undefined
  accessToken?: string | undefined
}

/**
 * Who the tokens speak of, or null. better-auth has checked signature, issuer, audience and nonce of the id_token, but
 * would do without one; we do not. Providers that keep the address out of it give it at their userinfo address.
 */
export async function readProfile({ userInfoUrl }: Discovery, { idToken, accessToken }: Tokens) {
  if (!idToken) return null
  const claims = claimsOf(idToken)
  const subject = claims['sub']
  if (typeof subject !== 'string' || subject === '') return null
  const profile = claims['email'] || !userInfoUrl ? claims : await readUserInfo(userInfoUrl, accessToken, subject)
  const email = profile?.['email']
  if (typeof email !== 'string') return null
  const name = [profile?.['name'], profile?.['preferred_username'], email].find((one) => typeof one === 'string' && one)
  const isVerified = profile?.['email_verified'] === true || profile?.['email_verified'] === 'true'
  return { id: subject, sub: subject, email, emailVerified: isVerified, name: String(name) }
}

async function readUserInfo(address: string, accessToken: string | undefined, subject: string) {
  const profile = await readJson(address, { authorization: `Bearer ${accessToken}` })
  // OpenID Connect Core 5.3.2: an answer about somebody else must not be used.
  return profile['sub'] === subject ? profile : undefined
}

async function readJson(address: string, headers: Record<string, string>): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(address, { headers, signal: AbortSignal.timeout(patienceMs) })
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
  const document: unknown = await answer.json()
  if (typeof document !== 'object' || document === null) throw new Error(`${address} gives no JSON object`)
  return document as Record<string, unknown>
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload = ''] = token.split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
}
