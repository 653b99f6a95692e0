import { useTexts } from '#platform/texts/texts.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Column } from '#platform/tables/header.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, Form, FormActions } from '#ui/form.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { columnGroups, type ImportKind } from '../model/kind.ts'
import type { UnreadColumn } from '../model/unread.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { StepPage, type OpenFile } from './frame.tsx'
import { Unread } from './unread.tsx'

interface ColumnsProps {
  file: OpenFile
  kind: ImportKind
  columns: readonly Column[]
  /** `c.D`: the field of column D; `y.D`: its year. */
  values: Typed
  errors: Record<string, string>
  /** Columns with content that have no meaning so far. */
  unread: readonly UnreadColumn[]
}

/** Second step: what each column means. */
export function ColumnsPage({ file, kind, columns, values, errors, unread }: ColumnsProps) {
  const t = useTexts(texts)
  const keyOf = ({ letters }: Column) => String(values[`c.${letters}`] ?? '')
  const isMoney = (column: Column) => kind.fields.find(({ key }) => key === keyOf(column))?.perYear === true
  const unmapped = columns.filter((column) => keyOf(column) === '')
  const label = (key: string) => (key === 'title' ? t.dynamic(`titled.${kind.what}`) : t.dynamic(`field.${key}`))
  const fields = new Set(kind.fields.map(({ key }) => key))
  const options = kind.record
    ? kind.fields.map(({ key }) => ({ value: key, label: label(key) }))
    : columnGroups.map(({ group, keys }) => ({
        label: t(`group.${group}`),
        options: keys.filter((key) => fields.has(key)).map((key) => ({ value: key, label: label(key) })),
      }))
  return (
    <StepPage step="columns" file={file} lead={t('columns.lead')} refused={Object.keys(errors).length > 0}>
      <Form action={{ path: paths.columns(file.id) }}>
        <ErrorSummary errors={errors} />
        <div class="tw-stack">
          <p>{t('columns.found', { known: columns.length - unmapped.length, all: columns.length })}</p>
          <Unread columns={unread} />
        </div>
        <div class="tw-mapping">
          <Table
            caption={t('columns.caption')}
            captionHidden
            cards
            rows={columns}
            columns={[
              { key: 'letters', label: t('columns.column'), cell: ({ letters }) => letters },
              {
                key: 'heading',
                label: t('columns.samples'),
                rowHeader: true,
                phone: 'full',
                cell: (column) => <Heading column={column} />,
              },
              {
                key: 'meaning',
                label: t('columns.meaning'),
                phone: 'full',
                cell: (column) => {
                  const { letters } = column
                  const select = (
                    <SelectField
                      name={`c.${letters}`}
                      label={<span class="tw-sr">{t('columns.meaningOf', { letters })}</span>}
                      options={options}
                      empty={t('columns.ignore')}
                      values={values}
                      errors={errors}
                    />
                  )
                  if (!isMoney(column)) return select
                  return (
                    <div class="pair">
                      {select}
                      <TextField
                        name={`y.${letters}`}
                        label={
                          <>
                            {t('columns.year')} <span class="tw-sr">{t('columns.yearOf', { letters })}</span>
                          </>
                        }
                        inputmode="numeric"
                        short
                        values={values}
                        errors={errors}
                      />
                    </div>
                  )
                },
              },
            ]}
          />
        </div>
        <FormActions>
          <Button primary>{t('next')}</Button>
          <LinkButton path={paths.table(file.id)}>{t('back')}</LinkButton>
        </FormActions>
      </Form>
    </StepPage>
  )
}

function Heading({ column: { heading, group, samples, hidden } }: { column: Column }) {
  const t = useTexts(texts)
  return (
    <>
      <strong>
        <bdi>{heading || t('columns.unnamed')}</bdi>
      </strong>
      {group && <span class="tw-muted"> ({group})</span>}
      {hidden && <span class="tw-muted"> ({t('columns.isHidden')})</span>}
      <span class="samples tw-regular">
        {samples.length === 0 ? t('columns.noSamples') : samples.map((sample) => sample.slice(0, 70)).join(' · ')}
      </span>
    </>
  )
}
