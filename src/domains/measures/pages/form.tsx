import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, FormSideNav, type FormState } from '#ui/form.tsx'
import { LinkPicker } from '#ui/link-picker.tsx'
import { CourseMark, StateMark } from '#ui/marks.tsx'
import { ObjectHead, SidePart } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { courses, measureKinds, measureStates } from '../model/measure.ts'
import { paths } from '../paths.ts'
import type { FormChoices } from '../queries/choices.ts'
import { texts } from '../texts/index.ts'
import { Who } from './form-who.tsx'
import { Race, type Difference } from '#platform/things/race.tsx'

export interface FormPageProps extends FormState {
  choices: FormChoices
  /** Absent: a new measure. */
  existing?: { id: number; version: number; number: string; isPublished: boolean }
  mayPublish: boolean
  /** Somebody saved meanwhile: what stands there now beside what was typed. */
  race?: Difference[]
}

const logicSteps = ['inputs', 'activities', 'outputs', 'outcomes', 'impact'] as const

const parts = [
  {
    id: 'teil-inhalt',
    key: 'about',
    fields: ['number', 'title', 'description', 'actionFieldId', 'kind', 'targetGroupIds', 'topicIds'],
  },
  { id: 'teil-wer', key: 'who', fields: ['lead', 'partnerIds', 'partnerUnitIds', 'periodFrom', 'periodTo', 'areaIds'] },
  { id: 'teil-ziele', key: 'links', fields: ['goalIds', 'indicatorIds'] },
  { id: 'teil-stand', key: 'state', fields: ['state', 'stateReason', 'progress', 'course', 'courseReason'] },
  { id: 'teil-wirkung', key: 'logic', fields: [...logicSteps, 'internalNote'] },
] as const

export function MeasureFormPage({ values, errors, choices, existing, mayPublish, race }: FormPageProps) {
  const t = useTexts(texts)
  const title = existing ? t('edit') : t('new')
  const form = { values, errors }
  const action = existing ? paths.edit(existing.id) : paths.list
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...(existing ? [{ label: existing.number, path: paths.one(existing.id) }] : []),
        { label: title },
      ]}
      heading={
        <ObjectHead
          title={title}
          {...(existing && { kind: 'measure' as const, line: `${t('one')} ${existing.number}` })}
        />
      }
    >
      <div class="tw-main">
        <div>
          {race && <Race differences={race} />}
          <ErrorSummary errors={errors} />
          <Form action={{ path: action }} {...(existing && { hidden: { version: existing.version } })}>
            <About {...form} choices={choices} />
            <Who {...form} choices={choices} />
            <FormPart id="teil-ziele" title={t('form.links')}>
              <LinkPicker name="goalIds" label={t('form.goals')} {...choices.goalIds} {...form} />
              <LinkPicker
                name="indicatorIds"
                label={t('form.indicators')}
                {...choices.indicatorIds}
                {...form}
                optional
              />
            </FormPart>
            <State {...form} />
            <FormPart id="teil-wirkung" title={t('form.logic')}>
              {logicSteps.map((step) => (
                <TextArea name={step} label={t(`logic.${step}`)} rows={2} {...form} optional />
              ))}
              <TextArea
                name="internalNote"
                label={t('form.internalNote')}
                hint={t('form.internalNote.hint')}
                {...form}
                optional
              />
            </FormPart>
            <FormActions cancel={{ path: existing ? paths.one(existing.id) : paths.list }}>
              {existing?.isPublished || !mayPublish ? (
                <Button primary>{t('form.save')}</Button>
              ) : (
                <>
                  <Button primary name="publish" value="1">
                    {t('form.saveAndPublish')}
                  </Button>
                  <Button>{t('form.saveDraft')}</Button>
                </>
              )}
            </FormActions>
          </Form>
        </div>
        <aside class="tw-side tw-side--stick" aria-label={t('form.goodToKnow')}>
          <FormSideNav
            errors={errors}
            parts={parts.map(({ id, key, fields }) => ({ id, title: t(`form.${key}`), fields }))}
          />
          <SidePart title={t('form.goodToKnow')}>
            <p class="tw-small">{existing?.isPublished ? t('form.goodToKnow.public') : t('form.goodToKnow.draft')}</p>
          </SidePart>
        </aside>
      </div>
    </Page>
  )
}

type PartProps = FormState & { choices: FormChoices }

function About({ choices, ...form }: PartProps) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-inhalt" title={t('form.about')}>
      <TextField name="number" label={t('form.number')} hint={t('form.number.hint')} short dir="ltr" {...form} />
      <TextField name="title" label={t('form.title')} hint={t('form.title.hint')} {...form} />
      <TextArea name="description" label={t('form.description')} hint={t('form.description.hint')} rows={6} {...form} />
      <FieldRow>
        <SelectField name="actionFieldId" label={t('form.actionField')} options={choices.actionFields} {...form} />
        <SelectField
          name="kind"
          label={t('form.kind')}
          options={measureKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form}
        />
      </FieldRow>
      {choices.targetGroups.length > 0 && (
        <CheckboxGroup
          name="targetGroupIds"
          label={t('form.targetGroups')}
          options={choices.targetGroups}
          {...form}
          optional
        />
      )}
      {choices.topics.length > 0 && (
        <CheckboxGroup name="topicIds" label={t('form.topics')} options={choices.topics} {...form} optional />
      )}
      <CheckboxField name="isFlagship" label={t('form.flagship')} {...form} />
      <CheckboxField name="isQuickWin" label={t('form.quickWin')} {...form} />
    </FormPart>
  )
}

function State(form: FormState) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-stand" title={t('form.state')}>
      <RadioGroup
        name="state"
        label={t('form.implementation')}
        options={measureStates.map((value) => ({
          value,
          label: <StateMark value={value} label={t(`state.${value}`)} />,
        }))}
        {...form}
      />
      <TextArea
        name="stateReason"
        label={t('form.stateReason')}
        hint={t('form.stateReason.hint')}
        rows={2}
        {...form}
        optional
      />
      <TextField
        name="progress"
        label={t('form.progress')}
        hint={t('form.progress.hint')}
        short
        inputmode="numeric"
        dir="ltr"
        {...form}
        optional
      />
      <RadioGroup
        name="course"
        label={t('form.course')}
        hint={t('form.course.hint')}
        options={courses.map((value) => ({ value, label: <CourseMark value={value} label={t(`course.${value}`)} /> }))}
        {...form}
      />
      <TextArea
        name="courseReason"
        label={t('form.courseReason')}
        hint={t('form.courseReason.hint')}
        rows={3}
        {...form}
        optional
      />
      <CheckboxField name="courseReleased" label={t('form.courseReleased')} {...form} />
    </FormPart>
  )
}
