import { useTexts } from '#platform/texts/texts.ts'
import { paths as accountPaths } from '#domains/accounts/paths.ts'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as areaPaths } from '#domains/areas/paths.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import type { Groundwork } from '../queries/groundwork.ts'
import { texts } from '../texts/index.ts'
import { Begin, type BeginRights } from './begin.tsx'
import type { HomePageProps } from './home.tsx'

interface Props extends Pick<HomePageProps, 'municipality'> {
  there: Groundwork
  may: BeginRights
  isSignedIn: boolean
}

/** Instead of every page of a plan that is not published yet: that it is being made, what is there, whom to ask. */
export function InPreparationPage({ municipality, there, may, isSignedIn }: Props) {
  const t = useTexts(texts)
  const title = t('preparing.title')
  const { office, phone, email } = municipality
  const known = [
    { count: there.bodies, label: t('preparing.bodies', { count: there.bodies }), path: bodyPaths.list },
    { count: there.actors, label: t('preparing.actors', { count: there.actors }), path: actorPaths.list },
    { count: there.areas, label: t('preparing.areas', { count: there.areas }), path: areaPaths.list },
  ].filter(({ count }) => count > 0)
  return (
    <Page
      title={title}
      crumbs={[{ label: t('plan') }]}
      heading={<PageTitle title={title} lead={t('preparing.lead')} />}
    >
      <Begin may={may} />
      {known.length > 0 && (
        <Section id="schon-da" title={t('preparing.there')}>
          <ul class="tw-namelist">
            {known.map(({ label, path }) => (
              <li>
                <Link path={path}>{label}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!may.edit && (
        <Section id="fragen" title={t('preparing.ask')}>
          <div class="tw-stack tw-prose">
            <p>{t('preparing.ask.text')}</p>
            {(office ?? phone) && (
              <p>
                {office && <ForeignText text={office} language="de" />}
                {office && phone && <br />}
                {phone && (
                  <>
                    {t('home.say.phone')} <bdi>{phone}</bdi>
                  </>
                )}
              </p>
            )}
            <div class="tw-row">
              {email && <LinkButton href={`mailto:${email}`}>{t('home.say.write')}</LinkButton>}
              {!isSignedIn && <LinkButton path={accountPaths.signIn}>{t('home.signIn')}</LinkButton>}
            </div>
          </div>
        </Section>
      )}
    </Page>
  )
}
