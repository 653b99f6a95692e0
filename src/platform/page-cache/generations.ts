import { sql } from 'kysely'
import pg from 'pg'
import { sessionOf, type Database } from '#platform/db/database.ts'

const channel = 'teilhabewerk_published'

/**
 * A number per municipality that rises whenever something published changes. Kept in memory: a counter row would be a
 * bottleneck for writers (measured: a quarter of their speed).
 */
export interface Generations {
  of: (municipalityId: number) => number
  raise: (municipalityId: number) => void
  /** Everything cached is worthless: the connection that listens was lost, or a municipality itself changed. */
  raiseAll: () => void
  onRaise: (listener: (municipalityId: number | 'all') => void) => void
}

export function createGenerations(): Generations {
  const byMunicipality = new Map<number, number>()
  const listeners: ((municipalityId: number | 'all') => void)[] = []
  let base = 0
  const raiseAll = () => {
    base++
    for (const listener of listeners) listener('all')
  }
  return {
    of: (id) => base + (byMunicipality.get(id) ?? 0),
    raise: (id) => {
      if (id === everyMunicipality) return raiseAll()
      byMunicipality.set(id, (byMunicipality.get(id) ?? 0) + 1)
      for (const listener of listeners) listener(id)
    },
    raiseAll,
    onRaise: (listener) => void listeners.push(listener),
  }
}

/**
 * Called by a command that changed something published: other processes hear of it when the transaction commits, this
 * one acts at the end of the request.
 */
export async function publishChange(db: Database, municipalityId: number): Promise<void> {
  sessionOf(db).changedPublished.add(municipalityId)
  await sql`select pg_notify(${channel}, ${String(municipalityId)})`.execute(db)
}

/** No municipality has this id: it stands for all, and for what is kept in memory of them. */
const everyMunicipality = 0

/**
 * Called by a command that changed a municipality itself (its words, colours, address, whether it is open): every process
 * forgets what it keeps of municipalities, and every cached page ends.
 */
export const publishMunicipalityChange = (db: Database): Promise<void> => publishChange(db, everyMunicipality)

/** Listens for changes made by other processes. While the connection is down nothing cached can be trusted. */
export function listenForChanges(connectionString: string, generations: Generations): { stop: () => Promise<void> } {
  let client: pg.Client | undefined
  let stopped = false
  let retry: NodeJS.Timeout | undefined

  const connect = async () => {
    if (stopped) return
    const next = new pg.Client({ connectionString, application_name: 'teilhabewerk listener' })
    client = next
    let lost = false
    const lose = () => {
      if (lost || stopped) return
      lost = true
      generations.raiseAll()
      retry = setTimeout(() => void connect(), 500)
      retry.unref()
    }
    next.on('error', lose)
    next.on('end', lose)
    next.on('notification', ({ payload }) => generations.raise(Number(payload)))
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      generations.raiseAll()
    } catch {
      lose()
    }
  }
  void connect()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
