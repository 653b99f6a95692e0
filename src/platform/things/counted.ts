import { sql, type RawBuilder, type SqlBool } from 'kysely'

/**
 * What every number and every list of needs is made of (README of the needs): a need counts until it is merged into another
 * one; one that was turned down stays and counts. Who sees drafts is another question (`visible`). `alias` names the table.
 */
export const isCountedNeed = (alias: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(`${alias}.state`)} <> 'MERGED'`
