import { namesOf } from '#domains/accounts/index.ts'
import { authorize } from '#platform/http/authorize.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { discardRun, openRun } from './commands/runs.ts'
import { ImportsPage } from './pages/list.tsx'
import { pathOfStep } from './pages/frame.tsx'
import { RunPage } from './pages/run.tsx'
import { paths } from './paths.ts'
import { listKnown } from './queries/known.ts'
import { withSuggestions } from './queries/outcome.ts'
import { getRun, listRuns } from './queries/runs.ts'
import { kindOf, requireAllOf, say, step } from './routes/open-file.ts'
import { readPosted } from './routes/posted.ts'
import { steps } from './routes/steps.tsx'
import { reversibleFor, takeBackRoutes } from './routes/take-back.tsx'
import { texts } from './texts/index.ts'

export const routes = domain()
const onlyImporters = authorize('import:run')

/** What the form says that the file is a list of. */
async function kindAsked(c: Ctx): Promise<string> {
  const { what, pastedWhat } = await c.req.parseBody()
  const asked = pastedWhat ?? what
  return typeof asked === 'string' ? asked : 'measures'
}

routes.get(paths.list, onlyImporters, async (c) => c.render(<ImportsPage runs={await listRuns(c.var.db)} />))

routes.post(paths.list, onlyImporters, async (c) => {
  const kind = kindOf(c, await kindAsked(c))
  requireAllOf(c, kind)
  const posted = await readPosted(c)
  if ('refused' in posted) return refuse(c, posted.refused.field, posted.refused.message, posted.refused.status)
  const { fileName, bytes, sheets } = posted
  const acting = await actingOf(c)
  const known = await listKnown(c.var.db, acting.planVersionId)
  const { sheet, headerRow } = withSuggestions(kind, sheets, {}, known)
  const choices = { step: 'table' as const, sheet: sheet ?? 0, headerRow: headerRow ?? 0 }
  const run = await openRun(c.var.db, acting, { what: kind.what, fileName, bytes, sheets, choices })
  return run.isNew ? redirectTo(c, paths.table(run.id)) : redirectTo(c, paths.one(run.id), say(c)('upload.again'))
})

async function refuse(c: Ctx, field: string, message: string, status: 413 | 422) {
  return c.render(
    <ImportsPage runs={await listRuns(c.var.db)} errors={{ [field]: message }} what={await kindAsked(c)} />,
    status,
  )
}

routes.get('/einlesen/:id{[0-9]+}', onlyImporters, async (c) => {
  const run = await getRun(c.var.db, idOf(c))
  if (run.state === 'OPEN') return redirectTo(c, pathOfStep(run.choices.step ?? 'table', run.id))
  const accounts = (run.takenBack?.stays ?? []).map(({ accountId }) => accountId)
  return c.render(<RunPage run={run} reversible={await reversibleFor(c, run)} names={await namesOf(c, accounts)} />)
})

routes.get('/einlesen/:id{[0-9]+}/stand', onlyImporters, async (c) => {
  const { state, progress, rowCount } = await getRun(c.var.db, idOf(c))
  const words = texts(c.var.speech)('progress.done', { done: progress, all: rowCount })
  c.header('Cache-Control', 'no-store')
  return c.json({ isWorking: state === 'QUEUED' || state === 'RUNNING', done: progress, words })
})

routes.post(
  '/einlesen/:id{[0-9]+}/verwerfen',
  onlyImporters,
  step(async (c, { run }) => {
    await discardRun(c.var.db, run.id)
    return redirectTo(c, paths.list, say(c)('notice.discarded'))
  }),
)

routes.route('/', takeBackRoutes)
routes.route('/', steps)
