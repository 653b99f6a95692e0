import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { CheckboxField, SelectField } from '#ui/choice-fields.tsx'
import { FieldRow, FormPart, type FormState } from '#ui/form.tsx'
import { LinkPicker } from '#ui/link-picker.tsx'
import { TextField } from '#ui/text-fields.tsx'
import type { FormChoices } from '../queries/choices.ts'
import { texts } from '../texts/index.ts'

/** Who does it, with whom, when and where. */
export function Who({ choices, ...form }: FormState & { choices: FormChoices }) {
  const t = useTexts(texts)
  const { units, actors } = choices.leads
  return (
    <FormPart id="teil-wer" title={t('form.who')}>
      <SelectField
        name="lead"
        label={t('form.lead')}
        hint={t('form.lead.hint')}
        options={[
          ...(units.length > 0 ? [{ label: t('form.lead.units'), options: units }] : []),
          ...(actors.length > 0 ? [{ label: t('form.lead.actors'), options: actors }] : []),
        ]}
        {...form}
      />
      <LeadSearch {...form} />
      <LinkPicker name="partnerIds" label={t('form.partners')} {...choices.partnerIds} {...form} optional />
      <LinkPicker name="partnerUnitIds" label={t('form.partnerUnits')} {...choices.partnerUnitIds} {...form} optional />
      <FieldRow>
        <TextField name="periodFrom" label={t('form.periodFrom')} hint={t('form.period.hint')} {...form} />
        <TextField name="periodTo" label={t('form.periodTo')} hint={t('form.period.hint')} {...form} optional />
      </FieldRow>
      <CheckboxField name="isPermanent" label={t('form.permanent')} {...form} />
      <LinkPicker
        name="areaIds"
        label={t('form.areas')}
        hint={t('form.areas.hint')}
        {...choices.areaIds}
        {...form}
        optional
      />
    </FormPart>
  )
}

/** Finds an actor that does not lead anything yet; what is found stands in the list above. */
function LeadSearch({ values }: FormState) {
  const t = useTexts(texts)
  return (
    <div class="tw-row tw-end">
      <div class="kern-form-input tw-grow">
        <label class="kern-label" for="leadSearch">
          {t('form.lead.search')}
        </label>
        <input
          type="search"
          class="kern-form-input__input"
          id="leadSearch"
          name="leadSearch"
          value={String(values['leadSearch'] ?? '')}
        />
      </div>
      <Button name="_search" value="lead">
        {t('form.lead.searchButton')}
      </Button>
    </div>
  )
}
