import type { Selectable } from 'kysely'
import type { Connections } from '#platform/db/connections.ts'
import type { Municipality } from '#platform/db/schema.generated.ts'

export type MunicipalityRow = Selectable<Municipality>

/** First segments of addresses that belong to the instance; no municipality may be called so. */
export const reservedSegments: ReadonlySet<string> = new Set(
  'api oparl anmelden abmelden konto einladung assets healthz readyz metrics verwaltung hilfe robots.txt sitemap.xml favicon.ico favicon.svg mail demo instanz'.split(
    ' ',
  ),
)

/**
 * Whether a path without a municipality in front stands at the root of the server. The API is each municipality's own, also
 * under its own host name; only its description is the instance's.
 */
export function isInstancePath(path: string): boolean {
  const [, first = '', , third] = path.split(/[/?#]/, 4)
  return reservedSegments.has(first) && (first !== 'api' || third === undefined || third === 'openapi.json')
}

/**
 * The municipalities of this instance, kept in memory: every request asks. Emptied when one of them changes
 * (`forget`), in this process at once, in others by NOTIFY.
 */
export interface Municipalities {
  bySlug: (slug: string) => Promise<MunicipalityRow | undefined>
  byId: (id: number) => Promise<MunicipalityRow | undefined>
  /** The slug that an old slug leads to now. */
  movedTo: (slug: string) => Promise<string | undefined>
  byHost: (host: string) => string | undefined
  open: () => Promise<MunicipalityRow[]>
  forget: () => void
  /** Reads the mapped hosts; called at start and after `forget`, because a path is resolved synchronously. */
  load: () => Promise<void>
}

interface Known {
  rows: MunicipalityRow[]
  formerSlugs: Map<string, number>
  hosts: Map<string, string>
}

export function createMunicipalities(connections: Connections): Municipalities {
  let known: Promise<Known> | undefined
  let hosts = new Map<string, string>()

  const load = (): Promise<Known> => {
    const read = connections.run(null, 'read', async ({ db }) => {
      const rows = await db.selectFrom('municipality').selectAll().orderBy('name').execute()
      const former = await db.selectFrom('formerSlug').selectAll().execute()
      const mapped = await db.selectFrom('hostName').selectAll().execute()
      const slugs = new Map(rows.map(({ id, slug }) => [id, slug]))
      return {
        rows,
        formerSlugs: new Map(former.map(({ slug, municipalityId }) => [slug, municipalityId])),
        hosts: new Map(mapped.map(({ host, municipalityId }) => [host, slugs.get(municipalityId) ?? ''])),
      }
    })
    known = read
    read.then(
      (found) => {
        if (known === read) hosts = found.hosts
      },
      () => {
        if (known === read) known = undefined
      },
    )
    return read
  }
  // What was forgotten while it was being read is old already: read again.
  const all = async (): Promise<Known> => {
    const read = known ?? load()
    const found = await read
    return known === read ? found : all()
  }

  return {
    bySlug: async (slug) => (await all()).rows.find((row) => row.slug === slug),
    byId: async (id) => (await all()).rows.find((row) => row.id === id),
    movedTo: async (slug) => {
      const { rows, formerSlugs } = await all()
      return rows.find(({ id }) => id === formerSlugs.get(slug))?.slug
    },
    byHost: (host) => hosts.get(host),
    open: async () => (await all()).rows.filter(({ isOpen }) => isOpen),
    forget: () => (known = undefined),
    load: async () => {
      void load().catch(() => undefined)
      await all()
    },
  }
}
