const sessionCookie = /(?:^|;\s*)(?:__Secure-)?teilhabewerk\.session_(?:token|data)[^=;]*=[^;]*/g

/** The same headers without a session: a sign-in must not be taken for an act of whoever was signed in before. */
export function withoutSession(headers: Headers): Headers {
  const copy = new Headers(headers)
  const rest = (headers.get('cookie') ?? '').replace(sessionCookie, '').replace(/^;\s*/, '')
  if (rest) copy.set('cookie', rest)
  else copy.delete('cookie')
  return copy
}

export const hasSessionCookie = (headers: Headers): boolean =>
  /teilhabewerk\.session_token=/.test(headers.get('cookie') ?? '')

/** Whether these cookies belong to a sign-in that waits for its second step. */
export const awaitsSecondFactor = (headers: Headers): boolean =>
  /teilhabewerk\.two_factor=/.test(headers.get('cookie') ?? '')

/** The request's cookies as the browser will send them after this answer. */
export function cookieJar(headers: Headers, set: Headers): Headers {
  const jar = new Map<string, string>()
  for (const part of (headers.get('cookie') ?? '').split(/;\s*/)) {
    const at = part.indexOf('=')
    if (at > 0) jar.set(part.slice(0, at), part.slice(at + 1))
  }
  for (const line of set.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(/;\s*/)
    const at = pair.indexOf('=')
    const isGone = attributes.some((attribute) => /^max-age=0$/i.test(attribute))
    if (isGone) jar.delete(pair.slice(0, at))
    else jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
  const copy = new Headers(headers)
  copy.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
  return copy
}
