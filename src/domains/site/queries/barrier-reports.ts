import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import { localDateOf } from '#values/local-date.ts'
import type { BarrierReport } from '../model/barrier-report.ts'

const columns = ['id', 'receivedAt', 'page', 'text', 'email', 'answeredOn', 'answer'] as const

/** Those without an answer first, the oldest of them on top; then the answered ones, newest first. */
export async function listBarrierReports(db: Database): Promise<BarrierReport[]> {
  const rows = await db
    .selectFrom('barrierReport')
    .select(columns)
    .orderBy(sql`answered_on is not null`)
    .orderBy(sql`case when answered_on is null then received_at end`)
    .orderBy('answeredOn', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map(reportOf)
}

/** Throws NotFound. */
export async function getBarrierReport(db: Database, id: number): Promise<BarrierReport> {
  const row = await db.selectFrom('barrierReport').where('id', '=', id).select(columns).executeTakeFirst()
  if (!row) throw new NotFound()
  return reportOf(row)
}

/** How many wait for an answer. */
export async function countOpenReports(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('barrierReport')
    .where('answeredOn', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const reportOf = ({ receivedAt, ...row }: Omit<BarrierReport, 'receivedOn'> & { receivedAt: Date }): BarrierReport => ({
  ...row,
  receivedOn: localDateOf(receivedAt),
})
