import type { Mail } from '#platform/mail/mail.ts'
import type { Speech } from '#platform/texts/texts.ts'
import { texts } from '../texts/index.ts'

interface Invited {
  to: string
  /** Name of the person; empty: nobody knows it yet. */
  name: string
  municipality: string
  url: string
  days: number
}

/** The first mail that a municipality gets: somebody may set it up. */
export function officerLetter(speech: Speech, { to, name, municipality, url, days }: Invited): Mail {
  const t = texts(speech)
  const text = [
    name ? t('letter.greeting', { name }) : t('letter.hello'),
    t('letter.officer', { municipality }),
    url,
    t('letter.valid', { days }),
    t('letter.stored', { municipality }),
    t('letter.notYou'),
  ].join('\n\n')
  return { to, subject: t('letter.subject', { municipality }), text, language: speech.language }
}
