import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import { formatDate, type LocalDate } from '#values/local-date.ts'
import { readLinks } from '../commands/links.ts'
import { defaultThresholds } from '../model/attainment.ts'
import { calendarYear, type Observation } from '../model/observation.ts'

/** A number as a form shows it: with a comma, which is read back unambiguously in every language. */
export const typedNumber = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))
const typedDate = (date: LocalDate | null) => (date === null ? '' : formatDate(date, 'de'))

/** A stored indicator as its form shows it. `undefined`: there is none. */
export async function findTyped(db: Database, planVersionId: number, id: number) {
  const row = await db
    .selectFrom('indicator')
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  if (!row) return undefined
  const links = await readLinks(db, { municipalityId: row.municipalityId, planVersionId, accountId: null }, id)
  const values: Typed = {
    code: row.code,
    title: row.title,
    actionFieldId: row.actionFieldId === null ? '' : String(row.actionFieldId),
    unit: row.unit,
    kind: row.kind,
    decimals: String(row.decimals),
    direction: row.direction,
    baselineValue: typedNumber(row.baselineValue),
    baselineDate: typedDate(row.baselineDate),
    targetValue: typedNumber(row.targetValue),
    targetDate: typedDate(row.targetDate),
    tolerance: typedNumber(row.tolerance),
    method: row.method ?? '',
    limits: row.limits ?? '',
    source: row.source ?? '',
    licence: row.licence ?? '',
    goalIds: links.goalIds.map(String),
    measureIds: links.measureIds.map(String),
  }
  return { row, values }
}

/** A value as its form shows it. */
export function typedObservation(observation: Observation): Typed {
  const { periodFrom, periodTo, areaId, dimensions, value, numerator, denominator, sign, flags, note, source } =
    observation
  const year = calendarYear(observation)
  return {
    year: year === null ? '' : String(year),
    periodFrom: year === null ? typedDate(periodFrom) : '',
    periodTo: year === null ? typedDate(periodTo) : '',
    areaId: areaId === null ? '' : String(areaId),
    ...dimensions,
    value: typedNumber(value),
    numerator: typedNumber(numerator),
    denominator: typedNumber(denominator),
    sign: sign ?? '',
    flags: [...flags],
    note: note ?? '',
    source: source ?? '',
  }
}

/** The thresholds as the form shows them, with the version they were read in (0: never set). */
export async function getTypedThresholds(db: Database): Promise<{ values: Typed; version: number }> {
  const row = await db.selectFrom('indicatorSetting').selectAll().executeTakeFirst()
  const { greenWithin, yellowWithin } = row ?? defaultThresholds
  const percent = (share: number) => String(Math.round(share * 100))
  return {
    values: { greenWithin: percent(greenWithin), yellowWithin: percent(yellowWithin) },
    version: row?.version ?? 0,
  }
}
