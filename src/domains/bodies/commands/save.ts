import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { removePersonalData } from '#platform/audit/removal.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { requireComplete } from '#platform/things/editing.ts'
import { lockThing, removeThing } from '#platform/things/lifecycle.ts'
import type { LocalDate } from '#values/local-date.ts'
import { missingToPublish } from '../model/body.ts'
import { misplaced, type BodyContent } from '../model/form.ts'
import { findBody } from '../queries/stored.ts'
import { replaceRows } from './rows.ts'

const rowOf = ({ actionFieldIds: _fields, tasks: _tasks, seats: _seats, relations: _relations, ...row }: BodyContent) =>
  row

/** Creates a draft as the last of the bodies. Returns its id. Throws Refused('wrongFields', { fields }). */
export const createBody = (db: Database, acting: Acting, content: BodyContent): Promise<number> =>
  inTransaction(db, async (tx) => {
    await refuseMisplaced(tx, undefined, content)
    const { id } = await tx
      .insertInto('body')
      .values({
        municipalityId: acting.municipalityId,
        ...rowOf(content),
        position: sql<number>`coalesce((select max(position) + 1 from body), 0)`,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await replaceRows(tx, acting, id, content)
    await audit(tx, acting, id, 'created', {}, content, false)
    return id
  })

/**
 * Saves a body that was read as `version`. Throws LostRace, Refused('notComplete') when a public one would lose its
 * purpose, and Refused('wrongFields', { fields }). A name that is taken out goes from the history, too.
 */
export const saveBody = (
  db: Database,
  acting: Acting,
  id: number,
  version: number,
  content: BodyContent,
  on: LocalDate,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { publishedAt } = await lockThing(tx, acting, 'body', id, version)
    requireComplete(publishedAt, missingToPublish(content))
    await refuseMisplaced(tx, id, content)
    const before = await findBody(tx, id)
    await tx
      .updateTable('body')
      .set({ ...rowOf(content), version: version + 1, updatedAt: new Date() })
      .where('id', '=', id)
      .execute()
    await replaceRows(tx, acting, id, content)
    await audit(tx, acting, id, 'changed', before ? auditValues(before.content) : {}, content, publishedAt !== null)
    const kept = namesIn(content)
    if (before && namesIn(before.content).some((name) => !kept.includes(name)))
      await removePersonalData(tx, { municipalityId: acting.municipalityId, thingKind: 'body', thingIds: [id] }, on)
  })

/** Removes a body, and the names in its seats from the history. Throws LostRace. */
export const removeBody = (db: Database, acting: Acting, id: number, version: number, on: LocalDate): Promise<void> =>
  inTransaction(db, async (tx) => {
    await removeThing(tx, acting, 'body', id, version)
    await removePersonalData(tx, { municipalityId: acting.municipalityId, thingKind: 'body', thingIds: [id] }, on)
  })

const namesIn = ({ seats }: BodyContent) => seats.flatMap(({ personName }) => personName ?? [])

/** The history tells of seats without the names in them; those stand apart as personal data. */
function auditValues(content: BodyContent): Record<string, unknown> {
  return {
    ...rowOf(content),
    actionFieldIds: content.actionFieldIds.toSorted((a, b) => a - b),
    tasks: content.tasks.map(({ text, mode }) => ({ text, mode })),
    relations: content.relations.map(({ kind, otherId }) => ({ kind, otherId })),
    seats: content.seats.map(({ id: _id, personName: _name, place: _place, ...seat }) => seat),
    seatNames: namesIn(content),
  }
}

const audit = (
  db: Database,
  acting: Acting,
  id: number,
  act: string,
  before: Record<string, unknown>,
  after: BodyContent,
  isPublic: boolean,
) =>
  writeAudit(db, { ...acting, thingKind: 'body', thingId: id, act }, differences(before, auditValues(after)), {
    personal: ['seatNames'],
    isPublic,
  })

/** The form said so already; here it holds even when two people move bodies at the same time. */
async function refuseMisplaced(db: Database, id: number | undefined, content: BodyContent) {
  const bodies = await db.selectFrom('body').select(['id', 'parentId']).forUpdate().execute()
  const fields = misplaced(bodies, id, content)
  if (Object.keys(fields).length > 0) throw new Refused('wrongFields', { fields })
}
