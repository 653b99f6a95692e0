/** A record of texts as it is kept in a JSON column: what was never filled is null. */
export type Texts<Field extends string> = Record<Field, string | null>

export const addressFields = ['office', 'street', 'postcode', 'place', 'phone', 'email'] as const
export type Address = Texts<(typeof addressFields)[number]>

/** DDG § 5 and MStV § 18: who speaks for the municipality, who answers for the content. */
export const imprintFields = ['representative', 'responsible', 'vatId', 'supervisory'] as const
export type Imprint = Texts<(typeof imprintFields)[number]>

/** GDPR Art. 13 and 77: the data-protection officer by function, and the authority one can complain to. */
export const privacyFields = ['officer', 'officerEmail', 'authority'] as const
export type Privacy = Texts<(typeof privacyFields)[number]>

export const conformances = ['full', 'partly', 'not'] as const

/** A part that cannot be used by everyone: what, why, and what to use instead. */
export interface Exception {
  text: string
  reason?: string
  alternative?: string
}
export const accessibilityFields = ['conformance', 'assessedOn', 'method', 'contactEmail', 'enforcement'] as const
/** What the statement on accessibility needs (domain.md 8.2). `assessedOn` is YYYY-MM-DD. */
export interface Accessibility extends Texts<(typeof accessibilityFields)[number]> {
  exceptions: Exception[]
}

const objectOf = (json: unknown): Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}

const read = <const Field extends string>(json: unknown, fields: readonly Field[]): Texts<Field> => {
  const record = objectOf(json)
  return Object.fromEntries(
    fields.map((field) => {
      const value = record[field]
      return [field, typeof value === 'string' && value.trim() !== '' ? value.trim() : null]
    }),
  ) as Texts<Field>
}

/** The columns as they are kept are of any shape; these read them as what they mean. */
export const addressOf = ({ address }: { address: unknown }): Address => read(address, addressFields)
export const imprintOf = ({ imprint }: { imprint: unknown }): Imprint => read(imprint, imprintFields)
export const privacyOf = ({ privacy }: { privacy: unknown }): Privacy => read(privacy, privacyFields)

export function accessibilityOf({ accessibility }: { accessibility: unknown }): Accessibility {
  const { exceptions } = objectOf(accessibility)
  return {
    ...read(accessibility, accessibilityFields),
    exceptions: Array.isArray(exceptions) ? exceptions.flatMap(exceptionOf) : [],
  }
}

function exceptionOf(value: unknown): Exception[] {
  if (typeof value === 'string') return parseExceptions(value)
  const { text, reason, alternative } = read(value, ['text', 'reason', 'alternative'])
  if (text === null) return []
  return [{ text, ...(reason !== null && { reason }), ...(alternative !== null && { alternative }) }]
}

/** One exception per line: what | why | what to use instead. The last two may be missing. */
export const parseExceptions = (lines: string): Exception[] =>
  lines.split('\n').flatMap((line) => {
    const [text = '', reason = '', alternative = ''] = line.split('|').map((part) => part.trim())
    return text === '' ? [] : [{ text, ...(reason && { reason }), ...(alternative && { alternative }) }]
  })

export const writeExceptions = (exceptions: readonly Exception[]): string =>
  exceptions
    .map(({ text, reason, alternative }) => [text, reason ?? '', alternative ?? ''].join(' | ').replace(/[ |]+$/, ''))
    .join('\n')
