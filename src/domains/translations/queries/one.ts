import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import { hashOf } from '#values/local-text.ts'
import type { FormerGerman, ThingText, TranslatedThing } from '../model/one.ts'
import { translatable, type StoredVersion, type TargetLanguage, type TextKind } from '../model/texts.ts'

/**
 * One thing with its German texts and their versions in these languages. Throws NotFound. Two statements, three for a
 * body. `lock`: holds the versions until the transaction ends.
 */
export async function getTranslatedThing(
  db: Database,
  planVersionId: number,
  { kind, id }: { kind: TextKind; id: number },
  languages: readonly TargetLanguage[],
  { lock = false } = {},
): Promise<TranslatedThing> {
  const { table, inPlan, title, fields } = translatable[kind]
  const version = kind === 'plan-version' ? sql`and id = ${planVersionId}` : sql`and plan_version_id = ${planVersionId}`
  // Whoever saves first lets the next one wait here, so both never write at once.
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}
    where id = ${id} ${inPlan ? version : sql``} ${lock ? sql`for update` : sql``}`.execute(db)
  const [row] = rows
  if (!row) throw new NotFound()
  const tasks =
    kind === 'body'
      ? await db
          .selectFrom('bodyTask')
          .where('bodyId', '=', id)
          .select(['id', 'text'])
          .orderBy('position')
          .orderBy('id')
          .execute()
      : []
  const german: [field: string, text: string][] = [
    ...fields.map((field): [string, string] => [field, textIn(row[field])]),
    ...tasks.map((task): [string, string] => [`task.${task.id}`, task.text]),
  ]
  const versions = await versionsOf(db, { kind, id }, languages)
  return {
    kind,
    id,
    label: textIn(row[title]),
    isPublic: row['publishedAt'] !== null,
    texts: german
      .filter(([, text]) => text !== '')
      .map(([field, text]): ThingText => ({ field, german: text, versions: versions.get(field) ?? new Map() })),
  }
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

async function versionsOf(
  db: Database,
  { kind, id }: { kind: TextKind; id: number },
  languages: readonly TargetLanguage[],
): Promise<Map<string, Map<TargetLanguage, StoredVersion>>> {
  const rows = await db
    .selectFrom('translation')
    .where('thingKind', '=', kind)
    .where('thingId', '=', id)
    .where((eb) => eb('language', '=', eb.fn.any(eb.val(languages))))
    .select(['field', 'language', 'text', 'sourceHash', 'isMachineMade', 'confirmedAt', 'updatedAt'])
    .execute()
  const found = new Map<string, Map<TargetLanguage, StoredVersion>>()
  for (const { field, language, ...version } of rows) {
    const ofField = found.get(field) ?? new Map<TargetLanguage, StoredVersion>()
    found.set(field, ofField.set(language as TargetLanguage, version))
  }
  return found
}

/**
 * The German texts that outdated versions were made from, by their hash, as far as the history still knows them: one
 * statement, none where nothing is outdated.
 */
export async function findFormerGerman(
  db: Database,
  { kind, id, texts }: TranslatedThing,
): Promise<ReadonlyMap<string, FormerGerman>> {
  const wanted = new Set(
    texts.flatMap(({ german, versions }) =>
      [...versions.values()].flatMap(({ sourceHash }) => (sourceHash === hashOf(german) ? [] : [sourceHash])),
    ),
  )
  if (wanted.size === 0) return new Map()
  const rows = await db
    .selectFrom('auditEntry')
    .where('thingKind', '=', kind)
    .where('thingId', '=', id)
    .where('act', '<>', 'translated')
    .select(['at', 'changes'])
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  const found = new Map<string, FormerGerman>()
  for (const { at, changes } of rows) {
    for (const change of Object.values(changes as Record<string, { from?: unknown } | string>)) {
      const text = typeof change === 'object' && typeof change.from === 'string' ? change.from : undefined
      if (text === undefined) continue
      const hash = hashOf(text)
      if (wanted.has(hash) && !found.has(hash)) found.set(hash, { text, until: at })
    }
  }
  return found
}
