import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { stateOfRow, type PublicText } from '../model/overview.ts'
import { textKinds, translatable, type TargetLanguage, type TextKind } from '../model/texts.ts'

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Every German text of published things: kind, id, what names the thing, field, text. */
function publicTexts(planVersionId: number): RawBuilder<unknown> {
  const parts = textKinds.flatMap((kind, place) => {
    const { table, inPlan, title, fields } = translatable[kind]
    const versionColumn = kind === 'plan-version' ? 'id' : 'plan_version_id'
    return fields.map(
      (field, fieldPlace) => sql`
        select ${place}::int as place, ${kind}::text as kind, id, ${sql.ref(title)} as label, ${field}::text as field,
          ${fieldPlace}::bigint as field_place, ${sql.ref(snake(field))} as german from ${sql.table(table)}
        where published_at is not null ${inPlan ? sql`and ${sql.ref(versionColumn)} = ${planVersionId}` : sql``}
          and coalesce(${sql.ref(snake(field))}, '') <> ''`,
    )
  })
  const tasks = sql`
    select ${textKinds.indexOf('body')}::int, 'body', b.id, b.name, 'task.' || t.id, 100 + t.position, t.text
    from body_task t join body b on b.municipality_id = t.municipality_id and b.id = t.body_id
    where b.published_at is not null and t.text <> ''`
  return sql.join([...parts, tasks], sql` union all `)
}

const inOrder = sql`order by s.place, s.label collate "de", s.id, s.field_place, s.field`

/**
 * Every public text with its states: one statement. The German of a text without a version stays in the database, so a
 * plan that nobody has translated costs little.
 */
export async function listPublicTexts(
  db: Database,
  planVersionId: number,
  languages: readonly TargetLanguage[],
): Promise<PublicText[]> {
  const { rows } = await sql<{
    kind: TextKind
    id: number
    label: string
    field: string
    language: string | null
    german: string
    sourceHash: string
    isMachineMade: boolean
    confirmedAt: Date | null
  }>`
    select s.kind, s.id, s.label, s.field, t.language, case when t.id is not null then s.german end as german,
      t.source_hash, t.is_machine_made, t.confirmed_at
    from (${publicTexts(planVersionId)}) s
    left join translation t on t.thing_kind = s.kind and t.thing_id = s.id and t.field = s.field
      and t.language = any(${languages}::text[])
    ${inOrder}`.execute(db)
  const texts = new Map<string, PublicText & { versions: Map<string, ReturnType<typeof stateOfRow>> }>()
  for (const row of rows) {
    const { kind, id, label, field } = row
    const key = `${kind}.${id}.${field}`
    const text = texts.get(key) ?? { kind, id, label, field, versions: new Map() }
    if (row.language !== null) text.versions.set(row.language, stateOfRow(row))
    texts.set(key, text)
  }
  return [...texts.values()]
}

/** A public text with its version in one language, for a translation office. */
export interface TextForOffice {
  kind: TextKind
  id: number
  label: string
  field: string
  german: string
  text: string | null
  sourceHash: string | null
  isMachineMade: boolean | null
  confirmedAt: Date | null
}

/** Every public text in German and in one language: one statement. */
export async function listForOffice(
  db: Database,
  planVersionId: number,
  language: TargetLanguage,
): Promise<TextForOffice[]> {
  const { rows } = await sql<TextForOffice>`
    select s.kind, s.id, s.label, s.field, s.german, t.text, t.source_hash, t.is_machine_made, t.confirmed_at
    from (${publicTexts(planVersionId)}) s
    left join translation t on t.thing_kind = s.kind and t.thing_id = s.id and t.field = s.field
      and t.language = ${language}
    ${inOrder}`.execute(db)
  return rows
}

/** A German text as it is now, with what is stored for it by language. */
export interface KnownText {
  german: string
  versions: Map<string, string>
}

/** The public texts by `kind/id/field`, with their versions in these languages: one statement. */
export async function listTextsOf(
  db: Database,
  planVersionId: number,
  languages: readonly TargetLanguage[],
): Promise<ReadonlyMap<string, KnownText>> {
  const { rows } = await sql<{
    kind: TextKind
    id: number
    field: string
    german: string
    language: string | null
    text: string | null
  }>`
    select s.kind, s.id, s.field, s.german, t.language, t.text from (${publicTexts(planVersionId)}) s
    left join translation t on t.thing_kind = s.kind and t.thing_id = s.id and t.field = s.field
      and t.language = any(${languages}::text[])`.execute(db)
  const known = new Map<string, KnownText>()
  for (const { kind, id, field, german, language, text } of rows) {
    const key = `${kind}/${id}/${field}`
    const one = known.get(key) ?? { german, versions: new Map<string, string>() }
    if (language !== null) one.versions.set(language, text ?? '')
    known.set(key, one)
  }
  return known
}
