import { useTexts } from '#platform/texts/texts.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { CheckboxField } from '#ui/choice-fields.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { KeyFigures, PageTitle, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ScrollBox, Table } from '#ui/table.tsx'
import { FileField } from '#ui/text-fields.tsx'
import type { ReadRow, RowOutcome } from '../model/sheet.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { fieldOf, kindOf, languageOf } from './words.tsx'

/** Choose the file that came back from the translation office. */
export function ReadPage({ values = {}, errors = {} }: Partial<FormState>) {
  const t = useTexts(texts)
  const form = { values, errors }
  return (
    <Page
      title={t('file.read')}
      refused={Object.keys(errors).length > 0}
      crumbs={[{ label: t('title'), path: paths.list }, { label: t('file.read') }]}
      heading={<PageTitle title={t('file.read')} lead={t('file.lead')} />}
    >
      <Form action={{ path: paths.read }} files>
        <ErrorSummary errors={errors} />
        <FileField name="file" label={t('file.file')} hint={t('file.hint.rows')} accept=".xlsx,.csv" {...form} />
        <CheckboxField name="machine" label={t('machine')} hint={t('file.machine')} {...form} />
        <FormActions cancel={{ path: paths.list }}>
          <Button primary>{t('file.take')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}

interface ResultProps {
  fileName: string
  rows: readonly ReadRow[]
  /** Rows without a key of ours. */
  unreadable: readonly number[]
}

/** What was not simply taken deserves a look. */
const worthTelling = new Set<RowOutcome>(['stale', 'unknown', 'changed', 'tooLong'])

/** What became of each row. */
export function ResultPage({ fileName, rows, unreadable }: ResultProps) {
  const t = useTexts(texts)
  const count = (...outcomes: string[]) => rows.filter(({ outcome }) => outcomes.includes(outcome)).length
  const told = rows.filter(({ outcome }) => worthTelling.has(outcome))
  return (
    <Page
      title={t('result.title')}
      crumbs={[{ label: t('title'), path: paths.list }, { label: t('result.title') }]}
      heading={
        <PageTitle
          title={t('result.title')}
          lead={<bdi>{fileName}</bdi>}
          actions={<LinkButton path={paths.list}>{t('result.back')}</LinkButton>}
        />
      }
    >
      <KeyFigures
        facts={[
          { term: t('result.taken'), value: String(count('fresh', 'stale')) },
          { term: t('result.same'), value: String(count('same')) },
          { term: t('result.empty'), value: String(count('empty')) },
          { term: t('result.left'), value: String(count('unknown', 'changed', 'tooLong') + unreadable.length) },
        ]}
      />
      {(told.length > 0 || unreadable.length > 0) && (
        <Section id="zeilen" title={t('result.look')}>
          {unreadable.length > 0 && (
            <p>{t('result.unreadable', { rows: unreadable.slice(0, 50).join(', '), count: unreadable.length })}</p>
          )}
          {told.length > 0 && (
            <ScrollBox label={t('result.caption')}>
              <Table
                caption={t('result.caption')}
                captionHidden
                rows={told}
                columns={[
                  { key: 'row', label: t('result.row'), cell: ({ row }) => String(row), numeric: true },
                  {
                    key: 'text',
                    label: t('column.text'),
                    rowHeader: true,
                    cell: ({ kind, id, field, language }) => (
                      <Link path={`${paths.of(kind, id)}#${field}.${language}`}>
                        {kindOf(t, kind)} · {fieldOf(t, kind, field)} · {languageOf(t, language)}
                      </Link>
                    ),
                  },
                  {
                    key: 'outcome',
                    label: t('result.what'),
                    cell: ({ outcome }) => t.dynamic(`result.${outcome}.text`),
                  },
                ]}
              />
            </ScrollBox>
          )}
        </Section>
      )}
    </Page>
  )
}
