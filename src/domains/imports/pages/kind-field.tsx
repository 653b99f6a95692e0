import { useTexts } from '#platform/texts/texts.ts'
import { SelectField } from '#ui/choice-fields.tsx'
import { importKinds } from '../model/kinds.ts'
import { texts } from '../texts/index.ts'

/** What the file, or the pasted table, is a list of. The page has both forms, so the box has two names. */
export function KindField({ name = 'what', chosen }: { name?: 'what' | 'pastedWhat'; chosen: string }) {
  const t = useTexts(texts)
  return (
    <SelectField
      name={name}
      label={t('upload.what')}
      hint={t('upload.what.hint')}
      options={Object.keys(importKinds).map((what) => ({ value: what, label: t.dynamic(`list.${what}`) }))}
      values={{ [name]: chosen }}
      errors={{}}
    />
  )
}
