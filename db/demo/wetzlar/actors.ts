import type { DemoActor } from '../format.ts'

type Entry = Pick<DemoActor, 'key' | 'name' | 'types' | 'fields'> & { description: string; mso?: boolean }

// The slides name institutions and groups, never people; a group is one entry.
const entries: Entry[] = [
  {
    key: 'bamf',
    name: 'Bundesamt für Migration und Flüchtlinge',
    types: ['BAMF'],
    fields: [],
    description: 'Berät als Bundesbehörde im Programmbeirat.',
  },
  {
    key: 'arbeitsagentur',
    name: 'Agentur für Arbeit',
    types: ['AGENTUR_FUER_ARBEIT'],
    fields: ['wirtschaft'],
    description: 'Vertritt im Beirat die Arbeitsverwaltung und gehörte schon vorher zum Kreis der Partner.',
  },
  {
    key: 'lahn-dill-arbeit',
    name: 'Lahn-Dill-Arbeit GmbH',
    types: ['JOBCENTER'],
    fields: ['wirtschaft'],
    description: 'Ebenfalls Partnerin von Anfang an und Mitglied im Beirat.',
  },
  {
    key: 'stiftungen',
    name: 'Stiftungen',
    types: ['STIFTUNG'],
    fields: [],
    description: 'Eine Gruppe im Programmbeirat, ohne Namen genannt.',
  },
  {
    key: 'lahn-dill-kreis',
    name: 'Lahn-Dill-Kreis, Fachabteilungen',
    types: ['LANDKREIS_FACHABTEILUNG'],
    fields: [],
    description:
      'Der Landkreis mit seinen Gremien, darunter Integrationsbeirat und Arbeitskreise zu Migration und Sprache.',
  },
  {
    key: 'kammern',
    name: 'Industrie- und Handelskammer',
    types: ['KAMMER'],
    fields: ['wirtschaft'],
    description: 'Steht für die Betriebe im bisherigen Kreis der Mitwirkenden.',
  },
  {
    key: 'gewerkschaften',
    name: 'Gewerkschaften',
    types: ['GEWERKSCHAFT'],
    fields: ['wirtschaft'],
    description: 'Zusammen mit Verbänden und Kirchen schon bisher dabei.',
  },
  {
    key: 'wohlfahrtsverbaende',
    name: 'Wohlfahrtsverbände',
    types: ['WOHLFAHRTSVERBAND'],
    fields: ['bildung', 'wirtschaft'],
    description: 'Strategische Partner der Workshops und Mitglieder des dritten Forums.',
  },
  {
    key: 'kirchen',
    name: 'Kirchen und Glaubensgemeinschaften',
    types: ['KIRCHE_RELIGIONSGEMEINSCHAFT'],
    fields: ['gesellschaft'],
    description: 'Im fünften Forum an der kulturellen Seite der Integration beteiligt.',
  },
  {
    key: 'migrantenvereine',
    name: 'Migrantenvereine',
    types: ['MSO', 'VEREIN'],
    fields: ['bildung', 'wirtschaft', 'gesellschaft'],
    description: 'In drei der fünf Foren vertreten, also öfter als jede andere Gruppe.',
    mso: true,
  },
  {
    key: 'auslaenderbeirat',
    name: 'Ausländerbeirat der Stadt Wetzlar',
    types: ['BEIRAT'],
    fields: ['gesellschaft'],
    description: 'Hat das Recht, Anträge zu stellen, und wirkt im fünften Forum mit.',
  },
  {
    key: 'kita-traeger',
    name: 'Träger von Kitas',
    types: ['KITA_TRAEGER'],
    fields: ['bildung'],
    description: 'Bringen im ersten Forum die frühen Jahre ein.',
  },
  {
    key: 'grundschulen',
    name: 'Grundschulen',
    types: ['SCHULE_SCHULAMT'],
    fields: ['bildung'],
    description: 'Sitzen im ersten Forum neben den Kitas.',
  },
  {
    key: 'gesamtschule',
    name: 'Integrierte Gesamtschule',
    types: ['SCHULE_SCHULAMT'],
    fields: ['bildung', 'wirtschaft'],
    description: 'Arbeitet in zwei Foren mit, dem zur Schule und dem zur Wirtschaft.',
  },
  {
    key: 'kurstraeger',
    name: 'Kursträger',
    types: ['KURSTRAEGER'],
    fields: ['bildung'],
    description: 'Veranstalten Sprachkurse und beraten im ersten Forum mit.',
  },
  {
    key: 'quartiersmanagement',
    name: 'Quartiersmanagement',
    types: ['QUARTIERSMANAGEMENT'],
    fields: ['bildung', 'wohnen'],
    description: 'Kennt die Nachbarschaften; Mitglied im ersten und im fünften Forum.',
  },
  {
    key: 'beschaeftigungstraeger',
    name: 'Beschäftigungsträger',
    types: ['BESCHAEFTIGUNGSTRAEGER'],
    fields: ['wirtschaft'],
    description: 'Bauen Brücken in Arbeit und gehören zum dritten Forum.',
  },
  {
    key: 'sportkreis',
    name: 'Sportkreis 13',
    types: ['SPORT', 'VERBAND'],
    fields: ['gesellschaft'],
    description: 'Spricht im vierten Forum für die Sportvereine.',
  },
  {
    key: 'sportjugend',
    name: 'Sportjugend Hessen',
    types: ['SPORT'],
    fields: ['gesellschaft'],
    description: 'Vertritt die jungen Sportlerinnen und Sportler im Land.',
  },
  {
    key: 'wohnungswirtschaft',
    name: 'Wohnungswirtschaft',
    types: ['WOHNUNGSWIRTSCHAFT'],
    fields: ['wohnen'],
    description: 'Vermieter, die in die bisherige Zusammenarbeit einbezogen waren.',
  },
]

export const actors: DemoActor[] = entries.map(({ mso = false, ...entry }) => ({
  ...entry,
  isMigrantOrganisation: mso,
  ...(mso && { cooperation: { state: 'CONTACT' as const, form: 'Mitarbeit in drei Fachforen' } }),
  place: 'Region Wetzlar',
  languages: [],
  offers: [],
}))
