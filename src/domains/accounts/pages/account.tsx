import { useTexts } from '#platform/texts/texts.ts'
import { ActionButton, Button, EditLink } from '#ui/buttons.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary, Form, FormActions, type FormState } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-fields.tsx'
import { interfaceLanguages, languageNames } from '#values/language.ts'
import { formatDate } from '#values/local-date.ts'
import type { Role } from '../model/rights.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

export interface AccountPlace {
  id: number
  name: string
  /** Address of the municipality's home. */
  path: string
  roles: readonly Role[]
  endsOn: string | null
  nameIsPublic: boolean
}
interface Props extends FormState {
  account: { email: string; hasPassword: boolean; hasTotp: boolean; passkeyCount: number }
  places: AccountPlace[]
  isInstanceAdmin: boolean
  hasPasskeys: boolean
}

/** One's own account: who one is, what one does where, and how one gets in. */
export function AccountPage({ account, places, isInstanceAdmin, hasPasskeys, values, errors }: Props) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('account')}
      refused={Object.keys(errors).length > 0}
      heading={<PageTitle title={t('account')} lead={<bdi>{account.email}</bdi>} first />}
    >
      <ErrorSummary errors={errors} />
      <Section id="aufgaben" title={t('account.places')} flush>
        {places.length > 0 ? (
          <ul class="tw-memberships">
            {places.map((place) => (
              <PlaceItem place={place} />
            ))}
          </ul>
        ) : (
          <p class="tw-prose">{isInstanceAdmin ? t('account.places.admin') : t('account.places.none')}</p>
        )}
      </Section>
      <Section id="angaben" title={t('account.about')}>
        <Form action={{ path: paths.account }}>
          <TextField name="name" label={t('name')} autocomplete="name" required values={values} errors={errors} />
          <SelectField
            name="language"
            label={t('language')}
            hint={t('language.hint')}
            empty={t('language.browser')}
            options={interfaceLanguages.map((value) => ({ value, label: languageNames[value] }))}
            values={values}
            errors={errors}
          />
          <FormActions>
            <Button primary>{t('save')}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section id="anmeldung" title={t('account.waysIn')}>
        <WaysIn account={account} hasPasskeys={hasPasskeys} />
      </Section>
      <Section id="abmelden" title={t('account.leave')}>
        <p class="tw-prose">{t('account.leave.text')}</p>
        <div class="tw-row">
          <ActionButton to={{ path: paths.signOut }}>{t('signOut')}</ActionButton>
          <ActionButton to={{ path: paths.signOutEverywhere }}>{t('signOutEverywhere')}</ActionButton>
        </div>
      </Section>
    </Page>
  )
}

function PlaceItem({ place }: { place: AccountPlace }) {
  const t = useTexts(texts)
  const { language } = usePage()
  const { id, name, path, roles, endsOn, nameIsPublic } = place
  return (
    <li>
      <h3>
        <Link path={path}>{name}</Link>
      </h3>
      <p>
        {roles.map((role) => t.dynamic(`role.${role}`)).join(', ')}
        {endsOn && <span class="tw-muted"> · {t('until', { date: formatDate(endsOn, language) })}</span>}
      </p>
      <div class="tw-row tw-small">
        <span>{nameIsPublic ? t('nameInPublic.yes') : t('nameInPublic.no')}</span>
        <ActionButton
          to={{ path: paths.nameInPublic }}
          hidden={{ municipality: String(id), agreed: nameIsPublic ? '' : '1' }}
          small
        >
          {nameIsPublic ? t('nameInPublic.stop') : t('nameInPublic.agree')}
        </ActionButton>
      </div>
    </li>
  )
}

interface WayIn {
  what: string
  state: string
  path: string
  act: string
}

function WaysIn({ account, hasPasskeys }: Pick<Props, 'account' | 'hasPasskeys'>) {
  const t = useTexts(texts)
  const ways: WayIn[] = [
    { what: t('email'), state: account.email, path: paths.address, act: t('change') },
    {
      what: t('password'),
      state: account.hasPassword ? t('state.set') : t('state.notSet'),
      path: paths.password,
      act: account.hasPassword ? t('change') : t('set'),
    },
    {
      what: t('secondFactor'),
      state: account.hasTotp ? t('state.on') : t('state.off'),
      path: paths.secondFactor,
      act: account.hasTotp ? t('manage') : t('setUp'),
    },
    ...(hasPasskeys || account.passkeyCount > 0
      ? [
          {
            what: t('passkeys'),
            state: t('passkeys.count', { n: account.passkeyCount }),
            path: paths.passkeys,
            act: t('manage'),
          },
        ]
      : []),
    { what: t('sessions'), state: t('sessions.where'), path: paths.sessions, act: t('look') },
  ]
  return (
    <div class="tw-stacked">
      <Table
        caption={t('account.waysIn')}
        captionHidden
        rows={ways}
        columns={[
          { key: 'what', label: t('wayIn'), rowHeader: true, cell: ({ what }) => what },
          { key: 'state', label: t('state'), cell: ({ state }) => <bdi>{state}</bdi> },
          {
            key: 'act',
            label: t('act'),
            cell: ({ path, act, what }) => (
              <EditLink path={path} icon="none">
                {act}
                <span class="tw-sr"> ({what})</span>
              </EditLink>
            ),
          },
        ]}
      />
    </div>
  )
}
