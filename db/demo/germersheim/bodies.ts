import type { DemoBody, Text } from '../format.ts'

/** The steering group, the circle on courses and a working group for each field. */
export const bodies: DemoBody[] = [
  {
    key: 'kreistag',
    name: 'Kreistag',
    type: 'COUNCIL',
    purpose: {
      de: 'Bekommt die Ziele des Jahres empfohlen und entscheidet darüber, soweit es nicht der Kreisausschuss tut.',
      en: 'Receives the recommended goals of the year and decides on them unless the county committee does.',
      ar: 'يتلقى الأهداف السنوية الموصى بها ويبتّ فيها ما لم تبتّ فيها لجنة المقاطعة.',
    },
    tasks: [{ text: 'Über die empfohlenen Jahresziele befinden', mode: 'DECIDES' }],
    relations: [],
    seats: [],
    openList: true,
  },
  {
    key: 'kreisausschuss',
    name: 'Kreisausschuss',
    type: 'DECIDING_COMMITTEE',
    purpose: {
      de: 'Hat die Steuerungsgruppe im Februar 2021 zur festen Einrichtung gemacht.',
      en: 'Made the steering group a permanent institution in February 2021.',
      ar: 'جعلت لجنة التوجيه هيئة دائمة في فبراير 2021.',
    },
    tasks: [{ text: 'Anstelle des Kreistags über Jahresziele entscheiden', mode: 'DECIDES' }],
    parent: 'kreistag',
    relations: [],
    seats: [],
    openList: true,
  },
  {
    key: 'beirat',
    name: 'Beirat für Migration und Integration',
    type: 'ADVISORY_COUNCIL',
    purpose: {
      de: 'Vertritt in Rheinland-Pfalz die ausländischen Einwohnerinnen und Einwohner eines Landkreises.',
      en: 'In Rhineland-Palatinate it represents the foreign residents of a county.',
      ar: 'يمثل في راينلاند بفالتس سكان المقاطعة الأجانب.',
    },
    tasks: [{ text: 'Vier Mitglieder in die Steuerungsgruppe entsenden', mode: 'ACCOMPANIES' }],
    relations: [{ kind: 'ADVISES', body: 'kreistag' }],
    seats: [],
    openList: true,
  },
  {
    key: 'steuerungsgruppe',
    name: 'Steuerungsgruppe Integrationskonzept',
    shortName: 'Steuerungsgruppe',
    type: 'STEERING_GROUP',
    purpose: {
      de: 'Hat schon das erste Konzept begleitet und begleitet nun auch die Fortschreibung.',
      en: 'Accompanied the first strategy and now accompanies its update as well.',
      ar: 'واكبت الاستراتيجية الأولى وتواكب الآن تحديثها أيضاً.',
    },
    tasks: [
      { text: 'Die Grundrichtung der Integrationspolitik steuern', mode: 'DECIDES' },
      { text: 'Arbeitsweisen in Gang bringen, an denen viele teilhaben können', mode: 'DECIDES' },
      { text: 'Weitere Stellen zum Abstimmen anregen, wo sie fehlen', mode: 'DECIDES' },
      { text: 'Darauf achten, dass diese Strukturen auch leben', mode: 'ACCOMPANIES' },
      { text: 'Jedes Jahr die Maßnahmen auswählen und zur Entscheidung empfehlen', mode: 'RECOMMENDS' },
      { text: 'Nachprüfen, ob die Maßnahmen umgesetzt wurden', mode: 'ACCOMPANIES' },
    ],
    meets: 'mindestens zweimal im Jahr',
    since: 'Februar 2021',
    relations: [
      { kind: 'REPORTS_TO', body: 'kreistag' },
      { kind: 'REPORTS_TO', body: 'kreisausschuss' },
    ],
    seats: [
      { kind: 'FUNCTION', label: 'Stellvertretung der Landrätin oder des Landrats', role: 'CHAIR' },
      { kind: 'DYNAMIC', label: 'Vertretung der Kreisverwaltung', count: 4 },
      { kind: 'DELEGATE_OF', label: 'beirat', count: 4 },
      { kind: 'DYNAMIC', label: 'Delegierte des Kreistags nach Fraktionen', count: 4 },
      { kind: 'FUNCTION', label: 'Integrationsbeauftragte' },
    ],
  },
  {
    key: 'ak-integration',
    name: 'Arbeitskreis Integration',
    shortName: 'AK Integration',
    type: 'EXPERT_CIRCLE',
    purpose: {
      de: 'Sorgt dafür, dass es überall im Kreis die Integrationskurse gibt, die gebraucht werden, und dass die Kurstypen zueinander passen.',
      en: 'Makes sure that the integration courses that are needed exist throughout the county, and that the types of course fit together.',
      ar: 'يحرص على توافر دورات الاندماج المطلوبة في أنحاء المقاطعة كلها وعلى تكامل أنواعها.',
    },
    tasks: [
      { text: 'Das Kursangebot im ganzen Landkreis miteinander verbinden', mode: 'ACCOMPANIES' },
      {
        text: 'Kurse für Frauen mit Kindern, für Jugendliche und alle anderen aufeinander abstimmen',
        mode: 'ACCOMPANIES',
      },
    ],
    relations: [],
    seats: [
      { kind: 'INSTITUTION', label: 'Bundesamt, Regionalkoordination', actor: 'bamf' },
      { kind: 'INSTITUTION', label: 'Ausländerbehörde des Kreises' },
      { kind: 'INSTITUTION', label: 'Jobcenter', actor: 'jobcenter' },
      { kind: 'INSTITUTION', label: 'Erstberatung der AWO', actor: 'awo' },
      { kind: 'INSTITUTION', label: 'Erstberatung der Caritas', actor: 'caritas' },
      { kind: 'INSTITUTION', label: 'Erstberatung der Diakonie', actor: 'diakonie' },
      { kind: 'DYNAMIC', label: 'Alle Träger mit gültiger Zulassung für Integrationskurse', actor: 'kurstraeger' },
      { kind: 'FUNCTION', label: 'Integrationsbeauftragte der Kreisverwaltung' },
    ],
  },
  workingGroup('sprache-bildung', 'Sprache und Bildung', {
    de: 'Bespricht, wer beim Lernen welche Hilfe braucht.',
    en: 'Discusses who needs which help with learning.',
    ar: 'تناقش من يحتاج إلى أي مساعدة في التعلّم.',
  }),
  workingGroup('arbeit', 'Ausbildung, Beruf, Arbeit', {
    de: 'Sucht nach Zielen für den Weg in Lehre und Stelle.',
    en: 'Looks for goals for the way into training and work.',
    ar: 'تبحث عن أهداف للطريق إلى التدريب والعمل.',
  }),
  workingGroup('gesundheit-beratung', 'Gesundheit und Beratung', {
    de: 'Fragt, woran Hilfe und Heilung scheitern können.',
    en: 'Asks what help and healing may fail on.',
    ar: 'تسأل عمّا قد يعيق المساعدة والعلاج.',
  }),
  workingGroup('behoerden', 'Behördenzusammenarbeit, Interkulturelle Öffnung', {
    de: 'Schaut darauf, wie Ämter zusammenwirken und wie sie Menschen begegnen.',
    en: 'Looks at how offices work together and how they meet people.',
    ar: 'تنظر في كيفية تعاون الدوائر وتعاملها مع الناس.',
  }),
  workingGroup('teilhabe', 'Antidiskriminierung, Teilhabe, Empowerment', {
    de: 'Berät, was vor Benachteiligung schützt und was Menschen stärkt.',
    en: 'Discusses what protects from discrimination and what makes people stronger.',
    ar: 'تتشاور في ما يحمي من التمييز وما يقوّي الناس.',
  }),
  workingGroup('wohnen-mobilitaet', 'Wohnen und Mobilität', {
    de: 'Nimmt sich Wohnungssuche und Wege vor.',
    en: 'Takes on finding a home and getting around.',
    ar: 'تتناول البحث عن السكن والتنقل.',
  }),
]

function workingGroup(field: string, title: string, purpose: Text): DemoBody {
  return {
    key: `ag-${field}`,
    name: `Arbeitsgruppe ${title}`,
    type: 'WORKING_GROUP',
    purpose,
    tasks: [],
    since: '2021/22',
    relations: [{ kind: 'REPORTS_TO', body: 'steuerungsgruppe' }],
    seats: [],
    openList: true,
  }
}
