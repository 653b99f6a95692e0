import type { Ctx } from '#platform/http/app.ts'
import type { MunicipalityRow } from '#platform/http/municipalities.ts'
import { today } from '#platform/clock.ts'
import { parseHex } from '#values/colour.ts'
import { yearOf } from '#values/local-date.ts'
import { darkOf } from '../model/colours.ts'
import { hasProfile, legalRulesOf, publicHolidaysOf } from '../model/legal/legal.ts'
import { LegalPage } from '../pages/legal.tsx'
import { LookPage } from '../pages/look.tsx'
import type { StepForm } from '../pages/step-page.tsx'
import { texts } from '../texts/index.ts'

/** The colour of links and buttons where a municipality has none of its own (ui/styles/tokens.css). */
const delivered = { light: '#0a5560', dark: '#7ecdd4' } as const

export function lookPage(row: MunicipalityRow, form: StepForm) {
  const light = parseHex(String(form.values['colour'] ?? ''))
  const dark = parseHex(String(form.values['colourDark'] ?? '')) ?? (light && darkOf(light))
  return (
    <LookPage
      {...form}
      values={{ logoAlt: row.logoAlt ?? '', ...form.values }}
      logo={row.logoFileId === null ? undefined : { fileId: row.logoFileId, alt: row.logoAlt }}
      shown={light && dark ? { light, dark, hasOwn: true } : { ...delivered, hasOwn: false }}
    />
  )
}

export function legalPage(c: Ctx, row: MunicipalityRow, form: StepForm) {
  const year = yearOf(today(c.var.services.clock))
  return (
    <LegalPage
      {...form}
      rules={legalRulesOf(row)}
      profile={legalRulesOf({ ...row, legalSettings: {} })}
      hasProfile={hasProfile(row.federalState)}
      stateName={texts(c.var.speech).dynamic(`state.${row.federalState}`)}
      year={year + 1}
      holidays={publicHolidaysOf(row.federalState, year + 1)}
    />
  )
}
