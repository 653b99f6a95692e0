import { useTexts } from '#platform/texts/texts.ts'
import { Race, type Difference } from '#platform/things/race.tsx'
import { GoodToKnow, SaveButtons } from '#platform/things/thing-pages.tsx'
import { CheckboxField, CheckboxGroup, SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, FormSideNav, type FormState } from '#ui/form.tsx'
import { inGerman } from '#ui/german-options.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { Suggestions } from '#ui/suggest-field.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { bodyTypes } from '../model/body.ts'
import { paths } from '../paths.ts'
import type { BodyChoices } from '../queries/stored.ts'
import { texts } from '../texts/index.ts'
import { actorList, RelationRows, SeatRows, TaskRows, type Counts } from './rows.tsx'

interface Props extends FormState {
  choices: BodyChoices
  /** How many rows each group shows. */
  counts: Counts
  /** Absent: a new body. */
  existing?: { id: number; version: number; name: string; isPublished: boolean }
  mayPublish: boolean
  race?: Difference[]
}

const parts = [
  {
    id: 'teil-was',
    key: 'about',
    fields: ['name', 'shortName', 'type', 'purpose', 'meets', 'targetSize', 'since', 'legalBasis'],
  },
  { id: 'teil-aufgaben', key: 'tasks', fields: [] },
  { id: 'teil-sitze', key: 'seats', fields: [] },
  { id: 'teil-verbindungen', key: 'ties', fields: ['parentId'] },
] as const

export function BodyFormPage({ choices, counts, existing, mayPublish, race, ...form }: Props) {
  const t = useTexts(texts)
  const title = existing ? t('edit') : t('new')
  const action = { path: existing ? paths.edit(existing.id) : paths.list }
  const others = choices.bodies.filter(({ value }) => Number(value) !== existing?.id)
  const inRows = (group: string) => Object.keys(form.errors).filter((name) => name.startsWith(`${group}-`))
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
      <div class="tw-main">
        <div>
          {race && <Race differences={race} />}
          <ErrorSummary errors={form.errors} />
          <Form action={action} {...(existing && { hidden: { version: existing.version } })}>
            <About {...form} choices={choices} />
            <FormPart id="teil-aufgaben" title={t('form.tasks')} lead={t('form.tasks.lead')}>
              <TaskRows {...form} count={counts.tasks} action={action} />
            </FormPart>
            <FormPart id="teil-sitze" title={t('form.seats')} lead={t('form.seats.lead')}>
              <Suggestions id={actorList} options={choices.actors} />
              <SeatRows {...form} count={counts.seats} action={action} bodies={choices.bodies} />
              <CheckboxField name="isMemberListOpen" label={t('form.isMemberListOpen')} {...form} />
            </FormPart>
            <FormPart id="teil-verbindungen" title={t('form.ties')}>
              <SelectField
                name="parentId"
                label={t('form.parentId')}
                options={others}
                empty={t('form.parentId.none')}
                {...form}
              />
              <RelationRows {...form} count={counts.relations} action={action} bodies={others} />
            </FormPart>
            <FormActions cancel={{ path: existing ? paths.one(existing.id) : paths.list }}>
              <SaveButtons isPublished={existing?.isPublished ?? false} mayPublish={mayPublish} />
            </FormActions>
          </Form>
        </div>
        <aside class="tw-side tw-side--stick" aria-label={title}>
          <FormSideNav
            errors={form.errors}
            parts={parts.map(({ id, key, fields }) => ({
              id,
              title: t(`form.${key}`),
              fields: [...fields, ...inRows(key === 'ties' ? 'relations' : key)],
            }))}
          />
          <GoodToKnow isPublished={existing?.isPublished ?? false} />
        </aside>
      </div>
    </Page>
  )
}

function About({ choices, ...form }: FormState & { choices: BodyChoices }) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-was" title={t('form.about')}>
      <TextField name="name" label={t('form.name')} {...form} />
      <FieldRow>
        <TextField name="shortName" label={t('form.shortName')} hint={t('form.shortName.hint')} {...form} optional />
        <SelectField
          name="type"
          label={t('form.type')}
          options={bodyTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          {...form}
        />
      </FieldRow>
      <TextArea name="purpose" label={t('form.purpose')} hint={t('form.purpose.hint')} rows={3} {...form} />
      {choices.fields.length > 0 && (
        <CheckboxGroup
          name="actionFieldIds"
          label={t('form.actionFieldIds')}
          options={inGerman(choices.fields)}
          {...form}
          optional
        />
      )}
      <FieldRow>
        <TextField name="meets" label={t('form.meets')} hint={t('form.meets.hint')} {...form} optional />
        <TextField name="since" label={t('form.since')} hint={t('form.since.hint')} short {...form} optional />
      </FieldRow>
      <FieldRow>
        <TextField
          name="targetSize"
          label={t('form.targetSize')}
          inputmode="numeric"
          dir="ltr"
          short
          {...form}
          optional
        />
        <TextField name="legalBasis" label={t('form.legalBasis')} hint={t('form.legalBasis.hint')} {...form} optional />
      </FieldRow>
    </FormPart>
  )
}
