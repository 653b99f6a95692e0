import type { AuthMail } from '#platform/auth/letters.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { isInterfaceLanguage } from '#values/language.ts'
import { texts } from '../texts/index.ts'

const sayIn = (language: string) => texts(speechOf(isInterfaceLanguage(language) ? language : 'de'))

/** A mail with a link for signing in, in the language of whoever asked for it. */
export function signInLetter({ kind, to, name, language, url, minutes }: AuthMail): Mail {
  const t = sayIn(language)
  const text = [
    name ? t('letter.greeting', { name }) : t('letter.greetingAnyone'),
    t.dynamic(`letter.${kind}`),
    url,
    minutes < 120 ? t('letter.valid', { minutes }) : t('letter.validHours', { hours: minutes / 60 }),
    t('letter.notYou'),
  ].join('\n\n')
  return { to, subject: t.dynamic(`letter.${kind}.subject`), text, language }
}

/** To the address that an account no longer has: whoever did not want that can say so. */
export function addressChangedLetter(to: string, language: string): Mail {
  const t = sayIn(language)
  const text = [t('letter.greetingAnyone'), t('letter.addressChanged'), t('letter.addressChanged.notYou')].join('\n\n')
  return { to, subject: t('letter.addressChanged.subject'), text, language }
}
