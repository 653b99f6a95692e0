import { useTexts } from '#platform/texts/texts.ts'
import { Button, EditLink, LinkButton } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { Link } from '#ui/link.tsx'
import { Badge } from '#ui/marks.tsx'
import { Note, PageTitle, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { stateOf, type MunicipalityState } from '../model/municipality.ts'
import { paths } from '../paths.ts'
import type { ListedMunicipality } from '../queries/instance.ts'
import { texts } from '../texts/index.ts'

export interface MailState extends FormState {
  kind: 'smtp' | 'folder'
  /** What became of a test mail that was just sent. */
  result?: { tone: 'ok' | 'stop'; text: string }
}

const tones = { open: 'ok', closed: 'warn', example: 'plain' } as const
export function StateBadge({ state }: { state: MunicipalityState }) {
  const t = useTexts(texts)
  return <Badge tone={tones[state]}>{t(`municipality.${state}`)}</Badge>
}

interface InstanceProps {
  municipalities: ListedMunicipality[]
  mail: MailState
}

/** Everything that runs here, for those who run it. What a municipality holds is not shown. */
export function InstancePage({ municipalities, mail }: InstanceProps) {
  const t = useTexts(texts)
  const count = municipalities.length
  const hasExamples = municipalities.some(({ isDemo }) => isDemo)
  return (
    <Page
      title={t('instance')}
      refused={Object.keys(mail.errors).length > 0}
      heading={
        <PageTitle
          title={t('instance')}
          lead={t('instance.lead', { count })}
          first
          actions={
            <LinkButton primary path={paths.newMunicipality}>
              {t('instance.new')}
            </LinkButton>
          }
        />
      }
    >
      <div>
        <Section id="kommunen" title={t('instance.municipalities')}>
          {count === 0 ? (
            <EmptyResult>{t('instance.none')}</EmptyResult>
          ) : (
            <div class="tw-stacked">
              <MunicipalityTable rows={municipalities} />
            </div>
          )}
        </Section>
        {hasExamples && (
          <Section id="beispiele" title={t('demo')}>
            <p class="tw-prose">{t('demo.text')}</p>
            <p>
              <EditLink path={paths.removeDemo} icon="delete">
                {t('demo.remove')}
              </EditLink>
            </p>
          </Section>
        )}
        <TestMail {...mail} />
      </div>
    </Page>
  )
}

function MunicipalityTable({ rows }: { rows: ListedMunicipality[] }) {
  const t = useTexts(texts)
  return (
    <Table
      caption={t('instance.municipalities')}
      captionHidden
      rows={rows}
      columns={[
        {
          key: 'name',
          label: t('field.name'),
          rowHeader: true,
          cell: ({ id, name }) => <Link path={paths.municipality(id)}>{name}</Link>,
        },
        { key: 'state', label: t('municipality.state'), cell: (row) => <StateBadge state={stateOf(row)} /> },
        {
          key: 'kind',
          label: t('field.kind'),
          cell: ({ kind, federalState }) => `${t(`kind.${kind}`)}, ${t.dynamic(`state.${federalState}`)}`,
        },
        {
          key: 'address',
          label: t('municipality.address'),
          cell: ({ slug, hosts }) => (
            <>
              <a href={`/${slug}`}>
                <bdi dir="ltr">/{slug}</bdi>
              </a>
              {hosts.map((host) => (
                <>
                  <br />
                  <bdi>{host}</bdi>
                </>
              ))}
            </>
          ),
        },
      ]}
    />
  )
}

function TestMail({ kind, result, values, errors }: MailState) {
  const t = useTexts(texts)
  return (
    <Section id="testmail" title={t('mail')}>
      <p class="tw-prose">{t(`mail.${kind}`)}</p>
      {result && (
        <Note tone={result.tone}>
          <p role="status">{result.text}</p>
        </Note>
      )}
      <ErrorSummary errors={errors} />
      <Form action={{ path: paths.testMail }}>
        <TextField name="to" label={t('mail.to')} type="email" dir="ltr" values={values} errors={errors} />
        <div>
          <Button>{t('mail.send')}</Button>
        </div>
      </Form>
    </Section>
  )
}

interface DemoProps extends FormState {
  examples: ListedMunicipality[]
}

/** Are you sure? What goes, and that it does not come back. */
export function RemoveDemoPage({ examples }: DemoProps) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('demo.title')}
      crumbs={[{ label: t('instance'), path: paths.instanceAdmin }, { label: t('demo.title') }]}
      heading={<PageTitle title={t('demo.title')} lead={t('demo.lead', { count: examples.length })} />}
    >
      <div class="tw-setup">
        <ul class="tw-values">
          {examples.map(({ name, slug }) => (
            <li>
              <span>
                {name} <bdi class="tw-muted">/{slug}</bdi>
              </span>
            </li>
          ))}
        </ul>
        <Note tone="warn">
          <p>{t('demo.warning')}</p>
        </Note>
        <Form action={{ path: paths.removeDemo }}>
          <FormActions cancel={{ path: paths.instanceAdmin }}>
            <Button primary>{t('demo.confirm')}</Button>
          </FormActions>
        </Form>
      </div>
    </Page>
  )
}
