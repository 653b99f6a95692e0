import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { MoneyField, TextField } from '#ui/text-fields.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Race, type Difference } from '#platform/things/race.tsx'

interface Props extends FormState {
  measure: { id: number; number: string; title: string }
  version: number
  rows: number
  race?: Difference[]
}

/** The money of a measure, a block per year or source. Empty blocks are left out; a button brings more. */
export function MoneyFormPage({ measure, version, rows, race, ...form }: Props) {
  const t = useTexts(texts)
  const title = t('money.edit')
  return (
    <Page
      title={title}
      refused={Object.keys(form.errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t('title'), path: paths.list },
        { label: measure.number, path: paths.one(measure.id) },
        { label: title },
      ]}
      heading={<PageTitle title={title} lead={`${measure.number} ${measure.title}`} />}
    >
      {race && <Race differences={race} />}
      <ErrorSummary errors={form.errors} />
      <Form action={{ path: paths.money(measure.id) }} hidden={{ version, rows }}>
        {Array.from({ length: rows }, (_, row) => (
          <Row row={row} {...form} />
        ))}
        <p>
          <Button name="more" value="1">
            {t('money.moreRows')}
          </Button>
        </p>
        <FormActions cancel={{ path: paths.one(measure.id) }}>
          <Button primary>{t('form.save')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}

function Row({ row, values, errors }: FormState & { row: number }) {
  const t = useTexts(texts)
  const form = { values, errors }
  const year = values[`year-${row}`]
  return (
    <FormPart
      id={`zeile-${row}`}
      title={t('money.row', {
        row: String(row + 1),
        year: typeof year === 'string' && year !== '' ? year : t('money.newRow'),
      })}
      {...(row === 0 && { lead: t('money.editLead') })}
    >
      <FieldRow tight>
        <TextField name={`year-${row}`} label={t('money.year')} short inputmode="numeric" dir="ltr" {...form} />
        <TextField name={`fte-${row}`} label={t('money.fte')} short inputmode="decimal" dir="ltr" optional {...form} />
      </FieldRow>
      <FieldRow>
        <MoneyField name={`staff-${row}`} label={t('money.staff')} optional {...form} />
        <MoneyField name={`material-${row}`} label={t('money.material')} optional {...form} />
      </FieldRow>
      <FieldRow>
        <MoneyField name={`income-${row}`} label={t('money.income')} optional {...form} />
        <MoneyField name={`spent-${row}`} label={t('money.spent')} optional {...form} />
      </FieldRow>
      <TextField name={`fundingSource-${row}`} label={t('money.funding')} optional {...form} />
      <FieldRow tight>
        <TextField name={`costCentre-${row}`} label={t('money.costCentre')} short dir="ltr" optional {...form} />
        <TextField name={`account-${row}`} label={t('money.account')} short dir="ltr" optional {...form} />
        <TextField name={`orderNumber-${row}`} label={t('money.order')} short dir="ltr" optional {...form} />
      </FieldRow>
      <TextField name={`note-${row}`} label={t('money.note')} hint={t('form.internalNote.hint')} optional {...form} />
    </FormPart>
  )
}
