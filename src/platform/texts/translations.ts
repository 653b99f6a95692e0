import type { Database } from '#platform/db/database.ts'
import type { TextLanguage } from '#values/language.ts'
import { hashOf, type LocalText } from '#values/local-text.ts'

/** Things of one kind whose texts a page shows. */
export interface Things {
  kind: string
  ids: readonly number[]
}

export interface Translations {
  /** The text in the wanted language, or German, marked as such. */
  text: (kind: string, id: number, field: string, german: string) => LocalText
  /** The same for a text that may be missing. */
  optional: (kind: string, id: number, field: string, german: string | null) => LocalText | null
}

/** The versions of the texts of these things in `language`: one statement, none for German. */
export async function loadTranslations(
  db: Database,
  language: TextLanguage,
  things: readonly Things[],
): Promise<Translations> {
  const wanted = things.filter(({ ids }) => ids.length > 0)
  const rows =
    language === 'de' || wanted.length === 0
      ? []
      : await db
          .selectFrom('translation')
          .where('language', '=', language)
          .where((eb) =>
            eb.or(
              wanted.map(({ kind, ids }) =>
                eb.and([eb('thingKind', '=', kind), eb('thingId', '=', eb.fn.any(eb.val([...new Set(ids)])))]),
              ),
            ),
          )
          .select(['thingKind', 'thingId', 'field', 'text', 'sourceHash', 'isMachineMade', 'confirmedAt'])
          .execute()
  const found = new Map(rows.map((row) => [`${row.thingKind}.${row.thingId}.${row.field}`, row]))

  const text = (kind: string, id: number, field: string, german: string): LocalText => {
    const row = found.get(`${kind}.${id}.${field}`)
    if (!row)
      return { text: german, language: 'de', isFallback: language !== 'de', isStale: false, isMachineMade: false }
    return {
      text: row.text,
      language,
      isFallback: false,
      isStale: row.sourceHash !== hashOf(german),
      isMachineMade: row.isMachineMade && row.confirmedAt === null,
    }
  }
  return {
    text,
    optional: (kind, id, field, german) => (german === null || german === '' ? null : text(kind, id, field, german)),
  }
}
