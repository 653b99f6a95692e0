import type { DemoMunicipality } from '../format.ts'
import { goals, measures } from './chain.ts'
import { planFrame } from './plan-frame.ts'

/**
 * The county's integration fund and its collection of good practice, as a report to a committee of 2021 tells them. The
 * report knows no integration plan, no needs and no groups: what it does not know stays empty here.
 */
export const boeblingen: DemoMunicipality = {
  slug: 'boeblingen',
  name: 'Landkreis Böblingen',
  kind: 'county',
  state: 'BW',
  isExample: true,
  languages: ['de', 'en', 'ar'],
  words: {
    plan: 'Integrationskonzept',
    actionField: 'Handlungsfeld',
    migrationHistory: 'Zuwanderungsgeschichte',
    administration: 'Landratsamt',
    council: 'Kreistag',
  },
  address: {
    office: 'Landratsamt Böblingen',
    street: 'Postfach 1640',
    postcode: '71006',
    place: 'Böblingen',
    phone: '07000 197-2021',
    email: 'integration@boeblingen.example',
  },
  representative: 'Landrätin oder Landrat',
  plan: {
    ...planFrame,
    actionFields: [
      {
        key: 'bildung',
        code: '1',
        title: { de: 'Bildung', en: 'Education', ar: 'التعليم' },
        description: 'Aus dem Fonds gefördert und in der Sammlung vertreten.',
        bodies: [],
      },
      {
        key: 'sprachfoerderung',
        code: '2',
        title: { de: 'Sprachförderung', en: 'Language support', ar: 'دعم اللغة' },
        description: 'Ein Bereich des Fonds. Die Broschüre ordnet ihm kein eigenes Kapitel zu.',
        bodies: [],
      },
      {
        key: 'gesellschaft',
        code: '3',
        title: { de: 'Gesellschaft', en: 'Society', ar: 'المجتمع' },
        description:
          'Begegnen, mitbestimmen, sich austauschen: Auch dieser Bereich kommt im Fonds und in der Sammlung vor.',
        bodies: [],
      },
      {
        key: 'gesundheit',
        code: '4',
        title: { de: 'Gesundheit', en: 'Health', ar: 'الصحة' },
        description: 'Nur die Broschüre führt ihn. Der Fonds nennt ihn nicht als Bereich.',
        bodies: [],
      },
      {
        key: 'arbeitsmarkt',
        code: '5',
        title: { de: 'Arbeitsmarkt', en: 'Labour market', ar: 'سوق العمل' },
        description: 'Wie die Gesundheit ein Teil der Sammlung, nicht des Fonds.',
        bodies: [],
      },
    ],
    crossCuttingTopics: [],
    targetGroups: [
      {
        key: 'zuwanderungsgeschichte',
        title: {
          de: 'Menschen mit Zuwanderungsgeschichte',
          en: 'People with a history of immigration',
          ar: 'أشخاص من أصول مهاجرة',
        },
        description: 'Um ihr Ankommen in Gesellschaft und Beruf geht es in Fonds und Broschüre.',
      },
      {
        key: 'junge-menschen',
        title: {
          de: 'Junge Menschen mit Zuwanderungsgeschichte',
          en: 'Young people with a history of immigration',
          ar: 'شباب من أصول مهاجرة',
        },
        description: 'Für sie hat der Fonds Filmprojekte bezahlt und Wege, demokratisch mitzubestimmen.',
        parent: 'zuwanderungsgeschichte',
      },
      {
        key: 'migrantenorganisationen',
        title: { de: 'Migrantenorganisationen', en: 'Migrant organisations', ar: 'منظمات المهاجرين' },
        description: 'Sie bekommen Unterstützung dabei, ihre Arbeit auf festere Füße zu stellen.',
      },
      {
        key: 'engagierte',
        title: {
          de: 'Fachleute, Engagierte und Interessierte',
          en: 'Professionals, volunteers and anyone interested',
          ar: 'مختصون ومتطوعون ومهتمون',
        },
        description: 'Sie sollen durch die Sammlung auf Ideen kommen.',
      },
    ],
    needs: [],
    goals,
    measures,
    indicators: [
      {
        key: 'f1-projekte',
        code: 'F 1',
        actionField: 'gesellschaft',
        title: {
          de: 'Aus dem Fonds unterstützte Projekte und Initiativen',
          en: 'Projects and initiatives supported by the fund',
          ar: 'المشاريع والمبادرات المدعومة من الصندوق',
        },
        unit: 'Projekte und Initiativen',
        kind: 'COUNT',
        decimals: 0,
        direction: 'HIGHER',
        method: 'Alle seit 2019 zusammen gezählt, laufende und beendete.',
        limits: 'Wie viele davon auf welches Jahr oder welchen Bereich fallen, geht aus dem Bericht nicht hervor.',
        source: 'KT-Drucksache 197/2021',
        values: [{ year: 2021, value: 20, note: 'Stand des Berichts im Herbst' }],
      },
      {
        key: 's1-beispiele',
        code: 'S 1',
        title: {
          de: 'Gute Beispiele in der Sammlung',
          en: 'Good examples in the collection',
          ar: 'الأمثلة الجيدة في المجموعة',
        },
        unit: 'Beispiele',
        kind: 'COUNT',
        decimals: 0,
        direction: 'HIGHER',
        method: 'Gezählt, was in der Broschüre beschrieben ist, über alle vier Bereiche.',
        source: 'KT-Drucksache 197/2021 mit Anlage',
        values: [{ year: 2021, value: 33 }],
      },
    ],
  },
  orgUnits: [
    { key: 'landratsamt', level: 'Behörde', name: 'Landratsamt Böblingen' },
    { key: 'amt-migration', level: 'Amt', name: 'Amt für Migration und Flüchtlinge', parent: 'landratsamt' },
    { key: 'sachgebiet-integration', level: 'Sachgebiet', name: 'Integration', parent: 'amt-migration' },
  ],
  bodies: [
    {
      key: 'kreistag',
      name: 'Kreistag',
      type: 'COUNCIL',
      purpose: 'Unter seiner Drucksache 083/2019 wurde der Fonds eingeführt.',
      tasks: [],
      relations: [],
      seats: [],
      openList: true,
    },
    {
      key: 'sozialausschuss',
      name: 'Sozial- und Gesundheitsausschuss',
      type: 'ADVISORY_COMMITTEE',
      purpose: {
        de: 'Hat im Oktober 2021 den Bericht über Fonds und gute Praxis bekommen, zur Kenntnis und in öffentlicher Sitzung.',
        en: 'Received the report on the fund and good practice in October 2021, for information and in public session.',
        ar: 'تلقت في أكتوبر 2021 تقرير الصندوق والممارسات الجيدة للاطلاع عليه في جلسة علنية.',
      },
      tasks: [{ text: 'Über Fonds und Sammlung unterrichtet werden', mode: 'ACCOMPANIES' }],
      parent: 'kreistag',
      relations: [{ kind: 'REPORTS_TO', body: 'kreistag' }],
      seats: [],
      openList: true,
    },
  ],
  actors: [
    {
      key: 'gefoerderte',
      name: 'Geförderte Projekte und Initiativen',
      types: ['INITIATIVE'],
      isMigrantOrganisation: false,
      description: 'Zwanzig waren es bis Herbst 2021. Der Landkreis stellt sie auf seiner Seite vor.',
      place: 'Landkreis Böblingen',
      languages: [],
      fields: ['bildung', 'sprachfoerderung', 'gesellschaft'],
      offers: [],
    },
    {
      key: 'mo',
      name: 'Migrantenorganisationen im Landkreis Böblingen',
      types: ['MSO'],
      isMigrantOrganisation: true,
      cooperation: { state: 'CONTACT', form: 'Förderung aus dem Fonds' },
      description: 'Der Bericht erwähnt sie als Gruppe, ohne einzelne Vereine zu nennen.',
      place: 'Landkreis Böblingen',
      languages: [],
      fields: ['gesellschaft'],
      offers: [],
    },
  ],
  areas: [],
  products: [],
}
