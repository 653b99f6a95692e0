import type { DemoMunicipality } from '../format.ts'
import { bodies } from './bodies.ts'
import { actionFields, crossCuttingTopics, targetGroups } from './fields.ts'
import { goals, measures, needs } from './chain.ts'
import { planFrame } from './plan-frame.ts'

/**
 * The update of the county's integration concept in three steps, as its public page tells it. The page names fields, topics
 * and bodies, not the needs and goals: the few that stand here are marked as examples in their own words.
 */
export const germersheim: DemoMunicipality = {
  slug: 'germersheim',
  name: 'Landkreis Germersheim',
  kind: 'county',
  state: 'RP',
  isExample: true,
  languages: ['de', 'en', 'ar'],
  words: {
    plan: 'Integrationskonzept',
    actionField: 'Themenfeld',
    migrationHistory: 'Migrationshintergrund',
    administration: 'Kreisverwaltung',
    council: 'Kreistag',
  },
  address: {
    office: 'Kreisverwaltung Germersheim, Integrationsbeauftragte',
    street: '',
    postcode: '',
    place: 'Germersheim',
    phone: '07000 212-2023',
    email: 'integration@germersheim.example',
  },
  representative: 'Landrätin oder Landrat',
  plan: { ...planFrame, actionFields, crossCuttingTopics, targetGroups, needs, goals, measures, indicators: [] },
  orgUnits: [
    { key: 'kreisverwaltung', level: 'Behörde', name: 'Kreisverwaltung Germersheim' },
    {
      key: 'integrationsbeauftragte',
      level: 'Stelle',
      name: 'Integrationsbeauftragte der Kreisverwaltung',
      parent: 'kreisverwaltung',
    },
    { key: 'auslaenderbehoerde', level: 'Stelle', name: 'Ausländerbehörde', parent: 'kreisverwaltung' },
  ],
  bodies,
  actors: [
    {
      key: 'bamf',
      name: 'Bundesamt für Migration und Flüchtlinge, Regionalkoordination',
      types: ['BAMF'],
      isMigrantOrganisation: false,
      description: 'Sitzt im Arbeitskreis Integration mit am Tisch, wenn es um die Verteilung der Kurse geht.',
      place: 'Landkreis Germersheim',
      languages: ['Deutsch'],
      fields: ['sprache-bildung'],
      offers: [],
    },
    {
      key: 'jobcenter',
      name: 'Jobcenter im Landkreis Germersheim',
      types: ['JOBCENTER'],
      isMigrantOrganisation: false,
      description: 'Kennt im Arbeitskreis die Menschen, die neben der Arbeitsuche einen Kurs brauchen.',
      place: 'Landkreis Germersheim',
      languages: ['Deutsch'],
      fields: ['sprache-bildung', 'arbeit'],
      offers: [],
    },
    {
      key: 'awo',
      name: 'AWO, Migrationserstberatung',
      types: ['WOHLFAHRTSVERBAND'],
      isMigrantOrganisation: false,
      description: 'Einer von drei Wohlfahrtsverbänden, die Neuzugewanderte als Erste beraten.',
      place: 'Landkreis Germersheim',
      languages: ['Deutsch'],
      fields: ['sprache-bildung', 'gesundheit-beratung'],
      offers: ['Erstberatung nach der Ankunft'],
    },
    {
      key: 'caritas',
      name: 'Caritas, Migrationserstberatung',
      types: ['WOHLFAHRTSVERBAND'],
      isMigrantOrganisation: false,
      description: 'Berät am Anfang und bringt in den Arbeitskreis mit, woran es Ratsuchenden fehlt.',
      place: 'Landkreis Germersheim',
      languages: ['Deutsch'],
      fields: ['sprache-bildung', 'gesundheit-beratung'],
      offers: ['Beratung für Neuzugewanderte'],
    },
    {
      key: 'diakonie',
      name: 'Diakonie, Migrationserstberatung',
      types: ['WOHLFAHRTSVERBAND'],
      isMigrantOrganisation: false,
      description: 'Teilt sich die erste Beratung mit AWO und Caritas und gehört wie sie zum Arbeitskreis.',
      place: 'Landkreis Germersheim',
      languages: ['Deutsch'],
      fields: ['sprache-bildung', 'gesundheit-beratung'],
      offers: ['Hilfe bei den ersten Schritten'],
    },
    {
      key: 'kurstraeger',
      name: 'Zugelassene Träger der Integrationskurse',
      types: ['KURSTRAEGER'],
      isMigrantOrganisation: false,
      description:
        'Eine wechselnde Gruppe: Dabei ist, wer gerade eine Zulassung hat. Einzelne Träger nennt die Seite nicht.',
      place: 'Landkreis Germersheim',
      languages: ['Deutsch'],
      fields: ['sprache-bildung'],
      offers: ['Kurse für Frauen mit Kinderbetreuung', 'Kurse für Jugendliche', 'Weitere Kurstypen'],
    },
  ],
  areas: [],
  products: [],
}
