import { absoluteAddressOf } from '#platform/http/addresses.ts'
import type { Ctx } from '#platform/http/app.ts'
import { speechFor } from '#platform/http/request.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { formatDate, type LocalDate } from '#values/local-date.ts'
import { answerBy } from '../model/barrier-report.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

interface Report {
  to: string
  id: number
  text: string
  page: string | null
  on: LocalDate
  /** How many days the law gives for an answer. */
  days: number
}

/** To the office, in German. Without the address of whoever wrote: that stays in one place. */
export function reportLetter(c: Ctx, { to, id, text, page, on, days }: Report): Mail {
  const t = texts(speechFor('de', c.var.municipality))
  const lines = [
    t('barrier.mail.text', { date: formatDate(answerBy(on, days), 'de') }),
    text,
    ...(page ? [t('barrier.mail.page', { page })] : []),
    t('barrier.mail.open', { address: absoluteAddressOf(c, paths.barrierReport(id)) }),
  ]
  return { to, subject: t('barrier.mail.subject', { id }), text: lines.join('\n\n'), language: 'de' }
}

/** To whoever reported, in the language the answer is written in: the one of the page it was sent from. */
export function answerLetter(c: Ctx, { to, text, answer }: { to: string; text: string; answer: string }): Mail {
  const { speech, municipality, services } = c.var
  const t = texts(speech)
  const lines = [
    t('barrier.answerMail.intro'),
    answer,
    t('barrier.answerMail.further', { address: absoluteAddressOf(c, paths.accessibility) }),
    t('barrier.answerMail.yours'),
    text,
    municipality.name || services.config.publicUrl,
  ]
  return { to, subject: t('barrier.answerMail.subject'), text: lines.join('\n\n'), language: speech.language }
}
