import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { PreviewForm } from '../model/preview.ts'

interface Acting {
  municipalityId: number
  accountId: string | null
}

/** Only the hash is stored: who reads the database cannot open a preview. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Makes a link that opens until the end of its last day. Returns its token, which is nowhere else. */
export const createPreview = (
  db: Database,
  { municipalityId, accountId }: Acting,
  { note, lastDay }: PreviewForm,
): Promise<string> =>
  inTransaction(db, async (tx) => {
    const token = randomBytes(32).toString('base64url')
    const { id } = await tx
      .insertInto('previewLink')
      .values({
        municipalityId,
        note,
        tokenHash: hashOfToken(token),
        expiresAt: sql`(${lastDay}::date + 1)::timestamp at time zone 'Europe/Berlin'`,
        createdBy: accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const act = { municipalityId, accountId, thingKind: 'preview-link', thingId: id, act: 'created' }
    await writeAudit(tx, act, { note: { from: null, to: note }, lastDay: { from: null, to: lastDay } })
    return token
  })

/** Ends a link at once; previews that are open with it end with their next page. Twice is once. */
export const revokePreview = (
  db: Database,
  { municipalityId, accountId }: Acting,
  id: number,
  now: Date,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = await tx
      .selectFrom('previewLink')
      .where('id', '=', id)
      .select('revokedAt')
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw new NotFound()
    if (before.revokedAt) return
    await tx.updateTable('previewLink').set({ revokedAt: now }).where('id', '=', id).execute()
    await writeAudit(tx, { municipalityId, accountId, thingKind: 'preview-link', thingId: id, act: 'revoked' }, {})
  })

/** Somebody opened the link: only that, not who. */
export const notePreviewUse = (db: Database, id: number, now: Date) =>
  db.updateTable('previewLink').set({ lastUsedAt: now }).where('id', '=', id).execute()
