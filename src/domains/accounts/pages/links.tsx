import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, Button } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { PasswordField, TextField } from '#ui/text-fields.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { WayFields } from './way.tsx'

interface AskProps extends FormState {
  kind: 'link' | 'forgotten'
  next?: string | undefined
}

/** Asks for the address that a link is mailed to: for signing in, or for a new password. */
export function AskLinkPage({ kind, next, values, errors }: AskProps) {
  const t = useTexts(texts)
  const title = kind === 'link' ? t('link.ask') : t('forgotten')
  return (
    <Page
      title={title}
      refused={Object.keys(errors).length > 0}
      crumbs={[{ label: t('signIn'), path: paths.signIn }, { label: title }]}
      heading={<PageTitle title={title} lead={kind === 'link' ? t('link.lead') : t('forgotten.lead')} />}
    >
      <ErrorSummary errors={errors} />
      <Form action={{ path: kind === 'link' ? paths.requestLink : paths.forgotten }}>
        <WayFields next={next} />
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
        <FormActions cancel={{ path: paths.signIn }}>
          <Button primary>{kind === 'link' ? t('link.send') : t('forgotten.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}

interface OneButtonProps {
  title: string
  text: string
  button: string
  /** The address that the button posts to: the page's own. */
  path: string
  next?: string | undefined
}

/** What a mailed link opens: nothing has happened yet, and one button does it. */
export const OneButtonPage = ({ title, text, button, path, next }: OneButtonProps) => (
  <Page title={title} heading={<PageTitle title={title} lead={text} first />}>
    <ActionButton to={{ path }} hidden={next ? { weiter: next } : {}} primary>
      {button}
    </ActionButton>
  </Page>
)

/** Where the link of a forgotten password leads. */
export function NewPasswordPage({ token, values, errors }: FormState & { token: string }) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('newPassword')}
      refused={Object.keys(errors).length > 0}
      heading={<PageTitle title={t('newPassword')} lead={t('newPassword.lead')} first />}
    >
      <ErrorSummary errors={errors} secrets />
      <Form action={{ path: paths.newPassword(token) }}>
        <PasswordField
          name="newPassword"
          label={t('newPassword')}
          hint={t('newPassword.hint')}
          purpose="new-password"
          required
          values={values}
          errors={errors}
        />
        <FormActions>
          <Button primary>{t('newPassword.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
