import { withQuery } from '#values/query.ts'
import type { Ctx } from './app.ts'
import { isInstancePath, type MunicipalityRow } from './municipalities.ts'

/** '/musterkreis', or '' when the municipality has its own host name or there is none. */
export function baseOf(c: Ctx): string {
  const { municipality } = c.var
  return municipality ? baseOfMunicipality(c, municipality) : ''
}

/** The same for any municipality, e.g. from a page of the instance. */
export const baseOfMunicipality = (c: Ctx, { slug }: Pick<MunicipalityRow, 'slug'>): string =>
  c.var.services.municipalities.byHost(hostOf(c)) === slug ? '' : `/${slug}`

export const hostOfRequest = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()
export const hostOf = (c: Ctx): string => hostOfRequest(c.req.header('host') ?? '')

/** The address of a path inside the municipality. Paths of the instance (/anmelden …) stay as they are. */
export const addressOf = (c: Ctx, path: string): string => addressesOf(c)(path)

/** The same for a page with its hundreds of links: what they share is looked up once. */
export function addressesOf(c: Ctx): (path: string) => string {
  const inside = baseOf(c)
  const language = c.req.query('sprache')
  const reading = c.req.query('fassung')
  return (path) => {
    const isOfInstance = isInstancePath(path)
    const base = isOfInstance ? '' : inside
    const address = path === '/' && base ? base : base + path
    // Who reads an older version of the plan goes on reading it; a link that names a version (or none: `?fassung=`) leads there.
    const named = /[?&]fassung=([^&#]*)/.exec(path)?.[1]
    const version = named ?? (isOfInstance ? undefined : reading)
    if (!language && version === undefined) return address
    return withQuery(address, {
      ...(language && { sprache: language }),
      ...(version !== undefined && { fassung: version }),
    })
  }
}

/** Scheme and host under which this request reached us: PUBLIC_URL, or the mapped host with its scheme and port. */
export function originOf(c: Ctx): string {
  const { config, municipalities } = c.var.services
  const host = hostOf(c)
  const url = new URL(config.publicUrl)
  if (municipalities.byHost(host) !== undefined) url.hostname = host
  return url.origin
}

/** The address with scheme and host, for mails, feeds and sitemaps. */
export const absoluteAddressOf = (c: Ctx, path: string): string => new URL(addressOf(c, path), originOf(c)).href

const noticeCookie = 'tw_notice'

/** After a successful act: leads on, with a message that is shown once. */
export function redirectTo(c: Ctx, path: string, notice?: string): Response {
  if (notice) {
    c.header(
      'Set-Cookie',
      `${noticeCookie}=${encodeURIComponent(notice)}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`,
      {
        append: true,
      },
    )
  }
  return c.redirect(addressOf(c, path), 303)
}

/** Takes the message out of the request and ends its cookie. */
export function takeNotice(c: Ctx): string | undefined {
  const found = new RegExp(`(?:^|; )${noticeCookie}=([^;]*)`).exec(c.req.header('cookie') ?? '')?.[1]
  if (!found) return undefined
  c.header('Set-Cookie', `${noticeCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`, { append: true })
  try {
    return decodeURIComponent(found).slice(0, 800)
  } catch {
    return undefined
  }
}
