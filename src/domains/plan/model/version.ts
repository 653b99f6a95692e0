import * as v from 'valibot'
import { flexDateIsBefore, parseFlexDate, type FlexDate } from '#values/flex-date.ts'
import type { LocalText } from '#values/local-text.ts'
import {
  chosen,
  longText,
  optionalDate,
  optionalFlexDate,
  optionalText,
  requiredTitle,
} from '#platform/forms/fields.ts'

/** States of a version, in the order it passes through them (domain.md 1.7). */
export const versionStates = [
  'DRAFT',
  'CONSULTATION',
  'STEERING_APPROVED',
  'SUBMITTED',
  'ADOPTED',
  'IN_FORCE',
  'SUPERSEDED',
] as const
export type VersionState = (typeof versionStates)[number]

/** Until papers exist, a decision is what it says (design.md section 4). */
export interface Decision {
  body?: string
  date?: string
  paper?: string
  text?: string
}
export interface ParentStrategy {
  title: string
  url?: string
  items: string[]
}
export interface FormerTitle {
  title: string
  until: FlexDate | null
}

export interface VersionInList {
  number: number
  title: LocalText
  label: string
  state: VersionState
  periodFrom: FlexDate | null
  periodTo: FlexDate | null
  decision: Decision | null
  isPublished: boolean
}

export interface PlanVersion extends VersionInList {
  id: number
  version: number
  lead: LocalText | null
  understanding: LocalText | null
  understandingSource: string | null
  mainGoal: LocalText | null
  carriers: string[]
  formerTitles: FormerTitle[]
  parentStrategy: ParentStrategy | null
  funder: string | null
  fundingProgramme: string | null
  funderLogo: { fileId: number; alt: string; rights: string | null } | null
}

const lines = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const listed = v.pipe(optionalText(4000), v.transform(lines))

/** "Integrationskonzept 2007 (bis 2017)": the title, and until when it was used. */
export function parseFormerTitle(line: string): FormerTitle {
  const [, title = line, until] = /^(.*\S)\s*\((?:bis\s+)?([^()]+)\)$/i.exec(line) ?? []
  return { title, until: until === undefined ? null : parseFlexDate(until) }
}

/** The wording of a former title as the form shows it; read back by `parseFormerTitle`. */
export const formerTitleText = ({ title, until }: FormerTitle, untilText: string): string =>
  until ? `${title} (bis ${untilText})` : title

const webAddress = v.pipe(
  optionalText(500),
  v.check((text) => text === null || /^https?:\/\/\S+$/i.test(text), 'notAnAddress'),
)

/** The text of a version: what it is called, what it says before the fields, who carries and decided it. */
export const versionForm = v.pipe(
  v.object({
    title: requiredTitle('noTitle'),
    label: optionalText(120),
    state: chosen(versionStates, 'unknownChoice'),
    periodFrom: optionalFlexDate,
    periodTo: optionalFlexDate,
    lead: optionalText(600),
    understanding: longText(),
    understandingSource: optionalText(300),
    mainGoal: longText(),
    carriers: listed,
    formerTitles: v.pipe(
      listed,
      v.transform((all) => all.map(parseFormerTitle)),
    ),
    strategyTitle: optionalText(200),
    strategyUrl: webAddress,
    strategyItems: listed,
    decisionBody: optionalText(200),
    decisionDate: optionalDate,
    decisionPaper: optionalText(60),
    decisionText: optionalText(2000),
  }),
  v.forward(
    v.partialCheck(
      [['periodFrom'], ['periodTo']],
      ({ periodFrom, periodTo }) => !periodFrom || !periodTo || !flexDateIsBefore(periodTo, periodFrom),
      'endBeforeStart',
    ),
    ['periodTo'],
  ),
  v.forward(
    v.partialCheck(
      [['strategyTitle'], ['strategyItems']],
      ({ strategyTitle, strategyItems }) => strategyTitle !== null || strategyItems.length === 0,
      'missing.strategyTitle',
    ),
    ['strategyTitle'],
  ),
  v.forward(
    v.partialCheck(
      [['strategyTitle'], ['strategyUrl']],
      ({ strategyTitle, strategyUrl }) => strategyTitle !== null || strategyUrl === null,
      'missing.strategyTitle',
    ),
    ['strategyTitle'],
  ),
  v.forward(
    v.partialCheck(
      [['understanding'], ['understandingSource']],
      ({ understanding, understandingSource }) => understandingSource === null || understanding !== null,
      'missing.understanding',
    ),
    ['understanding'],
  ),
)
export type VersionForm = v.InferOutput<typeof versionForm>

/** Who pays, in which programme; the picture is read apart from the texts. */
export const funderForm = v.object({
  funder: optionalText(200),
  fundingProgramme: optionalText(200),
  logoAlt: optionalText(200),
  logoRights: optionalText(300),
})
export type FunderForm = v.InferOutput<typeof funderForm>

/** A picture needs words for those who do not see it, and its owner's permission. Keys of texts by field. */
export function missingForLogo(form: FunderForm, hasLogo: boolean): Record<string, string> {
  if (!hasLogo) return {}
  return {
    ...(form.logoAlt === null && { logoAlt: 'missing.logoAlt' }),
    ...(form.logoRights === null && { logoRights: 'missing.logoRights' }),
  }
}
