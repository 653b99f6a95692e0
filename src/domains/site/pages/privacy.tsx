import { useTexts } from '#platform/texts/texts.ts'
import { Badge } from '#ui/marks.tsx'
import { Internal, PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { missingOn, type LegalFacts } from '../model/legal-facts.ts'
import { cookieKeys, type Processing } from '../model/processing.ts'
import { texts } from '../texts/index.ts'
import { MailLink, MissingFacts, OwnWords, Part, PhoneLink, Postal, Unchecked, WidePart } from './parts.tsx'

interface PrivacyProps {
  facts: LegalFacts
  processings: Processing[]
  mayEdit: boolean
}

export function PrivacyPage({ facts, processings, mayEdit }: PrivacyProps) {
  const t = useTexts(texts)
  const title = t('privacy.title')
  return (
    <Page title={title} crumbs={[{ label: title }]} heading={<PageTitle title={title} lead={t('privacy.lead')} />}>
      <div class="tw-legal">
        <MissingFacts missing={missingOn('privacy', facts)} mayEdit={mayEdit} />
        <Responsible facts={facts} />
        <Part id="nach-aussen" title={t('privacy.leaves')}>
          <p>{t('privacy.leaves.text')}</p>
        </Part>
        <ProcessingRecord processings={processings} mayEdit={mayEdit} />
        <Cookies />
        <Part id="rechte" title={t('privacy.rights')}>
          <p>{t('privacy.rights.text')}</p>
          {facts.privacy.authority && (
            <>
              <p>{t('privacy.complaint')}</p>
              <OwnWords text={facts.privacy.authority} />
              <Unchecked fact="authority" facts={facts} mayEdit={mayEdit} />
            </>
          )}
        </Part>
      </div>
    </Page>
  )
}

function Responsible({ facts }: { facts: LegalFacts }) {
  const t = useTexts(texts)
  const { address, privacy } = facts
  const { officer, officerEmail } = privacy
  return (
    <>
      <Part id="verantwortlich" title={t('privacy.controller')}>
        <Postal {...facts} />
        {address.phone && (
          <p>
            {t('imprint.phone')}: <PhoneLink phone={address.phone} />
          </p>
        )}
        {address.email && (
          <p>
            {t('imprint.email')}: <MailLink email={address.email} />
          </p>
        )}
      </Part>
      {(officer || officerEmail) && (
        <Part id="beauftragt" title={t('privacy.officer')}>
          {officer && <OwnWords text={officer} />}
          {officerEmail && (
            <p>
              {t('imprint.email')}: <MailLink email={officerEmail} />
            </p>
          )}
        </Part>
      )}
    </>
  )
}

function ProcessingRecord({ processings, mayEdit }: Omit<PrivacyProps, 'facts'>) {
  const t = useTexts(texts)
  const cell = (key: string, part: string, values = {}) => t.dynamic(`processing.${key}.${part}`, values)
  const columns: Column<Processing>[] = [
    {
      key: 'what',
      label: t('privacy.col.what'),
      rowHeader: true,
      phone: 'full',
      cell: ({ key, isUnchecked }) => (
        <>
          <strong>{cell(key, 'what')}</strong>
          {mayEdit && isUnchecked && (
            <>
              {' '}
              <Badge tone="warn">{t('privacy.unchecked')}</Badge>
            </>
          )}
        </>
      ),
    },
    { key: 'who', label: t('privacy.col.who'), phone: 'full', phoneLabel: true, cell: ({ key }) => cell(key, 'who') },
    { key: 'why', label: t('privacy.col.why'), phone: 'full', phoneLabel: true, cell: ({ key }) => cell(key, 'why') },
    {
      key: 'basis',
      label: t('privacy.col.basis'),
      phone: 'full',
      phoneLabel: true,
      cell: ({ key }) => cell(key, 'basis'),
    },
    {
      key: 'long',
      label: t('privacy.col.long'),
      phone: 'full',
      phoneLabel: true,
      cell: ({ key, values }) => cell(key, 'long', values),
    },
  ]
  return (
    <WidePart id="verzeichnis" title={t('privacy.record')}>
      <p class="tw-prose">{t('privacy.record.statistics')}</p>
      {mayEdit && processings.some(({ isUnchecked }) => isUnchecked) && (
        <Internal>
          <p>{t('privacy.unchecked.note')}</p>
        </Internal>
      )}
      <div class="tw-record">
        <Table caption={t('privacy.record.caption')} captionHidden columns={columns} rows={processings} />
      </div>
    </WidePart>
  )
}

function Cookies() {
  const t = useTexts(texts)
  const part = (name: string) => (key: string) => t.dynamic(`cookie.${key}.${name}`)
  return (
    <WidePart id="cookies" title={t('privacy.cookies')}>
      <p class="tw-prose">{t('privacy.cookies.text')}</p>
      <div class="tw-record">
        <Table
          caption={t('privacy.cookies.caption')}
          captionHidden
          columns={[
            {
              key: 'name',
              label: t('privacy.col.cookie'),
              rowHeader: true,
              cell: (key) => <strong>{part('name')(key)}</strong>,
            },
            { key: 'why', label: t('privacy.col.why'), cell: part('why') },
            { key: 'long', label: t('privacy.col.long'), phoneLabel: true, cell: part('long') },
          ]}
          rows={cookieKeys}
        />
      </div>
    </WidePart>
  )
}
