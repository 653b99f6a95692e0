import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { Badge } from '#ui/marks.tsx'
import { Columns, Facts, Note, PageTitle, Section, SidePart } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { usePage } from '#ui/page-context.ts'
import { Table } from '#ui/table.tsx'
import { TextArea } from '#ui/text-fields.tsx'
import { formatDate, type LocalDate } from '#values/local-date.ts'
import { answerBy, reportState, type BarrierReport, type ReportState } from '../model/barrier-report.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { MailLink } from './parts.tsx'

const tones = { open: 'plain', overdue: 'stop', inTime: 'ok', late: 'warn' } as const

function StateBadge({ state }: { state: ReportState }) {
  const t = useTexts(texts)
  return (
    <span class="tw-nowrap">
      <Badge tone={tones[state]}>{t(`report.state.${state}`)}</Badge>
    </span>
  )
}

export function BarrierReportsPage({
  reports,
  today,
  days,
}: {
  reports: BarrierReport[]
  today: LocalDate
  days: number
}) {
  const t = useTexts(texts)
  const { language } = usePage()
  const title = t('reports.title')
  return (
    <Page
      title={title}
      crumbs={[{ label: t('a11y.title'), path: paths.accessibility }, { label: title }]}
      heading={<PageTitle title={title} lead={t('reports.lead', { days })} />}
    >
      {reports.length === 0 ? (
        <EmptyResult>{t('reports.empty')}</EmptyResult>
      ) : (
        <Table
          caption={t('reports.caption')}
          cards
          rows={reports}
          columns={[
            { key: 'id', label: t('reports.col.id'), cell: ({ id }) => id },
            {
              key: 'text',
              label: t('reports.col.text'),
              rowHeader: true,
              cell: ({ id, text }) => (
                <Link path={paths.barrierReport(id)}>
                  <bdi>{shortened(text)}</bdi>
                </Link>
              ),
            },
            {
              key: 'received',
              label: t('reports.col.received'),
              phone: 'half',
              phoneLabel: true,
              cell: ({ receivedOn }) => formatDate(receivedOn, language),
            },
            {
              key: 'due',
              label: t('reports.col.due'),
              phone: 'half',
              phoneLabel: true,
              cell: ({ receivedOn }) => formatDate(answerBy(receivedOn, days), language),
            },
            {
              key: 'state',
              label: t('reports.col.state'),
              phone: 'full',
              cell: (report) => <StateBadge state={reportState(report, today, days)} />,
            },
          ]}
        />
      )}
    </Page>
  )
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 117).trimEnd()} …` : text)

interface ReportProps extends FormState {
  report: BarrierReport
  today: LocalDate
  /** How many days the law gives for an answer. */
  days: number
  /** An answer that came too late, because somebody else had answered. */
  lost?: string
}

export function BarrierReportPage({ report, today, days, values, errors, lost }: ReportProps) {
  const t = useTexts(texts)
  const { id, text, answer } = report
  const title = t('report.title', { id })
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || lost !== undefined}
      crumbs={[{ label: t('reports.title'), path: paths.barrierReports }, { label: title }]}
      heading={<PageTitle title={title} actions={<StateBadge state={reportState(report, today, days)} />} />}
    >
      <Columns side={<ReportFacts report={report} days={days} />}>
        {lost !== undefined && (
          <Note tone="warn">
            <p>{t('report.race')}</p>
          </Note>
        )}
        <Section id="meldung" title={t('report.words')} flush>
          <Words text={text} />
        </Section>
        {answer !== null && (
          <Section id="antwort" title={t('report.answer')} flush>
            <Words text={answer} />
          </Section>
        )}
        {lost !== undefined && (
          <Section id="ihre-antwort" title={t('report.race.yours')} flush>
            <Words text={lost} />
          </Section>
        )}
        {answer === null && <AnswerForm report={report} values={values} errors={errors} />}
      </Columns>
    </Page>
  )
}

const Words = ({ text }: { text: string }) => (
  <p class="tw-lines tw-prose" dir="auto">
    {text}
  </p>
)

function AnswerForm({ report: { id, email }, ...form }: FormState & { report: BarrierReport }) {
  const t = useTexts(texts)
  return (
    <Section id="antworten" title={t('report.answer.title')} flush>
      <ErrorSummary errors={form.errors} />
      <Form action={{ path: paths.barrierReport(id) }}>
        <TextArea
          name="answer"
          label={t('report.answer')}
          hint={t('report.answer.hint')}
          rows={8}
          dir="auto"
          {...form}
        />
        <FormActions cancel={{ path: paths.barrierReports }}>
          <Button primary>{email ? t('report.answer.send') : t('report.answer.keep')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function ReportFacts({ report, days }: Pick<ReportProps, 'report' | 'days'>) {
  const t = useTexts(texts)
  const { language } = usePage()
  const { receivedOn, answeredOn, page, email } = report
  return (
    <SidePart title={usePage().words.atAGlance}>
      <Facts
        facts={[
          { term: t('reports.col.received'), value: formatDate(receivedOn, language) },
          { term: t('reports.col.due'), value: formatDate(answerBy(receivedOn, days), language) },
          { term: t('report.answeredOn'), value: answeredOn && formatDate(answeredOn, language) },
          { term: t('report.page'), value: page && <bdi>{page}</bdi> },
          { term: t('report.email'), value: email ? <MailLink email={email} /> : t('report.noEmail') },
        ]}
      />
    </SidePart>
  )
}
