import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { defaultThresholds } from '../model/attainment.ts'
import type { SettingForm } from '../model/form.ts'

/** Says from when a number counts as behind. `version` 0: nothing was set before. Throws LostRace. */
export const saveThresholds = (db: Database, acting: Acting, version: number, form: SettingForm): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { municipalityId } = acting
    const before = await tx.selectFrom('indicatorSetting').selectAll().forUpdate().executeTakeFirst()
    if ((before?.version ?? 0) !== version) throw new LostRace()
    const row = { ...form, version: version + 1, updatedAt: new Date() }
    await tx
      .insertInto('indicatorSetting')
      .values({ municipalityId, ...row })
      .onConflict((conflict) => conflict.column('municipalityId').doUpdateSet(row))
      .execute()
    const changes = differences({ ...(before ?? defaultThresholds) }, form)
    const act = { ...acting, thingKind: 'indicator-setting', thingId: municipalityId, act: 'changed' }
    await writeAudit(tx, act, changes, { isPublic: true })
  })
