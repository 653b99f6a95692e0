import type { DemoPlan } from '../format.ts'

/** Everything of the plan that is not a field, goal or measure. */
export const planFrame: Omit<
  DemoPlan,
  'actionFields' | 'crossCuttingTopics' | 'targetGroups' | 'needs' | 'goals' | 'measures' | 'indicators'
> = {
  title: {
    de: 'Teilhabeplan V Integration für Menschen mit Zuwanderungsgeschichte',
    en: 'Participation plan V: integration of people with a history of immigration',
    ar: 'خطة المشاركة الخامسة: اندماج الأشخاص من أصول مهاجرة',
  },
  formerTitles: [{ title: 'Integrationskonzept für den Landkreis Lörrach', until: '2018' }],
  parentStrategy: {
    title: 'Sozialstrategie des Landkreises (Fortschreibung 2018)',
    items: ['Ausreichend Zugang zu Bildung und Arbeit', 'Keine Hartz IV-Karrieren'],
  },
  mainGoal: {
    de: 'Der Landkreis hat eine Integrationsstrategie, die auf der Höhe der Zeit ist, alle Bereiche verbindet und zum Zusammenleben aller beiträgt.',
    en: 'The county has an integration strategy that is up to date, joins all areas and helps everyone to live together.',
    ar: 'تملك المقاطعة استراتيجية اندماج حديثة تربط جميع المجالات وتسهم في عيش الجميع معاً.',
  },
  carriers: ['Kreistag', 'Landratsamt', 'Städte und Gemeinden', 'Engagierte, Vereine und Verbände'],
  funder: {
    funder: 'Führungsakademie Baden-Württemberg',
    programme: 'Integration durch Bürgerschaftliches Engagement und Zivilgesellschaft',
  },
  lead: {
    de: 'Das Integrationskonzept von 2007 passte nicht mehr. Zwischen Oktober 2018 und Juni 2020 sollte daraus ein Teilhabeplan werden, geschrieben mit Gemeinden, Vereinen und Engagierten. Diese Seiten zeigen das Vorhaben, wie es im Sommer 2018 auf dem Papier stand.',
    en: 'The integration concept of 2007 no longer fitted. Between October 2018 and June 2020 it was to become a participation plan, written together with municipalities, associations and volunteers. These pages show the project as it stood on paper in the summer of 2018.',
    ar: 'لم يعد مفهوم الاندماج الصادر عام 2007 مناسباً. وكان المقرر أن يتحول بين أكتوبر 2018 ويونيو 2020 إلى خطة مشاركة تُكتب مع البلديات والجمعيات والمتطوعين. تعرض هذه الصفحات المشروع كما ورد في وثائق صيف 2018.',
  },
  versions: [
    {
      number: 1,
      title: 'Integrationskonzept für den Landkreis Lörrach',
      label: 'Konzept von 2007',
      state: 'SUPERSEDED',
      from: '2007',
    },
    {
      number: 2,
      title: 'Teilhabeplan V Integration für Menschen mit Zuwanderungsgeschichte',
      label: 'Weiterentwicklung 2018 bis 2020',
      // The paper asks for the mandate to write it: there is no plan yet that could be in force.
      state: 'DRAFT',
      from: '2018-10-01',
      to: '2020-06-30',
      decision: {
        body: 'Kreistag',
        date: '2018-07-18',
        paper: '139/2018',
        text: 'Es geht noch nicht um den Plan selbst, sondern um den Auftrag dafür. Nach dem Vorschlag soll die Verwaltung a) den Vertrag über die Prozessbegleitung eingehen und b) zwei Gruppen bilden, eine, die steuert, und eine, die begleitet. Der Sozialausschuss sollte das am 20.06.2018 vorberaten. Wie abgestimmt wurde, sagt die Vorlage nicht.',
      },
    },
  ],
  phases: [
    {
      title: {
        de: 'Begleitung gewinnen und beauftragen',
        en: 'Finding and commissioning support',
        ar: 'اختيار جهة المواكبة وتكليفها',
      },
      period: 'Mai bis Juli 2018',
      state: 'RUNNING',
      outcome: {
        de: 'Die Akademie hat den Landkreis ausgewählt, ein erstes Gespräch gab es, der Vertrag liegt im Entwurf vor.',
        en: 'The academy has chosen the county, a first talk has taken place, the contract exists as a draft.',
        ar: 'اختارت الأكاديمية المقاطعة، وجرى لقاء أول، ومسودة العقد جاهزة.',
      },
    },
    {
      title: { de: 'M1: Grobkonzept', en: 'M1: outline concept', ar: 'المرحلة 1: التصور الأولي' },
      state: 'PLANNED',
      outcome: {
        de: 'Geplant: Der Entwurf in groben Zügen liegt vor und ist angenommen.',
        en: 'Planned: the outline is on the table and has been adopted.',
        ar: 'المخطط: أن يكون التصور العام جاهزاً ومُقرّاً.',
      },
    },
    {
      title: {
        de: 'M2: Ergebnisse der Integrationskonferenz',
        en: 'M2: results of the integration conference',
        ar: 'المرحلة 2: نتائج مؤتمر الاندماج',
      },
      state: 'PLANNED',
      outcome: {
        de: 'Geplant: Was die Konferenz erbracht hat, ist aufgeschrieben.',
        en: 'Planned: what the conference has yielded has been written down.',
        ar: 'المخطط: أن تُدوَّن نتائج المؤتمر.',
      },
    },
    {
      title: {
        de: 'M3: im Projektauftrag noch ohne Inhalt',
        en: 'M3: left open in the project charter',
        ar: 'المرحلة 3: لم يُحدَّد مضمونها بعد في تكليف المشروع',
      },
      period: '2019-11-30',
      state: 'PLANNED',
      outcome: {
        de: 'Nur der Tag steht fest, an der Stelle des Textes stehen drei Punkte.',
        en: 'Only the day is set; where the text should be there are three dots.',
        ar: 'لم يُحدَّد سوى اليوم، وفي مكان النص ثلاث نقاط.',
      },
    },
    {
      title: {
        de: 'M4: Teilhabeplan V geschrieben',
        en: 'M4: participation plan V written',
        ar: 'المرحلة 4: إنجاز خطة المشاركة الخامسة',
      },
      state: 'PLANNED',
    },
    {
      title: {
        de: 'M5: Umsetzung und Budget geplant',
        en: 'M5: implementation and budget planned',
        ar: 'المرحلة 5: تخطيط التنفيذ والميزانية',
      },
      period: '2020-06-30',
      state: 'PLANNED',
      outcome: {
        de: 'Geplant: Zum Endtermin ist klar, was wann geschieht und was es kostet.',
        en: 'Planned: by the end it is clear what happens when and what it costs.',
        ar: 'المخطط: أن يتضح عند الموعد النهائي ما سيُنفَّذ ومتى وبأي كلفة.',
      },
    },
  ],
  events: [
    {
      title: {
        de: 'Datum neben dem Projektstart',
        en: 'Date noted beside the project start',
        ar: 'التاريخ المدوَّن بجانب بداية المشروع',
      },
      date: '2018-04-12',
      text: 'In der Zeitspalte des Auftrags steht dieser Tag, im Text der 1. Oktober 2018. Beides bleibt hier stehen, weil das Dokument es nicht auflöst.',
    },
    {
      title: {
        de: 'Erstes Gespräch mit der Führungsakademie',
        en: 'First talk with the leadership academy',
        ar: 'أول لقاء مع أكاديمية القيادة',
      },
      date: '2018-05-25',
      text: 'Die Spitze des Landkreises und die Akademie stimmen sich ab.',
    },
    {
      title: {
        de: 'Vorberatung in zwei Ausschüssen',
        en: 'Preliminary discussion in two committees',
        ar: 'مناقشة تمهيدية في لجنتين',
      },
      date: '2018-06-20',
      text: 'Öffentliche gemeinsame Sitzung, Vorlage 139/2018.',
    },
    {
      title: {
        de: 'Kreistag: Entscheidung über den Auftrag',
        en: 'County council: decision on the mandate',
        ar: 'مجلس المقاطعة: البتّ في التكليف',
      },
      date: '2018-07-18',
      text: 'Ebenfalls öffentlich; ohne diesen Auftrag kann die Akademie nicht anfangen.',
    },
    {
      title: { de: 'Projektstart', en: 'Project start', ar: 'بداية المشروع' },
      date: '2018-10-01',
      text: 'Vorausgesetzt, die Akademie sagt die Begleitung zu.',
    },
    {
      title: {
        de: 'Arbeitstag für Analyse und Planung',
        en: 'Analysis and planning workshop',
        ar: 'ورشة التحليل والتخطيط',
      },
      date: 'noch abzustimmen',
      tentative: true,
    },
    {
      title: { de: 'Auftaktveranstaltung', en: 'Kick-off event', ar: 'فعالية الانطلاق' },
      date: 'nach dem 21.11.2018',
      text: 'Vorgesehen für den Fall, dass der Kreistag zustimmt; den genauen Tag gibt es noch nicht.',
      tentative: true,
    },
    {
      title: {
        de: 'Sitzungen des Kreistags',
        en: 'Meetings of the county council',
        ar: 'جلسات مجلس المقاطعة',
      },
      date: '2019',
      text: 'Der Ablauf muss sich nach ihnen richten, die Vorlage nennt sie als festen Rahmen.',
      tentative: true,
    },
    {
      title: { de: 'Kommunalwahl', en: 'Local elections', ar: 'الانتخابات المحلية' },
      date: 'Mai 2019',
      text: 'Beim Schreiben der Vorlage noch nicht sicher, für die Planung aber schon zu beachten.',
      tentative: true,
    },
    {
      title: { de: 'Abschlussveranstaltung', en: 'Closing event', ar: 'الفعالية الختامية' },
      date: 'gegen Ende, Termin offen',
      tentative: true,
    },
    {
      title: { de: 'Endtermin des Projekts', en: 'End of the project', ar: 'نهاية المشروع' },
      date: '2020-06-30',
      text: 'Am selben Tag ist auch der letzte Meilenstein fällig.',
    },
  ],
  chapters: [
    {
      place: 'BEFORE_FIELDS',
      title: {
        de: 'Woraus diese Seiten gemacht sind',
        en: 'What these pages are made from',
        ar: 'من أي وثائق أُعدّت هذه الصفحات',
      },
      text: 'Zwei öffentliche Schriftstücke des Landkreises Lörrach liegen zugrunde: der Projektauftrag mit der Nummer 110.1 und die Sitzungsvorlage 139/2018. Ihren Inhalt geben wir mit eigenen Worten wieder, statt Namen stehen Funktionen da.\n\nBeide blicken nach vorn. Was aus dem Vorhaben geworden ist, wissen diese Seiten nicht, deshalb stehen die Stände auf dem Sommer 2018.\n\nWelches Projektziel auf welches Wirkungsziel einzahlt, sagen die Schriftstücke nicht. Die Verbindungen sind ein Beispiel und heißen darum „passt am ehesten“.',
    },
    {
      place: 'BEFORE_FIELDS',
      title: { de: 'Warum ein neuer Name', en: 'Why a new name', ar: 'لماذا اسم جديد' },
      text: 'Elf Jahre nach dem Integrationskonzept hielt die Verwaltung eine Neuausrichtung für nötig. Mit ihr kommt ein neuer Titel: Teilhabeplan V, gewidmet den Menschen mit Zuwanderungsgeschichte. Er soll sich in die Sozialstrategie einfügen, die der Landkreis im selben Jahr fortschreibt.',
    },
    {
      place: 'AFTER_FIELDS',
      title: { de: 'Was der Weg kostet', en: 'What the way costs', ar: 'كم يكلّف إعداد الخطة' },
      text: 'Die Vorlage rechnet einmalig mit 20.000 Euro im Ergebnishaushalt: 5.000 Euro im Jahr 2018 und 15.000 Euro im Jahr 2019. Für 2019 war das Geld schon eingeplant, für 2018 nicht. Die Lücke sollten Mittel schließen, die für die Messung von Wirkungen vorgesehen waren; dort standen 20.000 Euro, gebraucht würden davon höchstens 10.000.\n\nDazu kommt eine halbe Stelle im Landratsamt. Das Kästchen für Investitionen ist leer.',
    },
    {
      place: 'AFTER_FIELDS',
      title: { de: 'Was noch offen war', en: 'What was still open', ar: 'ما بقي مفتوحاً' },
      text: 'Wie viele Mitglieder des Sozialausschusses mitsteuern, ist im Auftrag eine Frage. Der dritte Meilenstein hat einen Tag, aber keinen Inhalt, drei andere haben Inhalt und keinen Tag. Für den Auftakt gibt es nur eine Untergrenze. Solche Lücken gehören zu einem Plan, der entsteht; hier bleiben sie sichtbar.',
    },
  ],
}
