import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { FieldError } from '#ui/field.tsx'
import { FieldRow, HiddenField, type FormState } from '#ui/form.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { sourceKinds } from '../model/need.ts'
import type { TypedSource } from '../model/rows.ts'
import { texts } from '../texts/index.ts'

interface Props extends FormState {
  rows: readonly TypedSource[]
  /** Where the form goes; the buttons come back to this part of it. */
  action: string
}

/** The sources one below the other; rows come and go by buttons that keep what was typed. */
export function SourceRows({ rows, action, ...form }: Props) {
  const t = useTexts(texts)
  const here = { path: `${action}#teil-quellen` }
  return (
    <div class="tw-stack tw-stretch" id="sources">
      <FieldError name="sources" errors={form.errors} />
      <ul class="tw-rows">
        {rows.map((row, place) => {
          const name = (part: keyof TypedSource) => `sources.${place}.${part}`
          const number = String(place + 1)
          return (
            <li>
              <HiddenField name={name('id')} value={row.id} />
              <TextField
                name={name('text')}
                label={`${t('form.source', { place: number })}: ${t('form.sourceText')}`}
                hint={t('form.sourceText.hint')}
                {...form}
              />
              <FieldRow>
                <SelectField
                  name={name('kind')}
                  label={t('form.sourceKind')}
                  options={sourceKinds.map((value) => ({ value, label: t(`source.${value}`) }))}
                  empty={false}
                  {...form}
                />
                <TextField
                  name={name('date')}
                  label={t('form.sourceDate')}
                  hint={t('form.sourceDate.hint')}
                  {...form}
                  optional
                />
              </FieldRow>
              <Button small name="_rows" value={`remove-${place}`} action={here}>
                {t('form.removeSource', { place: number })}
              </Button>
            </li>
          )
        })}
      </ul>
      <div>
        <Button name="_rows" value="add" action={here}>
          {t('form.addSource')}
        </Button>
      </div>
    </div>
  )
}
