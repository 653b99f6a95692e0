import { sql } from 'kysely'
import { writeAudit, type Changes } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { bury, unbury } from '#platform/db/tombstones.ts'
import { NotFound, Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing } from '#platform/things/lifecycle.ts'
import type { NeedForm } from '../model/form.ts'
import { findUndo } from '../queries/undo.ts'
import { findNeed } from '../queries/stored.ts'
import { linkTables, replaceLinks, type NeedLinks } from './links.ts'

/**
 * Merges needs into one of them. The one keeps every source (each remembers the need it came with), every link and its
 * own words; the others' addresses lead to it. Throws Refused('publicIntoDraft') when something public would disappear.
 */
export const mergeNeeds = (db: Database, acting: Acting, intoId: number, ids: readonly number[]): Promise<void> =>
  inTransaction(db, async (tx) => {
    const others = ids.filter((id) => id !== intoId).toSorted((a, b) => a - b)
    if (others.length === 0) throw new Refused('tooFew')
    const into = await lockThing(tx, acting, 'need', intoId)
    const before = await linksOf(tx, acting, intoId)
    const after: NeedLinks = { ...before }
    let sources = 0
    for (const id of others) {
      const from = await lockThing(tx, acting, 'need', id)
      if (from.publishedAt !== null && into.publishedAt === null) throw new Refused('publicIntoDraft')
      const links = await linksOf(tx, acting, id)
      for (const { field } of linkTables) after[field] = [...new Set([...after[field], ...links[field]])]
      sources += await moveSources(tx, acting, id, intoId)
      await hide(tx, acting, id, intoId, { ...from, links })
    }
    await replaceLinks(tx, acting, intoId, after)
    await sql`update need set version = version + 1, updated_at = now()
      where plan_version_id = ${acting.planVersionId} and id = ${intoId}`.execute(tx)
    const gained = linkTables.flatMap(({ field }) =>
      after[field].length === before[field].length ? [] : [[field, { from: before[field], to: after[field] }] as const],
    )
    const changes: Changes = { mergedIds: { from: null, to: others }, sources: { from: null, to: sources } }
    await writeAudit(
      tx,
      { ...acting, thingKind: 'need', thingId: intoId, act: 'merged' },
      { ...changes, ...Object.fromEntries(gained) },
      { isPublic: into.publishedAt !== null },
    )
  })

async function linksOf(
  db: Database,
  { planVersionId }: Acting,
  id: number,
): Promise<NeedLinks & { content: NeedForm }> {
  const stored = await findNeed(db, planVersionId, id)
  if (!stored) throw new NotFound()
  const { targetGroupIds, topicIds, goalIds } = stored.content
  return { targetGroupIds, topicIds, goalIds, content: stored.content }
}

/** Sources that came from further away keep where they came from. */
async function moveSources(db: Database, { planVersionId }: Acting, from: number, to: number): Promise<number> {
  const { numAffectedRows } = await sql`update need_source set need_id = ${to},
      merged_from_id = coalesce(merged_from_id, ${from}),
      position = position + (select coalesce(max(position), 0) + 1 from need_source
        where plan_version_id = ${planVersionId} and need_id = ${to})
    where plan_version_id = ${planVersionId} and need_id = ${from}`.execute(db)
  return Number(numAffectedRows ?? 0)
}

interface Hidden {
  title: string
  publishedAt: Date | null
  submittedAt: Date | null
  links: NeedLinks & { content: NeedForm }
}

/** The merged need gives everything away. What it had stands in the audit, so that it can be undone. */
async function hide(db: Database, acting: Acting, id: number, intoId: number, { title, publishedAt, links }: Hidden) {
  const { content, ...own } = links
  await replaceLinks(db, acting, id, { targetGroupIds: [], topicIds: [], goalIds: [] })
  await sql`update need set state = 'MERGED', merged_into_id = ${intoId}, action_field_id = null, published_at = null,
      submitted_at = null, version = version + 1, updated_at = now()
    where plan_version_id = ${acting.planVersionId} and id = ${id}`.execute(db)
  if (publishedAt !== null) {
    await bury(db, { municipalityId: acting.municipalityId, thingKind: 'need', thingId: id, title, movedToId: intoId })
  }
  const changes: Changes = {
    state: { from: content.state, to: 'MERGED' },
    mergedIntoId: { from: null, to: intoId },
    actionFieldId: { from: content.actionFieldId, to: null },
    publishedAt: { from: publishedAt, to: null },
    ...Object.fromEntries(linkTables.map(({ field }) => [field, { from: own[field], to: [] }])),
  }
  await writeAudit(db, { ...acting, thingKind: 'need', thingId: id, act: 'mergedInto' }, changes, {
    isPublic: publishedAt !== null,
  })
}

/**
 * Takes the last merge back, as long as none of the needs was changed since. Throws Refused('changedSince') otherwise.
 */
export const unmergeNeed = (db: Database, acting: Acting, intoId: number): Promise<void> =>
  inTransaction(db, async (tx) => {
    const into = await lockThing(tx, acting, 'need', intoId)
    const undo = await findUndo(tx, acting.planVersionId, intoId)
    if (!undo) throw new Refused('changedSince')
    for (const part of undo.parts) {
      await lockThing(tx, acting, 'need', part.id)
      await sql`with recursive below as (
          select ${part.id}::bigint as id union
          select n.id from need n join below b on n.merged_into_id = b.id where n.plan_version_id = ${acting.planVersionId})
        update need_source set need_id = ${part.id}, merged_from_id = nullif(merged_from_id, ${part.id})
        where plan_version_id = ${acting.planVersionId} and need_id = ${intoId}
          and merged_from_id in (select id from below)`.execute(tx)
      await sql`update need set state = ${part.state}, merged_into_id = null, published_at = ${part.publishedAt},
          action_field_id = (select f.id from action_field f
            where f.plan_version_id = ${acting.planVersionId} and f.id = ${part.actionFieldId}),
          version = version + 1, updated_at = now()
        where plan_version_id = ${acting.planVersionId} and id = ${part.id}`.execute(tx)
      await replaceLinks(tx, acting, part.id, part.links)
      if (part.publishedAt !== null) await unbury(tx, 'need', part.id)
      await writeAudit(
        tx,
        { ...acting, thingKind: 'need', thingId: part.id, act: 'unmerged' },
        { state: { from: 'MERGED', to: part.state }, mergedIntoId: { from: intoId, to: null } },
        { isPublic: part.publishedAt !== null },
      )
    }
    // Only what the merge brought goes away again: a goal may have been linked from its own page since.
    const now = await linksOf(tx, acting, intoId)
    const back = linkTables.map(({ field }) => [field, now[field].filter((id) => !undo.gained[field].includes(id))])
    await replaceLinks(tx, acting, intoId, Object.fromEntries(back) as NeedLinks)
    await sql`update need set version = version + 1, updated_at = now()
      where plan_version_id = ${acting.planVersionId} and id = ${intoId}`.execute(tx)
    const ids = undo.parts.map(({ id }) => id)
    await writeAudit(
      tx,
      { ...acting, thingKind: 'need', thingId: intoId, act: 'unmerged' },
      { mergedIds: { from: ids, to: null } },
      { isPublic: into.publishedAt !== null },
    )
  })
