import type { Database } from '#platform/db/database.ts'
import { inTransaction } from '#platform/db/database.ts'
import { Refused } from '#platform/http/problems.ts'
import { missingMusts } from '../model/completeness.ts'
import { countPublished } from '../queries/content.ts'
import type { Neighbours } from './found.ts'
import { audit, lockMunicipality, type Acting } from './settings.ts'

/**
 * Shows the municipality to the public. Throws Refused('opening.refused') while a must is missing; nobody is asked twice
 * whether they mean it, that is the page's part. Shows the plan's newest version with it when none was shown yet.
 */
export const openMunicipality = (
  db: Database,
  acting: Acting,
  { showPlan }: Pick<Neighbours, 'showPlan'>,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const row = await lockMunicipality(tx, acting.municipalityId)
    if (row.isOpen) return
    const content = await countPublished(tx)
    if (missingMusts(row).length > 0 || content.all === 0) throw new Refused('opening.refused')
    await showPlan(tx, acting)
    await tx
      .updateTable('municipality')
      .set((eb) => ({
        isOpen: true,
        openedAt: eb.fn.coalesce('openedAt', eb.val(new Date())),
        version: eb('version', '+', 1),
        updatedAt: new Date(),
      }))
      .where('id', '=', acting.municipalityId)
      .execute()
    await audit(tx, acting, 'opened', { isOpen: { from: false, to: true } })
  })

/** Takes everything out of the public's sight again. Nothing is lost; who has a role goes on working. */
export const closeMunicipality = (db: Database, acting: Acting): Promise<void> =>
  inTransaction(db, async (tx) => {
    const row = await lockMunicipality(tx, acting.municipalityId)
    if (!row.isOpen) return
    await tx
      .updateTable('municipality')
      .set((eb) => ({ isOpen: false, version: eb('version', '+', 1), updatedAt: new Date() }))
      .where('id', '=', acting.municipalityId)
      .execute()
    await audit(tx, acting, 'closed', { isOpen: { from: true, to: false } })
  })
