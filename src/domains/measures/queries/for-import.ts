import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { Cents } from '#values/money.ts'
import { linkTables, type Links } from '../commands/links.ts'
import type { MeasureForm } from '../model/form.ts'
import type { ImpactLogic } from '../model/measure.ts'

/** One row of money of a measure, as an import reads and writes it. */
export interface ImportedResource {
  /** null: not stored yet. */
  id: number | null
  year: number
  fte: number | null
  staff: Cents | null
  material: Cents | null
  income: Cents | null
  spent: Cents | null
  fundingSource: string | null
  note: string | null
}

/** A measure as it is stored, in the words of its form. */
export interface StoredMeasure {
  id: number
  version: number
  sourceId: string | null
  isPublished: boolean
  form: MeasureForm
  resources: ImportedResource[]
}

export interface MeasureInIndex {
  id: number
  number: string
  title: string
  sourceId: string | null
}

/** By what an import recognises each measure of a version. One statement. */
export const indexMeasures = (db: Database, planVersionId: number): Promise<MeasureInIndex[]> =>
  db
    .selectFrom('measure')
    .where('planVersionId', '=', planVersionId)
    .select(['id', 'number', 'title', 'sourceId'])
    .execute()

/** These measures with everything that an import may change. Three statements, at any number. */
export async function listStoredMeasures(
  db: Database,
  acting: Acting,
  ids: readonly number[],
): Promise<Map<number, StoredMeasure>> {
  if (ids.length === 0) return new Map()
  const { planVersionId } = acting
  const rows = await db
    .selectFrom('measure')
    .where('planVersionId', '=', planVersionId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .selectAll()
    .execute()
  const links = await linksOf(db, planVersionId, ids)
  const resources = await db
    .selectFrom('measureResource')
    .where('planVersionId', '=', planVersionId)
    .where((eb) => eb('measureId', '=', eb.fn.any(eb.val([...ids]))))
    .selectAll()
    .orderBy('year')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const money = Map.groupBy(resources, ({ measureId }) => measureId)
  return new Map(
    rows.map((row): [number, StoredMeasure] => {
      const logic = row.logic as ImpactLogic
      const form: MeasureForm = {
        number: row.number,
        title: row.title,
        description: row.description,
        actionFieldId: row.actionFieldId,
        kind: row.kind,
        isFlagship: row.isFlagship,
        isQuickWin: row.isQuickWin,
        lead: { leadOrgUnitId: row.leadOrgUnitId, leadActorId: row.leadActorId },
        ...(links.get(row.id) ?? noLinks()),
        periodFrom: row.periodFrom,
        periodTo: row.periodTo,
        isPermanent: row.isPermanent,
        state: row.state,
        stateReason: row.stateReason,
        progress: row.progress,
        course: row.course,
        courseReason: row.courseReason,
        courseReleased: row.courseReleased,
        inputs: logic.inputs ?? null,
        activities: logic.activities ?? null,
        outputs: logic.outputs ?? null,
        outcomes: logic.outcomes ?? null,
        impact: logic.impact ?? null,
        internalNote: row.internalNote,
      }
      const ofMeasure = (money.get(row.id) ?? []).map((resource) => ({
        id: resource.id,
        year: resource.year,
        fte: resource.fte,
        staff: resource.staffCents,
        material: resource.materialCents,
        income: resource.incomeCents,
        spent: resource.spentCents,
        fundingSource: resource.fundingSource,
        note: resource.note,
      }))
      const { id, version, sourceId, publishedAt } = row
      return [id, { id, version, sourceId, isPublished: publishedAt !== null, form, resources: ofMeasure }]
    }),
  )
}

/** A measure that is linked to nothing. */
export const noLinks = (): Links => Object.fromEntries(linkTables.map(({ field }) => [field, []])) as unknown as Links

async function linksOf(db: Database, planVersionId: number, ids: readonly number[]): Promise<Map<number, Links>> {
  const parts = linkTables.map(
    ({
      field,
      table,
      column,
    }) => sql`select measure_id, ${field} as field, ${sql.ref(column)} as id from ${sql.table(table)}
      where plan_version_id = ${planVersionId} and measure_id = any(${[...ids]}) and ${sql.ref(column)} is not null`,
  )
  const { rows } = await sql<{ measureId: number; field: keyof Links; id: number }>`
    ${sql.join(parts, sql` union all `)} order by 1, 2, 3`.execute(db)
  const links = new Map<number, Links>()
  for (const { measureId, field, id } of rows) {
    const one = links.get(measureId) ?? noLinks()
    links.set(measureId, one)
    one[field].push(id)
  }
  return links
}
