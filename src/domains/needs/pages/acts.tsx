import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { CheckboxGroup, RadioGroup, SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, type FormState } from '#ui/form.tsx'
import { inGerman, pickedInGerman } from '#ui/german-options.tsx'
import { LinkPicker } from '#ui/link-picker.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { sourceKinds } from '../model/need.ts'
import { paths } from '../paths.ts'
import type { NeedChoices, Picked } from '../queries/choices.ts'
import { texts } from '../texts/index.ts'

/** Says no to a need. The reason is what the public reads. */
export function RejectPage({ need, ...form }: FormState & { need: { id: number; title: string } }) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('reject.title')}
      refused={Object.keys(form.errors).length > 0}
      crumbs={[
        { label: t('title'), path: paths.list },
        { label: t('one'), path: paths.one(need.id) },
        { label: t('reject') },
      ]}
      heading={<PageTitle title={t('reject.title')} lead={need.title} />}
    >
      <ErrorSummary errors={form.errors} />
      <Form action={{ path: paths.reject(need.id) }}>
        <TextArea name="rejectionReason" label={t('reject.reason')} hint={t('reject.lead')} rows={4} {...form} />
        <FormActions cancel={{ path: paths.one(need.id) }}>
          <Button primary>{t('reject.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}

/** Chooses needs and the one that stays. */
export function MergePage({ picked, ...form }: FormState & { picked: Picked }) {
  const t = useTexts(texts)
  const [only] = picked.chosen
  return (
    <Page
      title={t('merge.title')}
      refused={Object.keys(form.errors).length > 0}
      crumbs={[{ label: t('title'), path: paths.list }, { label: t('merge') }]}
      heading={<PageTitle title={t('merge.title')} lead={t('merge.lead')} />}
    >
      <ErrorSummary errors={form.errors} />
      <Form action={{ path: paths.merge }}>
        <LinkPicker
          name="ids"
          label={t('merge.ids')}
          hint={t('merge.ids.hint')}
          {...pickedInGerman(picked)}
          {...form}
        />
        {picked.chosen.length > 0 && (
          <RadioGroup
            name="into"
            label={t('merge.into')}
            options={inGerman(picked.chosen)}
            stacked
            values={{ ...form.values, into: form.values['into'] || only?.value }}
            errors={form.errors}
          />
        )}
        <FormActions cancel={{ path: paths.list }}>
          <Button primary>{t('merge.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}

/** Several needs by pasting lines. */
export function SeveralPage({ choices, ...form }: FormState & { choices: NeedChoices }) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('several.title')}
      refused={Object.keys(form.errors).length > 0}
      crumbs={[{ label: t('title'), path: paths.list }, { label: t('several') }]}
      heading={<PageTitle title={t('several.title')} lead={t('several.lead')} />}
    >
      <ErrorSummary errors={form.errors} />
      <Form action={{ path: paths.several }}>
        <TextArea name="lines" label={t('several.lines')} hint={t('several.lines.hint')} rows={12} {...form} />
        <FormPart id="teil-alle" title={t('several.shared')}>
          <SelectField
            name="actionFieldId"
            label={t('form.actionFieldId')}
            options={choices.actionFields}
            {...form}
            optional
          />
          {choices.targetGroups.length > 0 && (
            <CheckboxGroup
              name="targetGroupIds"
              label={t('form.targetGroupIds')}
              options={inGerman(choices.targetGroups)}
              {...form}
              optional
            />
          )}
          <TextField
            name="sourceText"
            label={`${t('form.sources')}: ${t('form.sourceText')}`}
            hint={t('form.sourceText.hint')}
            {...form}
            optional
          />
          <FieldRow>
            <SelectField
              name="sourceKind"
              label={t('form.sourceKind')}
              options={sourceKinds.map((value) => ({ value, label: t(`source.${value}`) }))}
              {...form}
              optional
            />
            <TextField
              name="sourceDate"
              label={t('form.sourceDate')}
              hint={t('form.sourceDate.hint')}
              {...form}
              optional
            />
          </FieldRow>
        </FormPart>
        <FormActions cancel={{ path: paths.list }}>
          <Button primary>{t('several.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
