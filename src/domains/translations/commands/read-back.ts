import { writeAudit, type Changes } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { hashOf } from '#values/local-text.ts'
import type { Acting } from '#platform/things/acting.ts'
import { longest } from '../model/form.ts'
import { fieldName } from '../model/one.ts'
import { outcomeOfRow, type ReadRow, type ReturnedRow } from '../model/sheet.ts'
import { tidy, type TargetLanguage, type TextKind } from '../model/texts.ts'
import { listTextsOf, type KnownText } from '../queries/texts.ts'
import { writeText } from './save.ts'

/**
 * Takes the texts of a returned file, in one transaction. A row whose German was changed meanwhile is taken, but stays
 * outdated; one that somebody else has translated meanwhile is left as it is. Reading a file twice changes nothing.
 */
export const readBack = (
  db: Database,
  acting: Acting,
  returned: readonly ReturnedRow[],
  languages: readonly TargetLanguage[],
  { isMachineMade }: { isMachineMade: boolean },
): Promise<ReadRow[]> =>
  inTransaction(db, async (tx) => {
    const known = await listTextsOf(tx, acting.planVersionId, languages)
    const changed = new Map<string, { thing: { kind: TextKind; id: number }; changes: Changes }>()
    const rows: ReadRow[] = []
    for (const one of returned) {
      const { kind, id, field, language } = one.key
      const text = languages.includes(language) ? known.get(`${kind}/${id}/${field}`) : undefined
      const stored = text?.versions.get(language)
      const outcome = outcomeOfRow(
        one,
        { german: text?.german, stored: stored === undefined ? undefined : { text: stored } },
        longest,
      )
      rows.push({ row: one.row, outcome, language, kind, id, field })
      if (!text || (outcome !== 'fresh' && outcome !== 'stale')) continue
      await write(tx, acting, one, text, { isMachineMade, isFresh: outcome === 'fresh' })
      // The same text in a later row meets what this one wrote.
      text.versions.set(language, one.text)
      const thing = changed.get(`${kind}/${id}`) ?? { thing: { kind, id }, changes: {} }
      thing.changes[fieldName(field, language)] = { from: stored ?? null, to: one.text }
      changed.set(`${kind}/${id}`, thing)
    }
    for (const { thing, changes } of changed.values()) {
      const act = { ...acting, thingKind: thing.kind, thingId: thing.id, act: 'translated' }
      await writeAudit(tx, act, changes, { isPublic: true })
    }
    return rows
  })

const write = (
  db: Database,
  acting: Acting,
  { key, german, text }: ReturnedRow,
  known: KnownText,
  { isMachineMade, isFresh }: { isMachineMade: boolean; isFresh: boolean },
) =>
  writeText(db, acting, key, key, {
    text: tidy(text),
    // Spaces around the German may have been lost on the way; its words decide.
    sourceHash: hashOf(isFresh ? known.german : german),
    isMachineMade,
    isConfirmed: !isMachineMade,
  })
