import { findInvitedPlace } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { NotFound } from '#platform/http/problems.ts'
import { languageOf, speechFor } from '#platform/http/request.ts'
import { neverStore } from '#platform/http/visitor.ts'
import { legalFacts } from '../model/legal-facts.ts'
import { processingsOf } from '../model/processing.ts'
import { AccessibilityPage } from '../pages/accessibility.tsx'
import { ImprintPage } from '../pages/imprint.tsx'
import { PrivacyPage } from '../pages/privacy.tsx'
import { paths } from '../paths.ts'

/**
 * Whoever is invited into a closed municipality must be able to read who is behind it and what happens with their data
 * before they accept. The link is the key: nothing else of the municipality is shown.
 */
export const invitedLegal = domain()
for (const path of [paths.invitedPrivacy, paths.invitedImprint, paths.invitedAccessibility])
  invitedLegal.use(path(':token'), neverStore)

invitedLegal.get(paths.invitedPrivacy(':token'), async (c) => {
  const municipality = await invitedInto(c)
  const processings = processingsOf(municipality.legalSettings)
  return c.render(<PrivacyPage facts={legalFacts(municipality)} mayEdit={false} processings={processings} />)
})

invitedLegal.get(paths.invitedImprint(':token'), async (c) =>
  c.render(<ImprintPage facts={legalFacts(await invitedInto(c))} mayEdit={false} />),
)

invitedLegal.get(paths.invitedAccessibility(':token'), async (c) => {
  const municipality = await invitedInto(c)
  const { config, clock } = c.var.services
  return c.render(
    <AccessibilityPage
      facts={legalFacts(municipality)}
      mayEdit={false}
      canReport={municipality.isOpen}
      today={today(clock)}
      site={`${config.publicUrl}/${municipality.slug}`}
    />,
  )
})

/** The municipality of the invitation, whose words the page then speaks. Throws NotFound for an unknown or withdrawn link. */
async function invitedInto(c: Ctx) {
  const id = await findInvitedPlace(c.var.db, c.req.param('token') ?? '')
  const municipality = id === undefined ? undefined : await c.var.services.municipalities.byId(id)
  if (!municipality) throw new NotFound()
  c.set('speech', speechFor(languageOf(c, municipality.languages), municipality))
  return municipality
}
