import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { InterfaceLanguage } from '#values/language.ts'
import { addressOf, fileOf, isFollowed, isShared, keyOf, linkBetween, type Address, type Site } from './addresses.ts'
import { encode } from './markup.ts'
import { linksOf, pageOfCopy } from './page.ts'

/** What the app or a folder of built files answers to somebody who is not signed in. */
export interface Answered {
  status: number
  /** Without parameters: `text/html`. */
  type: string
  body: Uint8Array
  location?: string | undefined
}

export interface CopyOptions {
  /** Of the municipality. */
  slug: string
  /** Under which the app answers; everything absolute in its pages begins with it. */
  origin: string
  /** The origin is where people find the living pages; without it the copy knows no other place than itself. */
  isLiving: boolean
  ask: (path: string, language: InterfaceLanguage) => Promise<Answered>
  livingOnly?: Site['livingOnly']
  /** An empty folder of one's own. */
  folder: string
  say?: (line: string) => void
}

export interface Copied {
  pages: number
  files: number
  /** Of the newest change in it. */
  date: string
}

/** One answer that is kept, and the file it becomes. */
interface Kept {
  address: Address
  file: string
  type: string
}

/** The municipality has no public pages: it is closed, or there is none of that name. */
export class NothingPublic extends Error {}

/**
 * Writes every public page of a municipality into the folder, with what the pages show and offer. First everything is
 * asked for and laid down as it came; then the pages are written anew, when it is known which links lead to a file.
 */
export async function copySite({
  slug,
  origin,
  isLiving,
  ask,
  livingOnly = [],
  folder,
  say = () => undefined,
}: CopyOptions): Promise<Copied> {
  const base = `/${slug}`
  const from = (path: string): Address => ({ language: 'de', path, query: new URLSearchParams() })
  const text = async (path: string) => {
    const { status, body } = await ask(path, 'de')
    return status === 200 ? Buffer.from(body).toString() : ''
  }
  if ((await ask(base, 'de')).status !== 200) throw new NothingPublic(slug)
  const plan = await text(`${base}/plan.json`)
  const newest = plan && (JSON.parse(plan) as { plan?: { number?: number } }).plan?.number
  const site: Site = { base, origin, livingOnly, ...(newest && { newest: String(newest) }) }
  const date = /<updated>(\d{4}-\d\d-\d\d)/.exec(await text(`${base}/neues.atom`))?.[1] ?? ''

  const copy = createCopy(site, ask, folder, say)
  copy.follow(from(base))
  for (const link of await sitemapLinks(text, base)) {
    const address = addressOf(link, from(base), site)
    if (address) copy.follow(address)
  }
  await copy.gather()
  const kept = copy.kept()
  for (const one of kept) rewrite(one, { copy, site, isLiving, date, folder })
  const pages = kept.filter(({ type }) => type === 'text/html').length
  return { pages, files: kept.length - pages, date }
}

/** What the sitemap names, of large municipalities in several parts. Examples have none. */
async function sitemapLinks(text: (path: string) => Promise<string>, base: string): Promise<string[]> {
  const linksIn = (xml: string) =>
    [...xml.matchAll(/<loc>([^<]*)<\/loc>|hreflang="[^"]*" href="([^"]*)"/g)].map(([, loc, other]) =>
      (loc ?? other ?? '').replaceAll('&amp;', '&'),
    )
  const first = await text(`${base}/sitemap.xml`)
  if (!first.includes('<sitemapindex')) return linksIn(first)
  const parts = await Promise.all(linksIn(first).map((link) => text(`${base}/${link.split('/').at(-1)}`)))
  return parts.flatMap(linksIn)
}

type Copy = ReturnType<typeof createCopy>

function createCopy(site: Site, ask: CopyOptions['ask'], folder: string, say: (line: string) => void) {
  const found = new Map<string, Kept | undefined>()
  /** Where an address leads on to, e.g. to the thing it was merged into. */
  const moved = new Map<string, Address>()
  const names = new Map<string, string>()
  const waiting: Address[] = []

  const follow = (address: Address) => {
    const key = keyOf(address)
    if (found.has(key)) return
    found.set(key, undefined)
    waiting.push(address)
  }

  async function take(address: Address) {
    const search = address.query.toString()
    const { status, type, body, location } = await ask(address.path + (search && `?${search}`), address.language)
    const target = location === undefined ? undefined : addressOf(location, address, site)
    if (status >= 300 && status < 400 && target) {
      moved.set(keyOf(address), target)
      return follow(target)
    }
    if (status !== 200 && isShared(address.path)) throw new Error(`${address.path} was not built`)
    if (status !== 200) return
    const file = ownName(fileOf(address, type, site), keyOf(address))
    found.set(keyOf(address), { address, file, type })
    write(folder, file, body)
    for (const link of linksIn(type, body)) {
      const to = addressOf(link, address, site)
      if (to && isFollowed(to, address)) follow(to)
    }
  }

  /** Two addresses never share a file, also where capitals are not told apart. */
  function ownName(file: string, key: string): string {
    const owner = names.get(file.toLowerCase())
    if (owner !== undefined && owner !== key) throw new Error(`${owner} and ${key} would both become ${file}`)
    names.set(file.toLowerCase(), key)
    return file
  }

  async function gather() {
    let told = 0
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      await take(address)
      const done = found.size - waiting.length
      if (done < told + 500) continue
      told = done
      say(`${done} Adressen gelesen, ${waiting.length} bekannte warten …`)
    }
  }

  const fileAt = (address: Address): string | undefined => {
    const target = moved.get(keyOf(address))
    return target ? fileAt(target) : found.get(keyOf(address))?.file
  }
  return { follow, gather, fileAt, kept: () => [...found.values()].filter((one) => one !== undefined) }
}

function linksIn(type: string, body: Uint8Array): string[] {
  if (type === 'text/html') return linksOf(Buffer.from(body).toString())
  if (type !== 'text/css') return []
  return [
    ...Buffer.from(body)
      .toString()
      .matchAll(/url\("?(?!"?data:)([^")]+)/g),
  ].map(([, link = '']) => link)
}

interface Rewriting {
  copy: Copy
  site: Site
  isLiving: boolean
  date: string
  folder: string
}

/** The file anew, with the links of the copy. Styles and fonts lie beside each other as they did. */
function rewrite({ address, file, type }: Kept, { copy, site, isLiving, date, folder }: Rewriting) {
  if (isShared(address.path) || !/^(?:text\/html|application\/(?:json|atom\+xml))$/.test(type)) return
  const link = (written: string): string | undefined => {
    const to = addressOf(written, address, site)
    const [, fragment = ''] = written.split('#')
    const target = to && copy.fileAt(to)
    if (target) return linkBetween(file, target) + (fragment && `#${fragment}`)
    const url = new URL(written, site.origin + address.path)
    return url.origin !== site.origin || isLiving ? url.href : undefined
  }
  const before = readFileSync(join(folder, file), 'utf8')
  const search = new URLSearchParams([
    ...address.query,
    ...(address.language === 'de' ? [] : [['sprache', address.language]]),
  ]).toString()
  const living = isLiving ? site.origin + address.path + (search && `?${search}`) : undefined
  const home = copy.fileAt({ language: address.language, path: site.base, query: new URLSearchParams() }) ?? ''
  const after =
    type === 'text/html'
      ? pageOfCopy(before, { language: address.language, date, living, link, origin: site.origin })
      : isLiving
        ? before
        : before.replaceAll(new RegExp(`${site.origin}/[^"<\\s]*`, 'g'), (written) =>
            encode(link(written) ?? linkBetween(file, home)),
          )
  write(folder, file, after)
}

function write(folder: string, file: string, content: string | Uint8Array) {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true })
  writeFileSync(path, content)
}
