import { linkedTexts } from '#domains/action-fields/index.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Race, type Difference } from '#platform/things/race.tsx'
import { GoodToKnow, SaveButtons } from '#platform/things/thing-pages.tsx'
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from '#ui/choice-fields.tsx'
import { FieldGroup } from '#ui/field.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, FormSideNav, type FormState } from '#ui/form.tsx'
import { inGerman, pickedInGerman } from '#ui/german-options.tsx'
import { LinkPicker } from '#ui/link-picker.tsx'
import { ObjectHead } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { goalLevels, goalSources, relations } from '../model/goal.ts'
import { paths } from '../paths.ts'
import type { GoalChoices } from '../queries/choices.ts'
import { texts } from '../texts/index.ts'

export interface GoalFormProps extends FormState {
  choices: GoalChoices
  existing: { id: number; version: number; title: string; publishedAt: Date | null } | undefined
  mayPublish: boolean
  race: Difference[] | undefined
}

const parts = [
  { id: 'teil-ziel', key: 'about', fields: ['text', 'level', 'source', 'actionFieldId', 'budgetProductId'] },
  { id: 'teil-ebene', key: 'place', fields: ['parentId', 'relation', 'leadIn'] },
  { id: 'teil-bezug', key: 'links', fields: ['needIds', 'topicIds', 'indicatorIds'] },
  { id: 'teil-wirkung', key: 'effect', fields: ['stairStep', 'smartNote', 'evidence'] },
] as const

export function GoalFormPage({ values, errors, choices, existing, mayPublish, race }: GoalFormProps) {
  const t = useTexts(texts)
  const title = existing ? t('edit') : t('new')
  const form = { values, errors }
  const isPublished = existing?.publishedAt != null
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...(existing ? [{ label: t('one'), path: paths.one(existing.id) }] : []),
        { label: title },
      ]}
      heading={<ObjectHead title={title} {...(existing && { kind: 'goal' as const, line: existing.title })} />}
    >
      <div class="tw-main">
        <div>
          {race && <Race differences={race} />}
          <ErrorSummary errors={errors} />
          <Form
            action={{ path: existing ? paths.edit(existing.id) : paths.list }}
            {...(existing && { hidden: { version: String(values['version'] ?? existing.version) } })}
          >
            <About {...form} choices={choices} />
            <Place {...form} choices={choices} />
            <FormPart id="teil-bezug" title={t('form.links')}>
              <LinkPicker name="needIds" label={t('form.needIds')} {...pickedInGerman(choices.needIds)} {...form} />
              {choices.topics.length > 0 && (
                <CheckboxGroup
                  name="topicIds"
                  label={t('form.topicIds')}
                  options={inGerman(choices.topics)}
                  {...form}
                  optional
                />
              )}
              <LinkPicker
                name="indicatorIds"
                label={t('form.indicatorIds')}
                {...pickedInGerman(choices.indicatorIds)}
                {...form}
                optional
              />
            </FormPart>
            <Effect {...form} />
            <FormActions cancel={{ path: existing ? paths.one(existing.id) : paths.list }}>
              <SaveButtons isPublished={isPublished} mayPublish={mayPublish} />
            </FormActions>
          </Form>
        </div>
        <aside class="tw-side tw-side--stick">
          <FormSideNav
            errors={errors}
            parts={parts.map(({ id, key, fields }) => ({ id, title: t(`form.${key}`), fields }))}
          />
          <GoodToKnow isPublished={isPublished}>
            <p class="tw-small tw-mt3">{t('form.publishRule')}</p>
          </GoodToKnow>
        </aside>
      </div>
    </Page>
  )
}

type PartProps = FormState & { choices: GoalChoices }

function About({ choices, ...form }: PartProps) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  return (
    <FormPart id="teil-ziel" title={t('form.about')}>
      <TextArea name="text" label={t('form.text')} hint={t('form.text.hint')} rows={2} {...form} />
      <FieldRow>
        <SelectField
          name="level"
          label={t('form.level')}
          options={goalLevels.map((value) => ({ value, label: l(`level.${value}`) }))}
          {...form}
        />
        <SelectField
          name="source"
          label={t('form.source')}
          options={goalSources.map((value) => ({ value, label: t(`source.${value}`) }))}
          {...form}
        />
      </FieldRow>
      <SelectField
        name="actionFieldId"
        label={t('form.actionFieldId')}
        options={choices.actionFields}
        {...form}
        optional
      />
      <LinkPicker
        name="budgetProductId"
        label={t('form.budgetProductId')}
        hint={t('form.budgetProductId.hint')}
        {...pickedInGerman(choices.budgetProductId)}
        {...form}
        optional
      />
    </FormPart>
  )
}

function Place({ choices, ...form }: PartProps) {
  const t = useTexts(texts)
  const values = { ...form.values, relation: form.values['relation'] || 'DERIVED' }
  return (
    <FormPart id="teil-ebene" title={t('form.place')}>
      <LinkPicker
        name="parentId"
        label={t('form.parentId')}
        hint={t('form.parentId.hint')}
        {...pickedInGerman(choices.parentId)}
        {...form}
        optional
      />
      <RadioGroup
        name="relation"
        label={t('form.relation')}
        options={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
        values={values}
        errors={form.errors}
      />
      <TextField name="leadIn" label={t('form.leadIn')} hint={t('form.leadIn.hint')} {...form} optional />
    </FormPart>
  )
}

function Effect(form: FormState) {
  const t = useTexts(texts)
  const steps = [1, 2, 3, 4, 5, 6, 7] as const
  return (
    <FormPart id="teil-wirkung" title={t('form.effect')}>
      <SelectField
        name="stairStep"
        label={t('form.stairStep')}
        hint={t('form.stairStep.hint')}
        options={steps.map((step) => ({ value: String(step), label: `${step} · ${t(`stair.${step}`)}` }))}
        {...form}
        optional
      />
      <FieldGroup name="smart" label={t('form.smart')} hint={t('form.smart.hint')} {...form} optional>
        {(['specific', 'accepted', 'realistic'] as const).map((point) => (
          <CheckboxField name={point} label={t(`smart.${point}`)} hint={t(`smart.${point}.text`)} {...form} />
        ))}
      </FieldGroup>
      <TextArea name="smartNote" label={t('form.smartNote')} rows={2} {...form} optional />
      <TextArea name="evidence" label={t('form.evidence')} hint={t('form.evidence.hint')} rows={4} {...form} optional />
    </FormPart>
  )
}
