import * as v from 'valibot'
import { chosen, optionalText } from '#platform/forms/fields.ts'
import { parseAreaKey } from '#values/area-key.ts'

/** Licences that the data of a municipality may have, by their name at dcat-ap.de. */
export const licences = {
  'dl-by-de/2.0': {
    name: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
    url: 'https://www.govdata.de/dl-de/by-2-0',
    namesSource: true,
  },
  'dl-zero-de/2.0': {
    name: 'Datenlizenz Deutschland – Zero – Version 2.0',
    url: 'https://www.govdata.de/dl-de/zero-2-0',
    namesSource: false,
  },
  'cc-by/4.0': {
    name: 'Creative Commons Namensnennung 4.0 International (CC BY 4.0)',
    url: 'https://creativecommons.org/licenses/by/4.0/deed.de',
    namesSource: true,
  },
  'cc-zero': {
    name: 'Creative Commons CC0 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/deed.de',
    namesSource: false,
  },
} as const satisfies Record<string, { name: string; url: string; namesSource: boolean }>
export type Licence = keyof typeof licences
export const licenceKeys = Object.keys(licences) as Licence[]

/** The licence that a municipality has chosen, with its address at dcat-ap.de. */
export function licenceOf({ dataLicence }: { dataLicence: string }) {
  const key = licenceKeys.find((one) => one === dataLicence) ?? 'dl-by-de/2.0'
  return { key, ...licences[key], uri: `http://dcat-ap.de/def/licenses/${key}` }
}

const contributors = 'http://dcat-ap.de/def/contributors/'

/** The name that GovData gave, or the whole address of it. */
const contributorId = v.pipe(
  optionalText(120),
  v.transform((text) => (text === null || text.startsWith(contributors) ? text : contributors + text)),
  v.check((text) => text === null || /^[\w-]+$/.test(text.slice(contributors.length)), 'notAContributor'),
)
const areaKey = v.pipe(
  optionalText(20),
  v.check((text) => text === null || parseAreaKey(text) !== undefined, 'notAnAreaKey'),
  v.transform((text) => {
    const found = text === null ? undefined : parseAreaKey(text)
    return found ? ((found.kind === 'municipality' ? found.ars : null) ?? found.key) : null
  }),
)

/** What portals of open data ask. */
export const openDataForm = v.object({
  dataLicence: chosen(licenceKeys, 'missing.dataLicence'),
  contributorId,
  areaKey,
})

export interface OpenDataSettings {
  dataLicence: string
  contributorId: string | null
  areaKey: string | null
}

/** The same as the form shows it. */
export const typedOpenData = ({ dataLicence, contributorId, areaKey }: OpenDataSettings) => ({
  dataLicence,
  contributorId: contributorId?.slice(contributors.length) ?? '',
  areaKey: areaKey ?? '',
})
