import * as v from 'valibot'
import { optionalText } from './fields.ts'

/** An e-mail address, or null. */
export const optionalEmail = v.pipe(
  optionalText(200),
  v.check((text) => text === null || /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]{2,}$/.test(text), 'notAnEmail'),
)

/** A telephone number as people write it, or null. */
export const optionalPhone = v.pipe(
  optionalText(60),
  v.check(
    (text) => text === null || (/^[+\d\s()/.–-]+$/.test(text) && /\d{3}/.test(text.replaceAll(/\D/g, ''))),
    'notAPhone',
  ),
)

/** The address of a website. People leave out the beginning; what is not http or https is refused. */
export const optionalWebsite = v.pipe(
  optionalText(500),
  v.transform((text) => (text === null || /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)),
  v.check((text) => text === null || isWebsite(text), 'notAWebsite'),
)

/** An address that a browser may be sent to: http or https, with a host that has a dot. */
export function isWebsite(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  return /^https?:$/.test(protocol) && hostname.includes('.') && username === ''
}
