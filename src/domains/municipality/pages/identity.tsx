import { useTexts } from '#platform/texts/texts.ts'
import { CheckboxGroup, RadioGroup, SelectField } from '#ui/choice-fields.tsx'
import type { FormState } from '#ui/form.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { isInterfaceLanguage, isReadHere, languageNames } from '#values/language.ts'
import { federalStates, kinds, offeredLanguages } from '../model/municipality.ts'
import { texts } from '../texts/index.ts'

/** What a municipality is: asked when it is made, and in its first step. */
export function Identity(form: FormState) {
  const t = useTexts(texts)
  return (
    <>
      <TextField name="name" label={t('field.name')} hint={t('field.name.hint')} {...form} />
      <RadioGroup
        name="kind"
        label={t('field.kind')}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form}
      />
      <StateField {...form} />
    </>
  )
}

function StateField(form: FormState) {
  const t = useTexts(texts)
  return (
    <SelectField
      name="federalState"
      label={t('field.federalState')}
      hint={t('field.federalState.hint')}
      options={federalStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      {...form}
    />
  )
}

/** Which languages it offers besides German. */
export function Languages(form: FormState) {
  const t = useTexts(texts)
  return (
    <CheckboxGroup
      name="languages"
      label={t('field.languages')}
      hint={t('field.languages.hint')}
      options={offeredLanguages.map((value) => ({
        value,
        label: <bdi lang={value}>{languageNames[value]}</bdi>,
        ...(isInterfaceLanguage(value)
          ? {}
          : { hint: isReadHere(value) ? t('field.languages.onPages') : t('field.languages.textsOnly') }),
      }))}
      optional
      {...form}
    />
  )
}
