import { inTransaction, type Database } from '#platform/db/database.ts'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing, newPlanItem } from '#platform/things/lifecycle.ts'
import { latestDay, sortKey } from '#values/flex-date.ts'
import { numberOrder } from '../model/measure.ts'
import type { MeasureForm } from '../model/form.ts'
import { changeLinks, linkTables, noLinks, readLinks } from './links.ts'

/** The columns of the row that a form fills. */
export function rowOf(form: MeasureForm) {
  const { inputs, activities, outputs, outcomes, impact } = form
  const logic = Object.fromEntries(
    Object.entries({ inputs, activities, outputs, outcomes, impact }).filter(([, text]) => text !== null),
  )
  return {
    number: form.number,
    numberOrder: numberOrder(form.number),
    title: form.title,
    description: form.description,
    actionFieldId: form.actionFieldId,
    kind: form.kind,
    isFlagship: form.isFlagship,
    isQuickWin: form.isQuickWin,
    ...form.lead,
    periodFrom: form.periodFrom,
    periodFromSort: form.periodFrom && sortKey(form.periodFrom),
    periodTo: form.periodTo,
    periodToSort: form.periodTo && latestDay(form.periodTo),
    isPermanent: form.isPermanent,
    state: form.state,
    stateReason: form.stateReason,
    progress: form.progress,
    course: form.course,
    courseReason: form.courseReason,
    courseReleased: form.courseReleased,
    logic: JSON.stringify(logic),
    internalNote: form.internalNote,
  }
}

/** Creates a draft. Returns its lasting id. */
export const createMeasure = (db: Database, acting: Acting, form: MeasureForm): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { municipalityId, planVersionId } = acting
    const id = await newPlanItem(tx, acting, 'measure')
    await tx
      .insertInto('measure')
      .values({ municipalityId, planVersionId, id, ...rowOf(form) })
      .execute()
    await changeLinks(tx, acting, id, noLinks, form)
    await writeAudit(
      tx,
      { ...acting, thingKind: 'measure', thingId: id, act: 'created' },
      differences({}, auditValues(form)),
    )
    return id
  })

/**
 * Saves a measure that was read as `version`. Throws LostRace when somebody saved it meanwhile: nothing is overwritten.
 * A published measure stays published; its public page changes with this transaction.
 */
export const saveMeasure = (
  db: Database,
  acting: Acting,
  id: number,
  version: number,
  form: MeasureForm,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockThing(tx, acting, 'measure', id, version)
    const before = await tx
      .selectFrom('measure')
      .where('planVersionId', '=', acting.planVersionId)
      .where('id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow()
    const linksBefore = await readLinks(tx, acting, id)
    await tx
      .updateTable('measure')
      .set({ ...rowOf(form), version: version + 1, updatedAt: new Date() })
      .where('planVersionId', '=', acting.planVersionId)
      .where('id', '=', id)
      .execute()
    await changeLinks(tx, acting, id, linksBefore, form)
    const changes = differences({ ...before, lead: leadText(before), ...linksBefore }, auditValues(form))
    await writeAudit(tx, { ...acting, thingKind: 'measure', thingId: id, act: 'changed' }, changes, {
      isPublic: before.publishedAt !== null,
    })
  })

/** How the form and the history name a lead: `amt-12`, `akteur-7`. */
export const leadText = ({
  leadOrgUnitId,
  leadActorId,
}: {
  leadOrgUnitId: number | null
  leadActorId: number | null
}) => (leadOrgUnitId !== null ? `amt-${leadOrgUnitId}` : leadActorId === null ? null : `akteur-${leadActorId}`)

/** What the history shows: the form's fields, not the columns made for sorting. */
export function auditValues(form: MeasureForm): Record<string, unknown> {
  const { lead, inputs, activities, outputs, outcomes, impact, ...rest } = form
  const logic = Object.fromEntries(
    Object.entries({ inputs, activities, outputs, outcomes, impact }).filter(([, text]) => text !== null),
  )
  const links = Object.fromEntries(linkTables.map(({ field }) => [field, form[field].toSorted((a, b) => a - b)]))
  return { ...rest, ...links, lead: leadText(lead), logic }
}
