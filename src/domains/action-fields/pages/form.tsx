import { useTexts } from '#platform/texts/texts.ts'
import { Race, type Difference } from '#platform/things/race.tsx'
import { GoodToKnow, SaveButtons } from '#platform/things/thing-pages.tsx'
import { SelectField, type Option } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import type { OrderKind } from '../model/forms.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

export interface OrderFormProps extends FormState {
  kind: OrderKind
  /** Absent: a new one. */
  existing: { id: number; version: number; title: string; publishedAt: Date | null } | undefined
  mayPublish: boolean
  /** Groups that this one may belong to. */
  parents: Option[]
  race: Difference[] | undefined
}

const kindPaths = { 'action-field': paths, 'cross-cutting-topic': paths.topics, 'target-group': paths.targetGroups }

export function OrderFormPage({ kind, values, errors, existing, mayPublish, parents, race }: OrderFormProps) {
  const t = useTexts(texts)
  const own = kindPaths[kind]
  const title = existing ? t(`${kind}.edit`) : t(`${kind}.new`)
  const form = { values, errors }
  const isPublished = existing?.publishedAt != null
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t(`${kind}.list`), path: own.list },
        ...(existing ? [{ label: existing.title, path: own.one(existing.id) }] : []),
        { label: title },
      ]}
      heading={<PageTitle title={title} />}
    >
      <div class="tw-main">
        <div>
          {race && <Race differences={race} />}
          <ErrorSummary errors={errors} />
          <Form
            action={{ path: existing ? own.edit(existing.id) : own.list }}
            {...(existing && { hidden: { version: String(values['version'] ?? existing.version) } })}
          >
            {kind === 'action-field' && (
              <TextField name="code" label={t('form.code')} hint={t('form.code.hint')} short dir="ltr" {...form} />
            )}
            <TextField name="title" label={t('form.title')} hint={t('form.title.hint')} {...form} />
            <TextArea
              name="description"
              label={t('form.description')}
              hint={t('form.description.hint')}
              rows={6}
              {...form}
              optional
            />
            {kind === 'target-group' && <GroupFields {...form} parents={parents} />}
            <FormActions cancel={{ path: existing ? own.one(existing.id) : own.list }}>
              <SaveButtons isPublished={isPublished} mayPublish={mayPublish} />
            </FormActions>
          </Form>
        </div>
        <aside class="tw-side tw-side--stick">
          <GoodToKnow isPublished={isPublished} />
        </aside>
      </div>
    </Page>
  )
}

function GroupFields({ parents, ...form }: FormState & { parents: Option[] }) {
  const t = useTexts(texts)
  return (
    <>
      <SelectField
        name="parentId"
        label={t('form.parentId')}
        options={parents}
        empty={t('form.parentId.none')}
        {...form}
        optional
      />
      <FieldRow>
        <TextField
          name="sizeValue"
          label={t('form.sizeValue')}
          hint={t('form.sizeValue.hint')}
          short
          inputmode="numeric"
          dir="ltr"
          {...form}
          optional
        />
        <TextField name="sizeDate" label={t('form.sizeDate')} hint={t('form.sizeDate.hint')} short {...form} optional />
      </FieldRow>
      <TextField name="sizeSource" label={t('form.sizeSource')} {...form} optional />
    </>
  )
}
