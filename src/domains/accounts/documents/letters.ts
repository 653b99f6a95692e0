import type { AuthMail } from '#platform/auth/letters.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { isInterfaceLanguage } from '#values/language.ts'
import { texts } from '../texts/index.ts'

/** A mail with a link for signing in, in the language of whoever asked for it. */
export function signInLetter({ kind, to, name, language, url, minutes }: AuthMail): Mail {
  const t = texts(speechOf(isInterfaceLanguage(language) ? language : 'de'))
  const text = [
    name ? t('letter.greeting', { name }) : t('letter.greetingAnyone'),
    t.dynamic(`letter.${kind}`),
    url,
    t('letter.valid', { minutes }),
    t('letter.notYou'),
  ].join('\n\n')
  return { to, subject: t.dynamic(`letter.${kind}.subject`), text, language }
}
