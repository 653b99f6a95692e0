import { namesOf } from '#domains/accounts/index.ts'
import { authorize } from '#platform/http/authorize.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { readTyped } from '#platform/http/form.ts'
import { Refused } from '#platform/http/problems.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { StaysBehind, takeBackImport } from '../commands/take-back.ts'
import { keptDays, reversibilityOf, type Reversibility, type TakingBack } from '../model/taking-back.ts'
import { TakeBackPage } from '../pages/take-back.tsx'
import { paths } from '../paths.ts'
import { getRun, type Run } from '../queries/runs.ts'
import { countsOf, hasKept, planTakeBack } from '../queries/taking-back.ts'
import { kindOf, requireAllOf, say } from './open-file.ts'

export const takeBackRoutes = domain()
const address = '/einlesen/:id{[0-9]+}/zuruecknehmen'
const onlyImporters = authorize('import:run')

/** Whether this run can be taken back by the person of the request. */
export async function reversibleFor(c: Ctx, run: Run): Promise<Reversibility> {
  const { planVersionId } = await actingOf(c)
  return reversibilityOf(run, await hasKept(c.var.db, run.id), planVersionId)
}

takeBackRoutes.get(address, onlyImporters, async (c) => {
  const run = await getRun(c.var.db, idOf(c))
  requireAllOf(c, kindOf(c, run.what))
  if ((await reversibleFor(c, run)) !== 'possible') return redirectTo(c, paths.one(run.id))
  const { planVersionId } = await actingOf(c)
  const { removable, restorable, stays } = await planTakeBack(c.var.db, run.id, planVersionId)
  return askingPage(c, run, { removed: countsOf(removable), restored: countsOf(restorable), stays }, 200)
})

takeBackRoutes.post(address, onlyImporters, async (c) => {
  const run = await getRun(c.var.db, idOf(c))
  requireAllOf(c, kindOf(c, run.what))
  const { withRest } = await readTyped(c)
  try {
    const acting = await actingOf(c)
    const { stays } = await takeBackImport(c.var.db, acting, run.id, { withRest: withRest === 'yes' })
    return redirectTo(c, paths.one(run.id), say(c)('takeBack.notice', { count: stays.length }))
  } catch (error) {
    if (error instanceof StaysBehind) return askingPage(c, run, error.outcome, 409)
    if (error instanceof Refused)
      return redirectTo(c, paths.one(run.id), say(c).dynamic(error.message, { days: keptDays }))
    throw error
  }
})

async function askingPage(c: Ctx, run: Run, outcome: TakingBack, status: 200 | 409) {
  const names = await namesOf(
    c,
    outcome.stays.map(({ accountId }) => accountId),
  )
  return c.render(<TakeBackPage run={run} outcome={outcome} names={names} />, status)
}
