import type { ComponentChildren } from 'preact'
import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, Button } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { PasswordField, TextField } from '#ui/text-fields.tsx'
import { formatInstant } from '#values/local-date.ts'
import { deviceOf } from '../model/device.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

interface AccountPartProps extends Pick<FormState, 'errors'> {
  /** Nothing but passwords is typed here. */
  secrets?: boolean
  title: string
  lead?: ComponentChildren
  scripts?: string[]
  children: ComponentChildren
}

/** A page below one's account. */
export function AccountPart({ title, lead, errors, secrets = false, scripts = [], children }: AccountPartProps) {
  const t = useTexts(texts)
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0}
      crumbs={[{ label: t('account'), path: paths.account }, { label: title }]}
      heading={<PageTitle title={title} lead={lead} />}
      scripts={scripts}
    >
      <ErrorSummary errors={errors} secrets={secrets} />
      {children}
    </Page>
  )
}

/** The current password, where there is one: shows that it is still the same person. */
export function ProofField({ hasPassword, ...form }: FormState & { hasPassword: boolean }) {
  const t = useTexts(texts)
  return hasPassword ? (
    <PasswordField name="currentPassword" label={t('currentPassword')} purpose="current-password" required {...form} />
  ) : null
}

interface Props extends FormState {
  hasPassword: boolean
}

export function PasswordPage({ hasPassword, ...form }: Props) {
  const t = useTexts(texts)
  return (
    <AccountPart title={t('password.change')} lead={t('password.change.lead')} errors={form.errors} secrets>
      <Form action={{ path: paths.password }}>
        <ProofField hasPassword={hasPassword} {...form} />
        <PasswordField
          name="newPassword"
          label={t('newPassword')}
          hint={t('newPassword.hint')}
          purpose="new-password"
          required
          {...form}
        />
        <FormActions cancel={{ path: paths.account }}>
          <Button primary>{t('newPassword.send')}</Button>
        </FormActions>
      </Form>
    </AccountPart>
  )
}

export function AddressPage({ hasPassword, email, ...form }: Props & { email: string }) {
  const t = useTexts(texts)
  return (
    <AccountPart title={t('address.change')} lead={t('address.change.lead', { email })} errors={form.errors}>
      <Form action={{ path: paths.address }}>
        <TextField
          type="email"
          name="newEmail"
          label={t('address.new')}
          autocomplete="email"
          dir="ltr"
          required
          {...form}
        />
        <ProofField hasPassword={hasPassword} {...form} />
        <FormActions cancel={{ path: paths.account }}>
          <Button primary>{t('link.send')}</Button>
        </FormActions>
      </Form>
    </AccountPart>
  )
}

interface SessionRow {
  sessionId: string
  isCurrent: boolean
  userAgent: string | null
  signedInAt: Date
}

export function SessionsPage({ sessions }: { sessions: SessionRow[] }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const device = ({ userAgent }: SessionRow) => {
    const { browser, system } = deviceOf(userAgent)
    return browser && system ? t('device', { browser, system }) : browser || system || t('device.unknown')
  }
  return (
    <AccountPart title={t('sessions')} lead={t('sessions.lead')} errors={{}}>
      <div class="tw-stack tw-stretch">
        <div class="tw-stacked">
          <Table
            caption={t('sessions')}
            captionHidden
            rows={sessions}
            columns={[
              {
                key: 'device',
                label: t('sessions.device'),
                rowHeader: true,
                cell: (session) => (
                  <>
                    {device(session)}
                    {session.isCurrent && <span class="tw-muted"> ({t('sessions.current')})</span>}
                  </>
                ),
              },
              {
                key: 'since',
                phoneLabel: true,
                label: t('sessions.since'),
                cell: ({ signedInAt }) => formatInstant(signedInAt, language),
              },
              {
                key: 'end',
                label: t('act'),
                cell: (session) => (
                  <ActionButton to={{ path: paths.sessionEnd(session.sessionId) }} small>
                    {session.isCurrent ? t('signOut') : t('sessions.end')}
                    <span class="tw-sr"> ({device(session)})</span>
                  </ActionButton>
                ),
              },
            ]}
          />
        </div>
        <ActionButton to={{ path: paths.signOutEverywhere }}>{t('signOutEverywhere')}</ActionButton>
      </div>
    </AccountPart>
  )
}
