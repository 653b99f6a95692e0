import type { DemoMunicipality } from '../format.ts'
import { actors } from './actors.ts'
import { bodies } from './bodies.ts'
import { goals, measures } from './chain.ts'
import { planFrame } from './plan-frame.ts'

/**
 * A city on its way to an integration strategy, as the slides of a model region tell it: five steps, five fields, five
 * forums and what already shines. The slides carry no date; the youngest year in them is 2008.
 */
export const wetzlar: DemoMunicipality = {
  slug: 'wetzlar',
  name: 'Wetzlar',
  kind: 'city',
  state: 'HE',
  isExample: true,
  languages: ['de', 'en', 'ar'],
  words: {
    plan: 'Integrationskonzept',
    actionField: 'Handlungsfeld',
    migrationHistory: 'Migrationshintergrund',
    administration: 'Stadtverwaltung',
    council: 'Stadtverordnetenversammlung',
  },
  address: {
    office: 'Stadtverwaltung Wetzlar, Projektkoordination Integration',
    street: '',
    postcode: '',
    place: 'Wetzlar',
    phone: '07000 555-2008',
    email: 'integration@wetzlar.example',
  },
  representative: 'Oberbürgermeisterin oder Oberbürgermeister',
  plan: {
    ...planFrame,
    actionFields: [
      {
        key: 'bildung',
        code: 'I',
        title: {
          de: 'Bildung und Soziale Beratung',
          en: 'Education and social advice',
          ar: 'التعليم والاستشارة الاجتماعية',
        },
        description: 'Zwei Fachforen arbeiten hier: eines zu Familie und Sprache, eines zur Schule.',
        bodies: ['forum-1', 'forum-2'],
      },
      {
        key: 'wirtschaft',
        code: 'II',
        title: {
          de: 'Berufliche Integration und Wirtschaft',
          en: 'Integration at work and the economy',
          ar: 'الاندماج المهني والاقتصاد',
        },
        description: 'Arbeit finden, im Beruf ankommen, Betriebe gewinnen.',
        bodies: ['forum-3'],
      },
      {
        key: 'gesellschaft',
        code: 'III',
        title: {
          de: 'Gesellschaftliche Integration und politische Teilhabe',
          en: 'Integration in society and political participation',
          ar: 'الاندماج المجتمعي والمشاركة السياسية',
        },
        description: 'Dazugehören und mitentscheiden, im Verein wie im Rathaus.',
        bodies: ['forum-4'],
      },
      {
        key: 'gesundheit',
        code: 'IV',
        title: { de: 'Gesundheit', en: 'Health', ar: 'الصحة' },
        description: 'Als Feld benannt; ein eigenes Forum oder Leuchtturm dazu findet sich auf den Folien nicht.',
        bodies: [],
      },
      {
        key: 'wohnen',
        code: 'V',
        title: { de: 'Wohnen', en: 'Housing', ar: 'السكن' },
        description: 'Quartiere und Nachbarschaften, bisher vor allem mit der „Sozialen Stadt“.',
        bodies: [],
      },
    ],
    crossCuttingTopics: [],
    targetGroups: [
      {
        key: 'migrationshintergrund',
        title: {
          de: 'Menschen mit Migrationshintergrund',
          en: 'People with a migration background',
          ar: 'أشخاص ذوو خلفية مهاجرة',
        },
        description: 'Von ihnen spricht das Verständnis von Integration, auf das sich die Stadt stützt.',
      },
      {
        key: 'muetter',
        title: { de: 'Mütter', en: 'Mothers', ar: 'الأمهات' },
        description: 'Angesprochen mit „Mama lernt Deutsch“.',
        parent: 'migrationshintergrund',
      },
      {
        key: 'neubuerger',
        title: { de: 'Neubürgerinnen und Neubürger', en: 'New residents', ar: 'السكان الجدد' },
        description: 'Die Stadt lädt sie zu einem Empfang ein.',
      },
    ],
    needs: [],
    goals,
    measures,
    indicators: [],
  },
  orgUnits: [
    { key: 'stadtverwaltung', level: 'Behörde', name: 'Stadtverwaltung Wetzlar' },
    {
      key: 'projektkoordination',
      level: 'Stelle',
      name: 'Projektkoordination Integration',
      parent: 'stadtverwaltung',
    },
    { key: 'jugendamt', level: 'Amt', name: 'Jugendamt', parent: 'stadtverwaltung' },
    { key: 'sportamt', level: 'Amt', name: 'Sportamt', parent: 'stadtverwaltung' },
    { key: 'auslaenderbuero', level: 'Stelle', name: 'Ausländerbüro', parent: 'stadtverwaltung' },
    { key: 'vhs', level: 'Einrichtung', name: 'Volkshochschule', parent: 'stadtverwaltung' },
    {
      key: 'entwicklungsplanung',
      level: 'Stelle',
      name: 'Kommunale Entwicklungsplanung',
      parent: 'stadtverwaltung',
    },
  ],
  bodies,
  actors,
  areas: [],
  products: [],
}
