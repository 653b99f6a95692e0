import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound, Refused } from '#platform/http/problems.ts'
import { parseHost } from '../model/slug.ts'
import { insideMunicipality, refuseWrongSlug } from './found.ts'
import { audit, lockMunicipality, type Acting } from './settings.ts'

/**
 * Gives a municipality another address. The old one leads on for good. Throws Refused('slug.shape' | 'slug.reserved' |
 * 'slug.taken').
 */
export const renameSlug = (db: Database, acting: Acting, slug: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { municipalityId } = acting
    const before = await lockMunicipality(tx, municipalityId)
    if (before.slug === slug) return
    await refuseWrongSlug(tx, slug, municipalityId)
    await tx.deleteFrom('formerSlug').where('slug', '=', slug).execute()
    await tx
      .updateTable('municipality')
      .set((eb) => ({ slug, version: eb('version', '+', 1), updatedAt: new Date() }))
      .where('id', '=', municipalityId)
      .execute()
    await tx.insertInto('formerSlug').values({ slug: before.slug, municipalityId }).execute()
    await insideMunicipality(tx, municipalityId, () =>
      audit(tx, acting, 'renamed', { slug: { from: before.slug, to: slug } }),
    )
  })

/**
 * Maps a host name: requests to it mean this municipality. Returns the name as the web writes it. Throws
 * Refused('host.shape' | 'host.own' | 'host.taken'); `instanceHost` is the one that all municipalities share.
 */
export const mapHost = (db: Database, acting: Acting, name: string, instanceHost: string): Promise<string> =>
  inTransaction(db, async (tx) => {
    const { municipalityId } = acting
    const host = parseHost(name)
    if (!host) throw new Refused('host.shape')
    if (host === instanceHost.toLowerCase()) throw new Refused('host.own')
    await lockMunicipality(tx, municipalityId)
    const added = await tx
      .insertInto('hostName')
      .values({ host, municipalityId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('host')
      .executeTakeFirst()
    if (!added) {
      const { municipalityId: owner } = await tx
        .selectFrom('hostName')
        .where('host', '=', host)
        .select('municipalityId')
        .executeTakeFirstOrThrow()
      if (owner !== municipalityId) throw new Refused('host.taken')
      return host
    }
    await insideMunicipality(tx, municipalityId, () =>
      audit(tx, acting, 'hostMapped', { host: { from: null, to: host } }),
    )
    return host
  })

/** Ends the mapping of a host name. Throws NotFound when it is not this municipality's. */
export const unmapHost = (db: Database, acting: Acting, host: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { municipalityId } = acting
    const gone = await tx
      .deleteFrom('hostName')
      .where('host', '=', host)
      .where('municipalityId', '=', municipalityId)
      .returning('host')
      .executeTakeFirst()
    if (!gone) throw new NotFound()
    await insideMunicipality(tx, municipalityId, () =>
      audit(tx, acting, 'hostUnmapped', { host: { from: host, to: null } }),
    )
  })
