import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Reading } from '#platform/http/reading.ts'

/** A row of this version of the plan that this reader may see; `alias` names its table in the query. */
export const visible = ({ planVersionId, sees }: Reading, alias: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(`${alias}.plan_version_id`)} = ${planVersionId} ${
    sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`
  }`

/** A table of n:m links of the plan, seen from one of its ends: `goal_need` from the need counts its goals. */
export interface LinkTable {
  table: string
  /** The end that is asked about, and the end that is counted. */
  own: string
  other: string
  /** The table at the other end. */
  target: string
}

/** The links whose other end this reader may see, as `l`; what is counted or chosen follows. */
const linksSeen = (reading: Reading, { table, other, target }: LinkTable) =>
  sql`from ${sql.table(table)} l join ${sql.table(target)} o on o.municipality_id = l.municipality_id
    and o.plan_version_id = l.plan_version_id and o.id = ${sql.ref(`l.${other}`)}
    where l.plan_version_id = ${reading.planVersionId} and ${visible(reading, 'o')}`

/** The ids that have at least one link: asked once, not once per row, so it stays fast in a list of thousands. */
export const linkedIds = (reading: Reading, link: LinkTable): RawBuilder<unknown> =>
  sql`(select ${sql.ref(`l.${link.own}`)} ${linksSeen(reading, link)})`

/**
 * How many links one row of the outer query has, by the index of its end. Ask it of the rows of one page (a materialized
 * `page`), so that it runs as often as there are rows to show: joining all links to the page was a thousand times slower
 * right after an import, before PostgreSQL had counted the new rows.
 */
export const linkCountOf = (reading: Reading, link: LinkTable, id: string): RawBuilder<number> =>
  sql<number>`(select count(*) ${linksSeen(reading, link)} and ${sql.ref(`l.${link.own}`)} = ${sql.ref(id)})`

/**
 * The row `alias` is linked to `id`: the links are read first, then the rows by their key. (An `in (…)` was read row by
 * row right after an import, before PostgreSQL had counted the new rows.)
 */
export const isLinkedTo = (
  { planVersionId }: Pick<Reading, 'planVersionId'>,
  alias: string,
  { table, own, other }: Omit<LinkTable, 'target'>,
  id: number | RawBuilder<unknown>,
): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(`${alias}.id`)} = any(array(select ${sql.ref(`l.${own}`)} from ${sql.table(table)} l
    where l.plan_version_id = ${planVersionId} and ${sql.ref(`l.${other}`)} = ${id}))`
