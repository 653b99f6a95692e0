import type { ComponentChildren } from 'preact'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as planPaths } from '#domains/plan/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { CheckboxField } from '#ui/choice-fields.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { Glyph } from '#ui/glyph.tsx'
import { Link } from '#ui/link.tsx'
import { Columns, Facts, Note, PageTitle, Section, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { formatInstant } from '#values/local-date.ts'
import type { Missing } from '../model/completeness.ts'
import { stepKeys } from '../model/steps.ts'
import { paths } from '../paths.ts'
import type { PublishedContent } from '../queries/content.ts'
import { texts } from '../texts/index.ts'
import { fieldName } from './overview.tsx'

interface OpeningProps extends FormState {
  isOpen: boolean
  openedAt: Date | null
  musts: Missing[]
  wishes: Missing[]
  content: PublishedContent
}

/** What is still missing before the public may come in, and the door itself. */
export function OpeningPage({ isOpen, openedAt, musts, wishes, content, values, errors }: OpeningProps) {
  const t = useTexts(texts)
  const count = musts.length + (content.all === 0 ? 1 : 0)
  const title = isOpen ? t('opening.title.open') : t('opening.title.closed')
  const lead = isOpen
    ? t('opening.lead.open')
    : count > 0
      ? t('opening.lead.missing', { count })
      : emptyOf(content).length > 0
        ? t('opening.lead.thin')
        : t('opening.lead.ready')
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0}
      crumbs={[{ label: t('settings'), path: paths.settings }, { label: title }]}
      heading={<PageTitle title={title} lead={lead} />}
    >
      <Columns label={t('opening.published')} side={<Published content={content} openedAt={openedAt} />}>
        <ErrorSummary errors={errors} />
        {count > 0 && (
          <Section id="muss" title={t('opening.musts')} flush>
            <ul class="tw-check">
              {content.all === 0 && (
                <Lack mark="c-stop">
                  {t('opening.noContent')} <Link path={measurePaths.list}>{t('opening.toMeasures')}</Link> ·{' '}
                  <Link path={fieldPaths.list}>{t('opening.toFields')}</Link> ·{' '}
                  <Link path={planPaths.missing}>{t('opening.toPlan')}</Link>
                </Lack>
              )}
              {byStep(musts).map(([step, fields]) => (
                <Lack mark="c-stop">
                  <Link path={paths.step(step)}>{t(`step.${step}`)}</Link>:{' '}
                  {fields.map((field) => fieldName(t, field)).join(', ')}
                </Lack>
              ))}
            </ul>
          </Section>
        )}
        <Empty content={content} />
        {wishes.length > 0 && (
          <Section id="gut" title={t('opening.wishes')} flush>
            <ul class="tw-check">
              {wishes.map(({ step, field }) => (
                <Lack mark="c-none">
                  <Link path={paths.step(step)}>{t(`step.${step}`)}</Link>: {t.dynamic(`wish.${field}`)}
                </Lack>
              ))}
            </ul>
          </Section>
        )}
        {isOpen ? <Close /> : count === 0 ? <Open values={values} errors={errors} /> : <Blocked />}
      </Columns>
    </Page>
  )
}

/** What the public would find empty: keys of the texts. */
const emptyOf = ({ goals, measures, indicators, chapters, hasPeriod, fieldsWithoutMeasure }: PublishedContent) =>
  [
    goals === 0 && 'goals',
    measures === 0 && 'measures',
    indicators === 0 && 'indicators',
    chapters === 0 && 'chapters',
    !hasPeriod && 'period',
    measures > 0 && fieldsWithoutMeasure > 0 && 'fields',
  ].filter((key) => key !== false)

/** What should be there, though nothing forbids to open without it. */
function Empty({ content }: { content: PublishedContent }) {
  const t = useTexts(texts)
  const empty = emptyOf(content)
  if (empty.length === 0 && content.drafts === 0) return null
  return (
    <Section id="sollte" title={t('opening.shoulds')} flush>
      <ul class="tw-check">
        {empty.map((key) => (
          <Lack mark="c-none">{t.dynamic(`empty.${key}`, { count: content.fieldsWithoutMeasure })}</Lack>
        ))}
        {content.drafts > 0 && (
          <Lack mark="c-none">
            <Link path={planPaths.drafts}>{t('empty.drafts', { count: content.drafts })}</Link>
          </Lack>
        )}
      </ul>
      <p>
        <Link path={planPaths.missing}>{t('opening.toPlan')}</Link>
      </p>
    </Section>
  )
}

const byStep = (missing: Missing[]) =>
  stepKeys
    .map((key) => [key, missing.filter(({ step }) => step === key).map(({ field }) => field)] as const)
    .filter(([, fields]) => fields.length > 0)

const Lack = ({ mark, children }: { mark: 'c-stop' | 'c-none'; children: ComponentChildren }) => (
  <li class={mark === 'c-stop' ? 'tw-stop' : 'tw-none'}>
    <Glyph name={mark} />
    <span>{children}</span>
  </li>
)

function Open(form: FormState) {
  const t = useTexts(texts)
  return (
    <Form action={{ path: paths.opening }}>
      <CheckboxField name="confirmed" label={t('opening.confirm')} hint={t('opening.confirm.hint')} {...form} />
      <FormActions cancel={{ path: paths.settings }}>
        <Button primary>{t('opening.open')}</Button>
      </FormActions>
    </Form>
  )
}

function Blocked() {
  const t = useTexts(texts)
  return (
    <Note>
      <p>{t('opening.blocked')}</p>
    </Note>
  )
}

function Close() {
  const t = useTexts(texts)
  return (
    <Section id="schliessen" title={t('opening.closeTitle')} flush>
      <p class="tw-prose">{t('opening.closeText')}</p>
      <Form action={{ path: paths.close }}>
        <FormActions>
          <Button>{t('opening.close')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Published({ content, openedAt }: { content: PublishedContent; openedAt: Date | null }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const shown = ['actionFields', 'needs', 'goals', 'measures', 'indicators'] as const
  return (
    <SidePart title={t('opening.published')}>
      <Facts
        facts={[
          ...shown.map((key) => ({ term: t(`content.${key}`), value: String(content[key]) })),
          { term: t('opening.since'), value: openedAt && formatInstant(openedAt, language) },
        ]}
      />
    </SidePart>
  )
}
