import { today } from '#platform/clock.ts'
import { absoluteAddressOf } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { processingsOf } from '../model/processing.ts'
import { AccessibilityPage } from '../pages/accessibility.tsx'
import { EasyLanguagePage } from '../pages/easy-language.tsx'
import { ImprintPage } from '../pages/imprint.tsx'
import { PrivacyPage } from '../pages/privacy.tsx'
import { paths } from '../paths.ts'
import { countOpenReports } from '../queries/barrier-reports.ts'
import { findEasyPlan } from '../queries/easy-language.ts'
import { factsOf } from './facts.ts'

/** The pages that the law asks for. */
export const legal = domain()

const about = (c: Ctx) => ({
  facts: factsOf(c),
  mayEdit: mayEver(c.var.person, 'municipality:edit'),
})

legal.get(paths.imprint, (c) => c.render(<ImprintPage {...about(c)} />))

legal.get(paths.privacy, (c) => {
  const processings = processingsOf(c.var.municipality.legalSettings)
  return c.render(<PrivacyPage {...about(c)} processings={processings} />)
})

legal.get(paths.accessibility, async (c) => {
  const { db, person, services } = c.var
  const mayAnswer = mayEver(person, 'barrier-report:answer')
  return c.render(
    <AccessibilityPage
      {...about(c)}
      today={today(services.clock)}
      site={absoluteAddressOf(c, '/')}
      {...(mayAnswer && { openReports: await countOpenReports(db) })}
    />,
  )
})

legal.get(paths.easyLanguage, async (c) => {
  const { db, sees, speech, person } = c.var
  return c.render(
    <EasyLanguagePage
      facts={about(c).facts}
      plan={await findEasyPlan(db, sees)}
      planName={speech.words.plan.de.singular[0]}
      mayTranslate={mayEver(person, 'translation:edit')}
    />,
  )
})
