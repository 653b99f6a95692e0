import { useTexts } from '#platform/texts/texts.ts'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { missingOn, type LegalFacts } from '../model/legal-facts.ts'
import { texts } from '../texts/index.ts'
import { MailLink, MissingFacts, OwnWords, Part, PhoneLink, Postal } from './parts.tsx'

export function ImprintPage({ facts, mayEdit }: { facts: LegalFacts; mayEdit: boolean }) {
  const t = useTexts(texts)
  const title = t('imprint.title')
  return (
    <Page title={title} crumbs={[{ label: title }]} heading={<PageTitle title={title} />}>
      <div class="tw-legal">
        <MissingFacts missing={missingOn('imprint', facts)} mayEdit={mayEdit} />
        <Provider facts={facts} />
        <Part id="amtlich" title={t('imprint.notOfficial')}>
          <p>{t('imprint.notOfficial.text')}</p>
        </Part>
        <Part id="programm" title={t('imprint.software')}>
          <p>{t('imprint.software.text')}</p>
        </Part>
      </div>
    </Page>
  )
}

function Provider({ facts }: { facts: LegalFacts }) {
  const t = useTexts(texts)
  const { address, imprint } = facts
  const { phone, email } = address
  const isEmpty = Object.keys(address).length === 0 && Object.keys(imprint).length === 0
  if (isEmpty) return <p class="tw-lead">{t('imprint.nothing')}</p>
  return (
    <>
      <Part id="anbieter" title={t('imprint.provider')}>
        <Postal {...facts} />
      </Part>
      {imprint.representative && (
        <Part id="vertretung" title={t('imprint.represented')}>
          <OwnWords text={imprint.representative} />
        </Part>
      )}
      {(phone || email) && (
        <Part id="kontakt" title={t('imprint.contact')}>
          {phone && (
            <p>
              {t('imprint.phone')}: <PhoneLink phone={phone} />
            </p>
          )}
          {email && (
            <p>
              {t('imprint.email')}: <MailLink email={email} />
            </p>
          )}
        </Part>
      )}
      {imprint.responsible && (
        <Part id="verantwortlich" title={t('imprint.responsible')}>
          <OwnWords text={imprint.responsible} />
        </Part>
      )}
      {imprint.vatId && (
        <Part id="steuer" title={t('imprint.vatId')}>
          <p>
            <bdi>{imprint.vatId}</bdi>
          </p>
        </Part>
      )}
      {imprint.supervisory && (
        <Part id="aufsicht" title={t('imprint.supervisory')}>
          <OwnWords text={imprint.supervisory} />
        </Part>
      )}
    </>
  )
}
