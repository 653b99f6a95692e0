import { useTexts } from '#platform/texts/texts.ts'
import { FieldRow, FormPart, type FormState } from '#ui/form.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { retentionKeys, retentionPeriods } from '../model/legal/retention.ts'
import { texts } from '../texts/index.ts'

/** How long data about persons are kept: each period with what is usual and how far one may go. */
export function Retention(form: FormState) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-aufbewahrung" title={t('retention')} lead={t('retention.lead')}>
      <FieldRow>
        {retentionKeys.map((key) => {
          const { usual, from, to, unit } = retentionPeriods[key]
          return (
            <TextField
              name={key}
              label={t(`field.${key}`)}
              hint={t(`retention.hint.${unit}`, { usual, from, to })}
              short
              inputmode="numeric"
              dir="ltr"
              {...form}
              optional
            />
          )
        })}
      </FieldRow>
      <p class="tw-small tw-prose">{t('retention.fixed')}</p>
    </FormPart>
  )
}
