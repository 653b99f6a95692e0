import { paths as accountPaths } from '#domains/accounts/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Badge } from '#ui/marks.tsx'
import { Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { Thread } from '#ui/thread.tsx'
import { kinds, type Kind } from '#ui/words.ts'
import { terminalCommand } from '#platform/terminal-command.ts'
import { texts } from '../texts/index.ts'

export interface OpenMunicipality {
  slug: string
  name: string
  kind: 'county' | 'city' | 'municipality'
  isExample: boolean
  /** What its plan is called, in the language of the page. */
  plan: string
  /** The whole address where it has a host of its own. */
  href: string
}

/** The first page of the server: what this is, and whose plans can be read. Works before there is any. */
export function InstanceHomePage({
  municipalities,
  isSignedIn,
}: {
  municipalities: OpenMunicipality[]
  isSignedIn: boolean
}) {
  const t = useTexts(texts)
  const real = municipalities.filter(({ isExample }) => !isExample)
  const examples = municipalities.filter(({ isExample }) => isExample)
  return (
    <Page
      title={t('home.title')}
      heading={
        <div class="tw-object tw-first">
          <h1 class="kern-heading-x-large">{t('home.title')}</h1>
          <p class="tw-lead">{t('home.lead')}</p>
          {!isSignedIn && (
            <div class="tw-row">
              <LinkButton path={accountPaths.signIn}>{t('home.signIn')}</LinkButton>
            </div>
          )}
        </div>
      }
    >
      {real.length > 0 && (
        <Section id="plaene" title={t('home.list')}>
          <Municipalities list={real} />
        </Section>
      )}
      {examples.length > 0 && (
        <Section id="beispiele" title={t('home.examples')}>
          <p class="tw-prose tw-mb4">{t('home.examples.text')}</p>
          <Municipalities list={examples} />
        </Section>
      )}
      {municipalities.length === 0 && <FirstRun />}
      <Section id="kette" title={t('home.chain')}>
        <Thread
          label={t('home.chain.label')}
          knots={
            Object.fromEntries(
              kinds.map((kind) => [kind, { title: t(`home.${kind}`), items: [{ label: t(`home.${kind}.text`) }] }]),
            ) as unknown as Record<Kind, { title: string; items: { label: string }[] }>
          }
        />
      </Section>
    </Page>
  )
}

function Municipalities({ list }: { list: OpenMunicipality[] }) {
  const t = useTexts(texts)
  return (
    <ul class="tw-places">
      {list.map(({ name, kind, isExample, plan, href }) => (
        <li>
          <a href={href}>
            <ForeignText text={name} language="de" />
          </a>
          <span>{plan}</span>
          <span class="tw-muted">{t(`home.place.${kind}`)}</span>
          {isExample && <Badge>{t('home.example')}</Badge>}
        </li>
      ))}
    </ul>
  )
}

function FirstRun() {
  const t = useTexts(texts)
  return (
    <>
      <Section id="leer" title={t('home.empty')}>
        <p class="tw-prose">{t('home.empty.text')}</p>
      </Section>
      <Section id="einrichten" title={t('home.first')}>
        <ol class="tw-prose tw-firststeps">
          <li>
            {t('home.first.create')} <code dir="ltr">{terminalCommand()} municipality create SLUG NAME</code>
          </li>
          <li>{t('home.first.invite')}</li>
          <li>{t('home.first.open')}</li>
        </ol>
      </Section>
    </>
  )
}
