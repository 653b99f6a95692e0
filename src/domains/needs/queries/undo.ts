import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { NeedState } from '../model/need.ts'

type Links = Record<'targetGroupIds' | 'topicIds' | 'goalIds', number[]>
/** What the last merge did, and what each merged need was before. */
export interface Undo {
  gained: Links
  parts: {
    id: number
    state: NeedState
    actionFieldId: number | null
    publishedAt: string | null
    links: Links
  }[]
}
type Change<Value> = { from: Value; to: Value } | undefined
interface Entry {
  id: number
  act: string
  changes: {
    mergedIds?: Change<number[] | null>
    state?: Change<NeedState>
    actionFieldId?: Change<number | null>
    publishedAt?: Change<string | null>
  } & Partial<Record<keyof Links, Change<number[]>>>
}

/**
 * The last merge into this need, if it can be taken back: nothing has happened to any of the needs since. One or two
 * statements.
 */
export async function findUndo(db: Database, planVersionId: number, intoId: number): Promise<Undo | undefined> {
  const [last] = await lastEntries(db, [intoId])
  const ids = last?.act === 'merged' ? (last.changes.mergedIds?.to ?? []) : []
  if (!last || ids.length === 0) return undefined
  const parts = await lastEntries(db, ids)
  const merged = await db
    .selectFrom('need')
    .where('planVersionId', '=', planVersionId)
    .where('id', 'in', ids)
    .where('mergedIntoId', '=', intoId)
    .select('id')
    .execute()
  const isUntouched = parts.length === ids.length && parts.every(({ act }) => act === 'mergedInto')
  if (!isUntouched || merged.length !== ids.length) return undefined
  const gain = (field: keyof Links) => {
    const { from = [], to = [] } = last.changes[field] ?? {}
    return to.filter((id) => !from.includes(id))
  }
  return {
    gained: { targetGroupIds: gain('targetGroupIds'), topicIds: gain('topicIds'), goalIds: gain('goalIds') },
    parts: parts.map(({ id, changes }) => ({
      id,
      state: changes.state?.from ?? 'NEW',
      actionFieldId: changes.actionFieldId?.from ?? null,
      publishedAt: changes.publishedAt?.from ?? null,
      links: {
        targetGroupIds: changes.targetGroupIds?.from ?? [],
        topicIds: changes.topicIds?.from ?? [],
        goalIds: changes.goalIds?.from ?? [],
      },
    })),
  }
}

/** The newest entry of the audit for each of these needs. */
async function lastEntries(db: Database, ids: readonly number[]): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select distinct on (thing_id) thing_id as id, act, changes from audit_entry
    where thing_kind = 'need' and thing_id = any(${ids}) order by thing_id, audit_entry.id desc`.execute(db)
  return rows
}
