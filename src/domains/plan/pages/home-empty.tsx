import { useTexts } from '#platform/texts/texts.ts'
import { paths as accountPaths } from '#domains/accounts/paths.ts'
import { paths as importPaths } from '#domains/imports/paths.ts'
import { paths as municipalityPaths } from '#domains/municipality/paths.ts'
import { ActionButton, LinkButton } from '#ui/buttons.tsx'
import { Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import type { HomePageProps } from './home.tsx'

/** A municipality that has published nothing yet. Who works on the plan finds the next steps here. */
export function EmptyHomePage({
  municipality: { name, office, email },
  may,
}: Pick<HomePageProps, 'municipality'> & { may: { edit: boolean; import: boolean; start: boolean; open: boolean } }) {
  const t = useTexts(texts)
  const title = t('home.title', { name })
  return (
    <Page title={title} heading={false}>
      <div class="tw-object tw-first">
        <h1 class="kern-heading-x-large">{title}</h1>
        <p class="tw-lead">{t('home.empty')}</p>
        {!may.edit && (
          <div class="tw-row">
            {email && <LinkButton href={`mailto:${email}`}>{office ?? t('home.say.contact')}</LinkButton>}
            <LinkButton path={accountPaths.signIn}>{t('home.signIn')}</LinkButton>
          </div>
        )}
      </div>
      {may.edit && (
        <Section id="anfangen" title={t('home.begin')}>
          <ol class="tw-steps">
            <li>
              <p>{t('home.begin.frame')}</p>
              {may.start ? (
                <ActionButton to={{ path: paths.start }} primary>
                  {t('home.begin.start')}
                </ActionButton>
              ) : (
                <LinkButton path={paths.edit} primary>
                  {t('home.begin.write')}
                </LinkButton>
              )}
            </li>
            {may.import && (
              <li>
                <p>{t('home.begin.import')}</p>
                <LinkButton path={importPaths.list}>{t('home.begin.toImport')}</LinkButton>
              </li>
            )}
            <li>
              <p>{t('home.begin.missing')}</p>
              <LinkButton path={paths.missing}>{t('missing.title')}</LinkButton>
            </li>
            {may.open && (
              <li>
                <p>{t('home.begin.open')}</p>
                <LinkButton path={municipalityPaths.opening}>{t('home.begin.toOpening')}</LinkButton>
              </li>
            )}
          </ol>
        </Section>
      )}
    </Page>
  )
}
