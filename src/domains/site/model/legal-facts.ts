import { isLocalDate, type LocalDate } from '#values/local-date.ts'

/** What a municipality tells about itself by law. Everything may be missing: it is entered bit by bit. */
export interface LegalFacts {
  name: string
  address: Partial<Record<'office' | 'street' | 'postcode' | 'place' | 'phone' | 'email', string>>
  imprint: Partial<Record<'representative' | 'responsible' | 'vatId' | 'supervisory', string>>
  privacy: Partial<Record<'officer' | 'officerEmail' | 'authority', string>>
  accessibility: AccessibilityFacts
  /** Days to answer a reported barrier. */
  answerDays: number
  /** What comes from the law of the state, but nobody has read it there yet. */
  unchecked: ReadonlySet<LawfulFact>
}

/** What stands in the law of the federal state until the municipality says it itself. */
export type LawfulFact = 'authority' | 'enforcement' | 'answerDays'

export const conformances = ['full', 'partly', 'not'] as const
export type Conformance = (typeof conformances)[number]

export interface AccessibilityFacts {
  conformance?: Conformance
  assessedOn?: LocalDate
  /** How it was assessed, e.g. by whom. */
  method?: string
  exceptions: Exception[]
  contactEmail?: string
  /** The body that helps where our answer does not, with its address. */
  enforcement?: string
}

/** A part that is not accessible: what, why, and what to use instead. */
export interface Exception {
  text: string
  reason?: string
  alternative?: string
}

/** The columns of the table municipality that hold these facts. */
export interface LegalColumns {
  name: string
  address: unknown
  imprint: unknown
  privacy: unknown
  accessibility: unknown
}

/** Reads the columns forgivingly: what is empty or not a text is missing. */
export function legalFacts({ name, address, imprint, privacy, accessibility }: LegalColumns): LegalFacts {
  return {
    name,
    address: textsOf(address, ['office', 'street', 'postcode', 'place', 'phone', 'email']),
    imprint: textsOf(imprint, ['representative', 'responsible', 'vatId', 'supervisory']),
    privacy: textsOf(privacy, ['officer', 'officerEmail', 'authority']),
    accessibility: accessibilityOf(accessibility),
    answerDays: usualAnswerDays,
    unchecked: new Set(),
  }
}

/** Where no law is known: as the federal law has it. */
const usualAnswerDays = 30

interface Law {
  authority: { value: string; checked: boolean }
  enforcement: { value: string; checked: boolean }
  answerDays: { value: number | null; checked: boolean }
}

/** The facts with what the law says where the municipality has entered nothing of its own. */
export function withLaw(facts: LegalFacts, law: Law): LegalFacts {
  const { privacy, accessibility } = facts
  const authority = privacy.authority ?? law.authority.value
  const enforcement = accessibility.enforcement ?? law.enforcement.value
  const unchecked: [LawfulFact, boolean][] = [
    ['authority', !privacy.authority && law.authority.value !== '' && !law.authority.checked],
    ['enforcement', !accessibility.enforcement && law.enforcement.value !== '' && !law.enforcement.checked],
    ['answerDays', !law.answerDays.checked],
  ]
  return {
    ...facts,
    privacy: { ...privacy, ...(authority && { authority }) },
    accessibility: { ...accessibility, ...(enforcement && { enforcement }) },
    answerDays: law.answerDays.value ?? usualAnswerDays,
    unchecked: new Set(unchecked.flatMap(([fact, isUnchecked]) => (isUnchecked ? [fact] : []))),
  }
}

function accessibilityOf(column: unknown): AccessibilityFacts {
  const { conformance, assessedOn, exceptions } = objectOf(column)
  return {
    ...textsOf(column, ['method', 'contactEmail', 'enforcement']),
    ...(isConformance(conformance) && { conformance }),
    ...(typeof assessedOn === 'string' && isLocalDate(assessedOn) && { assessedOn }),
    exceptions: Array.isArray(exceptions) ? exceptions.flatMap(exceptionOf) : [],
  }
}

const isConformance = (value: unknown): value is Conformance => conformances.includes(value as Conformance)

/** A sentence, or an object that says more. */
function exceptionOf(value: unknown): Exception[] {
  if (typeof value === 'string') return value.trim() ? [{ text: value.trim() }] : []
  const { text, ...more } = textsOf(value, ['text', 'reason', 'alternative'])
  return text ? [{ text, ...more }] : []
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function textsOf<const Key extends string>(column: unknown, keys: readonly Key[]): Partial<Record<Key, string>> {
  const values = objectOf(column)
  const entries = keys.flatMap((key) => {
    const value = values[key]
    return typeof value === 'string' && value.trim() ? [[key, value.trim()] as const] : []
  })
  return Object.fromEntries(entries) as Partial<Record<Key, string>>
}

/** Address for questions about accessibility: its own, or the office's. */
export const contactEmailOf = ({ accessibility, address }: LegalFacts): string | undefined =>
  accessibility.contactEmail ?? address.email

export type LegalPage = 'imprint' | 'privacy' | 'accessibility'

/** What the law asks for on a page and nobody has entered yet, as keys of texts; shown to those who can enter it. */
export function missingOn(page: LegalPage, { address, imprint, privacy, accessibility }: LegalFacts): string[] {
  const place = { street: address.street, place: address.place }
  const wanted: Record<LegalPage, Record<string, unknown>> = {
    imprint: {
      office: address.office,
      ...place,
      phone: address.phone,
      email: address.email,
      representative: imprint.representative,
      responsible: imprint.responsible,
    },
    privacy: {
      office: address.office,
      ...place,
      officer: privacy.officer,
      officerEmail: privacy.officerEmail,
      authority: privacy.authority,
    },
    accessibility: {
      conformance: accessibility.conformance,
      assessedOn: accessibility.assessedOn,
      method: accessibility.method,
      contactEmail: accessibility.contactEmail ?? address.email,
      enforcement: accessibility.enforcement,
    },
  }
  return Object.entries(wanted[page]).flatMap(([key, value]) => (value === undefined ? [key] : []))
}

/** The statement must be looked at once a year (domain.md 8.2). */
export const isReviewDue = ({ assessedOn }: AccessibilityFacts, today: LocalDate): boolean =>
  assessedOn !== undefined && today >= `${Number(assessedOn.slice(0, 4)) + 1}${assessedOn.slice(4)}`
