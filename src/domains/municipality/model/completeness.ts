import { isReadHere } from '#values/language.ts'
import type { Settings } from './municipality.ts'
import { accessibilityOf, addressFields, addressOf, imprintOf, privacyOf } from './profile.ts'
import { stepKeys, steps, type StepKey } from './steps.ts'
import { wordMeanings } from './words.ts'

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
    ['languages', 'languages', row.languages.filter(isReadHere).length < 2],
    ['rules', 'secondFactorRequired', !row.secondFactorRequired],
  ]
  return lacking.filter(([, , isMissing]) => isMissing).map(([step, field]) => ({ step, field }))
}

/** What belongs to a step besides the fields of its form. */
const further: Partial<Record<StepKey, readonly string[]>> = { look: ['logo', 'logoAlt'], words: wordMeanings }

/** What the history names where somebody looked at a step, changed nothing and saved it. */
export const confirmationOf = (step: StepKey) => `step.${step}`

/**
 * The steps that somebody has saved, by the fields that the history names. What has been open to the public once, and
 * an example, has gone through all of them.
 */
export function savedSteps(row: Settings & Opened, changed: ReadonlySet<string>): ReadonlySet<StepKey> {
  if (row.openedAt !== null || row.isDemo || row.isExample) return new Set(stepKeys)
  const fieldsOf = (step: StepKey) => [
    confirmationOf(step),
    ...Object.keys(steps[step].typed(row)),
    ...(further[step] ?? []),
  ]
  return new Set(stepKeys.filter((step) => fieldsOf(step).some((field) => changed.has(field))))
}
interface Opened {
  openedAt: Date | null
  isDemo: boolean
  isExample: boolean
}

/** The steps where nothing is missing and that somebody has looked at: nobody has set up what only stands there as delivered. */
export function doneSteps(row: Settings & Opened, changed: ReadonlySet<string>): ReadonlySet<StepKey> {
  const lacking = new Set(missingMusts(row).map(({ step }) => step))
  const saved = savedSteps(row, changed)
  return new Set(stepKeys.filter((step) => saved.has(step) && !lacking.has(step)))
}
