import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { CheckboxGroup, SelectField, type Option } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, type FormState } from '#ui/form.tsx'
import { Note, PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { dimensionNames } from '../model/observation-form.ts'
import { observationFlags, signMarks, signs } from '../model/observation.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Race, type Difference } from '#platform/things/race.tsx'

interface Props extends FormState {
  indicator: { id: number; code: string; title: string; unit: string }
  areas: readonly Option[]
  /** Absent: a new value. */
  existing?: { id: number; version: number }
  race?: Difference[]
}

/** One value with everything that belongs to it. */
export function ValueFormPage({ indicator, areas, existing, race, ...form }: Props) {
  const t = useTexts(texts)
  const title = existing ? t('value.edit') : t('value.new')
  const { id, code } = indicator
  return (
    <Page
      title={title}
      refused={Object.keys(form.errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t('title'), path: paths.list },
        { label: code, path: paths.one(id) },
        { label: t('value.title', { code }), path: paths.values(id) },
        { label: title },
      ]}
      heading={<PageTitle title={title} lead={`${code} ${indicator.title}`} />}
    >
      {race && <Race differences={race} />}
      <ErrorSummary errors={form.errors} />
      <Form
        action={{ path: existing ? paths.editValue(id, existing.id) : paths.newValue(id) }}
        {...(existing && { hidden: { version: existing.version } })}
      >
        <When {...form} />
        <TheNumber unit={indicator.unit} {...form} />
        <FormPart id="teil-wo" title={t('value.where')}>
          <Note>
            <p>{t('value.kept.lead')}</p>
          </Note>
          <SelectField
            name="areaId"
            label={t('value.area')}
            hint={t('value.area.hint')}
            options={areas}
            empty={t('value.whole')}
            optional
            {...form}
          />
          <p class="tw-muted">{t('value.dimensions.hint')}</p>
          <FieldRow>
            {dimensionNames.slice(0, 2).map((name) => (
              <TextField name={name} label={t(`dimension.${name}`)} optional {...form} />
            ))}
          </FieldRow>
          <FieldRow>
            {dimensionNames.slice(2).map((name) => (
              <TextField name={name} label={t(`dimension.${name}`)} optional {...form} />
            ))}
          </FieldRow>
        </FormPart>
        <FormActions cancel={{ path: paths.values(id) }}>
          <Button primary>{t('form.save')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}

function When(form: FormState) {
  const t = useTexts(texts)
  const date = { inputmode: 'numeric', dir: 'ltr', optional: true, ...form } as const
  return (
    <FormPart id="teil-wann" title={t('value.when')}>
      <TextField
        name="year"
        label={t('value.year')}
        hint={t('value.year.hint')}
        short
        inputmode="numeric"
        dir="ltr"
        {...form}
      />
      <FieldRow>
        <TextField name="periodFrom" label={t('value.periodFrom')} hint={t('form.date.hint')} {...date} />
        <TextField name="periodTo" label={t('value.periodTo')} hint={t('value.period.hint')} {...date} />
      </FieldRow>
    </FormPart>
  )
}

/** A sign with what it means, as the tables print it. */
export const signOptions = (say: (key: `sign.${(typeof signs)[number]}`) => string): Option[] =>
  signs.map((value) => ({ value, label: `${signMarks[value]}  ${say(`sign.${value}`)}` }))

function TheNumber({ unit, ...form }: FormState & { unit: string }) {
  const t = useTexts(texts)
  const number = { inputmode: 'decimal', dir: 'ltr', ...form } as const
  return (
    <FormPart id="teil-zahl" title={t('value.number')}>
      <TextField
        name="value"
        label={unit ? t('values.valueIn', { unit }) : t('value.value')}
        hint={`${t('form.number.hint')} ${t('value.value.hint')}`}
        short
        {...number}
      />
      <FieldRow>
        <TextField name="numerator" label={t('values.numerator')} optional {...number} />
        <TextField name="denominator" label={t('values.denominator')} optional {...number} />
      </FieldRow>
      <SelectField
        name="sign"
        label={t('value.sign')}
        hint={t('value.sign.hint')}
        options={signOptions(t)}
        empty={t('value.sign.none')}
        optional
        {...form}
      />
      <CheckboxGroup
        name="flags"
        label={t('value.flags')}
        options={observationFlags.map((value) => ({ value, label: t(`flag.${value}`) }))}
        optional
        {...form}
      />
      <TextField name="note" label={t('value.note')} hint={t('value.note.hint')} optional {...form} />
      <TextField name="source" label={t('value.source')} hint={t('value.source.hint')} optional {...form} />
    </FormPart>
  )
}
