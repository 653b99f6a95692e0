import { writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace } from '#platform/http/problems.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { FilmForm } from '../model/film.ts'

interface Acting {
  municipalityId: number
  accountId: string | null
}
export interface Upload {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/**
 * Saves link, file and words of the film. Without an upload the stored file stays, unless `removeFile` is set. Throws
 * LostRace when somebody saved it meanwhile. Version 0: there was none.
 */
export const saveFilm = (
  db: Database,
  { municipalityId, accountId }: Acting,
  form: FilmForm,
  files: FileStore,
  upload?: Upload,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = await tx.selectFrom('signLanguageFilm').selectAll().forUpdate().executeTakeFirst()
    if ((before?.version ?? 0) !== form.version) throw new LostRace()
    const stored = form.removeFile ? null : (before?.fileId ?? null)
    const fileId = upload ? await storeFile(tx, municipalityId, files, upload) : stored
    const { link, transcript } = form
    const values = { link, transcript, fileId }
    if (before) {
      await tx
        .updateTable('signLanguageFilm')
        .set({ ...values, version: before.version + 1, updatedAt: new Date() })
        .execute()
    } else {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('signLanguageFilm')
        .values({ municipalityId, ...values })
        .onConflict((conflict) => conflict.column('municipalityId').doNothing())
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows === 0n) throw new LostRace()
    }
    const replaced = before?.fileId ?? null
    if (replaced !== null && replaced !== fileId) await tx.deleteFrom('file').where('id', '=', replaced).execute()
    const changes = Object.fromEntries(
      Object.entries(values).map(([key, to]) => [key, { from: before?.[key as keyof typeof values] ?? null, to }]),
    )
    const act = before ? 'changed' : 'created'
    await writeAudit(
      tx,
      { municipalityId, accountId, thingKind: 'sign-language-film', thingId: municipalityId, act },
      changes,
      { isPublic: true },
    )
  })

async function storeFile(db: Database, municipalityId: number, files: FileStore, upload: Upload): Promise<number> {
  const { name, mediaType, bytes } = upload
  const sha256 = await files.put(bytes)
  const { id } = await db
    .insertInto('file')
    .values({ municipalityId, name: name.slice(0, 200), mediaType, size: bytes.length, sha256, isPublic: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
