import type { DemoNeed } from '../format.ts'

export const needs: DemoNeed[] = [
  // 1 Sprache und Verständigung
  {
    key: 'n-abendkurse',
    actionField: 'sprache',
    statement: {
      de: 'Wer im Schichtbetrieb arbeitet, findet kaum einen Deutschkurs am Abend oder am Samstag.',
      en: 'People who work shifts can hardly find a German course in the evening or on Saturdays.',
      ar: 'من يعمل بنظام المناوبات لا يكاد يجد دورة ألمانية في المساء أو يوم السبت.',
    },
    description:
      '71 Befragte gaben an, einen Kurs wegen ihrer Arbeitszeit abgebrochen oder gar nicht begonnen zu haben.',
    targetGroups: ['beschaeftigte'],
    topics: ['verstaendigung'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      {
        kind: 'SURVEY',
        text: 'Befragung zum Leben im Musterkreis, Frage 6: Was hat Sie am Lernen gehindert?',
        date: 'Februar und März 2024',
      },
      { kind: 'WORKSHOP', text: 'Gesprächsrunde mit Beschäftigten im Gewerbepark Bachweiler', date: '2024-04-18' },
    ],
  },
  {
    key: 'n-kinderbetreuung-kurs',
    actionField: 'sprache',
    statement: {
      de: 'Mütter kleiner Kinder bleiben dem Kurs fern, weil in der Nähe niemand auf die Kinder aufpasst.',
      en: 'Mothers of small children stay away from courses because nobody nearby can look after their children.',
      ar: 'تتغيب أمهات الأطفال الصغار عن الدورات لعدم وجود من يعتني بأطفالهن في الجوار.',
    },
    targetGroups: ['frauen', 'familien'],
    topics: ['verstaendigung', 'beteiligung'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'MINUTES', text: 'Arbeitskreis Sprachkurse, Tagesordnungspunkt 3', date: '2023-11-09' },
      { kind: 'INDICATOR', text: 'Nur drei von 39 Kursen hatten 2023 eine Betreuung im Haus', date: '2023' },
    ],
  },
  {
    key: 'n-kurswege',
    actionField: 'sprache',
    statement: {
      de: 'Aus den Dörfern im Hochwald dauert die Fahrt zum nächsten Kurs mit dem Bus über eine Stunde.',
      en: 'From the Hochwald villages, the bus ride to the nearest course takes more than an hour.',
      ar: 'تستغرق الرحلة بالحافلة من قرى هوخفالد إلى أقرب دورة أكثر من ساعة.',
    },
    targetGroups: ['neu-zugewanderte', 'gefluechtete'],
    topics: ['digitale-zugaenge'],
    priority: 2,
    state: 'ADOPTED',
    sources: [
      { kind: 'WORKSHOP', text: 'Bürgerwerkstatt in der Festhalle Hohenwarten, Karte „Bus“', date: '2024-04-23' },
      { kind: 'OTHER', text: 'Fahrplanauswertung des Amts für Mobilität für acht Gemeinden', date: '2024-05' },
    ],
  },
  {
    key: 'n-dolmetschen',
    actionField: 'sprache',
    statement: {
      de: 'Auf Ämtern und in Praxen übersetzen noch immer Kinder für ihre Eltern.',
      en: 'In offices and doctors’ surgeries, children still have to interpret for their parents.',
      ar: 'ما زال الأطفال يترجمون لآبائهم في الدوائر وعيادات الأطباء.',
    },
    description:
      'Das überfordert die Kinder und führt zu Fehlern, gerade wenn es um Krankheit, Geld oder Trennung geht.',
    targetGroups: ['familien', 'fachleute'],
    topics: ['verstaendigung', 'offene-verwaltung'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'SURVEY', text: 'Onlineabfrage bei 64 Fachstellen, Frage 2: Wer übersetzt bei Ihnen?', date: '2024-02' },
      { kind: 'MINUTES', text: 'Jugendhilfeausschuss, Bericht der Schulsozialarbeit', date: '2023-10-17' },
    ],
  },
  {
    key: 'n-wartezeit',
    actionField: 'sprache',
    statement: {
      de: 'Zwischen der Anmeldung und dem ersten Kurstag liegen im Mittel mehr als drei Monate.',
      en: 'On average more than three months pass between registration and the first day of a course.',
      ar: 'يمر في المتوسط أكثر من ثلاثة أشهر بين التسجيل وأول يوم في الدورة.',
    },
    targetGroups: ['neu-zugewanderte', 'gefluechtete-ukraine'],
    topics: [],
    priority: 2,
    state: 'ADOPTED',
    sources: [
      { kind: 'INDICATOR', text: 'Wartezeit auf einen Deutschkurs, Auswertung der vier Kursträger', date: '2023' },
    ],
  },

  // 2 Kita, Schule und Bildung
  {
    key: 'n-kita-einstieg',
    actionField: 'bildung',
    statement: {
      de: 'Eltern, die neu im Kreis sind, erfahren zu spät, wie und wo sie ein Kind in der Kita anmelden.',
      en: 'Parents who are new to the county learn too late how and where to register a child for day care.',
      ar: 'يعرف الأهل الجدد في المقاطعة متأخرين كيف وأين يسجلون طفلهم في الروضة.',
    },
    targetGroups: ['familien', 'junge-menschen'],
    topics: ['offene-verwaltung'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'WORKSHOP', text: 'Elternfrühstück im Familienzentrum Lindenfurt, 22 Teilnehmende', date: '2024-04-11' },
      {
        kind: 'INDICATOR',
        text: 'Betreuungsquote der Drei- bis Fünfjährigen nach Herkunft der Eltern',
        date: '2023-03-01',
      },
    ],
  },
  {
    key: 'n-elternpost',
    actionField: 'bildung',
    statement: {
      de: 'Elternbriefe und Nachrichten aus der Schul-App kommen bei vielen Familien an, werden aber nicht verstanden.',
      en: 'Letters to parents and messages in the school app reach many families but are not understood.',
      ar: 'تصل رسائل المدرسة وإشعارات تطبيقها إلى أسر كثيرة، لكنها لا تُفهم.',
    },
    targetGroups: ['familien'],
    topics: ['verstaendigung', 'digitale-zugaenge'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'SURVEY', text: 'Elternbefragung an elf Grundschulen, 402 Rückläufe', date: '2024-01' },
      {
        kind: 'MINUTES',
        text: 'Gesamtelternbeirat Musterstadt, Sitzung zum Thema Elternkommunikation',
        date: '2023-12-05',
      },
    ],
  },
  {
    key: 'n-lehrkraefte-uebersetzung',
    actionField: 'bildung',
    statement: {
      de: 'Lehrkräfte wissen vor einem Elterngespräch nicht, wen sie zum Übersetzen rufen können.',
      en: 'Before a meeting with parents, teachers do not know whom they can call to interpret.',
      ar: 'لا يعرف المعلمون قبل لقاء الأهل بمن يمكنهم الاتصال للترجمة.',
    },
    targetGroups: ['fachleute'],
    topics: ['verstaendigung'],
    state: 'MERGED',
    mergedInto: 'n-elternpost',
    sources: [{ kind: 'WORKSHOP', text: 'Fachtag der Grundschulleitungen, Tisch 4', date: '2024-03-14' }],
  },
  {
    key: 'n-quereinstieg',
    actionField: 'bildung',
    statement: {
      de: 'Jugendliche, die mit 15 oder 16 Jahren kommen, verlassen die Schule oft ohne Abschluss.',
      en: 'Young people who arrive at the age of 15 or 16 often leave school without a certificate.',
      ar: 'غالباً ما يترك الشباب الذين يصلون في سن 15 أو 16 المدرسة دون شهادة.',
    },
    targetGroups: ['junge-menschen'],
    topics: ['beteiligung'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'INDICATOR', text: 'Schulabgänge ohne Hauptschulabschluss, Schulstatistik des Landes', date: '2023' },
      { kind: 'OTHER', text: 'Verbleibstudie der Berufsschulen zu 186 Jugendlichen', date: '2024-06' },
    ],
  },
  {
    key: 'n-lernorte',
    actionField: 'bildung',
    statement: {
      de: 'Vielen Kindern fehlt nachmittags ein ruhiger Platz zum Lesen und Lernen.',
      en: 'Many children have no quiet place to read and study in the afternoon.',
      ar: 'يفتقر كثير من الأطفال إلى مكان هادئ للقراءة والتعلم بعد الظهر.',
    },
    targetGroups: ['junge-menschen', 'familien'],
    topics: [],
    priority: 3,
    state: 'DISCUSSED',
    sources: [{ kind: 'WORKSHOP', text: 'Kinderkonferenz in der Gemeinschaftsschule Erlenwies', date: '2024-05-07' }],
  },
  {
    key: 'n-ferien',
    actionField: 'bildung',
    statement: {
      de: 'In den sechs Ferienwochen im Sommer verlernen neu zugezogene Kinder einen Teil ihres Deutsch.',
      en: 'During the six weeks of summer holidays, newly arrived children lose part of their German.',
      ar: 'خلال ستة أسابيع من عطلة الصيف ينسى الأطفال الجدد جزءاً من لغتهم الألمانية.',
    },
    targetGroups: ['junge-menschen'],
    topics: [],
    state: 'NEW',
    sources: [{ kind: 'MINUTES', text: 'AG Bildung, Blitzlicht zum Schuljahresende', date: '2026-07-15' }],
    draft: true,
  },

  // 3 Arbeit und Ausbildung
  {
    key: 'n-anerkennung',
    actionField: 'arbeit',
    statement: {
      de: 'Ausgebildete Fachkräfte arbeiten jahrelang als Aushilfe, weil die Anerkennung ihres Abschlusses zu verworren ist.',
      en: 'Trained professionals work as unskilled helpers for years because getting their qualification recognised is too confusing.',
      ar: 'يعمل أصحاب المؤهلات سنوات في وظائف مؤقتة لأن الاعتراف بشهاداتهم معقد جداً.',
    },
    targetGroups: ['beschaeftigte'],
    topics: ['offene-verwaltung'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'SURVEY', text: 'Freitext „Mein Beruf zählt hier nicht“, 93 Nennungen', date: 'Februar und März 2024' },
      { kind: 'OTHER', text: 'Beratungsstatistik des Jobcenters zu ausländischen Abschlüssen', date: '2023' },
    ],
  },
  {
    key: 'n-frauen-arbeit',
    actionField: 'arbeit',
    statement: {
      de: 'Zugewanderte Frauen sind viel seltener beschäftigt, als sie es sich wünschen.',
      en: 'Women who have immigrated are employed far less often than they would like to be.',
      ar: 'نسبة عمل النساء المهاجرات أقل بكثير مما يرغبن فيه.',
    },
    targetGroups: ['frauen'],
    topics: ['diskriminierungsschutz'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'INDICATOR', text: 'Beschäftigungsquote ausländischer Frauen am Wohnort', date: '2023-06-30' },
      { kind: 'WORKSHOP', text: 'Frauengespräch beim Verein Bunte Brücke, 17 Teilnehmerinnen', date: '2024-04-25' },
    ],
  },
  {
    key: 'n-ausbildung-fachsprache',
    actionField: 'arbeit',
    statement: {
      de: 'Auszubildende beherrschen den Handgriff, scheitern aber an der Fachsprache in der Berufsschule.',
      en: 'Apprentices master the practical work but fail because of the technical language at vocational school.',
      ar: 'يتقن المتدربون العمل اليدوي لكنهم يتعثرون بسبب اللغة التخصصية في المدرسة المهنية.',
    },
    targetGroups: ['junge-menschen', 'beschaeftigte'],
    topics: ['verstaendigung'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'MINUTES', text: 'Berufsbildungsausschuss der Kreishandwerkerschaft', date: '2024-02-28' },
      { kind: 'WORKSHOP', text: 'Runde Tische an beiden Berufsschulen mit 40 Auszubildenden', date: '2024-05-16' },
    ],
  },
  {
    key: 'n-betriebe',
    actionField: 'arbeit',
    statement: {
      de: 'Kleine Betriebe würden gern einstellen, scheuen aber Papierkram und Unsicherheit beim Aufenthaltsrecht.',
      en: 'Small firms would like to hire but shy away from the paperwork and from uncertainty about residence law.',
      ar: 'ترغب الشركات الصغيرة في التوظيف لكنها تخشى كثرة الأوراق والغموض في قانون الإقامة.',
    },
    targetGroups: ['beschaeftigte', 'fachleute'],
    topics: ['offene-verwaltung'],
    priority: 2,
    state: 'ADOPTED',
    sources: [{ kind: 'SURVEY', text: 'Kurzumfrage der Wirtschaftskammer unter 118 Betrieben', date: '2024-03' }],
  },
  {
    key: 'n-schichtweg',
    actionField: 'arbeit',
    statement: {
      de: 'Zur Frühschicht im Gewerbepark Bachweiler fährt kein Bus, und einen Führerschein haben viele nicht.',
      en: 'No bus runs in time for the early shift at the Bachweiler business park, and many people have no driving licence.',
      ar: 'لا توجد حافلة تصل في موعد المناوبة الصباحية بالمنطقة الصناعية في باخفايلر، وكثيرون لا يملكون رخصة قيادة.',
    },
    targetGroups: ['beschaeftigte'],
    topics: [],
    state: 'NEW',
    sources: [
      {
        kind: 'OTHER',
        text: 'Hinweis eines Logistikbetriebs in der Sprechstunde des Integrationsbüros',
        date: '2026-09-03',
      },
    ],
    draft: true,
  },

  // 4 Ankommen und Wohnen
  {
    key: 'n-erstberatung',
    actionField: 'wohnen',
    statement: {
      de: 'In den ersten Wochen wissen viele nicht, welche Stelle ihnen bei welcher Frage hilft.',
      en: 'In their first weeks, many people do not know which office helps with which question.',
      ar: 'في الأسابيع الأولى لا يعرف كثيرون أي جهة تساعدهم في أي مسألة.',
    },
    targetGroups: ['neu-zugewanderte', 'gefluechtete'],
    topics: ['offene-verwaltung', 'verstaendigung'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      {
        kind: 'SURVEY',
        text: 'Befragungsteil Ankommen, Frage 11: Wo haben Sie zuerst Hilfe gefunden?',
        date: 'Februar und März 2024',
      },
      { kind: 'WORKSHOP', text: 'Gespräch mit neu Zugezogenen im Rathaus Sternach', date: '2024-04-09' },
    ],
  },
  {
    key: 'n-amtsbriefe',
    actionField: 'wohnen',
    statement: {
      de: 'Bescheide bleiben ungeöffnet liegen, weil ihre Sprache Angst macht.',
      en: 'Official letters are left unopened because their language is frightening.',
      ar: 'تبقى الرسائل الرسمية مغلقة لأن لغتها تثير الخوف.',
    },
    targetGroups: ['neu-zugewanderte', 'aeltere'],
    topics: ['offene-verwaltung'],
    state: 'MERGED',
    mergedInto: 'n-erstberatung',
    sources: [{ kind: 'MINUTES', text: 'Dienstbesprechung der Wohngeldstelle', date: '2024-01-30' }],
  },
  {
    key: 'n-wohnungssuche',
    actionField: 'wohnen',
    statement: {
      de: 'Familien mit drei und mehr Kindern suchen oft über zwei Jahre nach einer bezahlbaren Wohnung.',
      en: 'Families with three or more children often spend over two years looking for an affordable flat.',
      ar: 'تبحث الأسر التي لديها ثلاثة أطفال أو أكثر غالباً أكثر من عامين عن مسكن بسعر معقول.',
    },
    targetGroups: ['familien', 'gefluechtete'],
    topics: ['diskriminierungsschutz'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'INDICATOR', text: 'Verweildauer in kommunalen Unterkünften, Stichtagsliste', date: '2023-12-31' },
      { kind: 'OTHER', text: 'Anmeldezahlen der Wohnbau Musterstadt und der Baugenossenschaft', date: '2024-04' },
    ],
  },
  {
    key: 'n-unterkunft-alltag',
    actionField: 'wohnen',
    statement: {
      de: 'In den großen Unterkünften fehlen Rückzugsräume, besonders für Kinder und alleinstehende Frauen.',
      en: 'The large shelters lack quiet, private rooms, especially for children and women on their own.',
      ar: 'تفتقر مراكز الإيواء الكبيرة إلى أماكن هادئة خاصة، لا سيما للأطفال والنساء الوحيدات.',
    },
    targetGroups: ['gefluechtete', 'frauen'],
    topics: ['diskriminierungsschutz'],
    priority: 2,
    state: 'ADOPTED',
    sources: [
      { kind: 'WORKSHOP', text: 'Hausversammlungen in den Unterkünften Lindenfurt und Mühlrain', date: '2024-03' },
    ],
  },
  {
    key: 'n-mietbuergschaft',
    actionField: 'wohnen',
    statement: {
      de: 'Der Landkreis soll gegenüber Vermietern für ausbleibende Mieten bürgen.',
      en: 'The county should guarantee unpaid rent to landlords.',
      ar: 'ينبغي أن تضمن المقاطعة لأصحاب المساكن الإيجارات غير المدفوعة.',
    },
    targetGroups: ['familien'],
    topics: [],
    state: 'REJECTED',
    reason:
      'Bürgschaften zugunsten privater Mietverhältnisse lässt das Haushaltsrecht nur in engen Grenzen und mit Genehmigung zu. Das Jobcenter kann Mieten direkt überweisen, darauf weist die Wohnberatung künftig von Anfang an hin.',
    sources: [{ kind: 'WORKSHOP', text: 'Runder Tisch Wohnen mit neun privaten Vermietern', date: '2024-06-06' }],
  },

  // 5 Gesundheit und Pflege
  {
    key: 'n-praxis-verstaendigung',
    actionField: 'gesundheit',
    statement: {
      de: 'Praxen lehnen neue Patienten ab, wenn niemand beim Übersetzen hilft.',
      en: 'Surgeries turn new patients away when nobody is there to help interpret.',
      ar: 'ترفض العيادات مرضى جدداً عندما لا يوجد من يساعد في الترجمة.',
    },
    targetGroups: ['gefluechtete', 'fachleute'],
    topics: ['verstaendigung'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'SURVEY', text: 'Faxumfrage der Ärzteschaft unter 57 Praxen', date: '2024-02' },
      { kind: 'MINUTES', text: 'Kommunale Gesundheitskonferenz, Plenum im Frühjahr', date: '2024-03-20' },
    ],
  },
  {
    key: 'n-vorsorge',
    actionField: 'gesundheit',
    statement: {
      de: 'Kinder aus neu zugezogenen Familien verpassen häufiger die frühen Untersuchungen und Impfungen.',
      en: 'Children from newly arrived families miss early check-ups and vaccinations more often.',
      ar: 'يفوّت أطفال الأسر الجديدة الفحوص المبكرة والتطعيمات أكثر من غيرهم.',
    },
    targetGroups: ['familien', 'junge-menschen'],
    topics: [],
    priority: 1,
    state: 'ADOPTED',
    sources: [{ kind: 'INDICATOR', text: 'Einschulungsuntersuchung, vorgelegte Untersuchungshefte', date: '2023' }],
  },
  {
    key: 'n-seele',
    actionField: 'gesundheit',
    statement: {
      de: 'Wer durch Krieg und Flucht belastet ist, wartet bis zu neun Monate auf eine Behandlung.',
      en: 'People burdened by war and flight wait up to nine months for treatment.',
      ar: 'ينتظر من أثقلتهم الحرب واللجوء حتى تسعة أشهر للحصول على علاج.',
    },
    targetGroups: ['gefluechtete', 'gefluechtete-ukraine'],
    topics: ['verstaendigung'],
    priority: 2,
    state: 'ADOPTED',
    sources: [
      { kind: 'MINUTES', text: 'Fachaustausch Psychosoziale Hilfen, Ergebnissicherung', date: '2024-05-23' },
      { kind: 'OTHER', text: 'Brief des Beratungswerks Hochwald an die Kreisverwaltung', date: '2024-01-12' },
    ],
  },
  {
    key: 'n-pflege',
    actionField: 'gesundheit',
    statement: {
      de: 'Ältere aus der ersten Generation kennen die Leistungen der Pflege nicht und werden allein in der Familie versorgt.',
      en: 'Older people of the first generation do not know what care services offer and are looked after by their families alone.',
      ar: 'لا يعرف كبار السن من الجيل الأول خدمات الرعاية، وتتولى أسرهم وحدها العناية بهم.',
    },
    targetGroups: ['aeltere', 'familien'],
    topics: ['beteiligung'],
    priority: 2,
    state: 'DISCUSSED',
    sources: [{ kind: 'WORKSHOP', text: 'Kaffeerunde im italienischen Verein Circolo Ahltal', date: '2024-05-29' }],
  },

  // 6 Zusammenleben und Beteiligung
  {
    key: 'n-raeume',
    actionField: 'zusammenleben',
    statement: {
      de: 'Vereine von Zugewanderten finden keine Räume für Proben, Feste und Sitzungen.',
      en: 'Associations founded by immigrants cannot find rooms for rehearsals, celebrations and meetings.',
      ar: 'لا تجد جمعيات المهاجرين قاعات للتدريب والاحتفالات والاجتماعات.',
    },
    targetGroups: ['alle-im-kreis'],
    topics: ['beteiligung'],
    priority: 2,
    state: 'ADOPTED',
    sources: [
      { kind: 'SURVEY', text: 'Vereinsbefragung des Forums, 19 von 22 Vereinen antworteten', date: '2024-01' },
      { kind: 'WORKSHOP', text: 'Vereinsabend im Gemeindehaus Kirchheuberg', date: '2024-04-30' },
    ],
  },
  {
    key: 'n-mitreden',
    actionField: 'zusammenleben',
    statement: {
      de: 'In Räten, Elternbeiräten und Vorständen sitzen kaum Menschen mit Zuwanderungsgeschichte.',
      en: 'Hardly anyone with a history of immigration sits on councils, parents’ boards or club committees.',
      ar: 'قلّما يشغل أشخاص من أصول مهاجرة مقاعد في المجالس ومجالس الأهل وإدارات الجمعيات.',
    },
    targetGroups: ['alle-im-kreis', 'frauen'],
    topics: ['beteiligung', 'offene-verwaltung'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'INDICATOR', text: 'Selbstauskunft der Mitglieder in 31 kommunalen Gremien', date: '2023' },
      { kind: 'MINUTES', text: 'Integrationsbeirat, Aussprache zur Kreistagswahl', date: '2024-06-18' },
    ],
  },
  {
    key: 'n-diskriminierung',
    actionField: 'zusammenleben',
    statement: {
      de: 'Wer wegen seiner Herkunft benachteiligt wird, weiß nicht, wohin er sich wenden kann.',
      en: 'People who are treated unfairly because of their origin do not know where to turn.',
      ar: 'من يتعرض للتمييز بسبب أصله لا يعرف إلى أين يتوجه.',
    },
    targetGroups: ['alle-im-kreis'],
    topics: ['diskriminierungsschutz'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'SURVEY', text: 'Bevölkerungsumfrage der Sozialplanung, Frage 19 zu Benachteiligung', date: '2023-Q4' },
      { kind: 'OTHER', text: 'Stellungnahme der Beratungsstelle Fairstand zum Planentwurf', date: '2024-09-02' },
    ],
  },
  {
    key: 'n-einbuergerung',
    actionField: 'zusammenleben',
    statement: {
      de: 'Wer Deutsche oder Deutscher werden will, wartet über ein Jahr auf eine Antwort.',
      en: 'Anyone who wants to become a German citizen waits more than a year for an answer.',
      ar: 'من يريد الحصول على الجنسية الألمانية ينتظر أكثر من عام للحصول على رد.',
    },
    targetGroups: ['beschaeftigte', 'familien'],
    topics: ['offene-verwaltung', 'digitale-zugaenge'],
    priority: 1,
    state: 'ADOPTED',
    sources: [
      { kind: 'INDICATOR', text: 'Offene Einbürgerungsverfahren am Jahresende', date: '2023-12-31' },
      { kind: 'MINUTES', text: 'Kreistag, Anfrage von zwei Fraktionen zur Bearbeitungsdauer', date: '2024-02-21' },
    ],
  },
  {
    key: 'n-sport-maedchen',
    actionField: 'zusammenleben',
    statement: {
      de: 'Mädchen hören mit zehn oder elf Jahren mit dem Vereinssport auf, wenn es keine eigene Gruppe gibt.',
      en: 'Girls give up club sport at ten or eleven when there is no group of their own.',
      ar: 'تترك الفتيات رياضة النوادي في سن العاشرة أو الحادية عشرة إذا لم تكن لهن مجموعة خاصة.',
    },
    targetGroups: ['junge-menschen'],
    topics: ['beteiligung'],
    state: 'NEW',
    sources: [{ kind: 'MINUTES', text: 'Projektgruppe Gemeinsam im Verein, Monatstreffen', date: '2026-09-21' }],
    draft: true,
  },
]
