import type { Database } from '#platform/db/database.ts'
import { isInterfaceLanguage, type InterfaceLanguage } from '#values/language.ts'

/** The language that somebody chose for pages and mails; undefined: none. */
export async function languageOfAccount(db: Database, accountId: string): Promise<InterfaceLanguage | undefined> {
  const row = await db
    .selectFrom('accountSetting')
    .where('accountId', '=', accountId)
    .select('language')
    .executeTakeFirst()
  return row && isInterfaceLanguage(row.language) ? row.language : undefined
}
