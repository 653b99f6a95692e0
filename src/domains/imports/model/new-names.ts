import type { CreatableKind } from './kind.ts'

/** Why a name is not created by itself: it stands for many, or it is several. */
export type Doubt = 'collective' | 'several'

const officeWord =
  /(?<![\p{L}])(?:amt|ämter|dezernat|fachbereich|fachdienst|stabsstelle|stabstelle|sachgebiet|referat|abteilung|büro|verwaltung|direction|service|department)(?![\p{L}])/iu
const officeEnding =
  /\p{L}(?:amt|ämter|behörde|verwaltung|stelle|dezernat|förderung|kämmerei|referat|büro)(?![\p{L}])|^kämmerei(?![\p{L}])/iu
/** Offices of the state, and bodies of their own, are partners and no unit of this house. */
const foreign =
  /^(?:bundes|landesamt|regierungspräsidium|staatliche|agentur für arbeit|arbeitsagentur)|(?<![\p{L}])(?:e\. ?v\.?|gmbh|ggmbh|ag|eg|stiftung|verband|verein|beratungsstelle|anlaufstelle)(?![\p{L}])/iu

/** What the name of a unit looks like: Jugendamt, Stabsstelle Integration, Wirtschaftsförderung, Dezernat III. */
export const isOffice = (name: string): boolean =>
  !foreign.test(name) && (officeWord.test(name) || officeEnding.test(name))

const everyone =
  /^(?:alle[nrs]?|diverse|verschiedene|mehrere|sonstige|weitere|andere|jeweilige|u\. ?a\.|usw\.?|etc\.?)(?:\s|$)/i
/** Many of a kind. As target groups some of these are people, so only the first are asked there. */
const many =
  /^(?:kitas?|kindertagesstätten|kommunen|städte(?: und|, )? ?(?:gemeinden)?|gemeinden|vereine|träger|schulen)$/i
const manyActors =
  /^(?:kirchen|moschee-?gemeinden|religionsgemeinschaften|verbände|wohlfahrtsverbände|sportvereine|bildungsträger|freie träger|partner|kooperationspartner|netzwerkpartner|ehrenamtliche|freiwillige|unternehmen|betriebe|arbeitgeber|ärzte|kliniken|ämter|fachämter|behörden|beratungsstellen|migrant(?:\*|:|_)?(?:inn)?enorganisationen|migrantenselbstorganisationen|mso|hochschulen|berufsschulen|grundschulen|familienzentren|bibliotheken|polizei und andere)$/i

/** "Kitas" or "Alle" are nobody in particular, and "IHK, Handwerkskammer" are two. undefined: one name. */
export function doubtAbout(name: string, kinds: readonly CreatableKind[]): Doubt | undefined {
  const isActor = kinds.includes('actor')
  const parts = name
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  // Offices hold commas in their names, but a slash with a space stands between two.
  if (/\s\/|\/\s/.test(name) || (parts.length > 1 && !isOffice(name))) return 'several'
  const isMany = everyone.test(name) || many.test(name) || (isActor && manyActors.test(name))
  return isMany ? 'collective' : undefined
}
