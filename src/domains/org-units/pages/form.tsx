import { Race, type Difference } from '#platform/things/race.tsx'
import { thingTexts } from '#platform/things/texts/index.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { SelectField, type Option } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { SuggestField, Suggestions } from '#ui/suggest-field.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { inTreeOrder, levelOf, suggestedLevels, treeOf, withDescendants, type OrgUnit } from '../model/org-unit.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

interface Props extends FormState {
  units: OrgUnit[]
  /** Absent: a new unit. */
  existing?: { id: number; version: number; name: string }
  race?: Difference[]
}

export function UnitFormPage({ values, errors, units, existing, race }: Props) {
  const t = useTexts(texts)
  const title = existing ? t('edit') : t('new')
  const form = { values, errors }
  const own = existing ? withDescendants(units, existing.id) : new Set<number>()
  const options = unitOptions(units)
  const back = existing ? paths.one(existing.id) : paths.list
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...(existing ? [{ label: existing.name, path: paths.one(existing.id) }] : []),
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
        <FormPart id="teil-was" title={t('form.about')}>
          <FieldRow>
            <SuggestField
              name="levelName"
              label={t('form.levelName')}
              hint={t('form.levelName.hint')}
              list="ebenen"
              {...form}
            />
            <TextField
              name="code"
              label={t('form.code')}
              hint={t('form.code.hint')}
              dir="ltr"
              short
              {...form}
              optional
            />
          </FieldRow>
          <Suggestions id="ebenen" options={suggestedLevels(units)} />
          <TextField name="name" label={t('form.name')} hint={t('form.name.hint')} {...form} />
          <SelectField
            name="parentId"
            label={t('form.parentId')}
            options={options.filter(({ value }) => !own.has(Number(value)))}
            empty={t('form.parentId.none')}
            {...form}
          />
        </FormPart>
        <FormPart id="teil-zeit" title={t('form.time')}>
          <FieldRow>
            <TextField name="startedOn" label={t('form.startedOn')} hint={t('form.date.hint')} {...form} optional />
            <TextField name="endedOn" label={t('form.endedOn')} hint={t('form.endedOn.hint')} {...form} optional />
          </FieldRow>
          <SelectField
            name="mergedIntoId"
            label={t('form.mergedIntoId')}
            options={options.filter(({ value }) => Number(value) !== existing?.id)}
            empty={t('form.mergedIntoId.none')}
            {...form}
            optional
          />
        </FormPart>
        <FormPart id="teil-kontakt" title={t('form.reach')}>
          <FieldRow>
            <TextField
              name="phone"
              type="tel"
              label={t('form.phone')}
              hint={t('form.phone.hint')}
              dir="ltr"
              {...form}
              optional
            />
            <TextField
              name="email"
              type="email"
              label={t('form.email')}
              hint={t('form.email.hint')}
              dir="ltr"
              {...form}
              optional
            />
          </FieldRow>
        </FormPart>
        <FormActions cancel={{ path: back }}>
          <Button primary>{useTexts(thingTexts)('form.save')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}

/** Every unit with its level, indented as it stands in the tree. */
const unitOptions = (units: OrgUnit[]): Option[] =>
  inTreeOrder(treeOf(units)).map(({ unit, depth }) => ({
    value: String(unit.id),
    label: `${'\u2003'.repeat(depth)}${levelOf(unit)} ${unit.name}`,
  }))
