import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, Button } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, FormPart, type FormState } from '#ui/form.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { Badge } from '#ui/marks.tsx'
import { Note, PageTitle, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { usePage } from '#ui/page-context.ts'
import { Table, type Column } from '#ui/table.tsx'
import { DateField, TextField } from '#ui/text-fields.tsx'
import { formatDate } from '#values/local-date.ts'
import type { Preview } from '../model/preview.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

interface PreviewsProps extends FormState {
  previews: Preview[]
  isClosed: boolean
  /** The link that was made just now. */
  made?: string
}

export function PreviewsPage({ previews, values, errors, isClosed, made }: PreviewsProps) {
  const t = useTexts(texts)
  const title = t('preview.title')
  const form = { values, errors }
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0}
      crumbs={[{ label: title }]}
      heading={<PageTitle title={title} lead={t('preview.lead')} />}
    >
      {isClosed && (
        <div class="tw-mb5">
          <Note>
            <p>{t('preview.closed')}</p>
          </Note>
        </div>
      )}
      {made && <Made link={made} />}
      <ErrorSummary errors={errors} />
      <Form action={{ path: paths.previews }}>
        <FormPart id="neu" title={t('preview.new')}>
          <TextField name="note" label={t('preview.note')} hint={t('preview.note.hint')} dir="auto" {...form} />
          <DateField name="lastDay" label={t('preview.lastDay')} {...form} />
        </FormPart>
        <FormActions>
          <Button primary>{t('preview.create')}</Button>
        </FormActions>
      </Form>
      <Section id="liste" title={t('preview.list')}>
        {previews.length === 0 ? <EmptyResult>{t('preview.empty')}</EmptyResult> : <List previews={previews} />}
      </Section>
    </Page>
  )
}

/** In a field, because a long line without blanks can be taken whole from there. */
function Made({ link }: { link: string }) {
  const t = useTexts(texts)
  return (
    <section class="tw-made" role="status" aria-labelledby="angelegt">
      <h2 class="kern-heading-medium" id="angelegt">
        {t('preview.made')}
      </h2>
      <p id="angelegt-hinweis">{t('preview.made.text')}</p>
      <label class="kern-label" for="link">
        {t('preview.made.label')}
      </label>
      <input
        class="kern-form-input__input"
        type="text"
        id="link"
        dir="ltr"
        readonly
        value={link}
        aria-describedby="angelegt-hinweis"
      />
    </section>
  )
}

const tones = { open: 'ok', expired: 'plain', revoked: 'plain' } as const

function List({ previews }: { previews: Preview[] }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const day = (date: string) => formatDate(date, language)
  const columns: Column<Preview>[] = [
    {
      key: 'note',
      label: t('preview.col.note'),
      rowHeader: true,
      phone: 'full',
      cell: ({ note }) => (
        <strong>
          <bdi>{note}</bdi>
        </strong>
      ),
    },
    {
      key: 'created',
      label: t('preview.col.created'),
      phone: 'half',
      phoneLabel: true,
      cell: ({ createdOn, createdBy }) =>
        createdBy ? t('preview.createdBy', { date: day(createdOn), name: createdBy }) : day(createdOn),
    },
    {
      key: 'lastDay',
      label: t('preview.col.lastDay'),
      phone: 'half',
      phoneLabel: true,
      cell: ({ lastDay }) => day(lastDay),
    },
    {
      key: 'used',
      label: t('preview.col.used'),
      phone: 'half',
      phoneLabel: true,
      cell: ({ lastUsedOn }) => (lastUsedOn ? day(lastUsedOn) : t('preview.never')),
    },
    {
      key: 'state',
      label: t('preview.col.state'),
      phone: 'half',
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`preview.state.${state}`)}</Badge>,
    },
    {
      key: 'act',
      label: t('preview.col.act'),
      phone: 'full',
      cell: ({ id, note, state }) =>
        state === 'open' && (
          <ActionButton to={{ path: paths.revokePreview(id) }} small>
            {t('preview.revoke')}
            <span class="tw-sr">: {note}</span>
          </ActionButton>
        ),
    },
  ]
  return (
    <div class="tw-record">
      <Table caption={t('preview.caption')} captionHidden columns={columns} rows={previews} />
    </div>
  )
}
