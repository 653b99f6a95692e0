import { useTexts } from '#platform/texts/texts.ts'
import { Race, type Difference } from '#platform/things/race.tsx'
import { GoodToKnow, SaveButtons } from '#platform/things/thing-pages.tsx'
import { CheckboxGroup, RadioGroup, SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, FormSideNav, type FormState } from '#ui/form.tsx'
import { inGerman, pickedInGerman } from '#ui/german-options.tsx'
import { LinkPicker } from '#ui/link-picker.tsx'
import { ObjectHead } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-fields.tsx'
import { chosenStates, priorities } from '../model/need.ts'
import { rowsOf } from '../model/rows.ts'
import { paths } from '../paths.ts'
import type { NeedChoices } from '../queries/choices.ts'
import { texts } from '../texts/index.ts'
import { SourceRows } from './sources.tsx'

export interface NeedFormProps {
  values: Readonly<Record<string, string | string[]>>
  errors: FormState['errors']
  choices: NeedChoices
  existing: { id: number; version: number; title: string; publishedAt: Date | null } | undefined
  mayPublish: boolean
  race: Difference[] | undefined
}

export function NeedFormPage({ values, errors, choices, existing, mayPublish, race }: NeedFormProps) {
  const t = useTexts(texts)
  const title = existing ? t('edit') : t('new')
  const form = { values, errors }
  const action = existing ? paths.edit(existing.id) : paths.list
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
      heading={<ObjectHead title={title} {...(existing && { kind: 'need' as const, line: existing.title })} />}
    >
      <div class="tw-main">
        <div>
          {race && <Race differences={race} />}
          <ErrorSummary errors={errors} />
          <Form
            action={{ path: action }}
            {...(existing && { hidden: { version: String(values['version'] ?? existing.version) } })}
          >
            <About {...form} choices={choices} />
            <FormPart id="teil-quellen" title={t('form.sourcesPart')} lead={t('form.sources.hint')}>
              <SourceRows rows={rowsOf(values)} action={action} {...form} />
            </FormPart>
            <FormPart id="teil-ziele" title={t('form.links')}>
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
                name="goalIds"
                label={t('form.goalIds')}
                {...pickedInGerman(choices.goalIds)}
                {...form}
                optional
              />
            </FormPart>
            <StatePart {...form} />
            <FormActions cancel={{ path: existing ? paths.one(existing.id) : paths.list }}>
              <SaveButtons isPublished={isPublished} mayPublish={mayPublish} />
            </FormActions>
          </Form>
        </div>
        <aside class="tw-side tw-side--stick">
          <FormSideNav
            errors={errors}
            parts={[
              {
                id: 'teil-bedarf',
                title: t('form.about'),
                fields: ['statement', 'description', 'actionFieldId', 'targetGroupIds'],
              },
              {
                id: 'teil-quellen',
                title: t('form.sourcesPart'),
                fields: Object.keys(errors).filter((name) => name.startsWith('sources')),
              },
              { id: 'teil-ziele', title: t('form.links'), fields: ['topicIds', 'goalIds'] },
              { id: 'teil-stand', title: t('form.state'), fields: ['priority', 'state', 'rejectionReason'] },
            ]}
          />
          <GoodToKnow isPublished={isPublished}>
            <p class="tw-small tw-mt3">{t('form.publishRule')}</p>
          </GoodToKnow>
        </aside>
      </div>
    </Page>
  )
}

function About({ choices, ...form }: FormState & { choices: NeedChoices }) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-bedarf" title={t('form.about')}>
      <TextArea name="statement" label={t('form.statement')} hint={t('form.statement.hint')} rows={2} {...form} />
      <TextArea
        name="description"
        label={t('form.description')}
        hint={t('form.description.hint')}
        rows={5}
        {...form}
        optional
      />
      <FieldRow>
        <SelectField name="actionFieldId" label={t('form.actionFieldId')} options={choices.actionFields} {...form} />
        <SelectField
          name="priority"
          label={t('form.priority')}
          options={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
          empty={t('priority.ohne')}
          {...form}
          optional
        />
      </FieldRow>
      {choices.targetGroups.length > 0 && (
        <CheckboxGroup
          name="targetGroupIds"
          label={t('form.targetGroupIds')}
          options={inGerman(choices.targetGroups)}
          {...form}
        />
      )}
    </FormPart>
  )
}

function StatePart(form: FormState) {
  const t = useTexts(texts)
  const values = { ...form.values, state: form.values['state'] || 'NEW' }
  return (
    <FormPart id="teil-stand" title={t('form.state')}>
      <RadioGroup
        name="state"
        label={t('form.stateField')}
        options={chosenStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        values={values}
        errors={form.errors}
      />
      <TextArea
        name="rejectionReason"
        label={t('form.rejectionReason')}
        hint={t('form.rejectionReason.hint')}
        rows={2}
        {...form}
        optional
      />
    </FormPart>
  )
}
