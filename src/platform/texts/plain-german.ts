import { createMiddleware } from 'hono/factory'
import type { Database } from '#platform/db/database.ts'
import type { AppEnv, Ctx } from '#platform/http/app.ts'
import type { PlainVersion } from '#ui/page-context.ts'
import type { Things } from './translations.ts'

/** Ways to write German: no page is wholly in them, so what is written in them stands on the page of each thing. */
const plainLanguages = ['de-x-einfach', 'de-x-leicht'] as const

/** What a reader finds there, in this order; reasons of states stay where the state is shown. */
const shown = [
  ...['title', 'statement', 'text', 'lead', 'leadIn', 'description'],
  ...['evidence', 'purpose', 'mainGoal', 'understanding', 'method', 'limits'],
]
const titles = new Set(['title', 'statement'])

/** The texts of these things in plain and in easy language, where there are any. One statement. */
export async function listPlainVersions(db: Database, things: readonly Things[]): Promise<PlainVersion[]> {
  const rows = await db
    .selectFrom('translation')
    .where('language', 'in', plainLanguages)
    .where('field', 'in', shown)
    .where((eb) =>
      eb.or(
        things.map(({ kind, ids }) =>
          eb.and([eb('thingKind', '=', kind), eb('thingId', '=', eb.fn.any(eb.val([...ids])))]),
        ),
      ),
    )
    .select(['thingKind', 'thingId', 'language', 'field', 'text', 'isMachineMade', 'confirmedAt'])
    .execute()
  const placeOf = (row: (typeof rows)[number]) => things.findIndex(({ kind }) => kind === row.thingKind)
  return plainLanguages.flatMap((language) => {
    const texts = rows
      .filter((row) => row.language === language)
      .toSorted(
        (a, b) => placeOf(a) - placeOf(b) || a.thingId - b.thingId || shown.indexOf(a.field) - shown.indexOf(b.field),
      )
      .map(({ field, text, isMachineMade, confirmedAt }) => ({
        text,
        isTitle: titles.has(field),
        isMachineMade: isMachineMade && confirmedAt === null,
      }))
    return texts.length > 0 ? [{ language, texts }] : []
  })
}

/** Puts them on the page that is about to be rendered, where the municipality offers such a language at all. */
export async function showPlainVersions(c: Ctx, things: readonly Things[]): Promise<void> {
  const { db, municipality } = c.var
  if (!plainLanguages.some((language) => municipality.languages.includes(language))) return
  c.set('plainVersions', await listPlainVersions(db, things))
}

/** For the pages of things of one kind: `/massnahmen/7`. */
export const withPlainVersions = (kind: string) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const id = Number(c.req.param('id'))
    if (c.req.method === 'GET' && Number.isSafeInteger(id)) await showPlainVersions(c, [{ kind, ids: [id] }])
    await next()
  })
