import type { DemoPlan } from '../format.ts'

/** Everything of the plan that is not a field, topic, need, goal or measure. */
export const planFrame: Omit<
  DemoPlan,
  'actionFields' | 'crossCuttingTopics' | 'targetGroups' | 'needs' | 'goals' | 'measures' | 'indicators'
> = {
  title: {
    de: 'Integrationskonzept für den Landkreis Germersheim, Fortschreibung',
    en: 'Integration strategy for the county of Germersheim, update',
    ar: 'استراتيجية الاندماج لمقاطعة غيرمرسهايم، النسخة المحدَّثة',
  },
  formerTitles: [],
  carriers: ['Kreisverwaltung', 'Steuerungsgruppe', 'Arbeitsgruppen', 'Akteurinnen und Akteure im Landkreis'],
  lead: {
    de: 'Der Landkreis schreibt sein Integrationskonzept weiter: erst die Bedarfe, dann die Wirkungsziele, schließlich die Umsetzung. Alle, die im Kreis mit Migration zu tun haben, wurden gefragt; sechs Arbeitsgruppen haben daran gearbeitet.',
    en: 'The county is updating its integration strategy: first the needs, then the impact goals, finally putting them into practice. Everyone in the county who deals with migration was asked; six working groups have worked on it.',
    ar: 'تحدّث المقاطعة استراتيجية الاندماج: الاحتياجات أولاً، ثم أهداف الأثر، ثم التنفيذ. سُئل جميع المعنيين بالهجرة في المقاطعة، وعملت على ذلك ست مجموعات عمل.',
  },
  versions: [
    {
      number: 1,
      title: 'Leitziele des Landkreises Germersheim',
      label: 'Leitziele von 2015',
      // Nothing tells that the update has been adopted, so what it updates still holds.
      state: 'IN_FORCE',
      from: '2015',
    },
    {
      number: 2,
      title: 'Integrationskonzept für den Landkreis Germersheim, Fortschreibung',
      label: 'Fortschreibung 2021 bis 2023',
      state: 'CONSULTATION',
      from: '2021/22',
    },
  ],
  phases: [
    {
      title: {
        de: 'Erster Schritt: Zielgruppen und Bedarfe',
        en: 'First step: target groups and needs',
        ar: 'الخطوة الأولى: الفئات المستهدفة والاحتياجات',
      },
      period: '2021/2022',
      state: 'DONE',
      outcome: {
        de: 'Jedes Themenfeld weiß, um wen es geht und was diesen Menschen fehlt.',
        en: 'Each topic area knows whom it is about and what these people lack.',
        ar: 'صار كل مجال يعرف من يعنيه الأمر وما الذي ينقصهم.',
      },
    },
    {
      title: {
        de: 'Zweiter Schritt: Wirkungsziele',
        en: 'Second step: impact goals',
        ar: 'الخطوة الثانية: أهداف الأثر',
      },
      period: '2023',
      state: 'DONE',
      outcome: {
        de: 'Zu den Bedarfen ist festgehalten, was sich ändern soll.',
        en: 'For the needs it is set down what is to change.',
        ar: 'حُدّد لكل احتياج ما ينبغي أن يتغير.',
      },
    },
    {
      title: {
        de: 'Dritter Schritt: Umsetzung',
        en: 'Third step: implementation',
        ar: 'الخطوة الثالثة: التنفيذ',
      },
      period: 'nach 2023',
      state: 'PLANNED',
      outcome: {
        de: 'Nun geht es darum, wie aus den Zielen etwas wird.',
        en: 'Now it is about turning the goals into something.',
        ar: 'الآن يدور الأمر حول تحويل الأهداف إلى واقع.',
      },
    },
  ],
  events: [
    {
      title: {
        de: 'Steuerungsgruppe auf Dauer eingerichtet',
        en: 'Steering group set up for good',
        ar: 'إنشاء لجنة التوجيه بصفة دائمة',
      },
      date: 'Februar 2021',
      text: 'Durch den Kreisausschuss.',
    },
    {
      title: {
        de: 'Beginn der Fortschreibung',
        en: 'Start of the update',
        ar: 'بدء التحديث',
      },
      date: '2021/22',
    },
    {
      title: {
        de: 'Abfrage zu Themen und Bedarfen',
        en: 'Survey on topics and needs',
        ar: 'استبيان حول المواضيع والاحتياجات',
      },
      date: 'zu Beginn, 2021/22',
      text: 'Sie ging an alle, die im Landkreis mit Migration und Integration befasst sind. Aus den Antworten entstanden die Themenfelder.',
    },
    {
      title: {
        de: 'Treffen der Arbeitsgruppen',
        en: 'Meetings of the working groups',
        ar: 'اجتماعات مجموعات العمل',
      },
      date: 'Februar und März 2023',
      text: 'Hier wurden die Wirkungsziele vereinbart.',
    },
    {
      title: {
        de: 'Dritte Runde der Workshops',
        en: 'Third round of workshops',
        ar: 'الجولة الثالثة من ورش العمل',
      },
      date: 'Termin auf der Seite nicht genannt',
      text: 'Sie ist dort als nächste Veranstaltung angekündigt.',
      tentative: true,
    },
  ],
  chapters: [
    {
      place: 'BEFORE_FIELDS',
      title: {
        de: 'Was hier Tatsache ist und was Beispiel',
        en: 'What is fact here and what is an example',
        ar: 'ما هو حقيقة هنا وما هو مثال',
      },
      text: 'Themenfelder, Querschnittsthemen, Schritte, Gremien und Aufgaben stammen von der öffentlichen Seite des Landkreises und sind mit eigenen Worten beschrieben. Personen kommen nur als Funktion vor.\n\nDie Bedarfe und Ziele, die in den Arbeitsgruppen entstanden sind, stehen dort nicht. Damit man sieht, wie der Weg vom Bedarf zur Maßnahme aussieht, haben wir je Themenfeld ein schlichtes Beispiel ergänzt. Es trägt den Zusatz „Beispiel“ und sagt nichts über den Landkreis aus.',
    },
    {
      place: 'BEFORE_FIELDS',
      title: { de: 'So wird fortgeschrieben', en: 'How the update works', ar: 'كيف يجري التحديث' },
      text: 'Am Anfang stand eine Abfrage bei allen Beteiligten. Was zurückkam, wurde zu sechs Themenfeldern geordnet, für jedes fand sich eine Arbeitsgruppe zusammen. Fünf Querschnittsthemen laufen durch alle Felder.\n\nZwei Namen kommen doppelt vor, als Teil eines Feldes und als Querschnittsthema: Interkulturelle Öffnung und Antidiskriminierung. Das ist kein Versehen, sie werden an beiden Stellen gebraucht.\n\nBegleitet wird die Arbeit von einer Moderation von außen und von jemandem aus der Wissenschaft, der auf die Zahlen schaut.',
    },
    {
      place: 'AFTER_FIELDS',
      title: {
        de: 'Wie jedes Jahr ausgewählt wird',
        en: 'How measures are chosen each year',
        ar: 'كيف تُختار التدابير كل عام',
      },
      text: 'Die Arbeitsgruppen legen Listen vor. Die Steuerungsgruppe wählt daraus und empfiehlt die Ziele des Jahres; das letzte Wort haben Kreistag oder Kreisausschuss. Danach prüft die Steuerungsgruppe, was daraus geworden ist.',
    },
  ],
}
