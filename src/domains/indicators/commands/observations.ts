import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace, NotFound, Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing } from '#platform/things/lifecycle.ts'
import { isOfTheWhole } from '../model/attainment.ts'
import { flawOf, valueOf, type IndicatorScale, type Observation } from '../model/observation.ts'

/** The indicator that a value is for: held, so that two people cannot write the same year at once. */
export async function lockIndicator(tx: Database, acting: Acting, indicatorId: number): Promise<IndicatorScale> {
  await lockThing(tx, acting, 'indicator', indicatorId)
  return tx
    .selectFrom('indicator')
    .where('planVersionId', '=', acting.planVersionId)
    .where('id', '=', indicatorId)
    .select(['kind', 'decimals'])
    .executeTakeFirstOrThrow()
}

/** The columns of a value. Throws Refused with the key of what contradicts. */
export function columnsOf(observation: Observation, scale: IndicatorScale) {
  const flaw = flawOf(observation, scale)
  if (flaw) throw new Refused(flaw.key)
  const { areaId, periodFrom, periodTo, dimensions, numerator, denominator, sign, flags, note, source } = observation
  return {
    ...{ areaId, periodFrom, periodTo, dimensions: JSON.stringify(dimensions), numerator, denominator },
    ...{ value: valueOf(observation, scale), sign, flags: [...flags], note, source },
  }
}

type ValueAct = 'value-added' | 'value-changed' | 'value-removed'

/**
 * Raw values below the municipality or broken down are for those who may enter them; the history is read by more people,
 * so it says only that they changed. Values of the whole are on public pages.
 */
export async function auditValue(tx: Database, acting: Acting, id: number, act: ValueAct, was?: Stored, is?: Stored) {
  const [before, after] = [was && shown(was), is && shown(is)]
  const every = [was, is].filter((one) => one !== undefined)
  const changes = differences(
    before ?? {},
    after ?? Object.fromEntries(Object.keys(before ?? {}).map((k) => [k, null])),
  )
  await writeAudit(
    tx,
    { ...acting, thingKind: 'indicator', thingId: id, act },
    // Which value it is, also when only its note changed.
    { ...changes, period: { from: before?.period ?? null, to: after?.period ?? null } },
    {
      ...(!every.every(isOfTheWhole) && { personal: ['value', 'numerator', 'denominator'] }),
      isPublic: every.some(isOfTheWhole),
    },
  )
}
export type Stored = Omit<Observation, 'flags'> & { flags: readonly string[] }

const shown = (observation: Stored) => {
  const { periodFrom, periodTo, areaId, dimensions, value, numerator, denominator, sign, flags, note, source } =
    observation
  return {
    period: periodFrom === periodTo ? periodTo : `${periodFrom}/${periodTo}`,
    ...{ areaId, dimensions, value, numerator, denominator, sign, flags: [...flags], note, source },
  }
}

/**
 * Stores a value. Throws Refused with the key of a text when its parts contradict each other, or when there is one for
 * this period, area and breakdown already. What is below the municipality is stored and not published.
 */
export const recordObservation = (
  db: Database,
  acting: Acting,
  indicatorId: number,
  observation: Observation,
): Promise<number> =>
  inTransaction(db, async (tx) => {
    const columns = columnsOf(observation, await lockIndicator(tx, acting, indicatorId))
    await refuseWhereTaken(tx, indicatorId, observation)
    const { id } = await tx
      .insertInto('observation')
      .values({ municipalityId: acting.municipalityId, indicatorId, ...columns })
      .returning('id')
      .executeTakeFirstOrThrow()
    await auditValue(tx, acting, indicatorId, 'value-added', undefined, { ...observation, value: columns.value })
    return id
  })

/** Changes a value that was read as `version`. Throws as `recordObservation`, and LostRace. */
export const correctObservation = (
  db: Database,
  acting: Acting,
  indicatorId: number,
  { id, version }: { id: number; version: number },
  observation: Observation,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const scale = await lockIndicator(tx, acting, indicatorId)
    const before = await lockObservation(tx, indicatorId, id, version)
    const columns = columnsOf(observation, scale)
    await refuseWhereTaken(tx, indicatorId, observation, id)
    await tx
      .updateTable('observation')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await auditValue(tx, acting, indicatorId, 'value-changed', before, { ...observation, value: columns.value })
  })

/** Removes a value. Throws LostRace when it was changed meanwhile. */
export const removeObservation = (
  db: Database,
  acting: Acting,
  indicatorId: number,
  { id, version }: { id: number; version: number },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockIndicator(tx, acting, indicatorId)
    const before = await lockObservation(tx, indicatorId, id, version)
    await tx.deleteFrom('observation').where('id', '=', id).execute()
    await auditValue(tx, acting, indicatorId, 'value-removed', before)
  })

async function lockObservation(tx: Database, indicatorId: number, id: number, version: number): Promise<Stored> {
  const row = await tx
    .selectFrom('observation')
    .where('indicatorId', '=', indicatorId)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.version !== version) throw new LostRace()
  return { ...row, dimensions: row.dimensions as Record<string, string> }
}

/** One value per period, area and breakdown; and the area must be one of ours. */
async function refuseWhereTaken(tx: Database, indicatorId: number, observation: Observation, except?: number) {
  const { areaId, periodFrom, periodTo, dimensions } = observation
  const { rows } = await sql<{ isTaken: boolean; isKnown: boolean }>`select
    exists (select from observation where indicator_id = ${indicatorId} and area_id is not distinct from ${areaId}::bigint
      and period_from = ${periodFrom} and period_to = ${periodTo} and dimensions = ${JSON.stringify(dimensions)}::jsonb
      and id is distinct from ${except ?? null}::bigint) as is_taken,
    ${areaId}::bigint is null or exists (select from area where id = ${areaId}) as is_known`.execute(tx)
  if (rows[0]?.isKnown !== true) throw new Refused('unknownChoice')
  if (rows[0].isTaken) throw new Refused('periodTaken')
}
