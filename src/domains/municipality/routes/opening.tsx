import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Neighbours } from '../commands/found.ts'
import { closeMunicipality, openMunicipality } from '../commands/opening.ts'
import { missingMusts, missingWishes } from '../model/completeness.ts'
import { openingForm } from '../model/instance.ts'
import { OpeningPage } from '../pages/opening.tsx'
import { paths } from '../paths.ts'
import { countPublished } from '../queries/content.ts'
import { getSettings } from '../queries/settings.ts'
import { texts } from '../texts/index.ts'
import { actingOf } from './settings.tsx'

const mayOpen = authorize('plan:open')

/** The door of a municipality. */
export function openingRoutes(neighbours: Pick<Neighbours, 'showPlan'>) {
  const routes = domain()
  routes.get(paths.opening, mayOpen, (c) => openingPage(c))

  routes.post(paths.opening, mayOpen, async (c) => {
    const t = texts(c.var.speech)
    const form = await readForm(c, openingForm, t)
    if (!form.ok) return openingPage(c, form.values, form.errors)
    try {
      await openMunicipality(c.var.db, actingOf(c), neighbours)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return openingPage(c, form.values, { form: t('opening.refused') })
    }
    return redirectTo(c, '/', t('opening.opened'))
  })

  routes.post(paths.close, mayOpen, async (c) => {
    await closeMunicipality(c.var.db, actingOf(c))
    return redirectTo(c, paths.opening, texts(c.var.speech)('opening.closed'))
  })
  return routes
}

async function openingPage(c: Ctx, values: Typed = {}, errors: Record<string, string> = {}) {
  const { db, municipality } = c.var
  const row = await getSettings(db, municipality.id)
  const content = await countPublished(db)
  return c.render(
    <OpeningPage
      isOpen={row.isOpen}
      openedAt={row.openedAt}
      musts={missingMusts(row)}
      wishes={missingWishes(row)}
      content={content}
      values={values}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
