import type { DemoPlan } from '../format.ts'

/** Everything that is not a field, goal, measure or indicator. */
export const planFrame: Omit<
  DemoPlan,
  'actionFields' | 'crossCuttingTopics' | 'targetGroups' | 'needs' | 'goals' | 'measures' | 'indicators'
> = {
  title: {
    de: 'Integrationsfonds und gute Praxis im Landkreis Böblingen',
    en: 'Integration fund and good practice in the county of Böblingen',
    ar: 'صندوق الاندماج والممارسات الجيدة في مقاطعة بوبلينغن',
  },
  formerTitles: [],
  carriers: ['Amt für Migration und Flüchtlinge', 'Sachgebiet Integration', 'geförderte Projekte und Initiativen'],
  lead: {
    de: 'Mit 20.000 Euro im Jahr hilft der Landkreis Projekten, das Zusammenleben zu gestalten. Was sich im Landkreis bewährt hat, hat er 2021 in einer Sammlung von 33 guten Beispielen aus vier Bereichen festgehalten.',
    en: 'With 20,000 euros a year the county helps projects to shape life together. In 2021 it put what has worked into a collection of 33 good examples from four areas.',
    ar: 'تدعم المقاطعة بمبلغ 20 ألف يورو سنوياً مشاريع تصنع العيش المشترك. وفي عام 2021 جمعت ما نجح منها في مجموعة تضم 33 مثالاً جيداً من أربعة مجالات.',
  },
  versions: [
    {
      number: 1,
      title: 'Integrationsfonds und gute Praxis im Landkreis Böblingen',
      label: 'Bericht vom Herbst 2021',
      state: 'IN_FORCE',
      from: '2019',
      decision: {
        body: 'Sozial- und Gesundheitsausschuss',
        date: '2021-10-18',
        paper: '197/2021',
        text: 'Ein Bericht, über den nicht abzustimmen war: Der Ausschuss nimmt ihn zur Kenntnis. Eingeführt wurde der Fonds mit der Drucksache 083/2019.',
      },
    },
  ],
  phases: [
    {
      title: { de: 'Fördern', en: 'Funding', ar: 'الدعم' },
      period: 'seit 2019',
      state: 'RUNNING',
      outcome: {
        de: 'Zwanzig Projekte und Initiativen bekamen oder bekommen Geld.',
        en: 'Twenty projects and initiatives have received or are receiving money.',
        ar: 'تلقى عشرون مشروعاً ومبادرة أموالاً أو ما زالت تتلقاها.',
      },
    },
    {
      title: { de: 'Sammeln', en: 'Collecting', ar: 'الجمع' },
      period: '2021',
      state: 'DONE',
      outcome: {
        de: 'Die Erfahrungen stehen in einer Broschüre.',
        en: 'The experience is set down in a brochure.',
        ar: 'الخبرات مدوَّنة في كتيّب.',
      },
    },
    {
      title: { de: 'In Strukturen überführen', en: 'Moving into structures', ar: 'الدمج في الهياكل القائمة' },
      state: 'PLANNED',
      outcome: {
        de: 'Das Fernziel: Lösungen bleiben, auch ohne Projekt.',
        en: 'The long-term aim: solutions stay, even without a project.',
        ar: 'الهدف البعيد: أن تبقى الحلول حتى من دون مشروع.',
      },
    },
  ],
  events: [
    {
      title: {
        de: 'Einführung des Integrationsfonds',
        en: 'Start of the integration fund',
        ar: 'إطلاق صندوق الاندماج',
      },
      date: '2019',
      text: 'Kreistagsdrucksache 083/2019.',
    },
    {
      title: {
        de: 'Stichtag für Projektideen',
        en: 'Deadline for project ideas',
        ar: 'الموعد النهائي لأفكار المشاريع',
      },
      date: 'jährlich am 30.06.',
      text: 'Bis dahin müssen die Ideen beim Landratsamt sein.',
    },
    {
      title: { de: 'Datum des Berichts', en: 'Date of the report', ar: 'تاريخ التقرير' },
      date: '2021-09-07',
    },
    {
      title: {
        de: 'Bericht im Sozial- und Gesundheitsausschuss',
        en: 'Report to the social and health committee',
        ar: 'عرض التقرير على لجنة الشؤون الاجتماعية والصحة',
      },
      date: '2021-10-18',
      text: 'Öffentlich, die Broschüre liegt als Anlage bei.',
    },
  ],
  chapters: [
    {
      place: 'BEFORE_FIELDS',
      title: {
        de: 'Kein Konzept, sondern ein Bericht',
        en: 'Not a strategy but a report',
        ar: 'ليس استراتيجية بل تقرير',
      },
      text: 'Grundlage dieser Seiten ist eine einzige öffentliche Drucksache aus dem Landkreis Böblingen. Sie erzählt vom Integrationsfonds und von einer Sammlung guter Praxis. Ob und welches Integrationskonzept es daneben gibt, sagt sie nicht; Bedarfe und Arbeitsgruppen kommen nicht vor und fehlen deshalb auch hier.\n\nAlles ist mit eigenen Worten wiedergegeben. Die fünf Felder haben wir aus den beiden Aufzählungen gebildet, die der Bericht enthält.',
    },
    {
      place: 'BEFORE_FIELDS',
      title: { de: 'Der Fonds', en: 'The fund', ar: 'الصندوق' },
      text: '„Zusammenleben gestalten“ heißt er, und er ist klein gehalten: 20.000 Euro im Jahr für Ideen aus dem Landkreis. Einreichen kann man bis zum 30. Juni. Ausgewählt wird im Amt für Migration und Flüchtlinge, nicht in einem Gremium.',
    },
    {
      place: 'AFTER_FIELDS',
      title: {
        de: '33 Beispiele in vier Bereichen',
        en: '33 examples in four areas',
        ar: '33 مثالاً في أربعة مجالات',
      },
      text: 'Die Broschüre ordnet ihre Beispiele nach Bildung, Gesundheit, Gesellschaft und Arbeitsmarkt. Bei jedem fragt sie nach vier Dingen: dem Weg, den Partnern, dem Mehrwert und dem Besonderen. Welche Beispiele es sind, steht in der Anlage, die uns nicht vorliegt.',
    },
    {
      place: 'AFTER_FIELDS',
      title: { de: 'Wozu sammeln', en: 'Why collect', ar: 'لماذا هذه المجموعة' },
      text: 'Wer etwas Gutes sieht, macht es eher nach: Darauf setzt die Sammlung. Auf lange Sicht sollen die Lösungen in Einrichtungen und Netzwerke übergehen, die ohnehin da sind, damit das Gelernte bleibt.',
    },
  ],
}
