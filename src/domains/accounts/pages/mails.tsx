import { useTexts } from '#platform/texts/texts.ts'
import { EmptyResult } from '#ui/list.tsx'
import { Link } from '#ui/link.tsx'
import { Facts, Note, PageTitle } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { formatInstant } from '#values/local-date.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

export interface Mail {
  id: string
  to: string
  subject: string
  language: string
  date: Date
  text: string
  links: readonly string[]
}

interface MailsProps {
  mails: Mail[]
  folder: string
  /** Whoever runs the instance; others read only mails to the examples. */
  seesAll: boolean
}

export function MailsPage({ mails, folder, seesAll }: MailsProps) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <Page title={t('mails')} heading={<PageTitle title={t('mails')} lead={t('mails.lead')} first />}>
      <Note>{seesAll ? t('mails.all') : t('mails.onlyExamples')}</Note>
      {mails.length > 0 ? (
        <div class="tw-stacked">
          <Table
            caption={t('mails')}
            captionHidden
            rows={mails}
            columns={[
              {
                key: 'subject',
                label: t('mails.subject'),
                rowHeader: true,
                cell: ({ id, subject }) => (
                  <Link path={paths.mail(id)}>
                    <bdi>{subject}</bdi>
                  </Link>
                ),
              },
              { key: 'to', phoneLabel: true, label: t('mails.to'), cell: ({ to }) => <bdi>{to}</bdi> },
              {
                key: 'date',
                phoneLabel: true,
                label: t('mails.date'),
                cell: ({ date }) => formatInstant(date, language),
              },
            ]}
          />
        </div>
      ) : (
        <EmptyResult>{t('mails.empty')}</EmptyResult>
      )}
      <p class="tw-small tw-muted">
        {t('mails.folder')} <code dir="ltr">{folder}</code>
      </p>
    </Page>
  )
}

export function MailPage({ mail }: { mail: Mail }) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <Page
      title={mail.subject}
      crumbs={[{ label: t('mails'), path: paths.mails }, { label: mail.subject }]}
      heading={<PageTitle title={<bdi>{mail.subject}</bdi>} />}
    >
      <Facts
        facts={[
          { term: t('mails.to'), value: <bdi>{mail.to}</bdi> },
          { term: t('mails.date'), value: formatInstant(mail.date, language) },
        ]}
      />
      <div class="tw-mail" lang={mail.language} dir="auto">
        <MailText {...mail} />
      </div>
    </Page>
  )
}

/** The text with its links to click, and its line breaks. */
function MailText({ text, links }: Pick<Mail, 'text' | 'links'>) {
  const places = [...new Set(links)].toSorted((a, b) => b.length - a.length)
  const isLink = new Set(places)
  const parts = places.length === 0 ? [text] : text.split(new RegExp(`(${places.map(escaped).join('|')})`))
  return <>{parts.map((part) => (isLink.has(part) ? <a href={part}>{part}</a> : part))}</>
}
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
