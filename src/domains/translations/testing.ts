import { measureIn } from '#domains/measures/testing.ts'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import type { TextLanguage } from '#values/language.ts'
import { hashOf } from '#values/local-text.ts'
import type { Office } from '#tests/office.ts'

export const german = { title: 'Sprachcafé im Süden', description: 'Jeden Dienstag reden Nachbarn miteinander.' }

/** A measure with a title and a description. */
export const measure = (office: Office, values: Record<string, string> = {}, isPublic = true) =>
  measureIn(office, { number: '1.1', ...german, ...values }, isPublic)

/** Published needs, as many as asked. */
export async function needsIn(office: Office, count: number): Promise<void> {
  const { db, municipalityId, planVersionId, accountId } = office
  for (let n = 1; n <= count; n++) {
    const id = await newPlanItem(db, { municipalityId, planVersionId, accountId }, 'need')
    await db
      .insertInto('need')
      .values({ municipalityId, planVersionId, id, statement: `Bedarf ${n}`, publishedAt: new Date() })
      .execute()
  }
}

interface Version {
  field?: string
  language?: TextLanguage
  text?: string
  /** The German it was made from. */
  from?: string
  isMachineMade?: boolean
}

/** A stored version of a measure's text: the title in Arabic, unless it says otherwise. */
export async function versionOf(
  { db, municipalityId }: Office,
  thingId: number,
  { field = 'title', language = 'ar', text = 'مقهى اللغة', from = german.title, isMachineMade = false }: Version = {},
): Promise<void> {
  await db
    .insertInto('translation')
    .values({
      ...{ municipalityId, thingKind: 'measure', thingId, field, language, text, isMachineMade },
      sourceHash: hashOf(from),
      confirmedAt: isMachineMade ? null : new Date(),
    })
    .execute()
}

/** The fields of the form on a page, as a browser would send them. */
export function fieldsOf(html: string): Record<string, string> {
  const form = html.slice(html.lastIndexOf('<form method="post"', html.indexOf('tw-translate')))
  const unescape = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  const fields: Record<string, string> = {}
  for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]+)" value(?:="([^"]*)")?/g))
    fields[name] = unescape(value)
  for (const [, name = '', value = ''] of form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g))
    fields[name] = unescape(value)
  for (const [box] of form.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)) {
    if (/\schecked/.test(box)) fields[/name="([^"]+)"/.exec(box)?.[1] ?? ''] = 'on'
  }
  return fields
}

/** What is stored for a thing, by `field.language`. */
export async function storedOf({ db }: Office, thingId: number) {
  const rows = await db.selectFrom('translation').where('thingId', '=', thingId).selectAll().execute()
  return new Map(rows.map((row) => [`${row.field}.${row.language}`, row]))
}
