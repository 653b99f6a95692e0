import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** Who signs in at the provider, and what the provider does wrong on purpose. */
export interface Conduct {
  subject: string
  email: string
  isVerified: boolean
  fault?:
    | 'other-nonce'
    | 'other-key'
    | 'other-audience'
    | 'no-id-token'
    | 'email-in-userinfo'
    | 'userinfo-of-another'
    | 'denies'
}

export const client = { clientId: 'teilhabewerk', clientSecret: 'secret-of-the-client' }

/** A small OpenID Connect provider: authorization code with PKCE, RS256. */
export async function openIdProvider() {
  const [ours, foreign] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }))
  if (!ours || !foreign) throw new Error('There are two keys')
  const codes = new Map<string, { conduct: Conduct; nonce: string; challenge: string; redirectUri: string }>()
  const subjects = new Map<string, Conduct>()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let conduct: Conduct = { subject: '', email: '', isVerified: true }
  let isAway = false

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', issuer)
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (isAway) return json({}, 503)
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        })
      case '/keys':
        return json({ keys: [{ ...ours?.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] })
      case '/token':
        return json(...exchange(new URLSearchParams(await text(request)), request.headers.authorization))
      case '/userinfo': {
        const who = subjects.get((request.headers.authorization ?? '').replace('Bearer ', ''))
        const subject = who?.fault === 'userinfo-of-another' ? 'another' : who?.subject
        return json({ sub: subject, email: who?.email, email_verified: who?.isVerified, name: 'Ada vom Amt' })
      }
      default:
        return json({}, 404)
    }
  }

  function exchange(form: URLSearchParams, authorization = ''): [unknown, number] {
    const known = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const basic = `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}`
    const isClient = authorization === basic || form.get('client_secret') === client.clientSecret
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const fits = known && known.challenge === challenge && known.redirectUri === form.get('redirect_uri')
    if (!known || !fits || !isClient) return [{ error: 'invalid_grant' }, 400]
    const accessToken = randomBytes(8).toString('hex')
    subjects.set(accessToken, known.conduct)
    const token = { access_token: accessToken, token_type: 'Bearer', expires_in: 60, refresh_token: 'refresh' }
    return [known.conduct.fault === 'no-id-token' ? token : { ...token, id_token: idToken(known) }, 200]
  }

  function idToken({ conduct: { subject, email, isVerified, fault }, nonce }: { conduct: Conduct; nonce: string }) {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
    const now = Math.floor(Date.now() / 1000)
    const hasEmail = fault !== 'email-in-userinfo' && fault !== 'userinfo-of-another'
    const claims = {
      iss: issuer,
      aud: fault === 'other-audience' ? 'another client' : client.clientId,
      sub: subject,
      iat: now,
      exp: now + 60,
      nonce: fault === 'other-nonce' ? 'another' : nonce,
      ...(hasEmail && { email, email_verified: isVerified, name: 'Ada vom Amt' }),
    }
    const content = `${encode({ alg: 'RS256', kid: 'k1' })}.${encode(claims)}`
    const key = fault === 'other-key' ? foreign?.privateKey : ours?.privateKey
    if (!key) throw new Error('There is a key')
    return `${content}.${createSign('sha256').update(content).sign(key, 'base64url')}`
  }

  return {
    issuer,
    behave: (next: Conduct) => void (conduct = next),
    goAway: (away: boolean) => void (isAway = away),
    /** The person signs in at the provider's page; the answer is the address that the browser is sent back to. */
    visit(address: string): URL {
      const asked = new URL(address).searchParams
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.searchParams.set('state', asked.get('state') ?? '')
      if (conduct.fault === 'denies') {
        back.searchParams.set('error', 'access_denied')
        return back
      }
      const code = randomBytes(8).toString('hex')
      const nonce = asked.get('nonce') ?? ''
      const challenge = asked.get('code_challenge_method') === 'S256' ? (asked.get('code_challenge') ?? '') : 'none'
      codes.set(code, { conduct, nonce, challenge, redirectUri: asked.get('redirect_uri') ?? '' })
      back.searchParams.set('code', code)
      return back
    },
    close: () => new Promise<void>((resolve) => void (server.closeAllConnections(), server.close(() => resolve()))),
  }
}
