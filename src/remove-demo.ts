import { sql } from 'kysely'
import {
  insideMunicipality,
  listMunicipalities,
  removeMunicipality,
  type RemovedDemo,
} from '#domains/municipality/index.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'

/** No address of this ending can belong to anybody (RFC 2606): only example accounts have one. */
const exampleMail = '%.example'

/**
 * Takes the examples away: the municipalities with everything in them, and the accounts that had a role only there. The
 * example account that administers the instance goes as well, unless nobody else does. Runs outside of any municipality.
 */
export const removeDemo = (db: Database): Promise<RemovedDemo> =>
  inTransaction(db, async (tx) => {
    const examples = (await listMunicipalities(tx)).filter(({ isDemo }) => isDemo)
    const members = new Set<string>()
    for (const { id } of examples) {
      const rows = await insideMunicipality(tx, id, () =>
        tx.selectFrom('membership').select('accountId').distinct().execute(),
      )
      for (const { accountId } of rows) members.add(accountId)
      await removeMunicipality(tx, id)
    }
    const admins = await exampleAdmins(tx)
    const gone = await removeAccounts(tx, [...members, ...admins.removable])
    return { municipalities: examples.length, accounts: gone, adminStays: admins.adminStays }
  })

/** Example accounts that administer the instance; they can go when somebody else does, too. */
async function exampleAdmins(db: Database) {
  const { rows } = await sql<{ accountId: string; isExample: boolean }>`
    select a.account_id, u.email like ${exampleMail} as is_example
    from instance_admin a join auth."user" u on u.id = a.account_id`.execute(db)
  const examples = rows.filter(({ isExample }) => isExample).map(({ accountId }) => accountId)
  const hasOther = rows.some(({ isExample }) => !isExample)
  return { removable: hasOther ? examples : [], adminStays: !hasOther && examples.length > 0 }
}

/** Removes example accounts without a role that is left, with their sessions and codes. Returns how many. */
async function removeAccounts(db: Database, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const { rows } = await sql<{ id: string }>`
    delete from auth."user" u where u.id = any(${ids}::uuid[]) and u.email like ${exampleMail}
      and not exists (select from municipalities_of(u.id)) returning u.id`.execute(db)
  const removed = rows.map(({ id }) => id)
  if (removed.length > 0) await db.deleteFrom('instanceAdmin').where('accountId', 'in', removed).execute()
  return removed.length
}
