import { useTexts } from '#platform/texts/texts.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { Columns, PageTitle, SidePart } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { PasswordField, TextField } from '#ui/text-fields.tsx'
import { withQuery } from '#values/query.ts'
import type { KeptForm } from '../model/kept.ts'
import { paths } from '../paths.ts'
import type { ExampleAccounts } from '../queries/examples.ts'
import { texts } from '../texts/index.ts'
import { Examples } from './examples.tsx'
import { WayFields } from './way.tsx'

export interface SignInProps extends FormState {
  next?: string | undefined
  kept?: KeptForm | undefined
  /** Example accounts, in demo mode. */
  examples?: ExampleAccounts | undefined
  /** Mails lie in a folder and may be read at /mail. */
  showsMails: boolean
  /** Name of the county's own sign-in. */
  oidc?: string | undefined
  hasPasskeys: boolean
}

export function SignInPage({ examples, showsMails, oidc, hasPasskeys, ...form }: SignInProps) {
  const t = useTexts(texts)
  const { next, errors } = form
  return (
    <Page
      title={t('signIn')}
      refused={Object.keys(errors).length > 0}
      scripts={hasPasskeys ? ['passkey.js'] : []}
      heading={<PageTitle title={t('signIn')} lead={t('signIn.lead')} first />}
    >
      <Columns
        label={t('signIn.other')}
        side={
          <>
            <SidePart title={t('signIn.noPassword')}>
              <p class="tw-small">{t('signIn.noPassword.text')}</p>
              <p>
                <Link path={withQuery(paths.requestLink, { weiter: next })}>{t('link.ask')}</Link>
              </p>
              <p>
                <Link path={paths.forgotten}>{t('forgotten')}</Link>
              </p>
            </SidePart>
            {(oidc ?? hasPasskeys) && (
              <SidePart title={t('signIn.other')}>
                {oidc && <OidcButton name={oidc} next={next} />}
                {hasPasskeys && <PasskeyButton next={next} />}
              </SidePart>
            )}
            <SidePart title={t('signIn.noAccount')}>
              <p class="tw-small">{t('signIn.noAccount.text')}</p>
            </SidePart>
          </>
        }
      >
        <ErrorSummary errors={errors} />
        <PasswordForm {...form} />
        {examples && <Examples examples={examples} next={next} showsMails={showsMails} />}
      </Columns>
    </Page>
  )
}

/** E-mail address and password. Also stands on the page of a session that has ended. */
export function PasswordForm({ next, kept, values, errors }: FormState & Pick<SignInProps, 'next' | 'kept'>) {
  const t = useTexts(texts)
  return (
    <Form action={{ path: paths.signIn }}>
      <WayFields next={next} kept={kept} />
      <TextField
        type="email"
        name="email"
        label={t('email')}
        autocomplete="username"
        dir="ltr"
        required
        values={values}
        errors={errors}
      />
      <PasswordField
        name="password"
        label={t('password')}
        purpose="current-password"
        required
        values={values}
        errors={errors}
      />
      <FormActions>
        <Button primary>{t('signIn')}</Button>
      </FormActions>
    </Form>
  )
}

const OidcButton = ({ name, next }: { name: string; next?: string | undefined }) => {
  const t = useTexts(texts)
  return (
    <Form action={{ path: paths.oidcStart }}>
      <WayFields next={next} />
      <Button>{t('oidc.with', { name })}</Button>
    </Form>
  )
}

/** Shown by its script, and only where the browser knows passkeys. */
const PasskeyButton = ({ next }: { next?: string | undefined }) => {
  const t = useTexts(texts)
  return (
    <div
      hidden
      data-passkey="sign-in"
      data-next={next ?? ''}
      data-options={paths.passkeyOptions}
      data-answer={paths.passkey}
      data-refused={t('refused.passkey-refused')}
    >
      <button class="kern-btn kern-btn--secondary" type="button">
        <span class="kern-label">{t('passkey.with')}</span>
      </button>
      <p class="kern-error" role="status" />
    </div>
  )
}

interface CodeProps extends FormState {
  next?: string | undefined
  kept?: KeptForm | undefined
}

/** The second step: six digits, or a recovery code. */
export function CodePage({ next, kept, values, errors }: CodeProps) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('code')}
      refused={Object.keys(errors).length > 0}
      heading={<PageTitle title={t('code')} lead={t('code.lead')} first />}
    >
      <ErrorSummary errors={errors} />
      <Form action={{ path: paths.code }}>
        <WayFields next={next} kept={kept} />
        <TextField
          name="code"
          label={t('code.field')}
          hint={t('code.hint')}
          autocomplete="one-time-code"
          dir="ltr"
          short
          required
          values={values}
          errors={errors}
        />
        <FormActions cancel={{ path: withQuery(paths.signIn, { weiter: next }) }}>
          <Button primary>{t('code.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}

/** One sentence and one way on: the mail is on its way, the link is used up … */
export function MessagePage({
  title,
  text,
  to,
}: {
  title: string
  text: string
  to?: { path: string; label: string }
}) {
  return (
    <Page title={title} heading={<PageTitle title={title} lead={text} first />}>
      {to && (
        <div class="tw-row">
          <LinkButton path={to.path}>{to.label}</LinkButton>
        </div>
      )}
    </Page>
  )
}

/** On to the county's own sign-in; where the browser does not go by itself, with a click. */
export function ForwardPage({ url, name }: { url: string; name: string }) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('oidc.forward', { name })}
      heading={<PageTitle title={t('oidc.forward', { name })} first />}
      head={<meta http-equiv="refresh" content={`0;url=${url}`} />}
    >
      <div class="tw-row">
        <LinkButton href={url}>{t('code.send')}</LinkButton>
      </div>
    </Page>
  )
}
