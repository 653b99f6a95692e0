import { sql } from 'kysely'
import { writeAuditMany, type OneOfMany } from '#platform/audit/audit-many.ts'
import { differences, type Changes } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { MeasureForm } from '../model/form.ts'
import type { ImportedResource, StoredMeasure } from '../queries/for-import.ts'
import { linkTables } from './links.ts'
import { auditValues, rowOf } from './save.ts'

/** A measure to create (without `before`) or to change, with everything as it shall be. */
export interface ImportedMeasure {
  before?: StoredMeasure
  form: MeasureForm
  sourceId: string | null
  /** The rows of money that are new or changed; others stay. */
  resources: readonly ImportedResource[]
}

/** How many rows one statement takes: a few statements per thousand measures, and progress in between. */
const batchSize = 500

/**
 * Writes many measures at once: each is a draft or stays what it is, each leaves an entry in its history. Throws LostRace
 * when one was saved meanwhile; then nothing is written. `onBatch` hears how many are done.
 */
export const importMeasures = (
  db: Database,
  acting: Acting,
  measures: readonly ImportedMeasure[],
  onBatch: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> =>
  inTransaction(db, async (tx) => {
    for (let start = 0; start < measures.length; start += batchSize) {
      const batch = measures.slice(start, start + batchSize)
      await writeBatch(tx, acting, batch)
      await onBatch(start + batch.length)
    }
  })

async function writeBatch(db: Database, acting: Acting, batch: readonly ImportedMeasure[]) {
  const created = batch.filter(({ before }) => before === undefined)
  const newIds = await newItems(db, acting, created.length)
  const ids = new Map<ImportedMeasure, number>(created.map((measure, index) => [measure, newIds[index] ?? 0]))
  for (const measure of batch) if (measure.before) ids.set(measure, measure.before.id)
  const idOf = (measure: ImportedMeasure) => ids.get(measure) ?? 0

  await insertRows(db, acting, created, idOf)
  if (created.length === batchSize) await refreshStatistics(db)
  await updateRows(
    db,
    acting,
    batch.filter(({ before }) => before !== undefined),
  )
  await writeLinks(db, acting, batch, idOf)
  await writeResources(db, acting, batch, idOf)

  const entries = batch.map((measure): OneOfMany => {
    const act = measure.before ? 'changed' : 'created'
    return { thingId: idOf(measure), act, changes: auditOf(measure) }
  })
  const isPublic = batch.some(({ before }) => before?.isPublished)
  await writeAuditMany(db, { ...acting, thingKind: 'measure' }, entries, { isPublic })
}

/**
 * On a new database the checks of foreign keys walk through the whole plan for each link (docs/decisions/0009): 5,000
 * measures took 20 s instead of 3. Where there are statistics already, nothing happens.
 */
const refreshStatistics = (db: Database) =>
  sql`select refresh_statistics() from pg_class where oid = 'measure'::regclass and reltuples < ${batchSize}`.execute(
    db,
  )

async function newItems(db: Database, { municipalityId }: Acting, count: number): Promise<number[]> {
  if (count === 0) return []
  const { rows } = await sql<{ id: number }>`insert into plan_item (municipality_id, kind)
    select ${municipalityId}::bigint, 'measure' from generate_series(1, ${count}::int) returning id`.execute(db)
  return rows.map(({ id }) => id).toSorted((a, b) => a - b)
}

/** The columns that an import writes, with their types for the record set. */
const columns: Readonly<Record<string, string>> = {
  number: 'text',
  number_order: 'integer[]',
  title: 'text',
  description: 'text',
  action_field_id: 'bigint',
  kind: 'text',
  is_flagship: 'boolean',
  is_quick_win: 'boolean',
  lead_org_unit_id: 'bigint',
  lead_actor_id: 'bigint',
  period_from: 'jsonb',
  period_from_sort: 'date',
  period_to: 'jsonb',
  period_to_sort: 'date',
  is_permanent: 'boolean',
  state: 'text',
  state_reason: 'text',
  progress: 'smallint',
  course: 'text',
  course_reason: 'text',
  course_released: 'boolean',
  logic: 'jsonb',
  internal_note: 'text',
  source_id: 'text',
}
const names = Object.keys(columns)
const record = sql.raw(
  `r(id bigint, version integer, ${Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')})`,
)
const list = sql.raw(names.join(', '))
const fromRecord = sql.raw(names.map((name) => `r.${name}`).join(', '))
const assignments = sql.raw(names.map((name) => `${name} = r.${name}`).join(', '))

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function recordOf({ before, form, sourceId }: ImportedMeasure, id: number) {
  const { logic, ...row } = rowOf(form)
  const values = { ...row, logic: JSON.parse(logic) as unknown, sourceId, id, version: before?.version ?? 0 }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [snake(name), value]))
}

async function insertRows(
  db: Database,
  { municipalityId, planVersionId }: Acting,
  created: readonly ImportedMeasure[],
  idOf: (measure: ImportedMeasure) => number,
) {
  if (created.length === 0) return
  const rows = JSON.stringify(created.map((measure) => recordOf(measure, idOf(measure))))
  await sql`insert into measure (municipality_id, plan_version_id, id, ${list})
    select ${municipalityId}::bigint, ${planVersionId}::bigint, r.id, ${fromRecord}
    from jsonb_to_recordset(${rows}::jsonb) as ${record}`.execute(db)
}

async function updateRows(db: Database, { planVersionId }: Acting, updated: readonly ImportedMeasure[]) {
  if (updated.length === 0) return
  const rows = JSON.stringify(updated.map((measure) => recordOf(measure, measure.before?.id ?? 0)))
  const { numAffectedRows } = await sql`update measure m set ${assignments}, version = m.version + 1, updated_at = now()
    from jsonb_to_recordset(${rows}::jsonb) as ${record}
    where m.plan_version_id = ${planVersionId} and m.id = r.id and m.version = r.version`.execute(db)
  if (Number(numAffectedRows) !== updated.length) throw new LostRace()
}

/** Makes the links what the batch says, one or two statements per kind of link that changes at all. */
async function writeLinks(
  db: Database,
  { municipalityId, planVersionId }: Acting,
  batch: readonly ImportedMeasure[],
  idOf: (measure: ImportedMeasure) => number,
) {
  for (const { field, table, column } of linkTables) {
    const changed = batch.filter(({ before, form }) => !sameIds(before?.form[field] ?? [], form[field]))
    if (changed.length === 0) continue
    const pairs = changed.flatMap((measure) =>
      measure.form[field].map((to) => ({ measure_id: idOf(measure), to_id: to })),
    )
    const wanted = sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r(measure_id bigint, to_id bigint)`
    const before = changed.flatMap((measure) => (measure.before ? measure.before.id : []))
    if (before.length > 0) {
      await sql`delete from ${sql.table(table)} l where l.plan_version_id = ${planVersionId} and l.measure_id = any(${before})
        and l.${sql.ref(column)} is not null
        and not exists (select from ${wanted} where r.measure_id = l.measure_id and r.to_id = l.${sql.ref(column)})`.execute(
        db,
      )
    }
    await sql`insert into ${sql.table(table)} (municipality_id, plan_version_id, measure_id, ${sql.ref(column)})
      select ${municipalityId}::bigint, ${planVersionId}::bigint, r.measure_id, r.to_id from ${wanted}
      on conflict do nothing`.execute(db)
  }
}

const sameIds = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && new Set([...a, ...b]).size === new Set(a).size

async function writeResources(
  db: Database,
  { municipalityId, planVersionId }: Acting,
  batch: readonly ImportedMeasure[],
  idOf: (measure: ImportedMeasure) => number,
) {
  const rows = batch.flatMap((measure) =>
    measure.resources.map((resource) => ({
      id: resource.id,
      measure_id: idOf(measure),
      year: resource.year,
      fte: resource.fte,
      staff_cents: resource.staff,
      material_cents: resource.material,
      income_cents: resource.income,
      spent_cents: resource.spent,
      funding_source: resource.fundingSource,
      note: resource.note,
    })),
  )
  if (rows.length === 0) return
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, measure_id bigint, year smallint, fte numeric,
    staff_cents bigint, material_cents bigint, income_cents bigint, spent_cents bigint, funding_source text, note text)`
  await sql`insert into measure_resource (municipality_id, plan_version_id, measure_id, year, fte, staff_cents, material_cents,
      income_cents, spent_cents, funding_source, note)
    select ${municipalityId}::bigint, ${planVersionId}::bigint, r.measure_id, r.year, r.fte, r.staff_cents, r.material_cents,
      r.income_cents, r.spent_cents, r.funding_source, r.note from ${given} where r.id is null`.execute(db)
  if (!rows.some(({ id }) => id !== null)) return
  await sql`update measure_resource m set fte = r.fte, staff_cents = r.staff_cents, material_cents = r.material_cents,
      income_cents = r.income_cents, spent_cents = r.spent_cents, funding_source = r.funding_source, note = r.note
    from ${given} where m.plan_version_id = ${planVersionId} and m.id = r.id and m.measure_id = r.measure_id`.execute(
    db,
  )
}

/** What the history shows, in the shape of the form's own entries: names of things by their ids, all rows of money. */
function auditOf({ before, form, resources }: ImportedMeasure): Changes {
  const rows = (list: readonly ImportedResource[]) =>
    list.map(({ id: _id, ...row }) => row).toSorted((a, b) => a.year - b.year)
  const stored = before?.resources ?? []
  const kept = stored.filter(({ id }) => !resources.some((resource) => resource.id === id))
  return {
    ...differences(before ? auditValues(before.form) : {}, auditValues(form)),
    ...(resources.length > 0 && differences({ resources: rows(stored) }, { resources: rows([...kept, ...resources]) })),
  }
}

/** The fields that differ, with the money as `material.2026`: what the preview names. */
export function changesOf({ before, form, resources }: ImportedMeasure): Changes {
  const money = (rows: readonly ImportedResource[]) =>
    Object.fromEntries(
      rows.flatMap((row) =>
        (['fte', 'staff', 'material', 'income', 'spent', 'fundingSource'] as const).flatMap((part) =>
          row[part] === null ? [] : [[`${part}.${row.year}`, row[part]]],
        ),
      ),
    ) as Record<string, unknown>
  const stored = before?.resources.filter(({ id }) => resources.some((resource) => resource.id === id)) ?? []
  return {
    ...differences(before ? auditValues(before.form) : {}, auditValues(form)),
    ...differences(money(stored), money(resources)),
  }
}
