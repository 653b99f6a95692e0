import { getConnInfo } from '@hono/node-server/conninfo'
import { clientAddress } from '#platform/auth/client-address.ts'
import { createRateLimiter, takeAll } from '#platform/auth/rate-limit.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readForm, readTyped, type Typed } from '#platform/http/form.ts'
import { LostRace } from '#platform/http/problems.ts'
import { MailError } from '#platform/mail/mail.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { idOf } from '#platform/things/acting.ts'
import { formatDate } from '#values/local-date.ts'
import { answerBarrierReport, receiveBarrierReport } from '../commands/barrier-reports.ts'
import { answerLetter, reportLetter } from '../documents/barrier-letters.ts'
import { answerBy, answerForm, barrierForm } from '../model/barrier-report.ts'
import { contactEmailOf } from '../model/legal-facts.ts'
import { periodsOf } from '../model/retention.ts'
import { BarrierFormPage } from '../pages/barrier-form.tsx'
import { BarrierReportPage, BarrierReportsPage } from '../pages/barrier-reports.tsx'
import { paths } from '../paths.ts'
import { getBarrierReport, listBarrierReports } from '../queries/barrier-reports.ts'
import { texts } from '../texts/index.ts'
import { factsOf } from './facts.ts'

/** Barriers: reported by anyone, answered by the office. */
export const barriers = domain()

const say = (c: Ctx) => texts(c.var.speech)
const day = (c: Ctx) => today(c.var.services.clock)

/** One connection may send five reports, then one every twelve minutes; all together a hundred an hour. */
const limiter = createRateLimiter()
const hour = 3600

barriers.get(paths.reportBarrier, (c) => formPage(c, { page: c.req.query('seite') ?? '' }))

barriers.post(paths.reportBarrier, async (c) => {
  const values = await readTyped(c)
  const form = checkForm(values, barrierForm, say(c))
  if (!form.ok) return formPage(c, values, namedErrors(form.errors))
  const wait = takeTurn(c)
  if (wait > 0) return formPage(c, values, { form: say(c)('barrier.tooMany', { minutes: Math.ceil(wait / 60) }) }, 429)
  const id = await receiveBarrierReport(c.var.db, c.var.municipality.id, form.value)
  const facts = factsOf(c)
  const to = contactEmailOf(facts)
  if (to) await send(c, reportLetter(c, { to, id, ...form.value, on: day(c), days: facts.answerDays }))
  const date = formatDate(answerBy(day(c), facts.answerDays), c.var.speech.language)
  const notice = form.value.email ? say(c)('barrier.notice.answer', { date }) : say(c)('barrier.notice')
  return redirectTo(c, paths.accessibility, notice)
})

/** The trap is no field that a person could go to: its message stands above the form. */
const namedErrors = ({ website, ...errors }: Record<string, string>): Record<string, string> =>
  website === undefined ? errors : { form: website, ...errors }

/** Seconds to wait; 0: go on. */
function takeTurn(c: Ctx): number {
  const { config } = c.var.services
  const { id } = c.var.municipality
  const address = clientAddress(c.req.raw.headers, socketAddress(c), config.trustProxy)
  const permit = takeAll(limiter, [
    { key: `barrier ${id} ${address}`, limit: 5, windowSeconds: hour },
    { key: `barrier ${id}`, limit: 100, windowSeconds: hour },
  ])
  return permit.ok ? 0 : permit.retryAfterSeconds
}

/** A test has no connection. */
function socketAddress(c: Ctx): string | undefined {
  const env: unknown = c.env
  return typeof env === 'object' && env !== null && 'incoming' in env ? getConnInfo(c).remote.address : undefined
}

function formPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, status?: 429) {
  const { municipality } = c.var
  const months = periodsOf(municipality.legalSettings)['barrier-report'].months ?? 0
  return c.render(
    <BarrierFormPage facts={factsOf(c)} months={months} values={values} errors={errors} />,
    status ?? (Object.keys(errors).length > 0 ? 422 : 200),
  )
}

barriers.get(paths.barrierReports, authorize('barrier-report:answer'), async (c) =>
  c.render(
    <BarrierReportsPage reports={await listBarrierReports(c.var.db)} today={day(c)} days={factsOf(c).answerDays} />,
  ),
)

const one = '/barriere-melden/eingang/:id{[0-9]+}'

barriers.get(one, authorize('barrier-report:answer'), (c) => reportPage(c))

barriers.post(one, authorize('barrier-report:answer'), async (c) => {
  const form = await readForm(c, answerForm, say(c))
  if (!form.ok) return reportPage(c, form.values, form.errors)
  const { answer } = form.value
  const acting = { municipalityId: c.var.municipality.id, accountId: c.var.person?.accountId ?? null }
  const { text, email } = await getBarrierReport(c.var.db, idOf(c))
  try {
    await answerBarrierReport(c.var.db, acting, idOf(c), { answer, on: day(c) })
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return reportPage(c, {}, {}, answer)
  }
  const t = say(c)
  if (!email) return redirectTo(c, paths.barrierReports, t('report.notice.kept'))
  const sent = await send(c, answerLetter(c, { to: email, text, answer }))
  return redirectTo(c, paths.barrierReports, sent ? t('report.notice.sent') : t('report.notice.mailFailed', { email }))
})

async function reportPage(c: Ctx, values: Typed = {}, errors: Record<string, string> = {}, lost?: string) {
  const report = await getBarrierReport(c.var.db, idOf(c))
  return c.render(
    <BarrierReportPage
      report={report}
      today={day(c)}
      days={factsOf(c).answerDays}
      values={values}
      errors={errors}
      {...(lost !== undefined && { lost })}
    />,
    lost === undefined ? (Object.keys(errors).length > 0 ? 422 : 200) : 409,
  )
}

/** A mail server that is down must not undo what is stored. Says whether the mail went out. */
async function send(c: Ctx, mail: Mail): Promise<boolean> {
  try {
    await c.var.services.mailer.send(mail)
    return true
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    c.var.services.log({ level: 'error', event: 'mail', id: c.var.requestId, text: error.message })
    return false
  }
}
