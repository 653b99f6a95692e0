import { speechOf } from '#platform/texts/texts.ts'
import type { InterfaceLanguage } from '#values/language.ts'
import { formatDate } from '#values/local-date.ts'
import { elementsIn, encode, readMarkup, valueOf, writeMarkup, type Element, type Piece } from './markup.ts'
import { texts } from './texts/index.ts'

export interface PageOfCopy {
  language: InterfaceLanguage
  /** Of the newest change that the copy holds. */
  date: string
  /** This page on the living site, where its address is known. */
  living: string | undefined
  /** With what absolute addresses in the page begin: a paragraph that names one says nothing where there is no living site. */
  origin: string
  /** A link of the page as it is in the copy; undefined where it leads nowhere. */
  link: (address: string) => string | undefined
}

const linking = ['href', 'src', 'poster'] as const

/** The links of a page, in its order: what it leads to and what it shows. */
export function linksOf(html: string): string[] {
  const found: string[] = []
  for (const element of elementsIn(readMarkup(html))) {
    if (element.name === 'script') continue
    for (const name of linking) {
      const link = valueOf(element, name)
      if (link !== undefined && isLink(link)) found.push(link)
    }
  }
  return found
}

const isLink = (link: string) => link !== '' && !/^(?:#|[a-z]+:(?!\/\/))/i.test(link)

/**
 * The page as it stands in the copy: links to the other files, no scripts, instead of forms the way to the living ones,
 * and above it of when the copy is.
 */
export function pageOfCopy(html: string, page: PageOfCopy): string {
  const top = readMarkup(html)
  top.children = top.children.flatMap((child) => changed(child, page))
  for (const element of elementsIn(top)) {
    if (element.name === 'head') addCanonical(element, page)
    if (element.name === 'header') addBanner(element, page)
  }
  return writeMarkup(top)
}

function changed(piece: Piece, page: PageOfCopy): Piece[] {
  if (typeof piece === 'string') return [piece]
  if (piece.name === 'script') return []
  if (piece.name === 'form') return livingForm(piece, page)
  if (piece.name === 'p' && !page.living && writeMarkup(piece).includes(page.origin)) return []
  // On paper the place stays; the day of printing would be that of the copy.
  if (hasClass(piece, 'tw-printfoot')) {
    if (!page.living) return []
    piece.children.splice(1)
  }
  // Browsers load fonts of a page from the disk by the stylesheet only.
  if (valueOf(piece, 'rel') === 'preload') return []
  const gone = relink(piece, page)
  if (gone && piece.name !== 'a') return []
  const before = piece.children.length
  piece.children = piece.children.flatMap((child) => changed(child, page))
  if (gone)
    return [
      {
        name: isDrawn(piece) ? 'g' : 'span',
        attributes: kept(piece, 'class', 'lang', 'dir', goneMark),
        children: piece.children,
      },
    ]
  return isLeftOver(piece, before) ? [] : [piece]
}

// A link in a drawing, which must stay a part of it.
const isDrawn = ({ children }: Element) => children.some((child) => typeof child === 'object' && drawn.has(child.name))
const drawn: ReadonlySet<string> = new Set('g path rect circle ellipse line polygon polyline text'.split(' '))

// Marks what was a link, until what surrounds it has been looked at.
const goneMark = 'data-gone'

/** Sets the links of one element; true where it leads nowhere. */
function relink(element: Element, { link }: PageOfCopy): boolean {
  for (const name of linking) {
    const address = valueOf(element, name)
    if (address === undefined || !isLink(address)) continue
    const found = link(address)
    if (found === undefined) {
      element.attributes.set(goneMark, true)
      return true
    }
    element.attributes.set(name, encode(found))
  }
  return false
}

/** An entry of a list that was nothing but a link, a list without entries, a part without anything but its heading. */
function isLeftOver(element: Element, before: number): boolean {
  const inside = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const wasLink = (child: Piece | undefined) => typeof child === 'object' && child.attributes.has(goneMark)
  if (element.name === 'li' && inside.length === 1 && wasLink(inside[0])) return true
  const links = inside.filter((child) => typeof child === 'object' && (child.name === 'a' || wasLink(child)))
  if (hasClass(element, 'tw-files') && links.length > 0 && links.every(wasLink)) return true
  for (const child of inside) if (typeof child === 'object') child.attributes.delete(goneMark)
  if (['ul', 'ol', 'nav'].includes(element.name) && before > 0 && inside.length === 0) return true
  return (
    element.name === 'section' &&
    before > 1 &&
    inside.length === 1 &&
    typeof inside[0] === 'object' &&
    inside[0].name === 'h2'
  )
}

/** Instead of a form the way to it. */
function livingForm(form: Element, { living, language }: PageOfCopy): Piece[] {
  if (!living) return []
  const t = texts(speechOf(language))
  const words = valueOf(form, 'method') === 'post' ? t('copy.form') : t('copy.search')
  return [elementOf('p', { class: 'tw-prose' }, elementOf('a', { href: living }, words))]
}

function addCanonical(head: Element, { living }: PageOfCopy) {
  const isHidden = head.children.some((child) => typeof child === 'object' && valueOf(child, 'name') === 'robots')
  if (living && !isHidden) head.children.push(elementOf('link', { rel: 'canonical', href: living }))
}

function addBanner(header: Element, { living, language, date }: PageOfCopy) {
  const t = texts(speechOf(language))
  const link = living ? [' ', elementOf('a', { href: living }, t('copy.living'))] : []
  const line = elementOf('p', { class: 'tw-wrap' }, t('copy.of', { date: formatDate(date, language) }), ...link)
  const banners = header.children.find((child) => typeof child === 'object' && hasClass(child, 'tw-banners'))
  if (typeof banners === 'object') banners.children.push(line)
  else header.children.push(elementOf('div', { class: 'tw-banners' }, line))
}

const hasClass = (element: Element, name: string) => (valueOf(element, 'class') ?? '').split(' ').includes(name)

const kept = ({ attributes }: Element, ...names: string[]) =>
  new Map([...attributes].filter(([name]) => names.includes(name)))

/** Texts are ours and hold no markup. */
const elementOf = (name: string, attributes: Record<string, string>, ...children: Piece[]): Element => ({
  name,
  attributes: new Map(Object.entries(attributes).map(([key, value]) => [key, encode(value)])),
  children,
})
