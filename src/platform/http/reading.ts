import type { InterfaceLanguage } from '#values/language.ts'
import type { Ctx } from './app.ts'
import { NotFound } from './problems.ts'

/** Whose plan is read, which version of it, by whom, in which language: what every query of the plan needs. */
export interface Reading {
  municipalityId: number
  planVersionId: number
  /** An older version is shown: nothing can be changed there. */
  isOldVersion: boolean
  versionNumber: number
  language: InterfaceLanguage
  sees: { drafts: boolean; internal: boolean }
}

/**
 * The version of the plan that this request reads: `?fassung=n`, otherwise the newest. One statement per request. Throws NotFound
 * for a version that does not exist.
 */
export function readingOf(c: Ctx): Promise<Reading> {
  const known = readings.get(c)
  if (known) return known
  const reading = readVersion(c)
  readings.set(c, reading)
  return reading
}

// Routes, commands and panels of one request all ask.
const readings = new WeakMap<Ctx, Promise<Reading>>()

async function readVersion(c: Ctx): Promise<Reading> {
  const reading = await findReadingOf(c)
  if (!reading) throw new NotFound()
  return reading
}

/** The same where there may be no plan yet that this reader can see: undefined then. */
export async function findReadingOf(c: Ctx): Promise<Reading | undefined> {
  const { db, municipality, speech, sees } = c.var
  const asked = c.req.query('fassung')
  const versions = await db
    .selectFrom('planVersion')
    .$if(!sees.drafts, (query) => query.where('publishedAt', 'is not', null))
    .select(['id', 'number'])
    .orderBy('number', 'desc')
    .execute()
  const newest = versions[0]
  const found = asked ? versions.find(({ number }) => String(number) === asked) : newest
  if (!found) {
    if (asked) throw new NotFound()
    return undefined
  }
  const isOldVersion = found !== newest
  // The frame of the page says so, without asking again.
  c.set('versionShown', { number: found.number, isOldVersion })
  return {
    municipalityId: municipality.id,
    planVersionId: found.id,
    isOldVersion,
    versionNumber: found.number,
    language: speech.language,
    sees,
  }
}
