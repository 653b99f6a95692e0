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
        description: {
          de: 'Aus dem Fonds gefördert und in der Sammlung vertreten.',
          en: 'Supported by the fund and part of the collection.',
          ar: 'مدعوم من الصندوق وممثَّل في المجموعة.',
        },
        bodies: [],
      },
      {
        key: 'sprachfoerderung',
        code: '2',
        title: { de: 'Sprachförderung', en: 'Language support', ar: 'دعم اللغة' },
        description: {
          de: 'Ein Bereich des Fonds. Die Broschüre ordnet ihm kein eigenes Kapitel zu.',
          en: 'An area of the fund. The brochure does not give it a chapter of its own.',
          ar: 'أحد مجالات الصندوق، ولا يخصص له الكتيّب فصلاً مستقلاً.',
        },
        bodies: [],
      },
      {
        key: 'gesellschaft',
        code: '3',
        title: { de: 'Gesellschaft', en: 'Society', ar: 'المجتمع' },
        description: {
          de: 'Begegnen, mitbestimmen, sich austauschen: Auch dieser Bereich kommt im Fonds und in der Sammlung vor.',
          en: 'Meeting, having a say, exchanging ideas: this area, too, is found in both the fund and the collection.',
          ar: 'اللقاء والمشاركة في القرار وتبادل الآراء: يرد هذا المجال أيضاً في الصندوق والمجموعة.',
        },
        bodies: [],
      },
      {
        key: 'gesundheit',
        code: '4',
        title: { de: 'Gesundheit', en: 'Health', ar: 'الصحة' },
        description: {
          de: 'Nur die Broschüre führt ihn. Der Fonds nennt ihn nicht als Bereich.',
          en: 'Only the brochure has it. The fund does not name it as an area.',
          ar: 'يرد في الكتيّب فقط، ولا يذكره الصندوق بين مجالاته.',
        },
        bodies: [],
      },
      {
        key: 'arbeitsmarkt',
        code: '5',
        title: { de: 'Arbeitsmarkt', en: 'Labour market', ar: 'سوق العمل' },
        description: {
          de: 'Wie die Gesundheit ein Teil der Sammlung, nicht des Fonds.',
          en: 'Like health, a part of the collection, not of the fund.',
          ar: 'هو كالصحة جزء من المجموعة لا من الصندوق.',
        },
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
        description: {
          de: 'Um ihr Ankommen in Gesellschaft und Beruf geht es in Fonds und Broschüre.',
          en: 'Fund and brochure are about their place in society and work.',
          ar: 'يدور الصندوق والكتيّب حول اندماجهم في المجتمع والعمل.',
        },
      },
      {
        key: 'junge-menschen',
        title: {
          de: 'Junge Menschen mit Zuwanderungsgeschichte',
          en: 'Young people with a history of immigration',
          ar: 'شباب من أصول مهاجرة',
        },
        description: {
          de: 'Für sie hat der Fonds Filmprojekte bezahlt und Wege, demokratisch mitzubestimmen.',
          en: 'For them the fund has paid for film projects and ways of having a democratic say.',
          ar: 'موّل الصندوق لهم مشاريع أفلام وسبلاً للمشاركة الديمقراطية.',
        },
        parent: 'zuwanderungsgeschichte',
      },
      {
        key: 'migrantenorganisationen',
        title: { de: 'Migrantenorganisationen', en: 'Migrant organisations', ar: 'منظمات المهاجرين' },
        description: {
          de: 'Sie bekommen Unterstützung dabei, ihre Arbeit auf festere Füße zu stellen.',
          en: 'They receive support in putting their work on a firmer footing.',
          ar: 'تتلقى دعماً لترسيخ عملها على أسس أمتن.',
        },
      },
      {
        key: 'engagierte',
        title: {
          de: 'Fachleute, Engagierte und Interessierte',
          en: 'Professionals, volunteers and anyone interested',
          ar: 'مختصون ومتطوعون ومهتمون',
        },
        description: {
          de: 'Sie sollen durch die Sammlung auf Ideen kommen.',
          en: 'The collection is meant to give them ideas.',
          ar: 'يُراد للمجموعة أن توحي إليهم بأفكار.',
        },
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
      purpose: {
        de: 'Unter seiner Drucksache 083/2019 wurde der Fonds eingeführt.',
        en: 'The fund was introduced under its paper 083/2019.',
        ar: 'أُنشئ الصندوق بموجب وثيقته رقم 083/2019.',
      },
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
