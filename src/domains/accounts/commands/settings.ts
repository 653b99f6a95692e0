import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { InterfaceLanguage } from '#values/language.ts'

/** The language in which somebody gets pages and mails; null: as the browser asks. */
export async function chooseLanguage(
  db: Database,
  accountId: string,
  language: InterfaceLanguage | null,
): Promise<void> {
  if (language === null) {
    await db.deleteFrom('accountSetting').where('accountId', '=', accountId).execute()
    return
  }
  await db
    .insertInto('accountSetting')
    .values({ accountId, language })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ language, updatedAt: new Date() }))
    .execute()
}

/**
 * Agrees, or no longer, that one's name stands on public pages of this municipality; the session must be in it. Nobody
 * else can say that for a person.
 */
export const agreeToPublicName = (
  db: Database,
  { municipalityId, accountId }: { municipalityId: number; accountId: string },
  nameIsPublic: boolean,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = await tx
      .selectFrom('membership')
      .where('accountId', '=', accountId)
      .select(['id', 'nameIsPublic'])
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw new NotFound()
    if (before.nameIsPublic === nameIsPublic) return
    await tx
      .updateTable('membership')
      .set((eb) => ({ nameIsPublic, version: eb('version', '+', 1), updatedAt: new Date() }))
      .where('id', '=', before.id)
      .execute()
    const act = { municipalityId, accountId, thingKind: 'membership', thingId: before.id, act: 'changed' }
    await writeAudit(tx, act, differences({ nameIsPublic: before.nameIsPublic }, { nameIsPublic }), { isPublic: true })
  })
