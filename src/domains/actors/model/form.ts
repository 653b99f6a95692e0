import * as v from 'valibot'
import { optionalWebsite } from '#platform/forms/contact-fields.ts'
import {
  chosen,
  flag,
  ids,
  longText,
  optionalFlexDate,
  optionallyChosen,
  optionalText,
  requiredText,
  severalOf,
} from '#platform/forms/fields.ts'
import type { LocalDate } from '#values/local-date.ts'
import { actorTypes, cooperationStates, type ActorType } from './actor.ts'

const asText = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value) => [value].flat().join('\n').replaceAll('\r\n', '\n')),
)
/** A list in one box, split where `at` says; empty parts and doubles are left out. */
const listed = (at: RegExp, longest: number) =>
  v.pipe(
    asText,
    v.maxLength(8000, 'tooLong'),
    v.transform((text) => [
      ...new Set(
        text
          .split(at)
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      ),
    ]),
    v.check((parts) => parts.every((part) => part.length <= longest), 'tooLong.part'),
  )

/** The form of an actor. Name and what it is are needed; what publishing needs is asked by the command. */
export const actorForm = v.pipe(
  v.object({
    name: requiredText('missing.name', 200),
    primaryType: chosen(actorTypes, 'missing.primaryType'),
    otherTypes: severalOf(actorTypes),
    description: longText(5000),
    place: optionalText(200),
    website: optionalWebsite,
    legalForm: optionalText(80),
    registerNumber: optionalText(80),
    isNonProfit: optionallyChosen(['yes', 'no']),
    isMigrantOrganisation: flag,
    /** null: not asked in this form, stays as it is. */
    cooperation: optionallyChosen(cooperationStates),
    cooperationForm: optionalText(300),
    cooperationSince: optionalFlexDate,
    // Languages have no commas in their names; offers are sentences, so each has its own line.
    languages: listed(/[\n,;]/, 60),
    offers: listed(/\n/, 300),
    actionFieldIds: ids,
    areaIds: ids,
    isConfirmed: flag,
  }),
  v.transform(({ primaryType, otherTypes, isNonProfit, ...form }) => {
    const types: ActorType[] = [primaryType, ...otherTypes.filter((type) => type !== primaryType)]
    return {
      ...form,
      types,
      isNonProfit: isNonProfit === null ? null : isNonProfit === 'yes',
      // The kind says it already; two answers to one question must not disagree.
      isMigrantOrganisation: form.isMigrantOrganisation || types.includes('MSO'),
    }
  }),
)
export type ActorForm = v.InferOutput<typeof actorForm>

/** A valid form, with whose entry it is (for the right to edit) and the day on which it was confirmed. */
export interface ActorContent extends Omit<ActorForm, 'isConfirmed'> {
  /** null: a new entry. */
  actorId: number | null
  confirmedOn: LocalDate | null
}
