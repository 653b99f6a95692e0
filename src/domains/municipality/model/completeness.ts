import type { Settings } from './municipality.ts'
import { accessibilityOf, addressFields, addressOf, imprintOf, privacyOf } from './profile.ts'
import type { StepKey } from './steps.ts'

/** Something that is still to be filled in: where, and what. */
export interface Missing {
  step: StepKey
  /** The field of the form; its label says what is missing. */
  field: string
}

type Lacking = [step: StepKey, field: string, isMissing: boolean]

/**
 * What must stand there before a municipality opens: who is behind the page and how to reach them (DDG § 5, MStV § 18),
 * who answers for data protection (GDPR Art. 13), how accessible the page is and how barriers are reported (domain.md 8.2).
 */
export function missingMusts(row: Settings): Missing[] {
  const address = addressOf(row)
  const imprint = imprintOf(row)
  const privacy = privacyOf(row)
  const accessibility = accessibilityOf(row)
  const lacking: Lacking[] = [
    ...addressFields.map((field): Lacking => ['address', field, address[field] === null]),
    ['imprint', 'representative', imprint.representative === null],
    ['imprint', 'responsible', imprint.responsible === null],
    ['privacy', 'officer', privacy.officer === null],
    ['privacy', 'officerEmail', privacy.officerEmail === null],
    ['privacy', 'authority', privacy.authority === null],
    ['accessibility', 'conformance', accessibility.conformance === null],
    ['accessibility', 'method', accessibility.method === null],
    ['accessibility', 'assessedOn', accessibility.assessedOn === null],
    ['accessibility', 'enforcement', accessibility.enforcement === null],
  ]
  return lacking.filter(([, , isMissing]) => isMissing).map(([step, field]) => ({ step, field }))
}

/** Good to have, but nothing that keeps a municipality closed. */
export function missingWishes(row: Settings): Missing[] {
  const lacking: Lacking[] = [
    ['look', 'logo', row.logoFileId === null],
    ['look', 'colour', row.colour === null],
    ['languages', 'languages', row.languages.length < 2],
    ['rules', 'secondFactorRequired', !row.secondFactorRequired],
  ]
  return lacking.filter(([, , isMissing]) => isMissing).map(([step, field]) => ({ step, field }))
}

export const isStepDone = (row: Settings, step: StepKey): boolean =>
  missingMusts(row).every((missing) => missing.step !== step)
