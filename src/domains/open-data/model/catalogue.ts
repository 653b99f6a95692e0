import type { licenceOf } from '#domains/municipality/index.ts'
import type { InterfaceLanguage } from '#values/language.ts'
import type { LocalDate } from '#values/local-date.ts'

/** A text in each language that the municipality offers. */
export type Texts = readonly { language: InterfaceLanguage; text: string }[]

export interface Agent {
  name: string
  email: string | null
  homepage: string
}
export interface Distribution {
  address: string
  /** The page or the answer that shows it, where that is another address. */
  title: Texts
  mediaType: string
  /** Its word in the EU's list of file types. */
  fileType: 'CSV' | 'XLSX' | 'JSON'
}
export interface Dataset {
  address: string
  title: Texts
  description: Texts
  issued: string | null
  modified: string | null
  landingPage: string
  keywords: Texts
  distributions: readonly Distribution[]
}
/** The open data of a municipality, as DCAT-AP.de 2.0 describes them. */
export interface Catalogue {
  address: string
  homepage: string
  title: Texts
  description: Texts
  languages: readonly InterfaceLanguage[]
  publisher: Agent
  contributorId: string | null
  /** The official area, by its level and key. */
  area: { level: string; key: string } | null
  licence: ReturnType<typeof licenceOf>
  period: { from: LocalDate | null; to: LocalDate | null } | null
  issued: string | null
  modified: string | null
  datasets: readonly Dataset[]
}

const geocoding = 'http://dcat-ap.de/def/politicalGeocoding'

/** What DCAT-AP.de calls an official key: five digits are a county, eight a municipality, twelve a municipality by its ARS. */
export function areaOf(key: string | null): Catalogue['area'] {
  if (key === null) return null
  const [level, list] =
    key.length === 5
      ? ['administrativeDistrict', 'districtKey']
      : ['municipality', key.length === 8 ? 'municipalityKey' : 'regionalKey']
  return { level: `${geocoding}/Level/${level}`, key: `${geocoding}/${list}/${key}` }
}

/** The earliest of some days, and the latest. */
export const earliest = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null
export const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null
