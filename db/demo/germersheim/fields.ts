import type { DemoPlan } from '../format.ts'

/** The six fields in the order and wording of the county; the commas are part of the names. */
export const actionFields: DemoPlan['actionFields'] = [
  {
    key: 'sprache-bildung',
    code: '1',
    title: { de: 'Sprache und Bildung', en: 'Language and education', ar: 'اللغة والتعليم' },
    description: {
      de: 'Deutsch lernen, Kita, Schule und Lernen im Erwachsenenalter. Um die Integrationskurse kümmert sich daneben ein eigener Arbeitskreis.',
      en: 'Learning German, childcare, school and learning as an adult. A circle of its own takes care of the integration courses.',
      ar: 'تعلّم الألمانية والروضة والمدرسة وتعليم الكبار. وإلى جانب ذلك تُعنى دائرة عمل خاصة بدورات الاندماج.',
    },
    bodies: ['ag-sprache-bildung', 'ak-integration'],
  },
  {
    key: 'arbeit',
    code: '2',
    title: {
      de: 'Ausbildung, Beruf, Arbeit',
      en: 'Vocational training, career, work',
      ar: 'التدريب المهني، المهنة، العمل',
    },
    description: {
      de: 'Vom ersten Praktikum über die Anerkennung des Abschlusses bis zur festen Stelle.',
      en: 'From the first work placement and the recognition of a qualification to a permanent job.',
      ar: 'من أول تدريب عملي مروراً بالاعتراف بالشهادة وصولاً إلى وظيفة ثابتة.',
    },
    bodies: ['ag-arbeit'],
  },
  {
    key: 'gesundheit-beratung',
    code: '3',
    title: { de: 'Gesundheit und Beratung', en: 'Health and advice', ar: 'الصحة والاستشارة' },
    description: {
      de: 'Gesund bleiben, Hilfe finden und verstanden werden, wenn man Rat sucht.',
      en: 'Staying healthy, finding help and being understood when looking for advice.',
      ar: 'الحفاظ على الصحة وإيجاد المساعدة والتفاهم عند طلب المشورة.',
    },
    bodies: ['ag-gesundheit-beratung'],
  },
  {
    key: 'behoerden',
    code: '4',
    title: {
      de: 'Behördenzusammenarbeit, Interkulturelle Öffnung',
      en: 'Cooperation between authorities, intercultural opening',
      ar: 'التعاون بين الدوائر الرسمية، الانفتاح بين الثقافات',
    },
    description: {
      de: 'Ämter sollen Hand in Hand arbeiten und für alle zugänglich sein, die zu ihnen kommen.',
      en: 'Offices should work hand in hand and be open to everyone who comes to them.',
      ar: 'ينبغي أن تعمل الدوائر يداً بيد وأن تكون مفتوحة لكل من يقصدها.',
    },
    bodies: ['ag-behoerden'],
  },
  {
    key: 'teilhabe',
    code: '5',
    title: {
      de: 'Antidiskriminierung, Teilhabe, Empowerment',
      en: 'Anti-discrimination, participation, empowerment',
      ar: 'مكافحة التمييز، المشاركة، التمكين',
    },
    description: {
      de: 'Vor Benachteiligung schützen, mitreden lassen und Menschen darin stärken, für sich selbst einzutreten.',
      en: 'Protecting people from discrimination, giving them a say and strengthening them to stand up for themselves.',
      ar: 'حماية الناس من التمييز وإتاحة إبداء رأيهم وتمكينهم من الدفاع عن أنفسهم.',
    },
    bodies: ['ag-teilhabe'],
  },
  {
    key: 'wohnen-mobilitaet',
    code: '6',
    title: { de: 'Wohnen und Mobilität', en: 'Housing and mobility', ar: 'السكن والتنقل' },
    description: {
      de: 'Eine Wohnung finden und von dort aus zu Kurs, Arbeit und Arzt gelangen.',
      en: 'Finding a home and getting from there to course, work and doctor.',
      ar: 'العثور على مسكن والوصول منه إلى الدورة والعمل والطبيب.',
    },
    bodies: ['ag-wohnen-mobilitaet'],
  },
]

/** Two of them are called like a part of a field. They are records of their own: a topic runs through all fields. */
export const crossCuttingTopics: DemoPlan['crossCuttingTopics'] = [
  {
    key: 'beteiligung',
    title: { de: 'Beteiligung', en: 'Involvement', ar: 'الإشراك' },
    description: {
      de: 'Reden die mit, um die es geht?',
      en: 'Do those concerned have a say?',
      ar: 'هل يُسمَع رأي أصحاب الشأن؟',
    },
  },
  {
    key: 'ehrenamt',
    title: { de: 'Ehrenamt', en: 'Volunteering', ar: 'العمل التطوعي' },
    description: {
      de: 'Wer hilft freiwillig mit, und was braucht er dafür?',
      en: 'Who helps voluntarily, and what do they need for it?',
      ar: 'من يساعد متطوعاً، وماذا يحتاج لذلك؟',
    },
  },
  {
    key: 'interkulturelle-oeffnung',
    title: { de: 'Interkulturelle Öffnung', en: 'Intercultural opening', ar: 'الانفتاح بين الثقافات' },
    description: {
      de: 'Als Querschnittsthema eine Frage an jedes Themenfeld, nicht nur an das der Behörden.',
      en: 'As a cross-cutting topic a question to every area, not only to that of the authorities.',
      ar: 'بوصفه موضوعاً مشتركاً هو سؤال موجَّه إلى كل مجال، لا إلى مجال الدوائر الرسمية وحده.',
    },
  },
  {
    key: 'antidiskriminierung',
    title: { de: 'Antidiskriminierung', en: 'Anti-discrimination', ar: 'مكافحة التمييز' },
    description: {
      de: 'Wo könnte jemand wegen seiner Herkunft schlechter wegkommen? Das wird überall gefragt.',
      en: 'Where could somebody be worse off because of their origin? This is asked everywhere.',
      ar: 'أين قد يتضرر أحد بسبب أصله؟ هذا السؤال يُطرح في كل مكان.',
    },
  },
  {
    key: 'frauen',
    title: { de: 'Frauen', en: 'Women', ar: 'النساء' },
    description: {
      de: 'Erreicht ein Angebot Frauen ebenso gut wie Männer?',
      en: 'Does a service reach women as well as men?',
      ar: 'هل يصل العرض إلى النساء كما يصل إلى الرجال؟',
    },
  },
]

export const targetGroups: DemoPlan['targetGroups'] = [
  {
    key: 'frauen-mit-kindern',
    title: {
      de: 'Frauen, die Kinder betreuen',
      en: 'Women caring for children',
      ar: 'نساء يعتنين بأطفال',
    },
    description: {
      de: 'Für sie gibt es Integrationskurse mit Kinderbetreuung.',
      en: 'There are integration courses with childcare for them.',
      ar: 'تتوافر لهن دورات اندماج مع رعاية للأطفال.',
    },
  },
  {
    key: 'jugendliche',
    title: { de: 'Jugendliche', en: 'Young people', ar: 'الشباب' },
    description: {
      de: 'Der Arbeitskreis zählt Kurse für sie zu den Typen, die aufeinander abzustimmen sind.',
      en: 'The expert circle counts courses for them among the types to be coordinated.',
      ar: 'تعدّ دائرة العمل دوراتهم من الأنواع التي ينبغي التنسيق بينها.',
    },
  },
  {
    key: 'zugewanderte',
    title: { de: 'Zugewanderte Menschen', en: 'People who have immigrated', ar: 'المهاجرون والمهاجرات' },
    description: {
      de: 'Sammelbegriff dieses Beispiels: Die Arbeitsgruppen sprachen über genauere Gruppen, die Seite zählt sie nicht auf.',
      en: 'A collective term of this example: the working groups discussed more precise groups, which the page does not list.',
      ar: 'تسمية جامعة خاصة بهذا المثال: ناقشت مجموعات العمل فئات أدق لم تذكرها الصفحة.',
    },
  },
]
