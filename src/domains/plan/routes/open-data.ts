import { licenceOf } from '#domains/municipality/index.ts'
import { today } from '#platform/clock.ts'
import { absoluteAddressOf } from '#platform/http/addresses.ts'
import { domain } from '#platform/http/app.ts'
import { PlanInPreparation } from '#platform/http/problems.ts'
import { publicReadingOf } from '#platform/http/reading.ts'
import { answerJson } from '#platform/tables/export.ts'
import { planJson } from '../documents/plan-json.ts'
import { paths } from '../paths.ts'
import { loadFrame } from '../queries/frame.ts'
import { loadOpenData } from '../queries/open-data.ts'
import { getVersion } from '../queries/version.ts'

export const openDataRoutes = domain()

/** The published plan, the same for everyone: an officer who downloads it gets no draft either. */
openDataRoutes.get(paths.json, async (c) => {
  const { db, services, municipality } = c.var
  const found = await publicReadingOf(c)
  if (!found) throw new PlanInPreparation()
  const reading = { ...found, language: 'de' as const }
  const version = await getVersion(db, reading)
  const frame = await loadFrame(db, reading, [
    ...(['chapter', 'phase', 'event', 'action-field', 'cross-cutting-topic', 'target-group'] as const),
  ])
  const data = await loadOpenData(db, reading.planVersionId)
  const { slug, name, kind, federalState } = municipality
  const { key, name: licenceName, url } = licenceOf(municipality)
  return answerJson(
    c,
    'plan',
    planJson({
      municipality: { slug, name, kind, federalState },
      license: { id: key, name: licenceName, url },
      version,
      frame,
      data,
      generatedOn: today(services.clock),
      address: absoluteAddressOf(c, paths.plan),
    }),
  )
})
