import { useTexts } from '#platform/texts/texts.ts'
import { Race, type Difference } from '#platform/things/race.tsx'
import { GoodToKnow, SaveButtons } from '#platform/things/thing-pages.tsx'
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from '#ui/choice-fields.tsx'
import { CooperationMark } from '#ui/cooperation-mark.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, FormSideNav, type FormState } from '#ui/form.tsx'
import { LinkPicker } from '#ui/link-picker.tsx'
import { inGerman, pickedInGerman } from '#ui/german-options.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { SuggestField, Suggestions } from '#ui/suggest-field.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { suggestedLanguages } from '#values/spoken-language.ts'
import { actorTypes, cooperationStates } from '../model/actor.ts'
import { paths } from '../paths.ts'
import type { ActorChoices } from '../queries/stored.ts'
import { texts } from '../texts/index.ts'

interface Props extends FormState {
  choices: ActorChoices
  /** Absent: a new actor. */
  existing?: { id: number; version: number; name: string; isPublished: boolean }
  mayPublish: boolean
  /** How we work together is said by the house, not by the actor. */
  maySayCooperation: boolean
  race?: Difference[]
}

const parts = [
  {
    id: 'teil-wer',
    key: 'about',
    fields: ['name', 'primaryType', 'otherTypes', 'description', 'offers', 'website', 'languages'],
  },
  { id: 'teil-wo', key: 'where', fields: ['place', 'actionFieldIds', 'areaIds'] },
  { id: 'teil-zusammen', key: 'together', fields: ['cooperation', 'cooperationForm', 'cooperationSince'] },
  { id: 'teil-recht', key: 'legal', fields: ['legalForm', 'registerNumber', 'isNonProfit'] },
] as const

export function ActorFormPage({ choices, existing, mayPublish, maySayCooperation, race, ...form }: Props) {
  const t = useTexts(texts)
  const title = existing ? t('edit') : t('new')
  const shown = parts.filter(({ key }) => key !== 'together' || maySayCooperation)
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
          <Form
            action={{ path: existing ? paths.edit(existing.id) : paths.list }}
            {...(existing && { hidden: { version: existing.version } })}
          >
            <About {...form} />
            <Where {...form} choices={choices} />
            {maySayCooperation && <Together {...form} />}
            <Legal {...form} />
            <CheckboxField name="isConfirmed" label={t('form.isConfirmed')} {...form} />
            <FormActions cancel={{ path: existing ? paths.one(existing.id) : paths.list }}>
              <SaveButtons isPublished={existing?.isPublished ?? false} mayPublish={mayPublish} />
            </FormActions>
          </Form>
        </div>
        <aside class="tw-side tw-side--stick" aria-label={title}>
          <FormSideNav
            errors={form.errors}
            parts={shown.map(({ id, key, fields }) => ({ id, title: t(`form.${key}`), fields }))}
          />
          <GoodToKnow isPublished={existing?.isPublished ?? false}>
            <p class="tw-small">{t('form.contactsElsewhere')}</p>
          </GoodToKnow>
        </aside>
      </div>
    </Page>
  )
}

function About(form: FormState) {
  const t = useTexts(texts)
  const types = actorTypes
    .map((value) => ({ value, label: t(`type.${value}`) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, t.language))
  return (
    <FormPart id="teil-wer" title={t('form.about')}>
      <TextField name="name" label={t('form.name')} {...form} />
      <SelectField
        name="primaryType"
        label={t('form.primaryType')}
        hint={t('form.primaryType.hint')}
        options={types}
        {...form}
      />
      <details class="tw-rowset" open={[form.values['otherTypes'] ?? []].flat().some(Boolean)}>
        <summary>{t('form.otherTypes')}</summary>
        <CheckboxGroup name="otherTypes" label={t('form.otherTypes')} options={types} {...form} optional />
      </details>
      <CheckboxField name="isMigrantOrganisation" label={t('form.isMigrantOrganisation')} {...form} />
      <TextArea
        name="description"
        label={t('form.description')}
        hint={t('form.description.hint')}
        rows={4}
        {...form}
        optional
      />
      <TextArea name="offers" label={t('form.offers')} hint={t('form.offers.hint')} rows={4} {...form} optional />
      <SuggestField
        name="languages"
        label={t('form.languages')}
        hint={t('form.languages.hint')}
        list="sprachen"
        {...form}
        optional
      />
      <Suggestions id="sprachen" options={suggestedLanguages()} />
      <TextField name="website" label={t('form.website')} type="url" dir="ltr" {...form} optional />
    </FormPart>
  )
}

function Where({ choices, ...form }: FormState & { choices: ActorChoices }) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-wo" title={t('form.where')}>
      <TextField name="place" label={t('form.place')} hint={t('form.place.hint')} {...form} optional />
      {choices.fields.length > 0 && (
        <CheckboxGroup
          name="actionFieldIds"
          label={t('form.actionFieldIds')}
          options={inGerman(choices.fields)}
          {...form}
          optional
        />
      )}
      <LinkPicker
        name="areaIds"
        label={t('form.areaIds')}
        hint={t('form.areaIds.hint')}
        {...pickedInGerman(choices.areaIds)}
        {...form}
        optional
      />
    </FormPart>
  )
}

function Together(form: FormState) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-zusammen" title={t('form.together')} lead={t('form.together.lead')}>
      <RadioGroup
        name="cooperation"
        label={t('form.cooperation')}
        options={cooperationStates.map((value) => ({
          value,
          label: <CooperationMark value={value} label={t(`cooperation.${value}`)} />,
        }))}
        {...form}
      />
      <TextField
        name="cooperationForm"
        label={t('form.cooperationForm')}
        hint={t('form.cooperationForm.hint')}
        {...form}
        optional
      />
      <TextField
        name="cooperationSince"
        label={t('form.cooperationSince')}
        hint={t('form.cooperationSince.hint')}
        short
        {...form}
        optional
      />
    </FormPart>
  )
}

function Legal(form: FormState) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-recht" title={t('form.legal')}>
      <FieldRow>
        <TextField name="legalForm" label={t('form.legalForm')} hint={t('form.legalForm.hint')} {...form} optional />
        <TextField
          name="registerNumber"
          label={t('form.registerNumber')}
          hint={t('form.registerNumber.hint')}
          {...form}
          optional
        />
      </FieldRow>
      <SelectField
        name="isNonProfit"
        label={t('form.isNonProfit')}
        empty={t('form.unknown')}
        options={{ yes: t('facts.yes'), no: t('facts.no') }}
        {...form}
        optional
      />
    </FormPart>
  )
}
