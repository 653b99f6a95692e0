import { useTexts } from '#platform/texts/texts.ts'
import { RadioGroup } from '#ui/choice-fields.tsx'
import type { FormState } from '#ui/form.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { licenceKeys, licences } from '../model/open-data.ts'
import { texts } from '../texts/index.ts'

/** What portals of open data ask. */
export function OpenData(form: FormState) {
  const t = useTexts(texts)
  return (
    <>
      <RadioGroup
        name="dataLicence"
        label={t('field.dataLicence')}
        hint={t('field.dataLicence.hint')}
        options={licenceKeys.map((value) => ({
          value,
          label: <bdi lang="de">{licences[value].name}</bdi>,
          hint: licences[value].namesSource ? t('licence.namesSource') : t('licence.free'),
        }))}
        stacked
        {...form}
      />
      <TextField
        name="contributorId"
        label={t('field.contributorId')}
        hint={t('field.contributorId.hint')}
        dir="ltr"
        {...form}
        optional
      />
      <TextField
        name="areaKey"
        label={t('field.areaKey')}
        hint={t('field.areaKey.hint')}
        short
        dir="ltr"
        inputmode="numeric"
        {...form}
        optional
      />
    </>
  )
}
