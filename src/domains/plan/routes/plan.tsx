import { today } from '#platform/clock.ts'
import { domain } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { NotFound } from '#platform/http/problems.ts'
import { readingOf } from '#platform/http/reading.ts'
import { showPlainVersions } from '#platform/texts/plain-german.ts'
import { PlanPage } from '../pages/plan.tsx'
import { VersionsPage } from '../pages/versions.tsx'
import { paths } from '../paths.ts'
import { getPlan } from '../queries/plan.ts'
import { findFunderLogo, listVersions } from '../queries/version.ts'

export const planRoutes = domain()

planRoutes.get(paths.plan, async (c) => {
  const { db, person, services, municipality } = c.var
  const reading = await readingOf(c)
  const plan = await getPlan(db, reading)
  const chapters = plan.chapters.map(({ id }) => id)
  await showPlainVersions(c, [
    { kind: 'plan-version', ids: [reading.planVersionId] },
    { kind: 'chapter', ids: chapters },
  ])
  const canPublish = mayEver(person, 'publish') && (!municipality.approvalRequired || mayEver(person, 'approve'))
  const may = {
    edit: !reading.isOldVersion && mayEver(person, 'plan:edit'),
    translate: !reading.isOldVersion && mayEver(person, 'translation:edit'),
    publish: !reading.isOldVersion && canPublish,
  }
  return c.render(<PlanPage plan={plan} today={today(services.clock)} may={may} />)
})

planRoutes.get(paths.versions, async (c) => {
  const { db, speech, sees } = c.var
  return c.render(<VersionsPage versions={await listVersions(db, { sees, language: speech.language })} />)
})

planRoutes.get('/plan/logo/:id{[0-9]+}', async (c) => {
  const { db, sees, services, municipality, person } = c.var
  const file = await findFunderLogo(db, { sees }, Number(c.req.param('id')))
  if (!file) throw new NotFound()
  const bytes = await services.files.get(file.sha256)
  c.header('Content-Type', file.mediaType)
  // A new picture has a new address, so this one never changes.
  const isOpen = municipality.isOpen && !person
  c.header('Cache-Control', isOpen ? 'public, max-age=31536000, immutable' : 'private, no-store')
  return c.body(Uint8Array.from(bytes))
})
