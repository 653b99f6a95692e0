import { sql, type SqlBool } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Kind } from '../model/municipality.ts'

export interface ListedMunicipality {
  id: number
  slug: string
  name: string
  kind: Kind
  federalState: string
  isOpen: boolean
  isDemo: boolean
  isExample: boolean
  hosts: string[]
}

/** Every municipality of the instance with its host names. Two statements. */
export async function listMunicipalities(db: Database): Promise<ListedMunicipality[]> {
  const rows = await db
    .selectFrom('municipality')
    .select(['id', 'slug', 'name', 'kind', 'federalState', 'isOpen', 'isDemo', 'isExample'])
    .orderBy('isDemo')
    .orderBy('name')
    .orderBy('id')
    .execute()
  const hosts = await db.selectFrom('hostName').selectAll().orderBy('host').execute()
  return rows.map((row) => ({
    ...row,
    hosts: hosts.filter(({ municipalityId }) => municipalityId === row.id).map(({ host }) => host),
  }))
}

/** One municipality as the instance sees it: its addresses, nothing of what it holds. Throws NotFound. */
export async function getMunicipality(db: Database, id: number) {
  const row = await db
    .selectFrom('municipality')
    .where('id', '=', id)
    .select(['id', 'slug', 'name', 'kind', 'federalState', 'isOpen', 'isDemo', 'isExample', 'createdAt'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const hosts = await db
    .selectFrom('hostName')
    .where('municipalityId', '=', id)
    .select('host')
    .orderBy('host')
    .execute()
  const former = await db
    .selectFrom('formerSlug')
    .where('municipalityId', '=', id)
    .select('slug')
    .orderBy('slug')
    .execute()
  return { ...row, hosts: hosts.map(({ host }) => host), formerSlugs: former.map(({ slug }) => slug) }
}
export type ShownMunicipality = Awaited<ReturnType<typeof getMunicipality>>

export interface WaitingOfficer {
  name: string
  email: string
  expiresAt: Date
}

/** Invitations as officer that nobody has accepted or taken back. The session must stand in the municipality. */
export const listWaitingOfficers = (db: Database): Promise<WaitingOfficer[]> =>
  db
    .selectFrom('invitation')
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where(sql<SqlBool>`'officer' = any(roles)`)
    .select(['name', 'email', 'expiresAt'])
    .orderBy('id', 'desc')
    .execute()

/** Slugs in use and those that lead on to where a municipality is now; without the former ones of `own`. */
export async function listTakenSlugs(db: Database, own?: number): Promise<Set<string>> {
  const used = await db.selectFrom('municipality').select('slug').execute()
  const former = await db
    .selectFrom('formerSlug')
    .$if(own !== undefined, (query) => query.where('municipalityId', '!=', own ?? 0))
    .select('slug')
    .execute()
  return new Set([...used, ...former].map(({ slug }) => slug))
}
