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
    territory: 'Stadt',
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
        description: {
          de: 'Zwei Fachforen arbeiten hier: eines zu Familie und Sprache, eines zur Schule.',
          en: 'Two expert forums work here: one on family and language, one on school.',
          ar: 'يعمل هنا منتديان: أحدهما للأسرة واللغة والآخر للمدرسة.',
        },
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
        description: {
          de: 'Arbeit finden, im Beruf ankommen, Betriebe gewinnen.',
          en: 'Finding work, settling into an occupation, winning over businesses.',
          ar: 'إيجاد عمل والاستقرار في المهنة وكسب الشركات.',
        },
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
        description: {
          de: 'Dazugehören und mitentscheiden, im Verein wie im Rathaus.',
          en: 'Belonging and having a say, in the club as in the town hall.',
          ar: 'الانتماء والمشاركة في القرار، في الجمعية كما في البلدية.',
        },
        bodies: ['forum-4'],
      },
      {
        key: 'gesundheit',
        code: 'IV',
        title: { de: 'Gesundheit', en: 'Health', ar: 'الصحة' },
        description: {
          de: 'Als Feld benannt; ein eigenes Forum oder Leuchtturm dazu findet sich auf den Folien nicht.',
          en: 'Named as a field; the slides have neither a forum nor a flagship for it.',
          ar: 'ورد اسمه كمجال، ولا يوجد له في الشرائح منتدى ولا مشروع رائد.',
        },
        bodies: [],
      },
      {
        key: 'wohnen',
        code: 'V',
        title: { de: 'Wohnen', en: 'Housing', ar: 'السكن' },
        description: {
          de: 'Quartiere und Nachbarschaften, bisher vor allem mit der „Sozialen Stadt“.',
          en: 'Neighbourhoods, so far above all with the “Soziale Stadt” programme.',
          ar: 'الأحياء والجوار، وحتى الآن خصوصاً ضمن برنامج «المدينة الاجتماعية».',
        },
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
        description: {
          de: 'Von ihnen spricht das Verständnis von Integration, auf das sich die Stadt stützt.',
          en: 'The understanding of integration on which the city relies speaks of them.',
          ar: 'عنهم يتحدث فهم الاندماج الذي تستند إليه المدينة.',
        },
      },
      {
        key: 'muetter',
        title: { de: 'Mütter', en: 'Mothers', ar: 'الأمهات' },
        description: {
          de: 'Angesprochen mit „Mama lernt Deutsch“.',
          en: 'Addressed by “Mama lernt Deutsch”.',
          ar: 'يخاطبهن مشروع «ماما تتعلم الألمانية».',
        },
        parent: 'migrationshintergrund',
      },
      {
        key: 'neubuerger',
        title: { de: 'Neubürgerinnen und Neubürger', en: 'New residents', ar: 'السكان الجدد' },
        description: {
          de: 'Die Stadt lädt sie zu einem Empfang ein.',
          en: 'The city invites them to a reception.',
          ar: 'تدعوهم المدينة إلى حفل استقبال.',
        },
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
