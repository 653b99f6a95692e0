import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions } from '#ui/form.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { Badge } from '#ui/marks.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { Link } from '#ui/link.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ScrollBox, Table } from '#ui/table.tsx'
import { FileField, TextArea } from '#ui/text-fields.tsx'
import { formatInstant } from '#values/local-date.ts'
import { formatNumber } from '#values/number.ts'
import { paths } from '../paths.ts'
import { openStates } from '../model/run.ts'
import { KindField } from './kind-field.tsx'
import type { Run } from '../queries/runs.ts'
import { texts } from '../texts/index.ts'

/** Everything that was read in, and the box for the next file. */
export function ImportsPage({
  runs,
  errors = {},
  what = 'measures',
}: {
  runs: readonly Run[]
  errors?: Record<string, string>
  /** The kind of list that was chosen. */
  what?: string
}) {
  const t = useTexts(texts)
  const { language } = usePage()
  return (
    <Page
      title={t('title')}
      refused={Object.keys(errors).length > 0}
      scripts={['paste-table.js']}
      heading={<PageTitle title={t('title')} lead={t('lead')} first />}
    >
      <Form action={{ path: paths.list }} files>
        <ErrorSummary errors={only(errors, 'file')} />
        <KindField chosen={what} />
        <FileField
          name="file"
          label={t('upload.file')}
          hint={t('upload.file.hint')}
          accept=".xlsx,.xlsm,.docx,.csv,.tsv,.txt,.json"
          values={{}}
          errors={errors}
        />
        <FormActions>
          <Button primary>{t('upload.send')}</Button>
        </FormActions>
      </Form>
      <Section id="einfuegen" title={t('paste.title')}>
        <Form action={{ path: paths.list }} hidden={{ pastedHtml: '' }}>
          <ErrorSummary errors={only(errors, 'pasted')} />
          <KindField name="pastedWhat" chosen={what} />
          <TextArea name="pasted" label={t('paste.text')} hint={t('paste.hint')} rows={5} values={{}} errors={errors} />
          <FormActions>
            <Button>{t('paste.send')}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section id="bisher" title={t('runs.title')}>
        {runs.length === 0 ? (
          <EmptyResult>{t('runs.none')}</EmptyResult>
        ) : (
          <ScrollBox label={t('runs.caption')}>
            <Table
              caption={t('runs.caption')}
              captionHidden
              rows={runs}
              columns={[
                {
                  key: 'file',
                  label: t('runs.file'),
                  rowHeader: true,
                  cell: (run) => (
                    <Link path={paths.one(run.id)}>
                      <bdi>{run.fileName}</bdi>
                    </Link>
                  ),
                },
                { key: 'when', label: t('runs.when'), cell: (run) => formatInstant(run.createdAt, language) },
                { key: 'who', label: t('runs.who'), cell: (run) => run.by ?? t('runs.someone') },
                { key: 'state', label: t('runs.state'), cell: (run) => <RunState run={run} /> },
              ]}
            />
          </ScrollBox>
        )}
      </Section>
    </Page>
  )
}

const only = (errors: Record<string, string>, field: string): Record<string, string> =>
  errors[field] === undefined ? {} : { [field]: errors[field] }

const tones = { OPEN: 'plain', QUEUED: 'plain', RUNNING: 'plain', DONE: 'ok', REFUSED: 'stop' } as const

function RunState({ run }: { run: Run }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const number = (counts: Record<string, number> | undefined) => formatNumber(counts?.[run.what] ?? 0, 0, language)
  const [created, updated] = [number(run.result?.created), number(run.result?.updated)]
  return (
    <span class="tw-row">
      <Badge tone={run.takenBackAt ? 'plain' : tones[run.state]}>
        {run.takenBackAt ? t('takeBack.state') : t(`state.${run.state}`)}
      </Badge>
      {run.state === 'DONE' && <span class="tw-small tw-muted">{t('runs.counts', { created, updated })}</span>}
      {openStates.includes(run.state) && <Link path={paths.one(run.id)}>{t('go.on')}</Link>}
    </span>
  )
}
