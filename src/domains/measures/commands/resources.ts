import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing } from '#platform/things/lifecycle.ts'
import type { ResourceRow } from '../model/resources.ts'

/** The stored rows of a measure's money, in their order. */
export async function readResources(db: Database, planVersionId: number, id: number): Promise<ResourceRow[]> {
  const rows = await db
    .selectFrom('measureResource')
    .where('planVersionId', '=', planVersionId)
    .where('measureId', '=', id)
    .selectAll()
    .orderBy('year')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    year: row.year,
    fte: row.fte,
    staff: row.staffCents,
    material: row.materialCents,
    income: row.incomeCents,
    spent: row.spentCents,
    fundingSource: row.fundingSource,
    costCentre: row.costCentre,
    account: row.account,
    orderNumber: row.orderNumber,
    note: row.note,
  }))
}

/**
 * Makes these rows the money of the measure. Amounts are whole cents; null is unknown, not zero. Throws LostRace when the
 * measure was saved after `version`.
 */
export const saveResources = (
  db: Database,
  acting: Acting,
  id: number,
  version: number,
  rows: readonly ResourceRow[],
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { municipalityId, planVersionId } = acting
    const { publishedAt } = await lockThing(tx, acting, 'measure', id, version)
    const before = await readResources(tx, planVersionId, id)
    await tx
      .deleteFrom('measureResource')
      .where('planVersionId', '=', planVersionId)
      .where('measureId', '=', id)
      .execute()
    const sorted = rows.toSorted((a, b) => a.year - b.year)
    if (sorted.length > 0)
      await tx
        .insertInto('measureResource')
        .values(sorted.map(rowOf(municipalityId, planVersionId, id)))
        .execute()
    await tx
      .updateTable('measure')
      .set({ version: version + 1, updatedAt: new Date() })
      .where('planVersionId', '=', planVersionId)
      .where('id', '=', id)
      .execute()
    const changes = differences({ resources: before }, { resources: sorted })
    await writeAudit(tx, { ...acting, thingKind: 'measure', thingId: id, act: 'changed' }, changes, {
      isPublic: publishedAt !== null,
    })
  })

const rowOf =
  (municipalityId: number, planVersionId: number, measureId: number) =>
  ({ staff, material, income, spent, ...row }: ResourceRow, position: number) => ({
    ...{ municipalityId, planVersionId, measureId, position },
    ...row,
    staffCents: staff,
    materialCents: material,
    incomeCents: income,
    spentCents: spent,
  })
