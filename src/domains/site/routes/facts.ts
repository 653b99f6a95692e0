import { authorityLines, legalRulesOf } from '#domains/municipality/index.ts'
import type { Ctx } from '#platform/http/app.ts'
import { legalFacts, withLaw, type LegalFacts } from '../model/legal-facts.ts'

/** What the municipality tells about itself, and where it says nothing, what the law of its state says. */
export function factsOf({ var: { municipality } }: Ctx): LegalFacts {
  const { dataProtection, accessibilityEnforcement, barrierAnswerDays } = legalRulesOf(municipality)
  return withLaw(legalFacts(municipality), {
    authority: { value: authorityLines(dataProtection), checked: dataProtection.checked },
    enforcement: { value: authorityLines(accessibilityEnforcement), checked: accessibilityEnforcement.checked },
    answerDays: barrierAnswerDays,
  })
}
