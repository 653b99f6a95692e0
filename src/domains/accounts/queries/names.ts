import { sql } from 'kysely'
import type { Ctx } from '#platform/http/app.ts'
import { formatDate, localDateOf } from '#values/local-date.ts'
import { texts } from '../texts/index.ts'

/**
 * Who stands behind entries of this municipality's history, in the reader's words: the name, or since when the person is
 * gone ("entfernt am 24.11.2026"). For staff pages only: names are not public. Two statements, and one at the accounts.
 */
export async function namesOf(
  { var: { db, services, speech } }: Ctx,
  accountIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(accountIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const t = texts(speech)
  const { rows: here } = await sql<{ accountId: string }>`
    select account_id from membership where account_id = any(${ids})
    union select account_id from instance_admin where account_id = any(${ids})`.execute(db)
  const { rows: gone } = await sql<{ accountId: string; at: Date }>`
    select changes->'accountId'->>'from' as account_id, max(at) as at from audit_entry
    where thing_kind = 'membership' and act = 'removed' and changes->'accountId'->>'from' = any(${ids})
    group by 1`.execute(db)
  const known = new Set(here.map(({ accountId }) => accountId))
  const removedAt = new Map(gone.map(({ accountId, at }) => [accountId, at]))
  const accounts = new Map((await services.auth.listAccounts(ids)).map((one) => [one.accountId, one.name]))
  return new Map(
    ids.map((id) => {
      const [name, at] = [accounts.get(id), removedAt.get(id)]
      if (name !== undefined && (known.has(id) || at === undefined)) return [id, name]
      return [id, at ? t('removedOn', { date: formatDate(localDateOf(at), speech.language) }) : t('removed')]
    }),
  )
}
