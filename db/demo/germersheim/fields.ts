import type { DemoPlan } from '../format.ts'

/** The six fields in the order and wording of the county; the commas are part of the names. */
export const actionFields: DemoPlan['actionFields'] = [
  {
    key: 'sprache-bildung',
    code: '1',
    title: { de: 'Sprache und Bildung', en: 'Language and education', ar: 'اللغة والتعليم' },
    description:
      'Deutsch lernen, Kita, Schule und Lernen im Erwachsenenalter. Um die Integrationskurse kümmert sich daneben ein eigener Arbeitskreis.',
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
    description: 'Vom ersten Praktikum über die Anerkennung des Abschlusses bis zur festen Stelle.',
    bodies: ['ag-arbeit'],
  },
  {
    key: 'gesundheit-beratung',
    code: '3',
    title: { de: 'Gesundheit und Beratung', en: 'Health and advice', ar: 'الصحة والاستشارة' },
    description: 'Gesund bleiben, Hilfe finden und verstanden werden, wenn man Rat sucht.',
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
    description: 'Ämter sollen Hand in Hand arbeiten und für alle zugänglich sein, die zu ihnen kommen.',
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
    description:
      'Vor Benachteiligung schützen, mitreden lassen und Menschen darin stärken, für sich selbst einzutreten.',
    bodies: ['ag-teilhabe'],
  },
  {
    key: 'wohnen-mobilitaet',
    code: '6',
    title: { de: 'Wohnen und Mobilität', en: 'Housing and mobility', ar: 'السكن والتنقل' },
    description: 'Eine Wohnung finden und von dort aus zu Kurs, Arbeit und Arzt gelangen.',
    bodies: ['ag-wohnen-mobilitaet'],
  },
]

/** Two of them are called like a part of a field. They are records of their own: a topic runs through all fields. */
export const crossCuttingTopics: DemoPlan['crossCuttingTopics'] = [
  {
    key: 'beteiligung',
    title: { de: 'Beteiligung', en: 'Involvement', ar: 'الإشراك' },
    description: 'Reden die mit, um die es geht?',
  },
  {
    key: 'ehrenamt',
    title: { de: 'Ehrenamt', en: 'Volunteering', ar: 'العمل التطوعي' },
    description: 'Wer hilft freiwillig mit, und was braucht er dafür?',
  },
  {
    key: 'interkulturelle-oeffnung',
    title: { de: 'Interkulturelle Öffnung', en: 'Intercultural opening', ar: 'الانفتاح بين الثقافات' },
    description: 'Als Querschnittsthema eine Frage an jedes Themenfeld, nicht nur an das der Behörden.',
  },
  {
    key: 'antidiskriminierung',
    title: { de: 'Antidiskriminierung', en: 'Anti-discrimination', ar: 'مكافحة التمييز' },
    description: 'Wo könnte jemand wegen seiner Herkunft schlechter wegkommen? Das wird überall gefragt.',
  },
  {
    key: 'frauen',
    title: { de: 'Frauen', en: 'Women', ar: 'النساء' },
    description: 'Erreicht ein Angebot Frauen ebenso gut wie Männer?',
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
    description: 'Für sie gibt es Integrationskurse mit Kinderbetreuung.',
  },
  {
    key: 'jugendliche',
    title: { de: 'Jugendliche', en: 'Young people', ar: 'الشباب' },
    description: 'Der Arbeitskreis zählt Kurse für sie zu den Typen, die aufeinander abzustimmen sind.',
  },
  {
    key: 'zugewanderte',
    title: { de: 'Zugewanderte Menschen', en: 'People who have immigrated', ar: 'المهاجرون والمهاجرات' },
    description:
      'Sammelbegriff dieses Beispiels: Die Arbeitsgruppen sprachen über genauere Gruppen, die Seite zählt sie nicht auf.',
  },
]
