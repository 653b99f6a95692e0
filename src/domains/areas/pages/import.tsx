import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { RadioGroup } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ScrollBox, Table } from '#ui/table.tsx'
import { FileField, TextArea, TextField } from '#ui/text-fields.tsx'
import { areaLevels } from '../model/area.ts'
import type { AreaProblem } from '../model/collection.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import type { T } from './list.tsx'

/** Why an area of a file is refused, as a sentence. */
export const problemSentence = (t: T, { key, values }: AreaProblem): string => {
  const flaw = t.dynamic(`flaw.${key}`, values)
  return flaw === `flaw.${key}` ? t.dynamic(key, values) : flaw
}

const mostShown = 100

/** Uploads boundaries; what does not fit is told per area, and then nothing is taken. */
export function ImportPage({ problems = [], ...form }: FormState & { problems?: readonly AreaProblem[] }) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('import')}
      refused={Object.keys(form.errors).length > 0 || problems.length > 0}
      crumbs={[{ label: t('title'), path: paths.list }, { label: t('import') }]}
      heading={<PageTitle title={t('import')} lead={t('import.lead')} />}
    >
      <ErrorSummary errors={form.errors} />
      {problems.length > 0 && <Problems problems={problems} />}
      <Form action={{ path: paths.import }} files>
        <FileField
          name="file"
          label={t('import.file')}
          hint={t('import.file.hint')}
          accept=".geojson,.json,application/geo+json"
          {...form}
        />
        <RadioGroup
          name="level"
          label={t('form.level')}
          options={areaLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
          {...form}
        />
        <FieldRow>
          <TextField name="edition" label={t('form.edition')} hint={t('form.edition.hint')} optional {...form} />
          <TextField
            name="validFrom"
            label={t('form.validFrom')}
            hint={t('import.validFrom.hint')}
            inputmode="numeric"
            dir="ltr"
            optional
            {...form}
          />
        </FieldRow>
        <TextArea
          name="names"
          label={t('import.names')}
          hint={t('import.names.hint')}
          rows={5}
          dir="ltr"
          optional
          {...form}
        />
        <FormActions cancel={{ path: paths.list }}>
          <Button primary>{t('import.submit')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}

function Problems({ problems }: { problems: readonly AreaProblem[] }) {
  const t = useTexts(texts)
  const shown = problems.slice(0, mostShown)
  return (
    <div class="tw-errors" role="alert" tabindex={-1} autofocus aria-labelledby="tw-refused">
      <h2 id="tw-refused">{t('import.refused')}</h2>
      <p>{t('import.refused.text', { count: problems.length })}</p>
      <ScrollBox label={t('import.caption')}>
        <Table
          caption={t('import.caption')}
          captionHidden
          tight
          rows={shown}
          columns={[
            { key: 'row', label: t('import.row'), cell: ({ row }) => (row === 0 ? '' : row), numeric: true },
            { key: 'area', label: t('import.area'), cell: ({ label }) => label, rowHeader: true },
            { key: 'problem', label: t('import.problem'), cell: (problem) => problemSentence(t, problem) },
          ]}
        />
      </ScrollBox>
      {problems.length > mostShown && <p>{t('import.more', { count: problems.length - mostShown })}</p>}
    </div>
  )
}
