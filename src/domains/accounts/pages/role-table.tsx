import { useTexts } from '#platform/texts/texts.ts'
import { Table } from '#ui/table.tsx'
import { reachOf, roles, type Role } from '../model/rights.ts'
import { texts } from '../texts/index.ts'

/** What an office asks about a role; everything else follows from these. */
const asked = [
  ...(['draft:see', 'internal:see', 'money:see', 'need:edit', 'measure:edit'] as const),
  ...(['publish', 'approve', 'observation:edit', 'people:manage'] as const),
] as const

/** What the roles may do, read from the table of rights itself. */
export function RoleTable() {
  const t = useTexts(texts)
  const answer = (role: Role, permission: string) => {
    const reach = reachOf(role, permission)
    if (reach === undefined) return <span class="tw-muted tw-unset">{t('reach.no')}</span>
    return t.dynamic(`reach.${reach}`)
  }
  return (
    <details class="tw-mt5">
      <summary>{t('roles.table')}</summary>
      <div class="tw-stacked">
        <Table
          caption={t('roles.table')}
          captionHidden
          rows={roles}
          columns={[
            {
              key: 'role',
              label: t('roles'),
              rowHeader: true,
              cell: (role) => (
                <>
                  {t.dynamic(`role.${role}`)}
                  <div class="tw-small tw-muted">{t.dynamic(`role.${role}.may`)}</div>
                </>
              ),
            },
            ...asked.map((permission) => ({
              key: permission,
              phoneLabel: true,
              label: t(`right.${permission}`),
              cell: (role: Role) => answer(role, permission),
            })),
          ]}
        />
      </div>
    </details>
  )
}
