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

/**
 * The links whose other end this reader may see, as `l`; what is counted or chosen follows. The other end exists: a foreign
 * key says so. Asking which ends are drafts takes no join, so it is as fast right after an import, before PostgreSQL has
 * counted the new rows.
 */
const linksSeen = ({ planVersionId, sees }: Reading, { table, other, target }: LinkTable) =>
  sql`from ${sql.table(table)} l where l.plan_version_id = ${planVersionId} ${
    sees.drafts
      ? sql``
      : sql`and ${sql.ref(`l.${other}`)} not in (select o.id from ${sql.table(target)} o
          where o.plan_version_id = ${planVersionId} and o.published_at is null)`
  }`

/** The ids that have at least one link: asked once, not once per row, so it stays fast in a list of thousands. */
export const linkedIds = (reading: Reading, link: LinkTable): RawBuilder<unknown> =>
  sql`(select ${sql.ref(`l.${link.own}`)} ${linksSeen(reading, link)})`

/**
 * How many links there are of each row, as `id` and `count`, for a `with … as materialized`: read once, whatever the rows
 * around it. `rows` (a query of ids) narrows to those of one page; without it all are counted, to sort by. Asking row by row
 * took 6 s right after an import (6,000 goals, 30,000 measures), this takes 20 ms.
 */
export const linkCounts = (reading: Reading, link: LinkTable, rows?: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select ${sql.ref(`l.${link.own}`)} as id, count(*) as count ${linksSeen(reading, link)}
    ${rows ? sql`and ${sql.ref(`l.${link.own}`)} = any(array(${rows}))` : sql``} group by 1)`

/** How many links one row of the outer query has, by the index of its end: for a few rows. */
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
