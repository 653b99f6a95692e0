import { sql } from 'kysely'
import { writeAudit, type Changes } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { fieldName } from '../model/one.ts'
import { outcomesOf, type Outcome, type TypedText } from '../model/saving.ts'
import type { TargetLanguage, TextKind } from '../model/texts.ts'
import { getTranslatedThing } from '../queries/one.ts'

/** How many texts were written anew or confirmed, and how many removed. */
export interface Saved {
  written: number
  removed: number
}

/**
 * Saves the texts of one thing that were changed. Throws NotFound, and LostRace when somebody else has changed one of
 * them meanwhile: nothing is written then.
 */
export const saveTranslations = (
  db: Database,
  acting: Acting,
  thing: { kind: TextKind; id: number },
  languages: readonly TargetLanguage[],
  typed: readonly TypedText[],
): Promise<Saved> =>
  inTransaction(db, async (tx) => {
    const found = await getTranslatedThing(tx, acting.planVersionId, thing, languages, { lock: true })
    const outcomes = outcomesOf(found, typed)
    if (outcomes.some(({ outcome }) => outcome.act === 'lost')) throw new LostRace()
    const changes: Changes = {}
    const saved = { written: 0, removed: 0 }
    for (const { typed: text, stored, outcome } of outcomes) {
      if (outcome.act === 'write') {
        await writeText(tx, acting, thing, text, outcome)
        saved.written++
      } else if (outcome.act === 'remove') {
        await removeText(tx, thing, text)
        saved.removed++
      } else continue
      changes[fieldName(text.field, text.language)] = {
        from: stored?.text ?? null,
        to: outcome.act === 'write' ? outcome.text : null,
      }
    }
    if (Object.keys(changes).length > 0) {
      const act = { ...acting, thingKind: thing.kind, thingId: thing.id, act: 'translated' }
      await writeAudit(tx, act, changes, { isPublic: found.isPublic })
    }
    return saved
  })

type Written = Extract<Outcome, { act: 'write' }>

/** Puts one text in its place. */
export async function writeText(
  db: Database,
  { municipalityId }: Acting,
  { kind, id }: { kind: TextKind; id: number },
  { field, language }: Pick<TypedText, 'field' | 'language'>,
  { text, sourceHash, isMachineMade, isConfirmed }: Omit<Written, 'act'>,
): Promise<void> {
  // The clock of the moment, not of the transaction: two saves are told apart by it.
  const at = sql<Date>`clock_timestamp()`
  const values = { text, sourceHash, isMachineMade, confirmedAt: isConfirmed ? at : null, updatedAt: at }
  const stored = await db
    .updateTable('translation')
    .set(values)
    .where('thingKind', '=', kind)
    .where('thingId', '=', id)
    .where('field', '=', field)
    .where('language', '=', language)
    .executeTakeFirst()
  if (stored.numUpdatedRows > 0n) return
  await db
    .insertInto('translation')
    .values({ municipalityId, thingKind: kind, thingId: id, field, language, ...values })
    .execute()
}

const removeText = (
  db: Database,
  { kind, id }: { kind: TextKind; id: number },
  { field, language }: Pick<TypedText, 'field' | 'language'>,
) =>
  db
    .deleteFrom('translation')
    .where('thingKind', '=', kind)
    .where('thingId', '=', id)
    .where('field', '=', field)
    .where('language', '=', language)
    .execute()
