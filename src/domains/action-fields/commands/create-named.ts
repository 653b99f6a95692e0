import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { newPlanItem } from '#platform/things/lifecycle.ts'

/** What a file names without saying more. Only fields have a code, which is unique in the plan. */
export interface NamedPart {
  kind: 'action-field' | 'cross-cutting-topic' | 'target-group'
  title: string
  code?: string
}

const tables = {
  'action-field': 'action_field',
  'cross-cutting-topic': 'cross_cutting_topic',
  'target-group': 'target_group',
} as const

/** Creates drafts of fields, topics and target groups, each after those that are there. Returns their ids in that order. */
export const createNamedParts = (db: Database, acting: Acting, parts: readonly NamedPart[]): Promise<number[]> =>
  inTransaction(db, async (tx) => {
    const ids: number[] = []
    for (const { kind, title, code } of parts) {
      const id = await newPlanItem(tx, acting, kind)
      const last = sql`(select coalesce(max(position), 0) + 1 from ${sql.table(tables[kind])} where plan_version_id = ${acting.planVersionId})`
      const fields = kind === 'action-field' ? { code: code ?? String(id), title } : { title }
      const names = Object.keys(fields).map((name) => sql.ref(name))
      await sql`insert into ${sql.table(tables[kind])} (municipality_id, plan_version_id, id, position, ${sql.join(names)})
        values (${acting.municipalityId}, ${acting.planVersionId}, ${id}, ${last}, ${sql.join(Object.values(fields))})`.execute(
        tx,
      )
      await writeAudit(tx, { ...acting, thingKind: kind, thingId: id, act: 'created' }, differences({}, fields))
      ids.push(id)
    }
    return ids
  })
