import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { InterfaceLanguage } from '#values/language.ts'
import type { UiWords } from './words.ts'

/** A link of the main menu, the footer or the staff bar. `path` is inside the municipality, e.g. /massnahmen. */
export interface NavLink {
  label: string
  path: string
  current?: boolean
  /** A number beside the label, e.g. how many drafts wait. */
  count?: number
}

/** The texts of a thing in plain or easy German, in the order of reading. */
export interface PlainVersion {
  language: 'de-x-einfach' | 'de-x-leicht'
  texts: { text: string; isTitle: boolean; isMachineMade: boolean }[]
}

/**
 * What every page needs and no component should be passed by hand: language, addresses, words, and the frame around it.
 * The platform fills it for each request; components read it with `usePage()`.
 */
export interface PageContext {
  language: InterfaceLanguage
  direction: 'ltr' | 'rtl'
  /** Address of a path inside the municipality (or of the instance, when there is none); keeps `?sprache=` where it was chosen. */
  href: (path: string) => string
  /** Address of a built file: `asset('styles.css')` → /assets/styles.1a2b3c4d.css */
  asset: (name: string) => string
  /** The words that the components themselves show. */
  words: UiWords
  /**
   * Where this reader hands things over before they become public: who approves (null: an account without a name), and
   * where somebody is invited who can.
   */
  approval?: { names: readonly (string | null)[]; invitePath: string }
  /** What this page's thing says in plain and in easy German. */
  plain?: PlainVersion[]
  frame: {
    /** "Offizielle Seite des Landkreises Musterkreis"; absent on instance pages. */
    official?: string
    /** Name of the plan and of the municipality, beside the logo. */
    brand: { name: string; owner: string; logo?: string; logoAlt?: string }
    /** Address of the stylesheet with the municipality's own colour, where it has one. */
    colours?: string
    menu: NavLink[]
    /** Leichte Sprache, Gebärdensprache … */
    service: NavLink[]
    footer: { title: string; links: (NavLink | { label: string; external: string })[] }[]
    /** Present for signed-in people: the dark bar with their name and the staff links. */
    staff?: { name: string; links: NavLink[]; signOutPath: string }
    /** A banner on every page, e.g. of an example municipality, a closed one or a preview; some lead somewhere. */
    banners: (string | { text: string; link: NavLink })[]
    /** This page in the other languages. */
    alternates: { language: InterfaceLanguage; name: string; href: string }[]
    /** One-time message after a successful act. */
    notice?: string
    /** Address printed in the foot on paper. */
    address: string
    /** Today, already formatted, printed in the foot on paper. */
    printedOn: string
    /** What is new, for feed readers; absent on instance pages. */
    feed?: { title: string; href: string }
    /** Not for search engines: examples, previews, closed municipalities. */
    noindex: boolean
  }
}

const Context = createContext<PageContext | undefined>(undefined)
export const PageContextProvider = Context.Provider

/** The context of the page being rendered. Throws outside of one: a component is never rendered without its page. */
export function usePage(): PageContext {
  const page = useContext(Context)
  if (!page) throw new Error('A component was rendered outside of a page context')
  return page
}
