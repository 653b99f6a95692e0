import { Hono } from 'hono'
import { routes as actionFields } from '#domains/action-fields/index.ts'
import { instanceRoutes as accountsOfInstance, loadPerson, routes as accounts } from '#domains/accounts/index.ts'
import { publishActor, routes as actors } from '#domains/actors/index.ts'
import { routes as areas } from '#domains/areas/index.ts'
import { publishBody, routes as bodies } from '#domains/bodies/index.ts'
import { routes as budgetProducts } from '#domains/budget-products/index.ts'
import { goalRoutes, publishGoal, type GoalPanel } from '#domains/goals/index.ts'
import { attainmentOfGoal, publishIndicator, routes as indicators } from '#domains/indicators/index.ts'
import { routes as history } from '#domains/history/index.ts'
import { routes as imports } from '#domains/imports/index.ts'
import { publishMeasure, routes as measures } from '#domains/measures/index.ts'
import { instanceRoutes as municipalitiesOfInstance, municipalityRoutes } from '#domains/municipality/index.ts'
import { publishNeed, routes as needs } from '#domains/needs/index.ts'
import { answerOthers, instanceRoutes as openDataOfInstance, routes as openData } from '#domains/open-data/index.ts'
import { routes as orgUnits } from '#domains/org-units/index.ts'
import { routesOfPlan } from '#domains/plan/index.ts'
import { instanceRoutes as siteOfInstance, openPreview, previewEntrance, routes as site } from '#domains/site/index.ts'
import { routes as translations, scoreTexts } from '#domains/translations/index.ts'
import { hostOfRequest } from '#platform/http/addresses.ts'
import { limitBody } from '#platform/http/body-limit.ts'
import type { AppEnv, Ctx } from '#platform/http/app.ts'
import { enterInstance } from '#platform/http/instance-scope.ts'
import { enterMunicipality } from '#platform/http/municipality-scope.ts'
import { isInstancePath, reservedSegments } from '#platform/http/municipalities.ts'
import { operations } from '#platform/http/operations.ts'
import { NotFound } from '#platform/http/problems.ts'
import { renderPages } from '#platform/http/render.tsx'
import { beginRequest } from '#platform/http/request.ts'
import { checkOrigin, sendSecurityHeaders } from '#platform/http/security.ts'
import { withPlainVersions } from '#platform/texts/plain-german.ts'
import type { Services } from '#platform/services.ts'
import { neighbours } from './founding.ts'
import { frameOf } from './frame/frame-of.ts'
import { plainPages } from './frame/plain-pages.ts'
import { answerProblem } from './frame/problem-pages.tsx'

type Routes = Hono<AppEnv>

const maxBody = 10 * 1024 * 1024

/** Pages of the instance: at the root of the server, whatever municipality one comes from. */
const instanceDomains: Routes[] = [
  municipalitiesOfInstance(neighbours),
  accountsOfInstance,
  siteOfInstance,
  openDataOfInstance,
]

/** What later domains show on the page of a goal. */
const goalPanels: GoalPanel[] = [attainmentOfGoal]

/** The list of drafts publishes each thing by the rule of its own domain. */
const publishers = {
  need: publishNeed,
  goal: publishGoal,
  measure: publishMeasure,
  indicator: publishIndicator,
  actor: publishActor,
  body: publishBody,
}
const plan = routesOfPlan(publishers, scoreTexts)

/** Pages of a municipality, in the order of the domains; each brings paths inside it. */
const municipalityDomains: Routes[] = [
  municipalityRoutes(neighbours),
  accounts,
  site,
  orgUnits,
  budgetProducts,
  actors,
  areas,
  actionFields,
  needs,
  goalRoutes({ goalPanels }),
  indicators,
  measures,
  plan,
  bodies,
  imports,
  translations,
  history,
  openData,
]

/** One request, from top to bottom. Everything it stands on comes in `services`. */
export function createApp(services: Services): Routes {
  const app: Routes = new Hono<AppEnv>({ getPath: (request) => pathOf(request, services) })
  app.onError((error, c) => answerProblem(error, c))
  app.notFound((c) => answerProblem(new NotFound(), c))

  app.use(beginRequest(services), sendSecurityHeaders, renderPages(frameOf))
  app.use(limitBody(maxBody))
  app.use(checkOrigin)
  app.route('/', operations)

  for (const path of ['/', ...[...reservedSegments].map((segment) => `/${segment}/*`)])
    app.use(path, enterInstance(loadPerson))
  for (const routes of instanceDomains) app.route('/', routes)

  app.use('/:municipality/api/v1/*', answerOthers)
  app.use('/:municipality/vorschau/:token{[\\w-]{43}}', enterMunicipality(loadPerson, { evenClosed: true }))
  app.route('/:municipality', previewEntrance)
  app.use('/:municipality/*', enterMunicipality(loadVisitor))
  for (const [path, kind] of plainPages) app.get(`/:municipality${path}/:id{[0-9]+}`, withPlainVersions(kind))
  for (const routes of municipalityDomains) app.route('/:municipality', routes)
  return app
}

/** Who is asking, and whether they came by a preview link. */
async function loadVisitor(c: Ctx): Promise<void> {
  await loadPerson(c)
  await openPreview(c)
}

/** A mapped host name stands for the first segment of the path; a slash at the end means nothing. */
function pathOf(request: Request, { municipalities }: Services): string {
  const { pathname: asked, host } = new URL(request.url)
  const pathname = asked.replace(/(.)\/+$/, '$1')
  const slug = municipalities.byHost(hostOfRequest(request.headers.get('host') ?? host))
  if (!slug || isInstancePath(pathname)) return pathname
  return pathname === '/' ? `/${slug}` : `/${slug}${pathname}`
}
