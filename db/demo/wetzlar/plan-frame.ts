import type { DemoPlan } from '../format.ts'

/** Everything of the plan that is not a field, goal or measure. */
export const planFrame: Omit<
  DemoPlan,
  'actionFields' | 'crossCuttingTopics' | 'targetGroups' | 'needs' | 'goals' | 'measures' | 'indicators'
> = {
  title: {
    de: 'Modellregion Integration Wetzlar',
    en: 'Wetzlar model region for integration',
    ar: 'فيتسلار، منطقة نموذجية للاندماج',
  },
  formerTitles: [],
  understanding: {
    text: {
      de: 'Gelungen ist Integration nach diesem Verständnis, wenn dreierlei zutrifft: Menschen mit Migrationshintergrund kommen an Bildung, Einkommen und politischen Einfluss so gut heran wie die übrige Bevölkerung. Sie gestalten das Gemeinwesen selbst mit. Und sie empfinden die Stadt als ihr Zuhause.',
      en: 'By this understanding, integration has succeeded when three things hold: people with a migration background have the same access to education, income and political influence as the rest of the population. They help to shape the community themselves. And they feel that the city is their home.',
      ar: 'ينجح الاندماج وفق هذا الفهم إذا تحققت ثلاثة أمور: أن يصل ذوو الخلفية المهاجرة إلى التعليم والدخل والتأثير السياسي مثلهم مثل بقية السكان، وأن يشاركوا بأنفسهم في تشكيل المجتمع، وأن يشعروا بأن المدينة موطنهم.',
    },
    source: 'Eigene Zusammenfassung; Grundlage: Vorwort der Stadtspitze im Migrationsbericht 2008',
  },
  mainGoal: {
    de: 'Ein modernes Management der Integration, offen angelegt, an dem viele beteiligt sind',
    en: 'A modern management of integration, open in design and with many taking part',
    ar: 'إدارة حديثة للاندماج، مفتوحة ويشارك فيها كثيرون',
  },
  carriers: ['Politik', 'Verwaltung', 'Freie Träger', 'Vereine', 'Verbände'],
  funder: { funder: 'Land Hessen', programme: 'Modellregion Integration' },
  lead: {
    de: 'In fünf Schritten will Wetzlar zu einem Konzept kommen, das Politik, Verwaltung und Gesellschaft zusammen tragen. Fünf Fachforen beraten, fünf Handlungsfelder ordnen die Arbeit, und manches leuchtet schon. Das Land Hessen gibt Geld dazu.',
    en: 'In five steps Wetzlar wants to reach a strategy that politics, administration and society carry together. Five expert forums advise, five fields of action give the work its order, and some things already shine. The state of Hesse provides funding.',
    ar: 'تريد فيتسلار أن تصل في خمس خطوات إلى استراتيجية يحملها السياسيون والإدارة والمجتمع معاً. تقدم خمسة منتديات متخصصة المشورة، وتنظم خمسة مجالات العمل، وبعض ما تحقق مضيء بالفعل. وتسهم ولاية هسن في التمويل.',
  },
  versions: [
    {
      number: 1,
      title: 'Modellregion Integration Wetzlar',
      label: 'Auf dem Weg zum Konzept',
      // The slides prepare the resolution; they do not tell that it was passed.
      state: 'CONSULTATION',
    },
  ],
  phases: [
    {
      title: {
        de: 'Projektkoordination einrichten',
        en: 'Setting up project coordination',
        ar: 'إنشاء مكتب تنسيق المشروع',
      },
      state: 'DONE',
      outcome: {
        de: 'Eine Stelle hält das Vorhaben zusammen.',
        en: 'One office holds the undertaking together.',
        ar: 'مكتب واحد يجمع خيوط المشروع.',
      },
    },
    {
      title: {
        de: 'Workshops mit Partnern aus der Region',
        en: 'Workshops with partners from the region',
        ar: 'ورش عمل مع شركاء من المنطقة',
      },
      state: 'RUNNING',
      outcome: {
        de: 'Wohlfahrt, Kreis, Kirchen und Vereine sagen, worauf es ihnen ankommt.',
        en: 'Welfare associations, county, churches and clubs say what matters to them.',
        ar: 'تقول جمعيات الرعاية والمقاطعة والكنائس والجمعيات ما يهمها.',
      },
    },
    {
      title: {
        de: 'Fachforen zu den Handlungsfeldern',
        en: 'Expert forums on the fields of action',
        ar: 'منتديات متخصصة حول مجالات العمل',
      },
      state: 'RUNNING',
      outcome: {
        de: 'Hier wird vertieft, was in den Workshops anklang.',
        en: 'Here what came up in the workshops is taken further.',
        ar: 'هنا يُعمَّق ما طُرح في ورش العمل.',
      },
    },
    {
      title: {
        de: 'Integriertes Handlungskonzept schreiben',
        en: 'Writing an integrated strategy for action',
        ar: 'كتابة استراتيجية عمل متكاملة',
      },
      state: 'PLANNED',
    },
    {
      title: {
        de: 'Beschluss der Stadtverordneten vorbereiten',
        en: 'Preparing the resolution of the city assembly',
        ar: 'التحضير لقرار جمعية المدينة',
      },
      state: 'PLANNED',
    },
  ],
  events: [
    {
      title: {
        de: 'Migrationsbericht der Stadt',
        en: 'Migration report of the city',
        ar: 'تقرير الهجرة الصادر عن المدينة',
      },
      date: '2008',
      text: 'Sein Vorwort enthält das Verständnis von Integration, dem das Vorhaben folgt.',
    },
  ],
  chapters: [
    {
      place: 'BEFORE_FIELDS',
      title: {
        de: 'Was die Folien sagen und was nicht',
        en: 'What the slides say and what they do not',
        ar: 'ما تقوله الشرائح وما لا تقوله',
      },
      text: 'Vorlage dieser Seiten ist ein öffentlicher Foliensatz über die Modellregion. Wir geben ihn mit eigenen Worten wieder und nennen Funktionen statt Personen. Wann er gehalten wurde, steht nicht darauf.\n\nWelcher Schritt schon getan ist, lässt sich nur erschließen; die Stände sind deshalb ein Beispiel. Dasselbe gilt dafür, in welches Feld ein Leuchtturm gehört und welches Amt ihn führt. Geldbeträge kommen nirgends vor.',
    },
    {
      place: 'BEFORE_FIELDS',
      title: { de: 'Wer steuert', en: 'Who steers', ar: 'من يوجّه' },
      text: 'Die Steuerungs-AG unter Federführung der Stadtspitze verbindet Workshop und Foren. Der Programmbeirat berät sie, die Projektgruppe arbeitet ihr aus den Ämtern zu. Eine zweite Folie zeigt eine Variante: Dort schicken die Foren Mitglieder in die Steuerungs-AG, und jemand von außen moderiert. Wir haben beides in einem Bild zusammengefasst.',
    },
    {
      place: 'AFTER_FIELDS',
      title: { de: 'Foren und Felder', en: 'Forums and fields', ar: 'المنتديات والمجالات' },
      text: 'Fünf Foren, fünf Felder, und doch passen sie nicht eins zu eins. Die Foren I und II gehören beide zur Bildung. Gesundheit und Wohnen haben kein eigenes Forum, und das fünfte ist keinem Feld zugeordnet. Die Foren III und IV stehen bei dem Feld, das ihrem Thema am nächsten kommt.',
    },
    {
      place: 'AFTER_FIELDS',
      title: { de: 'Woran man den Erfolg erkennt', en: 'How success is recognised', ar: 'كيف يُعرف النجاح' },
      text: 'Bisher gibt es zwei Berichte: den über Migration und einen Atlas, der die soziale Lage nach Sozialräumen zeigt. Künftig soll daraus ein Monitoring werden. Zahlen stehen auf den Folien nicht, deshalb stehen auch hier keine.',
    },
  ],
}
