import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing } from '#platform/things/lifecycle.ts'
import { latestDay, sortKey, type FlexDate } from '#values/flex-date.ts'
import type { BulkForm } from '../model/bulk.ts'
import { changeLinks, readLinks, type Links } from './links.ts'
import { leadText } from './save.ts'

const yearDate = (year: number | null): FlexDate | null =>
  year === null ? null : { kind: 'year', value: String(year) }

/** The columns that one bulk change sets; empty: it changes links. */
function columnsOf({ change, state, stateReason, lead, year, kind, actionFieldId }: BulkForm) {
  switch (change) {
    case 'state':
      return { state: state ?? 'NOT_STARTED', stateReason }
    case 'lead':
      return lead
    case 'kind':
      return { kind }
    case 'actionField':
      return { actionFieldId }
    case 'start': {
      const periodFrom = yearDate(year)
      return { periodFrom, periodFromSort: periodFrom && sortKey(periodFrom) }
    }
    case 'end': {
      const periodTo = yearDate(year)
      return { periodTo, periodToSort: periodTo && latestDay(periodTo), isPermanent: false }
    }
    case 'goals':
    case 'targetGroup':
    case 'areas':
      return {}
  }
}

/** What is linked in addition to what there is. */
const addedBy = ({ change, goalIds, targetGroupId, areaIds }: BulkForm): Partial<Links> =>
  change === 'goals'
    ? { goalIds }
    : change === 'areas'
      ? { areaIds }
      : change === 'targetGroup' && targetGroupId !== null
        ? { targetGroupIds: [targetGroupId] }
        : {}

/**
 * Changes one thing of several measures, all or none, each with its own entry in the history in the words of the form.
 * Returns how many really changed. Throws NotFound for a field, goal, group or area that is not of this plan.
 */
export const changeMeasures = (db: Database, acting: Acting, form: BulkForm): Promise<number> =>
  inTransaction(db, async (tx) => {
    await requireField(tx, acting, form)
    const columns = columnsOf(form)
    const added = addedBy(form)
    let changed = 0
    for (const id of form.id.toSorted((a, b) => a - b)) {
      const { version, publishedAt } = await lockThing(tx, acting, 'measure', id)
      const before = await tx
        .selectFrom('measure')
        .where('planVersionId', '=', acting.planVersionId)
        .where('id', '=', id)
        .selectAll()
        .executeTakeFirstOrThrow()
      const links = await addLinks(tx, acting, id, added)
      const shown = Object.entries(columns).filter(([name]) => !name.endsWith('Sort') && !name.startsWith('lead'))
      const changes = differences(
        { ...before, ...links.before, lead: leadText(before) },
        { ...Object.fromEntries(shown), ...links.after, ...(form.change === 'lead' && { lead: leadText(form.lead) }) },
      )
      if (Object.keys(changes).length === 0) continue
      changed++
      await tx
        .updateTable('measure')
        .set({ ...columns, version: version + 1, updatedAt: new Date() })
        .where('planVersionId', '=', acting.planVersionId)
        .where('id', '=', id)
        .execute()
      await writeAudit(tx, { ...acting, thingKind: 'measure', thingId: id, act: 'changed' }, changes, {
        isPublic: publishedAt !== null,
      })
    }
    return changed
  })

async function requireField(db: Database, { planVersionId }: Acting, { change, actionFieldId }: BulkForm) {
  if (change !== 'actionField') return
  const field = await db
    .selectFrom('actionField')
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', actionFieldId ?? 0)
    .select('id')
    .executeTakeFirst()
  if (!field) throw new NotFound()
}

async function addLinks(db: Database, acting: Acting, id: number, added: Partial<Links>) {
  const names = Object.keys(added) as (keyof Links)[]
  if (names.length === 0) return { before: {}, after: {} }
  const links = await readLinks(db, acting, id)
  const sorted = (ids: readonly number[]) => [...new Set(ids)].toSorted((a, b) => a - b)
  const wanted = Object.fromEntries(names.map((name) => [name, sorted([...links[name], ...(added[name] ?? [])])]))
  await changeLinks(db, acting, id, links, { ...links, ...wanted })
  const stored = await readLinks(db, acting, id)
  // What is not of this plan is not linked: a change that says so must not look as if it had been made.
  if (names.some((name) => wanted[name]?.some((one) => !stored[name].includes(one)))) throw new NotFound()
  return { before: links, after: wanted }
}
