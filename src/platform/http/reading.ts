import type { InterfaceLanguage } from '#values/language.ts'
import type { Ctx } from './app.ts'
import { NotFound, PlanInPreparation } from './problems.ts'
import { isSafe } from './security.ts'

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
 * for a version that does not exist. Where there is none at all yet, files are empty, a page throws PlanInPreparation.
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
  if (reading) return reading
  // One thing of a plan that cannot be read is not there, and nothing can be written into it.
  if (!isSafe(c.req.method) || c.req.path.split('/').some((part) => /^\d+$/.test(part))) throw new NotFound()
  if (/\.[a-z]+$/.test(c.req.path)) return withoutPlan(c)
  throw new PlanInPreparation()
}

/** For what stands beside the plan (bodies, actors, areas …) and is there before it: without a plan, nothing hangs on it. */
export const readingBeside = async (c: Ctx): Promise<Reading> => (await findReadingOf(c)) ?? withoutPlan(c)

/** What the public reads, also where no plan is published yet: `number` names an older version. */
export const publicReadingBeside = async (c: Ctx, number?: string): Promise<Reading> => {
  const sees = { drafts: false, internal: false }
  return (await findReadingOf(c, sees, number)) ?? { ...withoutPlan(c), sees }
}

/** A version that no row belongs to. */
const withoutPlan = ({ var: { municipality, speech, sees } }: Ctx): Reading => ({
  municipalityId: municipality.id,
  planVersionId: 0,
  isOldVersion: false,
  versionNumber: 0,
  language: speech.language,
  sees,
})

/** What the public reads, whoever asks: undefined where nothing is published. */
export const publicReadingOf = (c: Ctx): Promise<Reading | undefined> =>
  findReadingOf(c, { drafts: false, internal: false })

/** The same where there may be no plan yet that this reader can see: undefined then. */
export async function findReadingOf(
  c: Ctx,
  sees: Reading['sees'] = c.var.sees,
  asked = c.req.query('fassung'),
): Promise<Reading | undefined> {
  const { db, municipality, speech } = c.var
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
