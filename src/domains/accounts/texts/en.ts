import type { Translation } from '#platform/texts/texts.ts'
import type { de } from './de.ts'

export const en: Translation<typeof de> = {
  'letter.greeting': 'Hello {name},',
  'letter.greetingAnyone': 'Hello,',
  'letter.link.subject': 'Your link to sign in',
  'letter.link': 'this link signs you in. It opens a page with one button; only the button signs you in.',
  'letter.passwordLink.subject': 'Choose a new password',
  'letter.passwordLink': 'with this link you choose a new password. Your old one stays valid until you have done so.',
  'letter.emailLink.subject': 'Please confirm your e-mail address',
  'letter.emailLink': 'with this link you confirm that this address is yours.',
  'letter.valid': '{minutes, plural, one {The link is valid for # minute.} other {The link is valid for # minutes.}}',
  'letter.notYou': 'You did not ask for this? Then there is nothing you need to do.',
}
