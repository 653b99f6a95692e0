import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { LostRace, NotFound } from '#platform/http/problems.ts'
import type { MunicipalityRow } from '#platform/http/municipalities.ts'
import { publishMunicipalityChange } from '#platform/page-cache/generations.ts'
import type { WordMeaning } from '#platform/texts/house-words.ts'
import { confirmationOf } from '../model/completeness.ts'
import type { Logo } from '../model/logo.ts'
import { fingerprintOf, type Step } from '../model/steps.ts'
import type { Settings } from '../model/municipality.ts'
import { wordOf, type OwnWordForm } from '../model/words.ts'

/** Who changes a municipality itself. The session must stand in that municipality. */
export interface Acting {
  municipalityId: number
  accountId: string | null
}

/** What follows a change of the words, in the same transaction. */
export type AfterWords = (db: Database, acting: Acting, before: Readonly<Record<string, unknown>>) => Promise<void>

/** Holds the municipality's row until the transaction ends. */
export async function lockMunicipality(db: Database, id: number): Promise<MunicipalityRow> {
  const row = await db.selectFrom('municipality').where('id', '=', id).selectAll().forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/**
 * Saves one step of setting up. `fingerprint` is that of the fields the form was made from; throws LostRace when
 * somebody has changed them since. Every page of the municipality changes with this transaction.
 */
export const saveStep = (
  db: Database,
  acting: Acting,
  step: Step,
  fingerprint: string,
  value: unknown,
  afterWords?: AfterWords,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = await lockMunicipality(tx, acting.municipalityId)
    const fields = step.typed(before)
    if (fingerprintOf(fields) !== fingerprint) throw new LostRace()
    const columns = step.columns(value, before)
    await update(tx, acting, columns)
    if ('words' in columns) await afterWords?.(tx, acting, wordsOf(before))
    const changes = differences(fields, step.typed({ ...before, ...columns }))
    if (Object.keys(changes).length > 0) return audit(tx, acting, 'changed', changes, step.personal)
    // Somebody looked at it and found it right.
    return audit(tx, acting, 'confirmed', { [confirmationOf(step.key)]: { from: null, to: null } })
  })

const wordsOf = ({ words }: Pick<MunicipalityRow, 'words'>) => (words ?? {}) as Record<string, unknown>

/** A word of one's own for one meaning. */
export const saveOwnWord = (
  db: Database,
  acting: Acting,
  meaning: WordMeaning,
  form: OwnWordForm,
  afterWords: AfterWords,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const known = wordsOf(await lockMunicipality(tx, acting.municipalityId))
    const word = wordOf(form, meaning)
    await update(tx, acting, { words: { ...known, [meaning]: word } })
    await afterWords(tx, acting, known)
    await audit(tx, acting, 'changed', { [meaning]: { from: known[meaning] ?? null, to: word.de.singular[0] } })
  })

/** Puts a logo in the place of the one that is there. The old picture's row goes, versions of pages that show it do not. */
export const saveLogo = (
  db: Database,
  acting: Acting,
  files: FileStore,
  { name, bytes, logo, alt }: { name: string; bytes: Uint8Array; logo: Logo; alt: string | null },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { logoFileId } = await lockMunicipality(tx, acting.municipalityId)
    const sha256 = await files.put(bytes)
    const { municipalityId } = acting
    const { id } = await tx
      .insertInto('file')
      .values({ municipalityId, name, mediaType: logo.mediaType, size: bytes.length, sha256, alt, isPublic: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    await update(tx, acting, { logoFileId: id, logoAlt: alt })
    await removeFile(tx, logoFileId)
    await audit(tx, acting, 'changed', { logo: { from: logoFileId, to: name } })
  })

/** Says anew what the logo shows. */
export const describeLogo = (db: Database, acting: Acting, alt: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { logoAlt } = await lockMunicipality(tx, acting.municipalityId)
    await update(tx, acting, { logoAlt: alt })
    await audit(tx, acting, 'changed', { logoAlt: { from: logoAlt, to: alt } })
  })

export const removeLogo = (db: Database, acting: Acting): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { logoFileId } = await lockMunicipality(tx, acting.municipalityId)
    await update(tx, acting, { logoFileId: null, logoAlt: null })
    await removeFile(tx, logoFileId)
    await audit(tx, acting, 'changed', { logo: { from: logoFileId, to: null } })
  })

const removeFile = async (db: Database, id: number | null) => {
  if (id !== null) await db.deleteFrom('file').where('id', '=', id).execute()
}

const jsonColumns = ['words', 'address', 'imprint', 'privacy', 'accessibility', 'legalSettings'] as const

/** Writes columns of the municipality and raises its version: texts compiled with the old words are no longer used. */
async function update(db: Database, { municipalityId }: Acting, columns: Partial<Settings>) {
  const values = Object.entries(columns).map(([name, value]) => [
    name,
    (jsonColumns as readonly string[]).includes(name) ? JSON.stringify(value) : value,
  ])
  await db
    .updateTable('municipality')
    .set((eb) => ({
      ...(Object.fromEntries(values) as Record<string, never>),
      version: eb('version', '+', 1),
      updatedAt: new Date(),
    }))
    .where('id', '=', municipalityId)
    .execute()
}

/** The entry, and the word to every process that what it keeps of this municipality is old. */
export async function audit(
  db: Database,
  { municipalityId, accountId }: Acting,
  act: string,
  changes: Parameters<typeof writeAudit>[2],
  personal: readonly string[] = [],
): Promise<void> {
  const entry = { municipalityId, accountId, thingKind: 'municipality', thingId: municipalityId, act }
  await writeAudit(db, entry, changes, { personal })
  await publishMunicipalityChange(db)
}
