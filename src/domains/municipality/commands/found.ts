import { sql } from 'kysely'
import { enterMunicipality, inTransaction, type Database } from '#platform/db/database.ts'
import type { Ctx } from '#platform/http/app.ts'
import { reservedSegments } from '#platform/http/municipalities.ts'
import { Refused } from '#platform/http/problems.ts'
import type { TextLanguage } from '#values/language.ts'
import { firstWords } from '../model/legal/legal.ts'
import { properName, type FederalState, type Kind } from '../model/municipality.ts'
import { slugProblem } from '../model/slug.ts'
import { listTakenSlugs } from '../queries/instance.ts'
import { audit, type Acting } from './settings.ts'

/**
 * What later domains do when a municipality is founded, opened or taken away. The app says how: this domain stands
 * before them and does not know them.
 */
export interface Neighbours {
  /** An empty plan with its first version, so that the officer can begin. */
  startPlan: (db: Database, acting: Acting) => Promise<void>
  /** The newest version of the plan becomes public, if none is yet. */
  showPlan: (db: Database, acting: Acting) => Promise<void>
  /** A plan whose title nobody wrote is named by the word that was just chosen; `before`: the words until then. */
  renamePlan: (db: Database, acting: Acting, before: Readonly<Record<string, unknown>>) => Promise<void>
  /** Writes an invitation as officer and mails it. Runs inside the municipality. False: no mail could be sent. */
  inviteOfficer: (c: Ctx, municipality: { id: number; name: string }, officer: InvitedOfficer) => Promise<boolean>
  /** Takes the examples away: municipalities and accounts. */
  removeDemo: (db: Database) => Promise<RemovedDemo>
}
export interface InvitedOfficer {
  email: string
  /** Empty: not known. */
  name: string
}
export interface RemovedDemo {
  municipalities: number
  accounts: number
  /** The example account that administers the instance stays as long as there is no other one. */
  adminStays: boolean
}

export interface NewMunicipality {
  slug: string
  name: string
  kind: Kind
  federalState: FederalState
  languages: readonly TextLanguage[]
}

/**
 * A new municipality: closed, with the words that the law of its state uses and with an empty plan. Returns its id.
 * Throws Refused('slug.shape' | 'slug.reserved' | 'slug.taken').
 */
export const createMunicipality = (
  db: Database,
  accountId: string | null,
  { slug, name, kind, federalState, languages }: NewMunicipality,
  { startPlan }: Pick<Neighbours, 'startPlan'>,
): Promise<number> =>
  inTransaction(db, async (tx) => {
    await refuseWrongSlug(tx, slug)
    const { id } = await tx
      .insertInto('municipality')
      .values({
        ...{ slug, kind, federalState, name: properName(name, kind) },
        languages: ['de', ...languages.filter((language) => language !== 'de')],
        words: JSON.stringify(firstWords(kind, federalState)),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const acting = { municipalityId: id, accountId }
    await insideMunicipality(tx, id, async () => {
      await startPlan(tx, acting)
      await audit(tx, acting, 'created', { name: { from: null, to: name }, slug: { from: null, to: slug } })
    })
    return id
  })

/**
 * One at a time may choose a slug, so that two cannot choose the same. Throws Refused for one that is not free; `own` is
 * the municipality that may take back an address it had before.
 */
export async function refuseWrongSlug(db: Database, slug: string, own?: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(7318020)`.execute(db)
  const problem = slugProblem(slug, { reserved: reservedSegments, taken: await listTakenSlugs(db, own) })
  if (problem) throw new Refused(problem)
}

/** Runs `work` as one municipality inside a transaction of the instance, and leaves it again. */
export async function insideMunicipality<T>(db: Database, id: number, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ before: string | null }>`
    select current_setting('app.municipality', true) as before`.execute(db)
  await enterMunicipality(db, id)
  const result = await work()
  await sql`select set_config('app.municipality', ${rows[0]?.before ?? ''}, true)`.execute(db)
  return result
}
