import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { formatDate } from '#values/local-date.ts'
import type { LocalText } from '#values/local-text.ts'
import type { OrgUnit } from './model/org-unit.ts'

/** A measure as a unit's page names it. */
export interface UnitMeasure {
  id: number
  number: string
  title: LocalText
  isLead: boolean
  isDraft: boolean
  /** The unit that leads it, where that is not the unit of the page but one that was merged into it. */
  ofUnit: number
}

/** All units of the house in their order, ended ones too. One statement. */
export async function listUnits(db: Database, reading: Reading): Promise<OrgUnit[]> {
  const seen = reading.sees.drafts ? sql`` : sql`and m.published_at is not null`
  return db
    .selectFrom('orgUnit as o')
    .select(['id', 'version', 'levelName', 'code', 'name', 'parentId', 'startedOn', 'endedOn', 'mergedIntoId'])
    .select(['phone', 'email', 'position'])
    .select(
      sql<number>`(select count(*) from measure m where m.municipality_id = o.municipality_id
        and m.plan_version_id = ${reading.planVersionId} and m.lead_org_unit_id = o.id ${seen})`.as('ledCount'),
    )
    .orderBy('position')
    .orderBy('code')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/**
 * One unit with all others around it and its measures; those that units led which were merged into it are there, too.
 * Throws NotFound. Two statements, three in foreign languages.
 */
export async function getUnit(
  db: Database,
  reading: Reading,
  id: number,
): Promise<{ unit: OrgUnit; units: OrgUnit[]; measures: UnitMeasure[] }> {
  const units = await listUnits(db, reading)
  const unit = units.find((one) => one.id === id)
  if (!unit) throw new NotFound()
  const before = units.filter(({ mergedIntoId }) => mergedIntoId === id).map((one) => one.id)
  const seen = reading.sees.drafts ? sql`` : sql`and m.published_at is not null`
  const { rows } = await sql<{
    id: number
    number: string
    title: string
    isLead: boolean
    isDraft: boolean
    ofUnit: number
  }>`
    select m.id, m.number, m.title, m.lead_org_unit_id = any(${[id, ...before]}) is true as is_lead,
      m.published_at is null as is_draft,
      case when m.lead_org_unit_id = any(${before}) then m.lead_org_unit_id else ${id}::bigint end as of_unit
    from measure m
    where m.plan_version_id = ${reading.planVersionId} ${seen} and (m.lead_org_unit_id = any(${[id, ...before]})
      or m.id in (select p.measure_id from measure_partner p
        where p.plan_version_id = ${reading.planVersionId} and p.org_unit_id = ${id}))
    order by m.number_order, m.id`.execute(db)
  const words = await loadTranslations(db, reading.language, [{ kind: 'measure', ids: rows.map((row) => row.id) }])
  return {
    unit,
    units,
    measures: rows.map((row) => ({ ...row, title: words.text('measure', row.id, 'title', row.title) })),
  }
}

/** A stored unit as its form shows it. */
export function typedUnit(unit: OrgUnit): Typed {
  const date = (value: string | null) => (value === null ? '' : formatDate(value, 'de'))
  const id = (value: number | null) => (value === null ? '' : String(value))
  return {
    levelName: unit.levelName,
    code: unit.code ?? '',
    name: unit.name,
    parentId: id(unit.parentId),
    startedOn: date(unit.startedOn),
    endedOn: date(unit.endedOn),
    mergedIntoId: id(unit.mergedIntoId),
    phone: unit.phone ?? '',
    email: unit.email ?? '',
  }
}
