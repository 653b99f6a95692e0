import * as v from 'valibot'
import { chosen, flag, longText, optionalDate, optionallyChosen, optionalText } from '#platform/forms/fields.ts'
import { optionalWhole, requiredText, severalOf } from '#platform/forms/fields.ts'
import { parseHex } from '#values/colour.ts'
import { hashOf } from '#values/local-text.ts'
import { authorityLines, legalProfileOf, legalSettingsOf } from './legal/legal.ts'
import { ownRetentionOf, retentionKeys, retentionPeriods, type RetentionKey } from './legal/retention.ts'
import { quorums, tieRules } from './legal/profile.ts'
import { openDataForm, typedOpenData } from './open-data.ts'
import { federalStates, kinds, offeredLanguages, properName, type Settings } from './municipality.ts'
import { accessibilityOf, addressOf, conformances, imprintOf, privacyOf } from './profile.ts'
import { parseExceptions, writeExceptions } from './profile.ts'
import { choiceOf, deliveredNames, isOwnWord, ownChoice, wordMeanings, type WordMeaning } from './words.ts'

export const stepKeys = [
  ...(['identity', 'look', 'address', 'imprint', 'privacy'] as const),
  ...(['accessibility', 'languages', 'words', 'rules', 'legal', 'openData'] as const),
] as const
export type StepKey = (typeof stepKeys)[number]

/** The fields of a form as texts. */
export type Fields = Record<string, string | string[]>

/** One step of setting up: its form, what the form shows of the settings, and what it changes in them. */
export interface Step {
  key: StepKey
  form: v.GenericSchema<unknown, unknown>
  typed: (settings: Settings) => Fields
  columns: (value: unknown, before: Settings) => Partial<Settings>
  /** Fields that may hold a person's name or address: the history says only that they changed. */
  personal: readonly string[]
}
type Form = v.GenericSchema<unknown, unknown>

const step = <Schema extends Form>(
  key: StepKey,
  form: Schema,
  parts: {
    typed: Step['typed']
    columns: (value: v.InferOutput<Schema>, before: Settings) => Partial<Settings>
    personal?: readonly string[]
  },
): Step => ({
  key,
  form,
  typed: parts.typed,
  columns: (value, before) => parts.columns(value as v.InferOutput<Schema>, before),
  personal: parts.personal ?? [],
})

const email = v.pipe(
  optionalText(200),
  v.check((text) => text === null || /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text), 'notAnEmail'),
)
const phone = v.pipe(
  optionalText(60),
  v.check((text) => text === null || /^[+()\d][\d\s()/.+-]{4,}$/.test(text), 'notAPhone'),
)
const colour = v.pipe(
  optionalText(20),
  v.check((text) => text === null || parseHex(text) !== undefined, 'notAColour'),
  v.transform((text) => (text === null ? null : (parseHex(text) ?? null))),
)
const postcode = v.pipe(
  optionalText(10),
  v.check((text) => text === null || /^\d{5}$/.test(text), 'notAPostcode'),
)

const identity = step(
  'identity',
  v.object({
    name: requiredText('missing.name', 120),
    kind: chosen(kinds, 'missing.kind'),
    federalState: chosen(federalStates, 'missing.federalState'),
  }),
  {
    typed: ({ name, kind, federalState }) => ({ name, kind, federalState }),
    columns: (value) => ({ ...value, name: properName(value.name, value.kind) }),
  },
)

const look = step('look', v.object({ colour, colourDark: colour }), {
  typed: (row) => ({ colour: row.colour ?? '', colourDark: row.colourDark ?? '' }),
  columns: (value) => ({ ...value, colourDark: value.colour === null ? null : value.colourDark }),
})

const address = step(
  'address',
  v.object({
    office: optionalText(160),
    street: optionalText(160),
    postcode,
    place: optionalText(120),
    phone,
    email,
  }),
  { typed: (row) => shown(addressOf(row)), columns: (value) => ({ address: kept(value) }) },
)

const imprint = step(
  'imprint',
  v.object({
    representative: optionalText(200),
    responsible: optionalText(400),
    vatId: optionalText(60),
    supervisory: optionalText(400),
  }),
  {
    typed: (row) => shown(imprintOf(row)),
    columns: (value) => ({ imprint: kept(value) }),
    personal: ['representative', 'responsible'],
  },
)

/** The authority of the legal profile stands in the form until the municipality has saved one. */
const privacy = step(
  'privacy',
  v.object({
    officer: optionalText(300),
    officerEmail: email,
    authority: optionalText(400),
    ...(Object.fromEntries(
      retentionKeys.map((key) => [key, optionalWhole(retentionPeriods[key].from, retentionPeriods[key].to)]),
    ) as Record<RetentionKey, ReturnType<typeof optionalWhole>>),
  }),
  {
    typed: (row) => {
      const { authority, ...rest } = privacyOf(row)
      const known = authority ?? authorityLines(legalProfileOf(row.federalState).dataProtection)
      return { ...shown({ ...rest, authority: known }), ...numbers(ownRetentionOf(row.legalSettings)) }
    },
    columns: ({ officer, officerEmail, authority, ...retention }, before) => ({
      privacy: kept({ officer, officerEmail, authority }),
      legalSettings: { ...asRecord(before.legalSettings), retention: kept(retention) },
    }),
    personal: ['officer', 'officerEmail'],
  },
)

const accessibility = step(
  'accessibility',
  v.pipe(
    v.object({
      conformance: optionallyChosen(conformances),
      exceptions: longText(8000),
      method: optionalText(400),
      assessedOn: optionalDate,
      contactEmail: email,
      enforcement: optionalText(400),
    }),
    v.forward(
      v.partialCheck(
        [['conformance'], ['exceptions']],
        (form) => (form.conformance ?? 'full') === 'full' || form.exceptions !== null,
        'missing.exceptions',
      ),
      ['exceptions'],
    ),
  ),
  {
    typed: (row) => {
      const { exceptions, enforcement, ...rest } = accessibilityOf(row)
      const profile = legalProfileOf(row.federalState).accessibilityEnforcement
      return {
        ...shown({ ...rest, enforcement: enforcement ?? authorityLines(profile) }),
        exceptions: writeExceptions(exceptions),
      }
    },
    columns: ({ exceptions, ...value }) => ({
      accessibility: { ...kept(value), exceptions: parseExceptions(exceptions ?? '') },
    }),
  },
)

const languages = step('languages', v.object({ languages: severalOf(offeredLanguages) }), {
  typed: (row) => ({ languages: row.languages.filter((language) => language !== 'de') }),
  columns: (value) => ({ languages: ['de', ...value.languages] }),
})

/** A delivered word by its name; `own` keeps the municipality's own record. */
const word = (meaning: WordMeaning) => chosen([...deliveredNames(meaning), ownChoice], 'unknownChoice')
const wordChoices = Object.fromEntries(wordMeanings.map((meaning) => [meaning, word(meaning)]))
const words = step('words', v.object(wordChoices as Record<WordMeaning, ReturnType<typeof word>>), {
  typed: (row) => Object.fromEntries(wordMeanings.map((meaning) => [meaning, choiceOf(row.words, meaning)])),
  columns: (value, before) => {
    const known = (before.words ?? {}) as Partial<Record<WordMeaning, unknown>>
    const chosenWords = wordMeanings.map((meaning) => {
      const choice = value[meaning]
      if (choice !== ownChoice) return [meaning, choice]
      return [meaning, isOwnWord(known[meaning]) ? known[meaning] : deliveredNames(meaning)[0]]
    })
    return { words: Object.fromEntries(chosenWords) }
  },
})

const rules = step('rules', v.object({ approvalRequired: flag, secondFactorRequired: flag }), {
  typed: (row) => ({
    approvalRequired: box(row.approvalRequired),
    secondFactorRequired: box(row.secondFactorRequired),
  }),
  columns: (value) => value,
})

const legal = step(
  'legal',
  v.object({
    invitationDays: optionalWhole(1, 90),
    bodyInvitationDays: optionalWhole(1, 90),
    minutesDays: optionalWhole(1, 365),
    barrierAnswerDays: optionalWhole(1, 90),
    quorum: optionallyChosen(quorums),
    tie: optionallyChosen(tieRules),
  }),
  {
    typed: (row) => {
      const { quorum, tie, ...days } = legalSettingsOf(row)
      return { ...numbers(days), quorum: quorum ?? '', tie: tie ?? '' }
    },
    // What other steps keep in the same place stays.
    columns: (value, before) => ({ legalSettings: kept({ ...asRecord(before.legalSettings), ...value }) }),
  },
)

const openData = step('openData', openDataForm, { typed: typedOpenData, columns: (value) => value })

export const steps: Record<StepKey, Step> = {
  ...{ identity, look, address, imprint, privacy, accessibility, languages, words, rules, legal, openData },
}

const box = (value: boolean) => (value ? 'on' : '')
/** Empty is not kept: a field that was never filled and one that was emptied are the same. */
const kept = (value: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null))
const numbers = (values: Readonly<Record<string, number | null>>): Fields =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value === null ? '' : String(value)]))
const asRecord = (value: unknown) => (typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {})
const shown = (texts: Readonly<Record<string, string | null>>): Fields =>
  Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text ?? '']))

/**
 * What the fields of a step held when its form was made. Two people in two steps do not disturb each other; two in the
 * same step do, and the second one sees both versions.
 */
export const fingerprintOf = (fields: Fields): string => hashOf(JSON.stringify(Object.entries(fields).toSorted()))
