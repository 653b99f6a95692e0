import { useTexts } from '#platform/texts/texts.ts'
import { SelectField } from '#ui/choice-fields.tsx'
import { importKinds } from '../model/kinds.ts'
import { texts } from '../texts/index.ts'

/** What the file is a list of. */
export function KindField() {
  const t = useTexts(texts)
  return (
    <SelectField
      name="what"
      label={t('upload.what')}
      hint={t('upload.what.hint')}
      options={Object.keys(importKinds).map((what) => ({ value: what, label: t.dynamic(`list.${what}`) }))}
      values={{ what: 'measures' }}
      errors={{}}
    />
  )
}
