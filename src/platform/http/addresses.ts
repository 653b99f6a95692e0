import { withQuery } from '#values/query.ts'
import type { Ctx } from './app.ts'
import { reservedSegments, type MunicipalityRow } from './municipalities.ts'

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
export function addressOf(c: Ctx, path: string): string {
  const first = path.split(/[/?#]/)[1] ?? ''
  const base = reservedSegments.has(first) ? '' : baseOf(c)
  const address = path === '/' && base ? base : base + path
  const language = c.req.query('sprache')
  return language ? withQuery(address, { sprache: language }) : address
}

/** The address with scheme and host, for mails, feeds and sitemaps. */
export const absoluteAddressOf = (c: Ctx, path: string): string =>
  new URL(addressOf(c, path), c.var.services.config.publicUrl).href

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
    return decodeURIComponent(found).slice(0, 400)
  } catch {
    return undefined
  }
}
