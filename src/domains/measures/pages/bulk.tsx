import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, type FormState } from '#ui/form.tsx'
import { LinkPicker } from '#ui/link-picker.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { bulkChanges } from '../model/bulk.ts'
import { measureKinds, measureStates } from '../model/measure.ts'
import { paths } from '../paths.ts'
import type { PickedThings } from '../queries/choices.ts'
import type { Leads } from '../queries/leads.ts'
import type { MeasureOptions } from '../queries/options.ts'
import { texts } from '../texts/index.ts'

export interface BulkProps extends FormState {
  leads: Leads
  /** Fields and target groups, as the filter offers them. */
  options: Pick<MeasureOptions, 'actionFields' | 'targetGroups'>
  /** Goals and areas that are ticked or were found. */
  picked: PickedThings | undefined
  /** Address of the list with its filter, to come back to. */
  back: string
  /** Ids of the measures on this page, for "all on this page". */
  shown: readonly number[]
}

/** The table with a box per row, and below it what can be changed for all ticked rows at once. */
export function Bulk({
  leads,
  options,
  picked,
  back,
  shown,
  children,
  ...form
}: BulkProps & { children: ComponentChildren }) {
  const t = useTexts(texts)
  return (
    <Form action={{ path: paths.bulk }} hidden={{ back, shown: shown.join(' ') }}>
      <ErrorSummary errors={form.errors} />
      {children}
      <section class="tw-form__part" aria-labelledby="mehrere">
        <h2 class="kern-heading-medium" id="mehrere">
          {t('bulk.title')}
        </h2>
        <CheckboxField name="all" label={t('bulk.all', { count: shown.length })} {...form} />
        <RadioGroup
          name="change"
          label={t('bulk.change')}
          options={bulkChanges.map((value) => ({ value, label: t(`bulk.change.${value}`) }))}
          {...form}
        />
        <FieldRow>
          <SelectField
            name="state"
            label={t('bulk.change.state')}
            options={measureStates.map((value) => ({ value, label: t(`state.${value}`) }))}
            optional
            {...form}
          />
          <TextField name="stateReason" label={t('form.stateReason')} optional {...form} />
        </FieldRow>
        <FieldRow>
          <SelectField
            name="lead"
            label={t('bulk.change.lead')}
            options={[
              { label: t('form.lead.units'), options: leads.units },
              { label: t('form.lead.actors'), options: leads.actors },
            ]}
            optional
            {...form}
          />
          <TextField name="year" label={t('bulk.year')} short inputmode="numeric" dir="ltr" optional {...form} />
        </FieldRow>
        <FieldRow>
          <SelectField
            name="kind"
            label={t('bulk.change.kind')}
            options={measureKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            optional
            {...form}
          />
          <SelectField
            name="actionFieldId"
            label={t('bulk.change.actionField')}
            options={options.actionFields}
            optional
            {...form}
          />
          <SelectField
            name="targetGroupId"
            label={t('bulk.change.targetGroup')}
            options={options.targetGroups}
            optional
            {...form}
          />
        </FieldRow>
        <LinkPicker
          name="goalIds"
          label={t('form.goals')}
          chosen={picked?.goalIds.chosen ?? []}
          found={picked?.goalIds.found}
          optional
          {...form}
        />
        <LinkPicker
          name="areaIds"
          label={t('form.areas')}
          chosen={picked?.areaIds.chosen ?? []}
          found={picked?.areaIds.found}
          optional
          {...form}
        />
        <FormActions>
          <Button>{t('bulk.do')}</Button>
        </FormActions>
      </section>
    </Form>
  )
}
