import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { isInterfaceLanguage, type InterfaceLanguage } from '#values/language.ts'

/** A page or file of the municipality, or of what all pages share, as the copy knows it. */
export interface Address {
  language: InterfaceLanguage
  /** From the root of the server. */
  path: string
  /** Without language. Sorted, so that the same page has one address. */
  query: URLSearchParams
}

export interface Site {
  /** `/musterkreis`: what lies below it is the municipality's. */
  base: string
  /** Under which pages speak of themselves. */
  origin: string
  /** What only the living site can answer, below the base: the API, its page, its catalogue. Never copied. */
  livingOnly?: readonly string[]
  /** The number of the version that is read when none is named. */
  newest?: string
}

export const keyOf = ({ language, path, query }: Address): string => `${language} ${path}?${query.toString()}`

export const isShared = (path: string): boolean => path.startsWith('/assets/') || /^\/favicon\.\w+$/.test(path)

/** Where a link on a page leads; undefined for what is elsewhere: other sites, mail, other parts of this server. */
export function addressOf(link: string, from: Address, site: Site): Address | undefined {
  const url = URL.parse(link, site.origin + from.path)
  if (!url || url.origin !== site.origin) return undefined
  const path = url.pathname.replace(/(.)\/+$/, '$1')
  const isOurs = path === site.base || path.startsWith(`${site.base}/`)
  if (isShared(path)) return { language: 'de', path, query: new URLSearchParams() }
  if (!isOurs || site.livingOnly?.some((part) => isAtOrBelow(path, site.base + part))) return undefined
  const query = new URLSearchParams(url.search)
  const asked = query.get('sprache') ?? ''
  query.delete('sprache')
  if (query.get('fassung') === site.newest) query.delete('fassung')
  query.sort()
  return { language: isInterfaceLanguage(asked) ? asked : from.language, path, query }
}

const isAtOrBelow = (path: string, top: string) =>
  path === top || path.startsWith(`${top}/`) || path.startsWith(`${top}.`)

const without = (query: URLSearchParams, ...names: string[]) =>
  [...query].filter(([name]) => !names.includes(name)).toString()
const isFile = (path: string) => /\.\w+$/.test(path)

/**
 * Whether a link is followed. Lists have filters and orders that can be combined without end: a combination is copied
 * where a page without any leads to it, and then with all its pages; files hold the whole list.
 */
export function isFollowed(to: Address, from: Address): boolean {
  if (isShared(to.path)) return true
  const asked = without(to.query, 'fassung')
  if (asked === '' || to.path.endsWith('.css') || /\/logo\b/.test(to.path)) return true
  if (isFile(to.path)) return false
  if (to.path === from.path && without(to.query, 'fassung', 'seite') === without(from.query, 'fassung', 'seite'))
    return true
  return !to.query.has('fassung') && from.query.size === 0
}

const endings: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'text/css': '.css',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'image/svg+xml': '.svg',
  'video/mp4': '.mp4',
  'video/webm': '.webm',
}

/** The file in the copy: German at the top, other languages in a folder of their own, parameters in the name. */
export function fileOf({ language, path, query }: Address, type: string, { base }: Site): string {
  if (isShared(path)) return path.startsWith('/assets/') ? path.slice(1) : `assets${path}`
  const inside = path.slice(base.length + 1) || 'index'
  const ending = isFile(inside) ? posix.extname(inside) : (endings[type] ?? '')
  const name = isFile(inside) ? inside.slice(0, -ending.length) : inside
  const asked = [...query].map(([key, value]) => `-${plain(key)}-${plain(value)}`).join('')
  return `${language === 'de' ? '' : `${language}/`}${name}${asked && `-${asked}`}${ending}`
}

/** Letters and digits as every web space and file system takes them; what would be lost is told apart by its hash. */
function plain(text: string): string {
  const kept = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
  const isWhole = /^[a-z0-9-]{1,40}$|^[A-Z_]{1,40}$/.test(text)
  return isWhole ? kept : `${kept}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}

/** From one file of the copy to another. */
export const linkBetween = (from: string, to: string): string => posix.relative(posix.dirname(from), to)
