import { Hono } from 'hono'
import type { AppEnv } from '#platform/http/app.ts'
import type { Publishers } from './commands/publishing.ts'
import { chainRoutes } from './routes/chain.tsx'
import { editRoutes } from './routes/edit.tsx'
import { homeRoutes } from './routes/home.tsx'
import { openDataRoutes } from './routes/open-data.ts'
import { partRoutes } from './routes/parts.tsx'
import { planRoutes } from './routes/plan.tsx'
import { workRoutes, type ScoreTexts } from './routes/work.tsx'

/** The doorway: what other domains and the app may use. */
export { retitlePlan, startPlan, titleOfNewPlan } from './commands/version.ts'
export type { Publisher, Publishers } from './commands/publishing.ts'
export { countPlan, planIsEmpty, type PlanCounts } from './queries/counts.ts'
export { answerPlanInPreparation } from './routes/in-preparation.tsx'
export { listNews, type NewsRow } from './queries/news.ts'

/**
 * The pages of the plan. `publishers`: how other domains publish their things, for the list of drafts; `scoreTexts`: how translations
 * are counted, for what is missing.
 */
export function routesOfPlan(publishers: Publishers, scoreTexts: ScoreTexts): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  for (const part of [
    homeRoutes,
    chainRoutes,
    editRoutes,
    partRoutes,
    workRoutes(publishers, scoreTexts),
    openDataRoutes,
    planRoutes,
  ])
    routes.route('/', part)
  return routes
}
