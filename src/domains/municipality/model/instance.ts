import * as v from 'valibot'
import { chosen, optionalText, requiredText, severalOf } from '#platform/forms/fields.ts'
import { federalStates, kinds, offeredLanguages } from './municipality.ts'

const isEmail = (text: string | null) =>
  text === null || /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[^\s@<>]+$/.test(text)
const optionalEmail = v.pipe(optionalText(254), v.check(isEmail, 'notAnEmail'))
const requiredEmail = v.pipe(
  requiredText('missing.email', 254),
  v.check((text) => isEmail(text), 'notAnEmail'),
)

/** A new municipality. An empty slug is made from the name; without an address nobody is invited yet. */
export const newMunicipalityForm = v.object({
  name: requiredText('missing.name', 120),
  kind: chosen(kinds, 'missing.kind'),
  federalState: chosen(federalStates, 'missing.federalState'),
  slug: v.pipe(
    optionalText(63),
    v.transform((text) => text?.toLowerCase() ?? null),
  ),
  languages: severalOf(offeredLanguages),
  officerName: optionalText(200),
  officerEmail: optionalEmail,
})

export const slugForm = v.object({
  slug: v.pipe(
    requiredText('missing.slug', 63),
    v.transform((text) => text.toLowerCase()),
  ),
})
export const hostForm = v.object({ host: requiredText('missing.host', 253) })
export const inviteForm = v.object({ officerName: optionalText(200), officerEmail: requiredEmail })
export const testMailForm = v.object({ to: requiredEmail })
/** The door opens only for who has ticked the box. */
export const openingForm = v.object({ confirmed: v.pipe(v.string(), v.nonEmpty('missing.confirmed')) })
