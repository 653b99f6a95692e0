import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { chapterPlaces, phaseStates, segments, type PartKind } from '../model/parts.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Race, type Difference } from '#platform/things/race.tsx'

export interface PartFormProps extends FormState {
  kind: PartKind
  /** Absent: a new one. */
  existing?: { id: number; version: number; isPublished: boolean }
  mayPublish: boolean
  /** The fields after which a chapter can stand. */
  fields: readonly { value: string; label: string }[]
  race?: Difference[]
}

/** A chapter, a phase or an event. */
export function PartFormPage({ kind, values, errors, existing, mayPublish, fields, race }: PartFormProps) {
  const t = useTexts(texts)
  const title = existing ? t(`edit.${kind}`) : t(`new.${kind}`)
  const segment = segments[kind]
  const Fields = { chapter: ChapterFields, phase: PhaseFields, event: EventFields }[kind]
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[{ label: t('plan'), path: paths.plan }, { label: t('arrange'), path: paths.arrange }, { label: title }]}
      heading={<PageTitle title={title} />}
    >
      {race && <Race differences={race} />}
      <ErrorSummary errors={errors} />
      <Form
        action={{ path: existing ? paths.part(segment, existing.id, 'bearbeiten') : paths.parts(segment) }}
        {...(existing && { hidden: { version: existing.version } })}
      >
        <FormPart id="teil-inhalt" title={t(`one.${kind}`)}>
          <Fields values={values} errors={errors} fields={fields} />
        </FormPart>
        <FormActions cancel={{ path: paths.arrange }}>
          {existing?.isPublished || !mayPublish ? (
            <Button primary>{t('save')}</Button>
          ) : (
            <>
              <Button primary name="publish" value="1">
                {t('saveAndPublish')}
              </Button>
              <Button>{t('saveDraft')}</Button>
            </>
          )}
        </FormActions>
      </Form>
    </Page>
  )
}

function ChapterFields({ fields, ...form }: FormState & Pick<PartFormProps, 'fields'>) {
  const t = useTexts(texts)
  return (
    <>
      <TextField name="title" label={t('form.title')} {...form} />
      <RadioGroup
        name="place"
        label={t('form.place')}
        options={chapterPlaces.map((value) => ({ value, label: t(`place.${value}`) }))}
        stacked
        {...form}
      />
      {fields.length > 0 && (
        <SelectField
          name="afterFieldId"
          label={t('form.afterFieldId')}
          hint={t('form.afterFieldId.hint')}
          options={fields}
          empty={t('form.afterFieldId.all')}
          {...form}
          optional
        />
      )}
      <TextArea name="text" label={t('form.text')} hint={t('form.markdown')} rows={16} {...form} />
    </>
  )
}

function PhaseFields({ values, errors }: FormState) {
  const form = { values, errors }
  const t = useTexts(texts)
  return (
    <>
      <TextField name="title" label={t('form.title')} {...form} />
      <FieldRow>
        <TextField name="periodFrom" label={t('form.periodFrom')} hint={t('form.period.hint')} {...form} optional />
        <TextField name="periodTo" label={t('form.periodTo')} hint={t('form.period.hint')} {...form} optional />
      </FieldRow>
      <RadioGroup
        name="state"
        label={t('form.phaseState')}
        options={phaseStates.map((value) => ({ value, label: t(`phase.${value}`) }))}
        {...form}
      />
      <TextArea name="outcome" label={t('form.outcome')} hint={t('form.outcome.hint')} {...form} optional />
    </>
  )
}

function EventFields({ values, errors }: FormState) {
  const form = { values, errors }
  const t = useTexts(texts)
  return (
    <>
      <TextField name="title" label={t('form.title')} {...form} />
      <TextField name="date" label={t('form.date')} hint={t('form.period.hint')} {...form} />
      <CheckboxField name="isTentative" label={t('form.tentative')} {...form} />
      <TextArea name="text" label={t('form.eventText')} {...form} optional />
    </>
  )
}
