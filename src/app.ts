import { Hono } from 'hono'
import { instanceRoutes as accountsOfInstance, loadPerson, routes as accounts } from '#domains/accounts/index.ts'
import { routes as actors } from '#domains/actors/index.ts'
import { routes as budgetProducts } from '#domains/budget-products/index.ts'
import { routes as areas } from '#domains/areas/index.ts'
import { routes as indicators } from '#domains/indicators/index.ts'
import { routes as measures } from '#domains/measures/index.ts'
import { instanceRoutes, municipalityRoutes } from '#domains/municipality/index.ts'
import { routes as orgUnits } from '#domains/org-units/index.ts'
import { routes as actionFields } from '#domains/action-fields/index.ts'
import { routes as needs } from '#domains/needs/index.ts'
import { hostOfRequest } from '#platform/http/addresses.ts'
import { limitBody } from '#platform/http/body-limit.ts'
import type { AppEnv } from '#platform/http/app.ts'
import { enterInstance } from '#platform/http/instance-scope.ts'
import { enterMunicipality } from '#platform/http/municipality-scope.ts'
import { reservedSegments } from '#platform/http/municipalities.ts'
import { NotFound } from '#platform/http/problems.ts'
import { renderPages } from '#platform/http/render.tsx'
import { beginRequest } from '#platform/http/request.ts'
import { checkOrigin, sendSecurityHeaders } from '#platform/http/security.ts'
import type { Services } from '#platform/services.ts'
import { neighbours } from './founding.ts'
import { frameOf } from './frame/frame-of.ts'
import { answerProblem } from './frame/problem-pages.tsx'

type Routes = Hono<AppEnv>

const maxBody = 10 * 1024 * 1024

/** Pages of the instance: at the root of the server, whatever municipality one comes from. */
const instanceDomains: Routes[] = [instanceRoutes(neighbours), accountsOfInstance]

/** Pages of a municipality, in the order of the domains; each brings paths inside it. */
const municipalityDomains: Routes[] = [
  municipalityRoutes(neighbours),
  accounts,
  measures,
  orgUnits,
  budgetProducts,
  actors,
  actionFields,
  needs,
  areas,
  indicators,
]

/** One request, from top to bottom. Everything it stands on comes in `services`. */
export function createApp(services: Services): Routes {
  const app: Routes = new Hono<AppEnv>({ getPath: (request) => pathOf(request, services) })
  app.onError((error, c) => answerProblem(error, c))
  app.notFound((c) => answerProblem(new NotFound(), c))

  app.use(beginRequest(services), sendSecurityHeaders, renderPages(frameOf))
  app.use(limitBody(maxBody))
  app.use(checkOrigin)

  for (const path of ['/', ...[...reservedSegments].map((segment) => `/${segment}/*`)])
    app.use(path, enterInstance(loadPerson))
  for (const routes of instanceDomains) app.route('/', routes)

  app.use('/:municipality/*', enterMunicipality(loadPerson))
  for (const routes of municipalityDomains) app.route('/:municipality', routes)
  return app
}

/** A mapped host name stands for the first segment of the path. */
function pathOf(request: Request, { municipalities }: Services): string {
  const { pathname, host } = new URL(request.url)
  const slug = municipalities.byHost(hostOfRequest(request.headers.get('host') ?? host))
  if (!slug || reservedSegments.has(pathname.split('/')[1] ?? '')) return pathname
  return pathname === '/' ? `/${slug}` : `/${slug}${pathname}`
}
