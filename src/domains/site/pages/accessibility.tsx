import { useTexts } from '#platform/texts/texts.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { Internal, PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { formatDate, type LocalDate } from '#values/local-date.ts'
import { contactEmailOf, isReviewDue, missingOn, type Exception, type LegalFacts } from '../model/legal-facts.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { MailLink, MissingFacts, OwnWords, Part, PhoneLink, Unchecked } from './parts.tsx'

interface AccessibilityProps {
  facts: LegalFacts
  today: LocalDate
  /** Address of the home page, with host. */
  site: string
  mayEdit: boolean
  /** The form for reports can be reached: not while the municipality is closed. */
  canReport?: boolean
  /** Reports that wait, for those who answer them. */
  openReports?: number
}

/** The statement by the model of the Implementing Decision (EU) 2018/1523, with its parts in its order. */
export function AccessibilityPage({ facts, today, site, mayEdit, canReport = true, openReports }: AccessibilityProps) {
  const t = useTexts(texts)
  const title = t('a11y.title')
  const { exceptions, enforcement, conformance } = facts.accessibility
  const lead = t('a11y.lead', { office: facts.address.office ?? facts.name })
  return (
    <Page title={title} crumbs={[{ label: title }]} heading={<PageTitle title={title} lead={lead} />}>
      <div class="tw-legal">
        <MissingFacts missing={missingOn('accessibility', facts)} mayEdit={mayEdit} />
        {openReports !== undefined && <Reports count={openReports} />}
        <p class="tw-prose">{t('a11y.scope', { address: site })}</p>
        <Part id="stand" title={t('a11y.state')}>
          <p>{t(`a11y.state.${conformance ?? 'unknown'}`)}</p>
        </Part>
        {exceptions.length > 0 && (
          <Part id="ausnahmen" title={t('a11y.exceptions')}>
            <Exceptions exceptions={exceptions} />
          </Part>
        )}
        <Prepared facts={facts} today={today} mayEdit={mayEdit} />
        <Feedback facts={facts} mayEdit={mayEdit} canReport={canReport} />
        {enforcement && (
          <Part id="durchsetzung" title={t('a11y.enforcement')}>
            <p>{t('a11y.enforcement.text', { days: facts.answerDays })}</p>
            <OwnWords text={enforcement} />
            <Unchecked fact="enforcement" facts={facts} mayEdit={mayEdit} />
          </Part>
        )}
      </div>
    </Page>
  )
}

function Reports({ count }: { count: number }) {
  const t = useTexts(texts)
  return (
    <Internal>
      <p>{t('a11y.reports.count', { count })}</p>
      <p>
        <Link path={paths.barrierReports}>{t('a11y.reports.all')}</Link>
      </p>
    </Internal>
  )
}

function Exceptions({ exceptions }: { exceptions: readonly Exception[] }) {
  const t = useTexts(texts)
  return (
    <ul>
      {exceptions.map(({ text, reason, alternative }) => (
        <li>
          <ForeignText text={text} language="de" />
          {reason && (
            <>
              <br />
              {t('a11y.exception.why')}: <ForeignText text={reason} language="de" />
            </>
          )}
          {alternative && (
            <>
              <br />
              {t('a11y.exception.instead')}: <ForeignText text={alternative} language="de" />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Prepared({ facts, today, mayEdit }: Pick<AccessibilityProps, 'facts' | 'today' | 'mayEdit'>) {
  const t = useTexts(texts)
  const { language } = usePage()
  const { assessedOn, method } = facts.accessibility
  if (!assessedOn && !method) return null
  return (
    <Part id="entstehung" title={t('a11y.prepared')}>
      {assessedOn && <p>{t('a11y.prepared.on', { date: formatDate(assessedOn, language) })}</p>}
      {method && <p>{t('a11y.prepared.how', { method })}</p>}
      {mayEdit && isReviewDue(facts.accessibility, today) && (
        <Internal>
          <p>{t('a11y.reviewDue')}</p>
        </Internal>
      )}
    </Part>
  )
}

function Feedback({
  facts,
  mayEdit,
  canReport,
}: Pick<AccessibilityProps, 'facts' | 'mayEdit'> & { canReport: boolean }) {
  const t = useTexts(texts)
  const email = contactEmailOf(facts)
  const { phone } = facts.address
  return (
    <Part id="rueckmeldung" title={t('a11y.feedback')}>
      <p>{t('a11y.feedback.text', { days: facts.answerDays })}</p>
      <Unchecked fact="answerDays" facts={facts} mayEdit={mayEdit} />
      {canReport && (
        <p>
          <LinkButton path={paths.reportBarrier} primary>
            {t('a11y.feedback.button')}
          </LinkButton>
        </p>
      )}
      {email && (
        <p>
          {t('a11y.feedback.email')} <MailLink email={email} />
        </p>
      )}
      {phone && (
        <p>
          {t('a11y.feedback.phone')} <PhoneLink phone={phone} />
        </p>
      )}
    </Part>
  )
}
