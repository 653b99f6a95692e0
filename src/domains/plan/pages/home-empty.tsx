import { useTexts } from '#platform/texts/texts.ts'
import { paths as accountPaths } from '#domains/accounts/paths.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Page } from '#ui/page.tsx'
import { texts } from '../texts/index.ts'
import { Begin, type BeginRights } from './begin.tsx'
import type { HomePageProps } from './home.tsx'

/** A municipality that has published nothing yet. Who works on the plan finds the next steps here. */
export function EmptyHomePage({
  municipality: { name, office, email },
  may,
}: Pick<HomePageProps, 'municipality'> & { may: BeginRights }) {
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
      <Begin may={may} />
    </Page>
  )
}
