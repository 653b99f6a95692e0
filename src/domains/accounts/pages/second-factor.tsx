import { useTexts } from '#platform/texts/texts.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { Form, FormActions, FormPart, HiddenField, type FormState } from '#ui/form.tsx'
import { Note } from '#ui/object.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { AccountPart, ProofField } from './account-forms.tsx'
import { WayFields } from './way.tsx'

interface Props extends FormState {
  hasPassword: boolean
  hasTotp: boolean
  /** Municipalities that want it from this person. */
  requiredBy: readonly string[]
  next?: string | undefined
}

/** The second factor: to set it up, or what it is now. */
export function SecondFactorPage({ hasPassword, hasTotp, requiredBy, next, ...form }: Props) {
  const t = useTexts(texts)
  const required = requiredBy.length > 0 && (
    <Note tone="warn">{t('totp.required', { names: requiredBy.join(', ') })}</Note>
  )
  if (!hasTotp) {
    return (
      <AccountPart title={t('secondFactor')} lead={t('totp.lead')} errors={form.errors}>
        <div class="tw-stack">
          {required}
          <Form action={{ path: paths.secondFactorStart }}>
            <WayFields next={next} />
            <ProofField hasPassword={hasPassword} {...form} />
            <FormActions cancel={{ path: paths.account }}>
              <Button primary>{t('totp.start')}</Button>
            </FormActions>
          </Form>
        </div>
      </AccountPart>
    )
  }
  return (
    <AccountPart title={t('secondFactor')} lead={t('totp.isOn')} errors={form.errors}>
      <div class="tw-row">
        <LinkButton path={paths.recoveryCodes}>{t('recovery.renew')}</LinkButton>
        <LinkButton path={paths.secondFactorOff}>{t('totp.off')}</LinkButton>
      </div>
    </AccountPart>
  )
}

interface SetUpProps extends FormState {
  secret: string
  /** otpauth://…, what the QR code says. */
  uri: string
  recoveryCodes: readonly string[]
  next?: string | undefined
}

/** Secret, QR code and recovery codes: shown this once. Nothing asks for a code before the first right one. */
export function SetUpPage({ secret, uri, recoveryCodes, next, ...form }: SetUpProps) {
  const t = useTexts(texts)
  return (
    <AccountPart title={t('totp.setUp')} lead={t('totp.setUp.lead')} errors={form.errors}>
      <Form action={{ path: paths.secondFactor }}>
        <WayFields next={next} />
        <HiddenField name="secret" value={secret} />
        <HiddenField name="uri" value={uri} />
        <HiddenField name="recoveryCodes" value={recoveryCodes.join(' ')} />
        <FormPart id="app" title={t('totp.step1')} lead={t('totp.step1.text')}>
          <QrCode text={uri} label={t('totp.qr')} />
          <p>
            {t('totp.byHand')}{' '}
            <code class="tw-secret" dir="ltr">
              {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
            </code>
          </p>
          <p>
            <a href={uri}>{t('totp.onThisDevice')}</a>
          </p>
        </FormPart>
        <FormPart id="codes" title={t('totp.step2')} lead={t('recovery.text')}>
          <RecoveryCodes codes={recoveryCodes} />
        </FormPart>
        <FormPart id="proof" title={t('totp.step3')}>
          <TextField
            name="code"
            label={t('code.field')}
            hint={t('totp.code.hint')}
            autocomplete="one-time-code"
            inputmode="numeric"
            dir="ltr"
            short
            required
            {...form}
          />
        </FormPart>
        <FormActions cancel={{ path: paths.secondFactor }}>
          <Button primary>{t('totp.confirm')}</Button>
        </FormActions>
      </Form>
    </AccountPart>
  )
}

const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => (
  <ul class="tw-codes" dir="ltr">
    {codes.map((code) => (
      <li>
        <code>{code}</code>
      </li>
    ))}
  </ul>
)

/** New recovery codes: asks for the password first, then shows them this once. */
export function RecoveryPage({
  codes,
  hasPassword,
  ...form
}: FormState & { codes?: readonly string[]; hasPassword: boolean }) {
  const t = useTexts(texts)
  return (
    <AccountPart title={t('recovery')} lead={t('recovery.text')} errors={form.errors}>
      {codes ? (
        <div class="tw-stack">
          <RecoveryCodes codes={codes} />
          <LinkButton path={paths.account}>{t('recovery.kept')}</LinkButton>
        </div>
      ) : (
        <Form action={{ path: paths.recoveryCodes }}>
          <ProofField hasPassword={hasPassword} {...form} />
          <FormActions cancel={{ path: paths.secondFactor }}>
            <Button primary>{t('recovery.renew')}</Button>
          </FormActions>
        </Form>
      )}
    </AccountPart>
  )
}

/** Without a second factor again. Asks for a code, so that an open screen is not enough. */
export function SwitchOffPage({
  hasPassword,
  requiredBy,
  ...form
}: FormState & Pick<Props, 'hasPassword' | 'requiredBy'>) {
  const t = useTexts(texts)
  return (
    <AccountPart title={t('totp.off')} errors={form.errors}>
      <div class="tw-stack">
        {requiredBy.length > 0 && <Note tone="warn">{t('totp.required', { names: requiredBy.join(', ') })}</Note>}
        <Form action={{ path: paths.secondFactorOff }}>
          <TextField
            name="code"
            label={t('code.field')}
            autocomplete="one-time-code"
            dir="ltr"
            short
            required
            {...form}
          />
          <ProofField hasPassword={hasPassword} {...form} />
          <FormActions cancel={{ path: paths.secondFactor }}>
            <Button primary>{t('totp.off')}</Button>
          </FormActions>
        </Form>
      </div>
    </AccountPart>
  )
}
