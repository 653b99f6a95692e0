import type pg from 'pg'
import { inMunicipality, Session, type Mode } from './database.ts'

/**
 * Where transactions come from. The app takes them from a pool; a test lets everything happen inside one transaction
 * that it rolls back.
 */
export interface Connections {
  run: <T>(
    municipalityId: number | null,
    mode: Mode,
    work: (session: Session) => Promise<T>,
    keep?: (result: T) => boolean,
  ) => Promise<T>
}

export const pooled = (pool: pg.Pool): Connections => ({
  run: (municipalityId, mode, work, keep) => inMunicipality(pool, municipalityId, mode, work, keep),
})

/** Everything on one client, inside its running transaction: each run is a savepoint. */
export function nested(client: pg.ClientBase): Connections {
  let depth = 0
  return {
    run: async (municipalityId, mode, work, keep = () => true) => {
      const name = `r${++depth}`
      const before = await setting(client)
      // A savepoint that ends gives the setting on to the one around it, so it is put back by hand.
      await client.query(`savepoint ${name}`)
      await client.query(`select set_config('app.municipality', $1, true)`, [
        municipalityId === null ? '' : String(municipalityId),
      ])
      if (mode === 'read') await client.query('set transaction read only')
      let done = false
      try {
        const result = await work(new Session(client))
        done = keep(result)
        return result
      } finally {
        await client.query(done ? `release savepoint ${name}` : `rollback to savepoint ${name}`)
        await client.query(`select set_config('app.municipality', $1, true)`, [before])
      }
    },
  }
}

async function setting(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ value: string | null }>(
    `select current_setting('app.municipality', true) as value`,
  )
  return rows[0]?.value ?? ''
}
