import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, FormSideNav, type FormState } from '#ui/form.tsx'
import { PageTitle, SidePart } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { DateField, TextArea, TextField } from '#ui/text-fields.tsx'
import { versionStates } from '../model/version.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Race, type Difference } from '#platform/things/race.tsx'

export interface VersionFormProps extends FormState {
  version: number
  isPublished: boolean
  race?: Difference[]
}

const parts = [
  { id: 'teil-fassung', key: 'name', fields: ['title', 'label', 'state', 'periodFrom', 'periodTo', 'lead'] },
  { id: 'teil-worum', key: 'about', fields: ['understanding', 'understandingSource', 'mainGoal', 'carriers'] },
  { id: 'teil-herkunft', key: 'origin', fields: ['formerTitles', 'strategyTitle', 'strategyUrl', 'strategyItems'] },
  { id: 'teil-beschluss', key: 'decision', fields: ['decisionBody', 'decisionDate', 'decisionPaper', 'decisionText'] },
] as const

/** The text of the version: everything about the plan that belongs to no field and no chapter. */
export function VersionFormPage({ values, errors, version, isPublished, race }: VersionFormProps) {
  const t = useTexts(texts)
  const title = t('plan.edit')
  const form = { values, errors }
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[{ label: t('plan'), path: paths.plan }, { label: title }]}
      heading={<PageTitle title={title} />}
    >
      <div class="tw-main">
        <div>
          {race && <Race differences={race} />}
          <ErrorSummary errors={errors} />
          <Form action={{ path: paths.edit }} hidden={{ version }}>
            <NamePart {...form} />
            <FormPart id="teil-worum" title={t('form.about')}>
              <TextArea
                name="understanding"
                label={t('understanding')}
                hint={t('form.markdown')}
                rows={5}
                {...form}
                optional
              />
              <TextField
                name="understandingSource"
                label={t('form.understandingSource')}
                hint={t('form.understandingSource.hint')}
                {...form}
                optional
              />
              <TextArea name="mainGoal" label={t('mainGoal')} hint={t('form.mainGoal.hint')} {...form} optional />
              <TextArea name="carriers" label={t('carriers')} hint={t('form.perLine')} {...form} optional />
            </FormPart>
            <FormPart id="teil-herkunft" title={t('form.origin')}>
              <TextArea
                name="formerTitles"
                label={t('formerTitles')}
                hint={t('form.formerTitles.hint')}
                rows={2}
                {...form}
                optional
              />
              <TextField name="strategyTitle" label={t('strategy')} {...form} optional />
              <TextField name="strategyUrl" label={t('form.strategyUrl')} type="url" dir="ltr" {...form} optional />
              <TextArea
                name="strategyItems"
                label={t('form.strategyItems')}
                hint={t('form.perLine')}
                {...form}
                optional
              />
            </FormPart>
            <FormPart id="teil-beschluss" title={t('decision')}>
              <FieldRow>
                <TextField name="decisionBody" label={t('form.decisionBody')} {...form} optional />
                <TextField name="decisionPaper" label={t('form.decisionPaper')} dir="ltr" {...form} optional />
              </FieldRow>
              <DateField name="decisionDate" label={t('form.decisionDate')} {...form} optional />
              <TextArea name="decisionText" label={t('form.decisionText')} {...form} optional />
            </FormPart>
            <FormActions cancel={{ path: paths.plan }}>
              <Button primary>{t('save')}</Button>
            </FormActions>
          </Form>
        </div>
        <aside class="tw-side tw-side--stick" aria-label={t('form.goodToKnow')}>
          <FormSideNav
            errors={errors}
            parts={parts.map(({ id, key, fields }) => ({
              id,
              title: key === 'decision' ? t('decision') : t(`form.${key}`),
              fields,
            }))}
          />
          <SidePart title={t('form.goodToKnow')}>
            <p class="tw-small">{isPublished ? t('form.goodToKnow.public') : t('form.goodToKnow.draft')}</p>
          </SidePart>
        </aside>
      </div>
    </Page>
  )
}

function NamePart(form: FormState) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-fassung" title={t('form.name')}>
      <TextField name="title" label={t('form.title')} {...form} />
      <TextField name="label" label={t('form.label')} hint={t('form.label.hint')} {...form} optional />
      <SelectField
        name="state"
        label={t('version.state')}
        options={versionStates.map((value) => ({ value, label: t(`version.${value}`) }))}
        empty={false}
        {...form}
      />
      <FieldRow>
        <TextField name="periodFrom" label={t('form.periodFrom')} hint={t('form.period.hint')} {...form} optional />
        <TextField name="periodTo" label={t('form.periodTo')} hint={t('form.period.hint')} {...form} optional />
      </FieldRow>
      <TextArea name="lead" label={t('form.lead')} hint={t('form.lead.hint')} {...form} optional />
    </FormPart>
  )
}
