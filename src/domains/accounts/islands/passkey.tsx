/** Passkeys: talks with the browser's own dialog. Until this has run, and where a browser knows none, nothing is shown. */

const bytes = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
const text = (buffer: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

interface Descriptor {
  id: string
  type: 'public-key'
  transports?: AuthenticatorTransport[]
}
const descriptors = (list: Descriptor[] = []) => list.map((one) => ({ ...one, id: bytes(one.id) }))

type Json = Record<string, unknown>
async function post(address: string, body: Json): Promise<Json> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  const result = (await answer.json()) as Json
  const { detail, location: elsewhere } = result
  if (!answer.ok && typeof elsewhere === 'string') location.assign(elsewhere)
  if (!answer.ok) throw new Error(typeof detail === 'string' ? detail : '')
  return result
}

async function signIn(options: Json): Promise<Json> {
  const publicKey = {
    ...options,
    challenge: bytes(String(options['challenge'])),
    allowCredentials: descriptors(options['allowCredentials'] as Descriptor[] | undefined),
  } as PublicKeyCredentialRequestOptions
  const found = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  const answer = found.response as AuthenticatorAssertionResponse
  return {
    ...common(found),
    response: {
      clientDataJSON: text(answer.clientDataJSON),
      authenticatorData: text(answer.authenticatorData),
      signature: text(answer.signature),
      ...(answer.userHandle && { userHandle: text(answer.userHandle) }),
    },
  }
}

async function register(options: Json): Promise<Json> {
  const user = options['user'] as { id: string; name: string; displayName: string }
  const publicKey = {
    ...options,
    challenge: bytes(String(options['challenge'])),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: descriptors(options['excludeCredentials'] as Descriptor[] | undefined),
  } as unknown as PublicKeyCredentialCreationOptions
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
  const answer = made.response as AuthenticatorAttestationResponse
  return {
    ...common(made),
    response: {
      clientDataJSON: text(answer.clientDataJSON),
      attestationObject: text(answer.attestationObject),
      transports: answer.getTransports(),
    },
  }
}

const common = (credential: PublicKeyCredential) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
})

for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  if (!window.PublicKeyCredential) continue
  place.hidden = false
  const { passkey, options = '', answer = '', next, refused = '' } = place.dataset
  const message = place.querySelector('[role=status]')
  place.querySelector('button')?.addEventListener('click', async () => {
    if (message) message.textContent = ''
    try {
      const name = place.querySelector('input')?.value
      const offered = await post(options, {})
      const response = passkey === 'register' ? await register(offered) : await signIn(offered)
      const done = await post(answer, { response, name, weiter: next })
      location.assign(String(done['location']))
    } catch (error) {
      // The browser's own errors (dialog closed, no passkey here) are English and technical.
      const told = error instanceof DOMException || !(error instanceof Error) ? '' : error.message
      if (message) message.textContent = told || refused
    }
  })
}
