import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { isEmptyRow, type YearRow } from '../model/observation-form.ts'
import { yearPeriod, type Observation, type ObservationFlag } from '../model/observation.ts'
import { auditValue, columnsOf, lockIndicator } from './observations.ts'

/**
 * Makes the yearly values of the whole municipality what the table says: adds, changes, and removes those that were
 * emptied. `versions`: the version each year was read in. Throws LostRace when one was changed meanwhile, and Refused
 * with the key of a contradiction: nothing is stored then.
 */
export const saveYears = (
  db: Database,
  acting: Acting,
  indicatorId: number,
  rows: readonly YearRow[],
  versions: ReadonlyMap<number, number>,
): Promise<number> =>
  inTransaction(db, async (tx) => {
    const scale = await lockIndicator(tx, acting, indicatorId)
    const stored = await yearsOf(tx, indicatorId)
    let changed = 0
    for (const row of rows) {
      const before = stored.get(row.year)
      if (before?.version !== versions.get(row.year)) throw new LostRace()
      if (isEmptyRow(row)) {
        if (!before) continue
        await tx.deleteFrom('observation').where('id', '=', before.id).execute()
        await auditValue(tx, acting, indicatorId, 'value-removed', before)
      } else {
        const after = { ...asObservation(row, before), dimensions: {} }
        const columns = columnsOf(after, scale)
        const is = { ...after, value: columns.value }
        if (before && isSame(before, is)) continue
        if (before) {
          const set = { ...columns, version: before.version + 1 }
          await tx.updateTable('observation').set(set).where('id', '=', before.id).execute()
        } else {
          const { municipalityId } = acting
          await tx
            .insertInto('observation')
            .values({ municipalityId, indicatorId, ...columns })
            .execute()
        }
        await auditValue(tx, acting, indicatorId, before ? 'value-changed' : 'value-added', before, is)
      }
      changed++
    }
    return changed
  })

/** What the table does not show of a value (its other flags, its own source) stays. */
export function asObservation(row: YearRow, before?: { flags: readonly string[]; source: string | null }): Observation {
  const { year, isProvisional, value, numerator, denominator, sign, note } = row
  const others = (before?.flags ?? []).filter((flag) => flag !== 'PROVISIONAL') as ObservationFlag[]
  return {
    areaId: null,
    ...yearPeriod(year),
    dimensions: {},
    ...{ value, numerator, denominator, sign, note },
    flags: isProvisional ? ['PROVISIONAL', ...others] : others,
    source: before?.source ?? null,
  }
}

const isSame = (a: Observation | StoredYear, b: Observation) =>
  (['value', 'numerator', 'denominator', 'sign', 'note'] as const).every((key) => a[key] === b[key]) &&
  a.flags.includes('PROVISIONAL') === b.flags.includes('PROVISIONAL')

type StoredYear = Awaited<ReturnType<typeof yearsOf>> extends Map<number, infer Row> ? Row : never

/** The values of calendar years, whole municipality, not broken down. */
async function yearsOf(tx: Database, indicatorId: number) {
  const rows = await tx
    .selectFrom('observation')
    .where('indicatorId', '=', indicatorId)
    .where('areaId', 'is', null)
    .selectAll()
    .forUpdate()
    .execute()
  const whole = rows.filter(
    ({ periodFrom, periodTo, dimensions }) =>
      Object.keys(dimensions as object).length === 0 &&
      periodFrom === `${periodTo.slice(0, 4)}-01-01` &&
      periodTo.endsWith('-12-31'),
  )
  return new Map(
    whole.map((row) => [
      Number(row.periodTo.slice(0, 4)),
      { ...row, dimensions: row.dimensions as Record<string, string> },
    ]),
  )
}
