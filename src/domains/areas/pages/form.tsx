import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { RadioGroup, SelectField, type Option } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { Race, type Difference } from '#platform/things/race.tsx'
import { areaLevels } from '../model/area.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

interface Props extends FormState {
  parents: readonly Option[]
  existing?: { id: number; version: number; name: string }
  race?: Difference[]
}

export function AreaFormPage({ parents, existing, race, ...form }: Props) {
  const t = useTexts(texts)
  const title = existing ? t('edit') : t('new')
  const date = { hint: t('form.date.hint'), inputmode: 'numeric', dir: 'ltr', optional: true, ...form } as const
  return (
    <Page
      title={title}
      refused={Object.keys(form.errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...(existing ? [{ label: existing.name, path: paths.one(existing.id) }] : []),
        { label: title },
      ]}
      heading={<PageTitle title={title} />}
    >
      {race && <Race differences={race} />}
      <ErrorSummary errors={form.errors} />
      <Form
        action={{ path: existing ? paths.edit(existing.id) : paths.list }}
        {...(existing && { hidden: { version: existing.version } })}
      >
        <RadioGroup
          name="level"
          label={t('form.level')}
          options={areaLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
          {...form}
        />
        <TextField name="name" label={t('form.name')} lang="de" {...form} />
        <TextField
          name="areaKey"
          label={t('form.areaKey')}
          hint={t('form.areaKey.hint')}
          dir="ltr"
          short
          optional
          {...form}
        />
        <FieldRow>
          <TextField name="population" label={t('form.population')} inputmode="numeric" dir="ltr" optional {...form} />
          <SelectField name="parentId" label={t('form.parentId')} options={parents} optional {...form} />
        </FieldRow>
        <TextField name="edition" label={t('form.edition')} hint={t('form.edition.hint')} optional {...form} />
        <FieldRow>
          <TextField name="validFrom" label={t('form.validFrom')} {...date} />
          <TextField name="validTo" label={t('form.validTo')} {...date} />
        </FieldRow>
        <TextArea
          name="geometry"
          label={t('form.geometry')}
          hint={t('form.geometry.hint')}
          rows={6}
          dir="ltr"
          optional
          {...form}
        />
        <FormActions cancel={{ path: existing ? paths.one(existing.id) : paths.list }}>
          <Button primary>{t('form.save')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
