import type { VNode } from 'preact'
import { paths as accountPaths } from '#domains/accounts/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { CheckboxField, RadioGroup } from '#ui/choice-fields.tsx'
import { FieldRow, type FormState } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { Note, SidePart } from '#ui/object.tsx'
import { DateField, TextArea, TextField } from '#ui/text-fields.tsx'
import type { LegalRules } from '../model/legal/legal.ts'
import { conformances } from '../model/profile.ts'
import type { StepKey } from '../model/steps.ts'
import { texts } from '../texts/index.ts'
import { Identity, Languages } from './identity.tsx'
import { OpenData } from './open-data.tsx'
import { Retention } from './retention.tsx'
import { SourceNote, StepFormFrame, StepShell, type StepForm } from './step-page.tsx'

/** Steps whose form is only fields; look, words and law have pages of their own. */
export type PlainStep = Exclude<StepKey, 'look' | 'words' | 'legal'>

interface StepPageProps extends StepForm {
  step: PlainStep
  rules: LegalRules
  /** Nobody here could approve anything. */
  isApproverMissing: boolean
}

export function StepPage({ step, rules, isApproverMissing, ...form }: StepPageProps) {
  const t = useTexts(texts)
  const Fields = fields[step]
  const hint = t.dynamic(`step.${step}.hint`)
  const side = hint === `step.${step}.hint` ? {} : { side: <Side hint={hint} step={step} rules={rules} /> }
  return (
    <StepShell step={step} {...form} {...side}>
      <StepFormFrame step={step} fingerprint={form.fingerprint}>
        {isApproverMissing && <NoApprover />}
        <Fields values={form.values} errors={form.errors} />
      </StepFormFrame>
    </StepShell>
  )
}

function Side({ hint, step, rules }: { hint: string; step: PlainStep; rules: LegalRules }) {
  const t = useTexts(texts)
  const value =
    step === 'privacy' ? rules.dataProtection : step === 'accessibility' ? rules.accessibilityEnforcement : undefined
  return (
    <SidePart title={t('settings.goodToKnow')}>
      <div class="tw-stack">
        <p class="tw-small">{hint}</p>
        {value && value.value !== null && <SourceNote isChecked={value.checked} source={value.source} />}
      </div>
    </SidePart>
  )
}

const fields: Record<PlainStep, (form: FormState) => VNode> = {
  identity: Identity,
  address: Address,
  imprint: Imprint,
  privacy: Privacy,
  accessibility: Accessibility,
  languages: Languages,
  rules: Rules,
  openData: OpenData,
}

function Address(form: FormState) {
  const t = useTexts(texts)
  return (
    <>
      <TextField name="office" label={t('field.office')} hint={t('field.office.hint')} {...form} />
      <TextField name="street" label={t('field.street')} {...form} />
      <FieldRow>
        <TextField
          name="postcode"
          label={t('field.postcode')}
          short
          dir="ltr"
          inputmode="numeric"

          {...form}
        />
        <TextField name="place" label={t('field.place')} {...form} />
      </FieldRow>
      <FieldRow>
        <TextField name="phone" label={t('field.phone')} type="tel" dir="ltr" {...form} />
        <TextField
          name="email"
          label={t('field.email')}
          hint={t('field.email.hint')}
          type="email"
          dir="ltr"
          {...form}
        />
      </FieldRow>
    </>
  )
}

function Imprint(form: FormState) {
  const t = useTexts(texts)
  return (
    <>
      <TextField
        name="representative"
        label={t('field.representative')}
        hint={t('field.representative.hint')}
        {...form}
      />
      <TextArea
        name="responsible"
        dir="auto"
        label={t('field.responsible')}
        hint={t('field.responsible.hint')}
        rows={3}
        {...form}
      />
      <TextField name="vatId" label={t('field.vatId')} short dir="ltr" {...form} optional />
      <TextArea
        name="supervisory"
        dir="auto"
        label={t('field.supervisory')}
        hint={t('field.supervisory.hint')}
        rows={3}
        {...form}
        optional
      />
    </>
  )
}

function Privacy(form: FormState) {
  const t = useTexts(texts)
  return (
    <>
      <TextArea
        name="officer"
        dir="auto"
        label={t('field.officer')}
        hint={t('field.officer.hint')}
        rows={3}
        {...form}
      />
      <TextField name="officerEmail" label={t('field.officerEmail')} type="email" dir="ltr" {...form} />
      <TextArea
        name="authority"
        dir="auto"
        label={t('field.authority')}
        hint={t('field.authority.hint')}
        rows={5}
        {...form}
      />
      <Retention {...form} />
    </>
  )
}

function Accessibility(form: FormState) {
  const t = useTexts(texts)
  return (
    <>
      <RadioGroup
        name="conformance"
        label={t('field.conformance')}
        hint={t('field.conformance.hint')}
        options={conformances.map((value) => ({ value, label: t(`conformance.${value}`) }))}
        stacked
        {...form}
      />
      <TextArea
        name="exceptions"
        dir="auto"
        label={t('field.exceptions')}
        hint={t('field.exceptions.hint')}
        rows={5}
        {...form}
      />
      <TextField name="method" label={t('field.method')} hint={t('field.method.hint')} {...form} />
      <DateField name="assessedOn" label={t('field.assessedOn')} hint={t('field.assessedOn.hint')} {...form} />
      <TextField
        name="contactEmail"
        label={t('field.contactEmail')}
        hint={t('field.contactEmail.hint')}
        type="email"
        dir="ltr"
        {...form}
        optional
      />
      <TextArea
        name="enforcement"
        dir="auto"
        label={t('field.enforcement')}
        hint={t('field.enforcement.hint')}
        rows={5}
        {...form}
      />
    </>
  )
}

function NoApprover() {
  const t = useTexts(texts)
  return (
    <Note tone="warn">
      <p>
        {t('approver.none')} <Link path={accountPaths.invite}>{t('approver.invite')}</Link>
      </p>
    </Note>
  )
}

function Rules(form: FormState) {
  const t = useTexts(texts)
  return (
    <>
      <CheckboxField
        name="approvalRequired"
        label={t('field.approvalRequired')}
        hint={t('field.approvalRequired.hint')}
        {...form}
      />
      <CheckboxField
        name="secondFactorRequired"
        label={t('field.secondFactorRequired')}
        hint={t('field.secondFactorRequired.hint')}
        {...form}
      />
    </>
  )
}
