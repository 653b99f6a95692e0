import { paths as sitePaths } from '#domains/site/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { Button } from '#ui/buttons.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { Facts, Note, PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { PasswordField, TextField } from '#ui/text-fields.tsx'
import { paths } from '../paths.ts'
import type { OpenInvitation } from '../queries/invitations.ts'
import { texts } from '../texts/index.ts'

interface Props extends FormState {
  token: string
  municipality: string
  invitation: OpenInvitation
  /** There is an account with this address: it only gets the new role. */
  hasAccount: boolean
  /** Somebody else is signed in in this browser. */
  signedInAs?: string | undefined
  /** Name of the county's own sign-in, where the account can come from it. */
  oidc?: string | undefined
}

export function AcceptPage({ token, municipality, invitation, hasAccount, signedInAs, oidc, ...form }: Props) {
  const t = useTexts(texts)
  const { email, roles } = invitation
  return (
    <Page
      title={t('invitation')}
      refused={Object.keys(form.errors).length > 0}
      heading={<PageTitle title={t('invitation')} lead={t('invitation.lead', { place: municipality })} first />}
    >
      <div class="tw-stack">
        <ErrorSummary errors={form.errors} secrets={!hasAccount} />
        {signedInAs && <Note tone="warn">{t('invitation.other', { email, signedInAs })}</Note>}
        <Facts
          facts={[
            { term: t('email'), value: <bdi>{email}</bdi> },
            { term: t('roles'), value: roles.map((role) => t.dynamic(`role.${role}`)).join(', ') },
          ]}
        />
        {!hasAccount && <p class="tw-prose">{t('invitation.new')}</p>}
        <Form action={{ path: paths.invitation(token) }}>
          {!hasAccount && (
            <>
              <TextField name="name" label={t('name')} autocomplete="name" required {...form} />
              <PasswordField
                name="password"
                label={t('newPassword')}
                hint={t('newPassword.hint')}
                purpose="new-password"
                required
                {...form}
              />
            </>
          )}
          <FormActions>
            <Button primary>{t('invitation.accept')}</Button>
          </FormActions>
        </Form>
        {oidc && (
          <Form action={{ path: paths.invitationOidc(token) }}>
            <Button>{t('invitation.oidc', { name: oidc })}</Button>
          </Form>
        )}
        <p class="tw-small tw-muted">{t('invitation.privacy')}</p>
        <p class="tw-small">
          {t('invitation.legal')}: <Link path={sitePaths.invitedPrivacy(token)}>{t('invitation.toPrivacy')}</Link> ·{' '}
          <Link path={sitePaths.invitedImprint(token)}>{t('invitation.toImprint')}</Link> ·{' '}
          <Link path={sitePaths.invitedAccessibility(token)}>{t('invitation.toAccessibility')}</Link>
        </p>
      </div>
    </Page>
  )
}
