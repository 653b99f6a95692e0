import type { Ctx } from '#platform/http/app.ts'
import { Forbidden } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'

/** Who acts where. Every command takes it first. */
export interface Acting {
  municipalityId: number
  planVersionId: number
  accountId: string | null
  importId?: number | null
}

/** The person of the request, in the version of the plan that is worked on. Throws Forbidden for an older version. */
export async function actingOf(c: Ctx): Promise<Acting> {
  const { municipalityId, planVersionId, isOldVersion } = await readingOf(c)
  if (isOldVersion) throw new Forbidden('old version')
  return { municipalityId, planVersionId, accountId: c.var.person?.accountId ?? null }
}

/** The number in the address: `/bedarfe/12` → 12. */
export const idOf = (c: Ctx): number => Number(c.req.param('id'))
