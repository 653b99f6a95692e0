import { lifetimes } from './engine.ts'

/** What a mailed link is for; each kind has its own page with one button. */
export type LetterKind = 'link' | 'passwordLink' | 'emailLink'

/** A mail that sign-in wants to be sent. The words are the caller's. */
export interface AuthMail {
  kind: LetterKind
  to: string
  name: string
  language: string
  /** Absolute address of the page with the button; nothing happens by opening it. */
  url: string
  /** How long the link can be used. */
  minutes: number
}
interface Letter extends Pick<AuthMail, 'kind' | 'to' | 'name' | 'language'> {
  token: string
  next?: string | undefined
}
export type SendLetter = (letter: Letter) => Promise<void>

/** The pages that mailed links open. Each shows one button; only its POST uses the link up. */
export const linkPages: Readonly<Record<LetterKind, (token: string) => string>> = {
  link: (token) => `/anmelden/link/${token}`,
  passwordLink: (token) => `/anmelden/passwort/${token}`,
  emailLink: (token) => `/anmelden/adresse/${token}`,
}

/** Puts the link into the letter and hands it over. */
export const letterSender =
  (baseUrl: string, sendMail: (mail: AuthMail) => Promise<void>): SendLetter =>
  ({ token, next, ...letter }) => {
    const url = new URL(baseUrl + linkPages[letter.kind](token))
    if (next) url.searchParams.set('weiter', next)
    return sendMail({ ...letter, url: url.href, minutes: lifetimes[letter.kind] / 60 })
  }
