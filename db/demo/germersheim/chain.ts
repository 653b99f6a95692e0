import type { DemoGoal, DemoMeasure, DemoNeed } from '../format.ts'

/** Nobody in the county said this: each example names how it came about. */
const invented = (text: string) =>
  ({
    state: 'DISCUSSED',
    sources: [{ kind: 'OTHER', text: `Für dieses Beispiel erfunden: ${text}` }],
  }) satisfies Partial<DemoNeed>

/** The first comes from what the county writes about its courses. The others are plain examples and say so. */
export const needs: DemoNeed[] = [
  {
    key: 'n-kurse',
    actionField: 'sprache-bildung',
    statement: {
      de: 'Integrationskurse werden in allen Teilen des Kreises und in verschiedenen Formen gebraucht.',
      en: 'Integration courses are needed in all parts of the county and in different forms.',
      ar: 'هناك حاجة إلى دورات الاندماج في جميع أنحاء المقاطعة وبأشكال مختلفة.',
    },
    targetGroups: ['frauen-mit-kindern', 'jugendliche'],
    topics: ['frauen'],
    state: 'ADOPTED',
    sources: [{ kind: 'OTHER', text: 'Seite des Landkreises über den Arbeitskreis Integration' }],
  },
  {
    ...invented('so könnte es auf einer Karte im Workshop stehen'),
    key: 'n-arbeit',
    actionField: 'arbeit',
    statement: {
      de: 'Beispiel: Jugendliche wissen zu wenig über Ausbildungsberufe.',
      en: 'Example: young people know too little about skilled trades.',
      ar: 'مثال: لا يعرف الشباب ما يكفي عن مهن التدريب المهني.',
    },
    targetGroups: ['jugendliche'],
    topics: ['beteiligung'],
  },
  {
    ...invented('ein Satz, wie er bei einer Abfrage fallen könnte'),
    key: 'n-gesundheit',
    actionField: 'gesundheit-beratung',
    statement: {
      de: 'Beispiel: Wer neu ist, weiß oft nicht, welche Stelle wobei berät.',
      en: 'Example: newcomers often do not know which office gives advice on what.',
      ar: 'مثال: كثيراً ما لا يعرف الوافدون الجدد أي جهة تقدم المشورة وفي أي شأن.',
    },
    targetGroups: ['zugewanderte'],
    topics: ['ehrenamt'],
  },
  {
    ...invented('eine Beobachtung, die sich vielerorts machen lässt'),
    key: 'n-behoerden',
    actionField: 'behoerden',
    statement: {
      de: 'Beispiel: Wer zwei Ämter braucht, erzählt zweimal dasselbe.',
      en: 'Example: those who need two offices have to tell the same story twice.',
      ar: 'مثال: من يحتاج إلى دائرتين يروي القصة نفسها مرتين.',
    },
    targetGroups: ['zugewanderte'],
    topics: ['interkulturelle-oeffnung'],
  },
  {
    ...invented('ein denkbarer Hinweis aus einer Arbeitsgruppe'),
    key: 'n-teilhabe',
    actionField: 'teilhabe',
    statement: {
      de: 'Beispiel: Wer benachteiligt wird, weiß nicht, an wen er sich wenden kann.',
      en: 'Example: people who are discriminated against do not know whom to turn to.',
      ar: 'مثال: من يتعرض للتمييز لا يعرف إلى من يلجأ.',
    },
    targetGroups: ['zugewanderte'],
    topics: ['antidiskriminierung'],
  },
  {
    ...invented('eine Rückmeldung, die es geben könnte'),
    key: 'n-wohnen',
    actionField: 'wohnen-mobilitaet',
    statement: {
      de: 'Beispiel: Ohne Auto ist der Abendkurs kaum zu erreichen.',
      en: 'Example: without a car the evening course is hard to reach.',
      ar: 'مثال: يصعب الوصول إلى الدورة المسائية دون سيارة.',
    },
    targetGroups: ['zugewanderte'],
    topics: ['frauen'],
  },
]

const impact = {
  level: 'IMPACT_GOAL',
  source: 'PLAN',
  indicators: [],
} satisfies Partial<DemoGoal>

export const goals: DemoGoal[] = [
  {
    ...impact,
    key: 'w-kurse',
    actionField: 'sprache-bildung',
    text: {
      de: 'Im ganzen Landkreis gibt es Integrationskurse, die zum Bedarf passen und aufeinander aufbauen.',
      en: 'Throughout the county there are integration courses that meet the need and build on each other.',
      ar: 'تتوافر في المقاطعة كلها دورات اندماج تلائم الحاجة ويكمل بعضها بعضاً.',
    },
    needs: ['n-kurse'],
    topics: ['frauen'],
    stairStep: 4,
    evidence: 'Entspricht dem Zweck, den der Landkreis seinem Arbeitskreis gegeben hat.',
  },
  {
    ...impact,
    key: 'w-arbeit',
    actionField: 'arbeit',
    text: {
      de: 'Beispiel: Jugendliche kennen mehrere Berufe und wählen bewusst.',
      en: 'Example: young people know several occupations and choose deliberately.',
      ar: 'مثال: يعرف الشباب عدة مهن ويختارون عن وعي.',
    },
    needs: ['n-arbeit'],
    topics: ['beteiligung'],
    stairStep: 5,
  },
  {
    ...impact,
    key: 'w-gesundheit',
    actionField: 'gesundheit-beratung',
    text: {
      de: 'Beispiel: Neu Zugezogene finden rasch die Beratung, die ihnen weiterhilft.',
      en: 'Example: new arrivals quickly find the advice that helps them.',
      ar: 'مثال: يجد القادمون الجدد بسرعة المشورة التي تفيدهم.',
    },
    needs: ['n-gesundheit'],
    topics: ['ehrenamt'],
    stairStep: 4,
  },
  {
    ...impact,
    key: 'w-behoerden',
    actionField: 'behoerden',
    text: {
      de: 'Beispiel: Ämter geben ein Anliegen untereinander weiter, wenn die Person es möchte.',
      en: 'Example: offices pass a request on to each other if the person wishes.',
      ar: 'مثال: تُحيل الدوائر الطلب فيما بينها إذا رغب صاحبه في ذلك.',
    },
    needs: ['n-behoerden'],
    topics: ['interkulturelle-oeffnung'],
    stairStep: 5,
  },
  {
    ...impact,
    key: 'w-teilhabe',
    actionField: 'teilhabe',
    text: {
      de: 'Beispiel: Betroffene finden in der Nähe jemanden, der zuhört und hilft.',
      en: 'Example: people affected find somebody close by who listens and helps.',
      ar: 'مثال: يجد المتضررون بالقرب منهم من يصغي إليهم ويساعدهم.',
    },
    needs: ['n-teilhabe'],
    topics: ['antidiskriminierung'],
    stairStep: 4,
  },
  {
    ...impact,
    key: 'w-wohnen',
    actionField: 'wohnen-mobilitaet',
    text: {
      de: 'Beispiel: Kurs und Arbeitsplatz sind auch mit Bus und Rad erreichbar.',
      en: 'Example: course and workplace can also be reached by bus and bicycle.',
      ar: 'مثال: يمكن الوصول إلى الدورة ومكان العمل بالحافلة والدراجة أيضاً.',
    },
    needs: ['n-wohnen'],
    topics: ['frauen'],
    stairStep: 4,
  },
]

/** The third step had not begun: the county names no measures yet but what its bodies are already there for. */
export const measures: DemoMeasure[] = [
  {
    key: 'm-1-1',
    number: '1.1',
    actionField: 'sprache-bildung',
    kind: 'STRUCTURE',
    title: {
      de: 'Integrationskurse im Arbeitskreis abstimmen',
      en: 'Coordinating integration courses in the expert circle',
      ar: 'تنسيق دورات الاندماج في دائرة العمل',
    },
    description:
      'Bundesamt, Behörden, Beratung und Kursträger setzen sich zusammen, damit jeder Kurstyp dort zustande kommt, wo er fehlt. Beträge nennt die Seite nicht.',
    goals: ['w-kurse'],
    targetGroups: ['frauen-mit-kindern', 'jugendliche'],
    topics: ['frauen'],
    areas: [],
    indicators: [],
    lead: { orgUnit: 'integrationsbeauftragte' },
    partners: ['bamf', 'auslaenderbehoerde', 'jobcenter', 'awo', 'caritas', 'diakonie', 'kurstraeger'],
    permanent: true,
    state: 'RUNNING',
    course: 'GREY',
    courseReleased: false,
    resources: [],
  },
  {
    key: 'm-3-1',
    number: '3.1',
    actionField: 'gesundheit-beratung',
    kind: 'PERMANENT_OFFER',
    title: {
      de: 'Migrationserstberatung durch drei Verbände',
      en: 'Initial migration advice by three welfare associations',
      ar: 'الاستشارة الأولى للمهاجرين لدى ثلاث جمعيات رعاية',
    },
    description:
      'AWO, Caritas und Diakonie beraten Menschen, die neu ankommen, und gehören alle drei zum Arbeitskreis. Keiner steht über den anderen; weil hier eine Federführung stehen muss, ist es der erste im Alphabet.',
    goals: ['w-gesundheit'],
    targetGroups: ['zugewanderte'],
    topics: [],
    areas: [],
    indicators: [],
    lead: { actor: 'awo' },
    partners: ['caritas', 'diakonie'],
    permanent: true,
    state: 'RUNNING',
    course: 'GREY',
    courseReleased: false,
    resources: [],
  },
]
