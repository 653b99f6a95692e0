import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Reading } from '#platform/http/reading.ts'

/** A row of this version of the plan that this reader may see; `alias` names its table in the query. */
export const visible = ({ planVersionId, sees }: Reading, alias: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(`${alias}.plan_version_id`)} = ${planVersionId} ${
    sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`
  }`
