import type { TextLanguage } from '#values/language.ts'
import { xml } from '#values/xml.ts'

export interface AtomFeed {
  /** A tag: URI that never changes. */
  id: string
  title: string
  subtitle: string
  language: TextLanguage
  /** Who publishes. */
  author: string
  /** Address of the feed itself, and of the page it belongs to. */
  self: string
  page: string
  updated: Date
  entries: AtomEntry[]
}

export interface AtomEntry {
  id: string
  title: string
  language: TextLanguage
  /** What happened, in a sentence. */
  summary: string
  category: string
  address: string
  published?: Date
  updated: Date
}

/** The feed as Atom 1.0 (RFC 4287). */
export const atomOf = (feed: AtomFeed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
  <id>${xml(feed.id)}</id>
  <title>${xml(feed.title)}</title>
  <subtitle>${xml(feed.subtitle)}</subtitle>
  <updated>${feed.updated.toISOString()}</updated>
  <author><name>${xml(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${xml(feed.page)}"/>
  <generator>Teilhabewerk</generator>
${feed.entries.map(entryOf).join('')}</feed>
`

const entryOf = ({ id, title, language, summary, category, address, published, updated }: AtomEntry) => `  <entry>
    <id>${xml(id)}</id>
    <title xml:lang="${language}">${xml(title)}</title>
    <updated>${updated.toISOString()}</updated>
${published ? `    <published>${published.toISOString()}</published>\n` : ''}    <link rel="alternate" type="text/html" href="${xml(address)}"/>
    <category term="${xml(category)}"/>
    <summary>${xml(summary)}</summary>
  </entry>
`

/**
 * A tag: URI (RFC 4151): the host had this name on that day, so nobody else can have made the same one. It stays when
 * the address of the thing changes.
 */
export const tagOf = (host: string, since: Date, ...parts: (string | number)[]): string =>
  `tag:${host},${since.toISOString().slice(0, 10)}:${parts.join('/')}`
