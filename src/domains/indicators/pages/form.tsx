import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { RadioGroup, SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, FieldRow, Form, FormActions, FormPart, FormSideNav, type FormState } from '#ui/form.tsx'
import { LinkPicker } from '#ui/link-picker.tsx'
import { ObjectHead, SidePart } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea, TextField } from '#ui/text-fields.tsx'
import { directions, indicatorKinds } from '../model/indicator.ts'
import { paths } from '../paths.ts'
import type { FormChoices } from '../queries/choices.ts'
import { texts } from '../texts/index.ts'
import { Race, type Difference } from '#platform/things/race.tsx'

interface Props extends FormState {
  choices: FormChoices
  /** Absent: a new indicator. */
  existing?: { id: number; version: number; code: string; isPublished: boolean }
  mayPublish: boolean
  /** Somebody saved meanwhile: what stands there now beside what was typed. */
  race?: Difference[]
}

const parts = [
  { id: 'teil-inhalt', key: 'about', fields: ['code', 'title', 'actionFieldId', 'kind', 'unit', 'decimals'] },
  {
    id: 'teil-ziel',
    key: 'aim',
    fields: ['direction', 'baselineValue', 'baselineDate', 'targetValue', 'targetDate', 'tolerance'],
  },
  { id: 'teil-herkunft', key: 'origin', fields: ['method', 'limits', 'source', 'licence'] },
  { id: 'teil-wozu', key: 'links', fields: ['goalIds', 'measureIds'] },
] as const

export function IndicatorFormPage({ values, errors, choices, existing, mayPublish, race }: Props) {
  const t = useTexts(texts)
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
      heading={
        <ObjectHead
          title={title}
          {...(existing && { kind: 'indicator' as const, line: `${t('one')} ${existing.code}` })}
        />
      }
    >
      <div class="tw-main">
        <div>
          {race && <Race differences={race} />}
          <ErrorSummary errors={errors} />
          <Form
            action={{ path: existing ? paths.edit(existing.id) : paths.list }}
            {...(existing && { hidden: { version: existing.version } })}
          >
            <About {...form} choices={choices} />
            <Aim {...form} />
            <Origin {...form} />
            <FormPart id="teil-wozu" title={t('form.links')}>
              <LinkPicker name="goalIds" label={t('form.goals')} {...choices.goalIds} {...form} optional />
              <LinkPicker name="measureIds" label={t('form.measures')} {...choices.measureIds} {...form} optional />
            </FormPart>
            <FormActions cancel={{ path: existing ? paths.one(existing.id) : paths.list }}>
              {existing?.isPublished || !mayPublish ? (
                <Button primary>{t('form.save')}</Button>
              ) : (
                <>
                  <Button primary name="publish" value="1">
                    {t('form.saveAndPublish')}
                  </Button>
                  <Button>{t('form.saveDraft')}</Button>
                </>
              )}
            </FormActions>
          </Form>
        </div>
        <aside class="tw-side tw-side--stick" aria-label={t('form.goodToKnow')}>
          <FormSideNav
            errors={errors}
            parts={parts.map(({ id, key, fields }) => ({ id, title: t(`form.${key}`), fields }))}
          />
          <SidePart title={t('form.goodToKnow')}>
            <p class="tw-small">{existing?.isPublished ? t('form.goodToKnow.public') : t('form.goodToKnow.draft')}</p>
          </SidePart>
        </aside>
      </div>
    </Page>
  )
}

function About({ choices, ...form }: FormState & { choices: FormChoices }) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-inhalt" title={t('form.about')}>
      <TextField name="code" label={t('form.code')} hint={t('form.code.hint')} short dir="ltr" {...form} />
      <TextField name="title" label={t('form.title')} hint={t('form.title.hint')} {...form} />
      <SelectField
        name="actionFieldId"
        label={t('form.actionField')}
        options={choices.actionFields}
        optional
        {...form}
      />
      <FieldRow>
        <SelectField
          name="kind"
          label={t('form.kind')}
          options={indicatorKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form}
        />
        <TextField name="unit" label={t('form.unit')} hint={t('form.unit.hint')} {...form} />
      </FieldRow>
      <TextField
        name="decimals"
        label={t('form.decimals')}
        hint={t('form.decimals.hint')}
        short
        inputmode="numeric"
        dir="ltr"
        {...form}
      />
    </FormPart>
  )
}

function Aim(form: FormState) {
  const t = useTexts(texts)
  const number = { hint: t('form.number.hint'), inputmode: 'decimal', dir: 'ltr', ...form } as const
  const date = { hint: t('form.date.hint'), inputmode: 'numeric', dir: 'ltr', ...form } as const
  return (
    <FormPart id="teil-ziel" title={t('form.aim')}>
      <RadioGroup
        name="direction"
        label={t('form.direction')}
        options={directions.map((value) => ({ value, label: t(`choice.${value}`) }))}
        {...form}
      />
      <FieldRow>
        <TextField name="baselineValue" label={t('form.baselineValue')} {...number} />
        <TextField name="baselineDate" label={t('form.baselineDate')} {...date} />
      </FieldRow>
      <FieldRow>
        <TextField name="targetValue" label={t('form.targetValue')} {...number} />
        <TextField name="targetDate" label={t('form.targetDate')} {...date} />
      </FieldRow>
      <TextField
        name="tolerance"
        label={t('form.tolerance')}
        hint={t('form.tolerance.hint')}
        short
        inputmode="decimal"
        dir="ltr"
        optional
        {...form}
      />
    </FormPart>
  )
}

function Origin(form: FormState) {
  const t = useTexts(texts)
  return (
    <FormPart id="teil-herkunft" title={t('form.origin')}>
      <TextArea name="method" label={t('form.method')} hint={t('form.method.hint')} rows={4} {...form} />
      <TextArea name="limits" label={t('form.limits')} hint={t('form.limits.hint')} rows={3} optional {...form} />
      <TextField name="source" label={t('form.source')} hint={t('form.source.hint')} {...form} />
      <TextField name="licence" label={t('form.licence')} hint={t('form.licence.hint')} dir="auto" optional {...form} />
    </FormPart>
  )
}
