import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { Note, PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { StepTrail } from '#ui/step-list.tsx'
import { stepKeys, type StepKey } from '../model/steps.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { Race, type Difference } from '#platform/things/race.tsx'

export interface StepForm extends FormState {
  /** What the fields held when the form was made. */
  fingerprint: string
  /** Steps where nothing is missing. */
  done: ReadonlySet<StepKey>
  /** Somebody saved the same step meanwhile. */
  race?: Difference[]
}

interface ShellProps extends StepForm {
  step: StepKey
  /** The page is one level below its step. */
  below?: string
  side?: ComponentChildren
  children: ComponentChildren
}

/** What every step has around its form: where one is, what is wrong, what is good to know. */
export function StepShell({ step, below, errors, done, race, side, children }: ShellProps) {
  const t = useTexts(texts)
  const title = below ?? t(`step.${step}`)
  const state = (key: StepKey) => (key === step ? 'current' : done.has(key) ? 'done' : 'todo')
  const label = t('settings.stepOf', { number: stepKeys.indexOf(step) + 1, total: stepKeys.length })
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0 || race !== undefined}
      crumbs={[
        { label: t('settings'), path: paths.settings },
        ...(below ? [{ label: t(`step.${step}`), path: paths.step(step) }] : []),
        { label: title },
      ]}
      heading={<PageTitle title={title} lead={t.dynamic(below ? 'word.lead' : `step.${step}.lead`)} />}
    >
      <div class="tw-main">
        <div class="tw-setup">
          <StepTrail label={label} steps={stepKeys.map(state)} />
          {race && <Race differences={race} />}
          <ErrorSummary errors={errors} />
          {children}
        </div>
        {side && (
          <aside class="tw-side" aria-label={t('settings.goodToKnow')}>
            {side}
          </aside>
        )}
      </div>
    </Page>
  )
}

/** The form of a step with its buttons. */
export function StepFormFrame({
  step,
  fingerprint,
  children,
  more,
}: {
  step: StepKey
  fingerprint: string
  children: ComponentChildren
  more?: ComponentChildren
}) {
  const t = useTexts(texts)
  return (
    <Form action={{ path: paths.step(step) }} hidden={{ fingerprint }}>
      {children}
      <FormActions cancel={{ path: paths.settings }}>
        <Button primary name="next" value="1">
          {step === 'legal' ? t('settings.save') : t('settings.saveAndGoOn')}
        </Button>
        {step !== 'legal' && <Button>{t('settings.save')}</Button>}
        {more}
      </FormActions>
    </Form>
  )
}

/** A value of the legal profile that nobody has checked says so. */
export function SourceNote({ isChecked, source }: { isChecked: boolean; source: string }) {
  const t = useTexts(texts)
  return (
    <Note tone={isChecked ? 'ok' : 'warn'}>
      <p class="tw-small">{isChecked ? t('legal.checked', { source }) : t('legal.unchecked', { source })}</p>
    </Note>
  )
}
