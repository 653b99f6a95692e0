import { mayWith } from '#domains/accounts/index.ts'
import type { Ctx } from '#platform/http/app.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { Forbidden, NotFound, Refused } from '#platform/http/problems.ts'
import { actingOf, idOf, type Acting } from '#platform/things/acting.ts'
import { kindFor } from '../documents/kind-for.ts'
import type { ImportKind } from '../model/kind.ts'
import { paths } from '../paths.ts'
import { openStates } from '../model/run.ts'
import { getRun, getSheet, type Run } from '../queries/runs.ts'
import { texts } from '../texts/index.ts'

export const say = (c: Ctx) => texts(c.var.speech)

/** The kind with the words of this municipality. Throws NotFound for one that does not exist. */
export function kindOf(c: Ctx, what: string): ImportKind {
  const kind = kindFor(what, c.var.municipality.words as Record<string, unknown>)
  if (!kind) throw new NotFound()
  return kind
}

/** An import may touch any row: somebody who may edit only some of them cannot run one. */
export function requireAllOf(c: Ctx, kind: ImportKind) {
  for (const permission of kind.permissions) {
    if (!mayWith(c.var.person, permission, {})) throw new Forbidden(permission)
  }
}

/** An import that is still open, with everything a step needs. */
export interface OpenImport {
  run: Run
  kind: ImportKind
  acting: Acting
}

/** A step of an open import. What is running or over, also since a moment ago, leads to its page. */
export const step =
  (handle: (c: Ctx, open: OpenImport) => Response | Promise<Response>) =>
  async (c: Ctx): Promise<Response> => {
    const run = await getRun(c.var.db, idOf(c))
    const kind = kindOf(c, run.what)
    requireAllOf(c, kind)
    if (!openStates.includes(run.state)) return redirectTo(c, paths.one(run.id))
    try {
      return await handle(c, { run, kind, acting: { ...(await actingOf(c)), importId: run.id } })
    } catch (error) {
      if (error instanceof Refused) return redirectTo(c, paths.one(run.id), say(c)('notOpen'))
      throw error
    }
  }

/** The sheet that was chosen, as it came. */
export const sheetOf = (c: Ctx, { run }: OpenImport) => getSheet(c.var.db, run.id, run.choices.sheet ?? 0)
