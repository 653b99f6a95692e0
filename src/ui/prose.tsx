import { lexer, type Token, type Tokens } from 'marked'
import type { ComponentChildren } from 'preact'
import { directionOf, type TextLanguage } from '#values/language.ts'
import type { LocalText } from '#values/local-text.ts'
import { Glyph } from './glyph.tsx'
import { usePage } from './page-context.ts'

/**
 * Text in restricted Markdown: paragraphs, lists, bold, italics, links. Everything else is shown as it was typed; raw HTML
 * never becomes markup, because tokens become elements and no HTML text is ever made.
 */
export const Prose = ({ text, language, ...version }: { text: string; language?: TextLanguage } & Version) => (
  <>
    <ForeignBlock {...(language && { language })}>{lexer(text, { gfm: true, breaks: true }).map(block)}</ForeignBlock>
    <VersionNote {...version} />
  </>
)

/** What readers should know about a translated text. */
type Version = Partial<Pick<LocalText, 'isStale' | 'isMachineMade'>>

/** Said once below a longer text, in the reader's language: the German is newer, or nobody has checked this version. */
function VersionNote(version: Version) {
  const notes = useNotes(version)
  return notes === '' ? null : (
    <p class="tw-version tw-version--long">
      <Glyph name="f-fresh" /> {notes}
    </p>
  )
}

/** The same beside a short text: a sign, and its words for those who hear the page; in headings all see the words. */
function VersionMark(version: Version) {
  const notes = useNotes(version)
  return notes === '' ? null : (
    <span class="tw-version" title={notes}>
      {' '}
      <Glyph name="f-fresh" /> <span class="tw-sr">{notes}</span>
    </span>
  )
}

function useNotes({ isStale = false, isMachineMade = false }: Version): string {
  const { words } = usePage()
  return [isStale && words.germanIsNewer, isMachineMade && words.machineMade].filter(Boolean).join(' ')
}

function ForeignBlock({ language, children }: { language?: TextLanguage; children: ComponentChildren }) {
  return (
    <div class="tw-prose" {...useLanguage(language)}>
      {children}
    </div>
  )
}

function useLanguage(language: TextLanguage | undefined) {
  const page = usePage()
  return language && language !== page.language ? { lang: language, dir: directionOf(language) } : {}
}

/** A short text that may be in another language than the page: readers then change their voice, and the direction is right. */
export function ForeignText({ text, language, ...version }: { text: string; language: TextLanguage } & Version) {
  const foreign = useLanguage(language)
  return (
    <>
      {'lang' in foreign ? <span {...foreign}>{text}</span> : text}
      <VersionMark {...version} />
    </>
  )
}

function block(token: Token): ComponentChildren {
  if (token.type === 'space') return null
  if (token.type === 'paragraph') return <p>{inlines(token.tokens)}</p>
  if (token.type === 'list') return list(token as Tokens.List)
  return <p>{token.raw.trim()}</p>
}

function list(token: Tokens.List): ComponentChildren {
  // "15. März" at the start of a line is a date, not the fifteenth point of a list
  if (token.ordered && token.items.length === 1) return <p>{token.raw.trim()}</p>
  const items = token.items.map((item) => <li>{item.tokens.map(inItem)}</li>)
  return token.ordered ? <ol {...(token.start !== 1 && { start: Number(token.start) })}>{items}</ol> : <ul>{items}</ul>
}

const inItem = (token: Token): ComponentChildren =>
  token.type === 'text' ? inlines((token as Tokens.Text).tokens ?? [token]) : block(token)

const inlines = (tokens: Token[] = []): ComponentChildren => tokens.map(inline)

function inline(token: Token): ComponentChildren {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines(token.tokens)}</strong>
    case 'em':
      return <em>{inlines(token.tokens)}</em>
    case 'br':
      return <br />
    case 'escape':
      return token['text'] as string
    case 'link':
      return link(token as Tokens.Link)
    default:
      return token.raw
  }
}

function link(token: Tokens.Link): ComponentChildren {
  const address = safeAddress(token.href)
  return address === undefined ? token.raw : <a href={address}>{inlines(token.tokens)}</a>
}

/** The address if it is one we link to: http, https, mailto, or relative to this page; else undefined. */
export function safeAddress(address: string): string | undefined {
  // browsers ignore control characters inside a scheme, so they must not hide one from us
  const plain = address.replace(/[\p{Cc}\s]/gu, '')
  if (/^(https?:\/\/|mailto:)/i.test(plain)) return plain
  const relative = !/^[^/?#]*:/.test(plain) && !/^[/\\]{2}/.test(plain)
  return relative && plain !== '' ? plain : undefined
}
