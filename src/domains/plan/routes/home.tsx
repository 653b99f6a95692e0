import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { findReadingOf } from '#platform/http/reading.ts'
import { startPlan, titleOfNewPlan } from '../commands/version.ts'
import { EmptyHomePage } from '../pages/home-empty.tsx'
import { HomePage } from '../pages/home.tsx'
import { paths } from '../paths.ts'
import { homeIsEmpty, loadHome } from '../queries/home.ts'
import { texts } from '../texts/index.ts'
import { beginRightsOf, contactOf } from './in-preparation.tsx'

export const homeRoutes = domain()

homeRoutes.get(paths.home, async (c) => {
  const { db, services } = c.var
  const reading = await findReadingOf(c)
  const home = reading && (await loadHome(db, reading, today(services.clock)))
  const shown = contactOf(c)
  if (home && !homeIsEmpty(home)) return c.render(<HomePage home={home} municipality={shown} />)
  return c.render(<EmptyHomePage municipality={shown} may={await beginRightsOf(c, reading)} />)
})

homeRoutes.post(paths.start, authorize('plan:edit'), async (c: Ctx) => {
  const { db, person, municipality, speech } = c.var
  const t = texts(speech)
  const who = { municipalityId: municipality.id, accountId: person?.accountId ?? null }
  if (!mayWith(person, 'plan:edit', {})) return redirectTo(c, paths.home)
  await startPlan(db, who, titleOfNewPlan(municipality))
  return redirectTo(c, paths.edit, t('notice.started'))
})
