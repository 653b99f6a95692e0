import { useTexts, type SayOf } from '#platform/texts/texts.ts'
import { ActionButton, LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { formatDate, localDateOf, type LocalDate } from '#values/local-date.ts'
import { paths } from '../paths.ts'
import type { InvitationRow, Limits, PersonRow } from '../queries/people.ts'
import { texts } from '../texts/index.ts'
import { RoleTable } from './role-table.tsx'

interface Props {
  people: PersonRow[]
  invitations: InvitationRow[]
  today: LocalDate
  /** The municipality wants a second factor of its staff. */
  wantsSecondFactor: boolean
}

/** Everyone who may do something here, and who is invited. */
export function PeoplePage({ people, invitations, today, wantsSecondFactor }: Props) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('people')}
      heading={
        <PageTitle
          title={t('people')}
          lead={t('people.lead')}
          actions={
            <LinkButton path={paths.invite} primary>
              {t('people.invite')}
            </LinkButton>
          }
          first
        />
      }
    >
      {people.length > 0 ? (
        <PeopleTable people={people} today={today} wantsSecondFactor={wantsSecondFactor} />
      ) : (
        <EmptyResult>{t('people.empty')}</EmptyResult>
      )}
      <RoleTable />
      <Section id="einladungen" title={t('invitations')}>
        {invitations.length > 0 ? (
          <InvitationTable invitations={invitations} today={today} />
        ) : (
          <p class="tw-prose">{t('invitations.empty')}</p>
        )}
      </Section>
    </Page>
  )
}

function PeopleTable({ people, today, wantsSecondFactor }: Omit<Props, 'invitations'>) {
  const t = useTexts(texts)
  return (
    <div class="tw-stacked">
      <Table
        caption={t('people.count', { n: people.length })}
        rows={people}
        columns={[
          {
            key: 'name',
            label: t('name'),
            rowHeader: true,
            cell: ({ id, account, functionTitle }) => (
              <>
                <Link path={paths.person(id)}>{account?.name ?? t('removed')}</Link>
                {functionTitle && <div class="tw-small">{functionTitle}</div>}
                {account && (
                  <div class="tw-small tw-muted">
                    <bdi>{account.email}</bdi>
                  </div>
                )}
              </>
            ),
          },
          ...limitColumns(t, today),
          {
            key: 'factor',
            phoneLabel: true,
            label: t('secondFactor'),
            cell: ({ account }) =>
              account?.hasTotp ? (
                t('state.on')
              ) : (
                <span class={wantsSecondFactor ? 'tw-stop-word' : 'tw-muted tw-unset'}>{t('state.off')}</span>
              ),
          },
        ]}
      />
    </div>
  )
}

function InvitationTable({ invitations, today }: Pick<Props, 'invitations' | 'today'>) {
  const t = useTexts(texts)
  const { language } = usePage()
  const hasExpired = (row: InvitationRow) => localDateOf(row.expiresAt) < today
  return (
    <div class="tw-stacked">
      <Table
        caption={t('invitations.count', { n: invitations.length })}
        rows={invitations}
        columns={[
          {
            key: 'name',
            label: t('name'),
            rowHeader: true,
            cell: ({ name, email }) => (
              <>
                {name}
                <div class="tw-small tw-muted">
                  <bdi>{email}</bdi>
                </div>
              </>
            ),
          },
          ...limitColumns(t, today),
          {
            key: 'expires',
            phoneLabel: true,
            label: t('invitations.valid'),
            cell: (row) => {
              const date = formatDate(localDateOf(row.expiresAt), language)
              return hasExpired(row) ? (
                <span class="tw-stop-word">{t('invitations.expired', { date })}</span>
              ) : (
                t('until', { date })
              )
            },
          },
          {
            key: 'act',
            label: t('act'),
            cell: ({ id, name }) => (
              <div class="tw-row">
                <ActionButton to={{ path: paths.resend(id) }} small>
                  {t('invitations.resend')}
                  <span class="tw-sr"> ({name})</span>
                </ActionButton>
                <ActionButton to={{ path: paths.revoke(id) }} small>
                  {t('invitations.revoke')}
                  <span class="tw-sr"> ({name})</span>
                </ActionButton>
              </div>
            ),
          },
        ]}
      />
    </div>
  )
}

/** Roles, what limits them, and until when. */
const limitColumns = (t: SayOf<typeof texts>, today: LocalDate): Column<Limits>[] => [
  {
    key: 'roles',
    label: t('roles'),
    cell: ({ roles }) => roles.map((role) => t.dynamic(`role.${role}`)).join(', '),
  },
  { key: 'limits', phoneLabel: true, label: t('limits'), cell: (row) => <LimitList row={row} /> },
  {
    key: 'ends',
    phoneLabel: true,
    label: t('endsOn'),
    cell: ({ endsOn }) => <EndDate endsOn={endsOn} today={today} />,
  },
]

function LimitList({ row: { orgUnit, actor, actionFields, onlyLed } }: { row: Limits }) {
  const t = useTexts(texts)
  const limits = [orgUnit, actor, ...actionFields, onlyLed ? t('onlyLed') : null].filter((one) => one !== null)
  if (limits.length === 0) return <span class="tw-muted tw-unset">{t('limits.none')}</span>
  return (
    <ul class="tw-plainlist">
      {limits.map((limit) => (
        <li>{limit}</li>
      ))}
    </ul>
  )
}

function EndDate({ endsOn, today }: { endsOn: LocalDate | null; today: LocalDate }) {
  const t = useTexts(texts)
  const { language } = usePage()
  if (endsOn === null) return <span class="tw-muted tw-unset">{t('endsOn.none')}</span>
  const date = formatDate(endsOn, language)
  return endsOn < today ? <span class="tw-stop-word">{t('endsOn.over', { date })}</span> : <>{date}</>
}
