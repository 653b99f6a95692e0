import type { Services } from '#platform/services.ts'
import { keptDays } from '../model/taking-back.ts'
import { forgetKept } from './kept.ts'
import { forgetStaleRuns } from './runs.ts'

/** Days after which a file that somebody began to read in, and never finished, is forgotten. */
const kept = 30

/** Part of the job of every night: copies of files that nobody went on with go, and what old imports replaced. Returns how many files. */
export async function forgetStaleImports({ connections, clock }: Services): Promise<number> {
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000)
  const municipalities = await connections.run(null, 'read', ({ db }) =>
    db.selectFrom('municipality').select('id').execute(),
  )
  let forgotten = 0
  for (const { id } of municipalities) {
    forgotten += await connections.run(id, 'write', async ({ db }) => {
      await forgetKept(db, daysAgo(keptDays))
      return forgetStaleRuns(db, daysAgo(kept))
    })
  }
  return forgotten
}
