import { useTexts } from '#platform/texts/texts.ts'
import { Race, type Difference } from '#platform/things/race.tsx'
import { thingTexts } from '#platform/things/texts/index.ts'
import { Button } from '#ui/buttons.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { inTreeOrder, productLevels, treeOf, type BudgetProduct } from '../model.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

interface Props extends FormState {
  products: BudgetProduct[]
  /** Absent: a new product. */
  existing?: { id: number; version: number; code: string }
  race?: Difference[]
}

export function ProductFormPage({ values, errors, products, existing, race }: Props) {
  const t = useTexts(texts)
  const things = useTexts(thingTexts)
  const title = existing ? t('edit') : t('new')
  const form = { values, errors }
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...(existing ? [{ label: existing.code, path: paths.one(existing.id) }] : []),
        { label: title },
      ]}
      heading={<PageTitle title={title} />}
    >
      {race && <Race differences={race} />}
      <ErrorSummary errors={errors} />
      <Form
        action={{ path: existing ? paths.edit(existing.id) : paths.list }}
        {...(existing && { hidden: { version: existing.version } })}
      >
        <FieldRow>
          <SelectField
            name="level"
            label={t('form.level')}
            options={productLevels.map((value) => ({ value, label: t.dynamic(`level.${value}`) }))}
            {...form}
          />
          <TextField name="code" label={t('form.code')} hint={t('form.code.hint')} dir="ltr" short {...form} />
        </FieldRow>
        <TextField name="title" label={t('form.title')} {...form} />
        <SelectField
          name="parentId"
          label={t('form.parentId')}
          empty={t('form.parentId.none')}
          options={inTreeOrder(treeOf(products))
            .filter(({ product }) => product.level !== 'PRODUCT' && product.id !== existing?.id)
            .map(({ product, depth }) => ({
              value: String(product.id),
              label: `${'\u2003'.repeat(depth)}${product.code} ${product.title}`,
            }))}
          {...form}
        />
        <TextArea
          name="costObjects"
          label={t('form.costObjects')}
          hint={t('form.costObjects.hint')}
          rows={4}
          dir="ltr"
          {...form}
          optional
        />
        <FormActions cancel={{ path: existing ? paths.one(existing.id) : paths.list }}>
          <Button primary>{things('form.save')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
