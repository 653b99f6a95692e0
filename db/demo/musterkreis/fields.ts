import type { DemoPlan } from '../format.ts'

export const actionFields: DemoPlan['actionFields'] = [
  {
    key: 'sprache',
    code: '1',
    title: {
      de: 'Sprache und Verständigung',
      en: 'Language and understanding each other',
      ar: 'اللغة والتفاهم',
    },
    description: {
      de: 'Deutsch lernen soll neben Arbeit und Familie möglich sein, auch im Hochwald. Wo das Deutsch noch nicht reicht, helfen geschulte Menschen beim Übersetzen.',
      en: 'Learning German should be possible alongside work and family, in the Hochwald villages too. Where German is not yet enough, trained people help to interpret.',
      ar: 'ينبغي أن يكون تعلّم الألمانية ممكناً إلى جانب العمل والأسرة، حتى في قرى هوخفالد. وحيث لا تكفي الألمانية بعد، يساعد أشخاص مدرَّبون في الترجمة.',
      'de-x-einfach':
        'Alle sollen Deutsch lernen können, auch wenn sie arbeiten oder Kinder haben. Wer noch wenig Deutsch spricht, bekommt Hilfe beim Übersetzen.',
    },
    bodies: ['ag-sprache', 'arbeitskreis-sprachkurse'],
  },
  {
    key: 'bildung',
    code: '2',
    title: { de: 'Kita, Schule und Bildung', en: 'Childcare, school and education', ar: 'الروضة والمدرسة والتعليم' },
    description: {
      de: 'Kinder sollen früh einen guten Platz finden und später einen Abschluss, der zu ihnen passt. Dafür arbeiten Kitas, Schulen und Eltern zusammen, ohne dass Herkunft im Weg steht.',
      en: 'Children should find a good place early on and, later, a qualification that suits them. Day nurseries, schools and parents work on this together, and origin must not get in the way.',
      ar: 'ينبغي أن يجد الأطفال مكاناً جيداً في سن مبكرة، ثم شهادة تناسبهم. لذلك تعمل الروضات والمدارس والأهل معاً دون أن يكون الأصل عائقاً.',
      'de-x-einfach':
        'Jedes Kind soll gut lernen können. Kitas und Schulen erklären den Eltern alles so, dass sie es verstehen.',
    },
    bodies: ['ag-bildung'],
  },
  {
    key: 'arbeit',
    code: '3',
    title: { de: 'Arbeit und Ausbildung', en: 'Work and vocational training', ar: 'العمل والتدريب المهني' },
    description: {
      de: 'Viele bringen Berufe mit, die unsere Betriebe dringend suchen. Wir verkürzen den Weg von der ersten Beratung bis zum passenden Arbeitsvertrag.',
      en: 'Many people bring with them the very occupations our businesses are looking for. We shorten the way from the first advice session to a suitable contract.',
      ar: 'يحمل كثيرون معهم مهناً تحتاج إليها شركاتنا بشدة. نحن نقصّر الطريق من أول استشارة إلى عقد العمل المناسب.',
      'de-x-einfach':
        'Viele Menschen haben schon einen Beruf gelernt. Wir helfen ihnen, damit sie hier in diesem Beruf arbeiten können.',
    },
    bodies: ['ag-arbeit'],
  },
  {
    key: 'wohnen',
    code: '4',
    title: { de: 'Ankommen und Wohnen', en: 'Arriving and housing', ar: 'الوصول والسكن' },
    description: {
      de: 'Die ersten Monate entscheiden viel: eine Stelle, die weiterhilft, ein Bescheid, den man versteht, eine Tür, die man hinter sich schließen kann. Daran arbeiten Landratsamt, Gemeinden und Vermieter gemeinsam.',
      en: 'The first months decide a great deal: an office that helps, a letter one can understand, a door one can close behind oneself. The county office, the municipalities and landlords work on this together.',
      ar: 'الأشهر الأولى حاسمة: جهة تساعد، ورسالة رسمية مفهومة، وباب يستطيع المرء أن يغلقه خلفه. تعمل إدارة المقاطعة والبلديات وأصحاب المساكن على ذلك معاً.',
      'de-x-einfach': 'Wer neu ist, braucht schnell Rat und eine Wohnung. Das Amt schreibt Briefe, die man versteht.',
    },
    bodies: ['ag-wohnen'],
  },
  {
    key: 'gesundheit',
    code: '5',
    title: { de: 'Gesundheit und Pflege', en: 'Health and care', ar: 'الصحة والرعاية' },
    description: {
      de: 'Krank sein ist schwer genug. Praxen, Kliniken und Pflegedienste im Musterkreis stellen sich darauf ein, dass ihre Patientinnen und Patienten über vierzig Sprachen sprechen.',
      en: 'Being ill is hard enough. Surgeries, hospitals and care services in Musterkreis prepare for patients who speak more than forty languages.',
      ar: 'المرض صعب بما يكفي. تستعد العيادات والمستشفيات وخدمات الرعاية في موستركرايس لمرضى يتحدثون أكثر من أربعين لغة.',
      'de-x-einfach':
        'Jeder Mensch soll beim Arzt verstanden werden. Auch wer alt ist und Pflege braucht, bekommt Hilfe in seiner Sprache.',
    },
    bodies: ['ag-gesundheit'],
  },
  {
    key: 'zusammenleben',
    code: '6',
    title: {
      de: 'Zusammenleben und Beteiligung',
      en: 'Living together and having a say',
      ar: 'العيش المشترك والمشاركة',
    },
    description: {
      de: 'Heimat entsteht, wo man gefragt wird und mitmachen kann. Vereine, Räte und Nachbarschaften öffnen sich, und wer ausgegrenzt wird, findet Schutz.',
      en: 'A place becomes home where people are asked and can join in. Clubs, councils and neighbourhoods open up, and anyone who is shut out finds protection.',
      ar: 'يصبح المكان وطناً حين يُسأل الإنسان عن رأيه ويستطيع المشاركة. تنفتح الجمعيات والمجالس والأحياء، ويجد من يتعرض للإقصاء الحماية.',
      'de-x-einfach': 'Alle sollen mitreden und mitmachen können. Wer schlecht behandelt wird, bekommt Hilfe.',
    },
    bodies: ['ag-zusammenleben', 'integrationsbeirat'],
  },
]

/** Two topics carry the name of a field: the same name, but a record of its own. */
export const crossCuttingTopics: DemoPlan['crossCuttingTopics'] = [
  {
    key: 'verstaendigung',
    title: {
      de: 'Sprache und Verständigung',
      en: 'Language and understanding each other',
      ar: 'اللغة والتفاهم',
    },
    description: 'In jedem Handlungsfeld fragen wir: Versteht die Person uns, und verstehen wir sie?',
  },
  {
    key: 'beteiligung',
    title: {
      de: 'Zusammenleben und Beteiligung',
      en: 'Living together and having a say',
      ar: 'العيش المشترك والمشاركة',
    },
    description: 'Wen eine Maßnahme betrifft, der redet bei ihrer Planung mit.',
  },
  {
    key: 'offene-verwaltung',
    title: { de: 'Offene Verwaltung', en: 'Open administration', ar: 'إدارة منفتحة' },
    description: 'Ämter prüfen ihre Abläufe, Formulare und Stellenausschreibungen auf Hürden.',
  },
  {
    key: 'diskriminierungsschutz',
    title: { de: 'Schutz vor Diskriminierung', en: 'Protection from discrimination', ar: 'الحماية من التمييز' },
    description: 'Niemand wird wegen Herkunft, Sprache, Religion oder Hautfarbe schlechter behandelt.',
  },
  {
    key: 'digitale-zugaenge',
    title: { de: 'Digitale Zugänge', en: 'Digital access', ar: 'الوصول الرقمي' },
    description: 'Was online geht, muss auch mit einem einfachen Telefon und wenig Deutsch gelingen.',
  },
]

export const targetGroups: DemoPlan['targetGroups'] = [
  {
    key: 'neu-zugewanderte',
    title: { de: 'Neu Zugewanderte', en: 'People who have recently arrived', ar: 'القادمون الجدد' },
    description: 'Menschen in den ersten drei Jahren nach ihrem Zuzug aus dem Ausland, gleich aus welchem Grund.',
    estimatedSize: { value: 9400, source: 'Wanderungsstatistik, Zuzüge 2023 bis 2025, gerundet', date: '2025-12-31' },
  },
  {
    key: 'gefluechtete',
    title: { de: 'Geflüchtete Menschen', en: 'Refugees', ar: 'اللاجئون' },
    description: 'Menschen mit Schutzstatus, im Asylverfahren oder mit Duldung.',
    estimatedSize: { value: 4870, source: 'Ausländerzentralregister', date: '2025-12-31' },
  },
  {
    key: 'gefluechtete-ukraine',
    title: { de: 'Geflüchtete aus der Ukraine', en: 'Refugees from Ukraine', ar: 'اللاجئون من أوكرانيا' },
    parent: 'gefluechtete',
    estimatedSize: {
      value: 1930,
      source: 'Ausländerzentralregister, Aufenthaltstitel nach Paragraf 24',
      date: '2025-12-31',
    },
  },
  {
    key: 'familien',
    title: { de: 'Familien mit Kindern', en: 'Families with children', ar: 'الأسر التي لديها أطفال' },
    description: 'Haushalte mit mindestens einem Kind unter 18 Jahren, in denen ein Elternteil zugewandert ist.',
    estimatedSize: { value: 11200, source: 'Haushaltegenerierung der Statistikstelle Musterstadt', date: '2024-12-31' },
  },
  {
    key: 'junge-menschen',
    title: { de: 'Kinder und Jugendliche', en: 'Children and young people', ar: 'الأطفال والشباب' },
    description: 'Von der Geburt bis zum Ende der ersten Ausbildung.',
  },
  {
    key: 'frauen',
    title: { de: 'Zugewanderte Frauen', en: 'Women who have immigrated', ar: 'النساء المهاجرات' },
    description: 'Mit einem besonderen Blick auf Mütter, die neben der Familie lernen oder arbeiten wollen.',
  },
  {
    key: 'beschaeftigte',
    title: {
      de: 'Zugewanderte Fach- und Arbeitskräfte',
      en: 'Immigrant skilled and other workers',
      ar: 'العمال والكوادر المهاجرة',
    },
    description:
      'Beschäftigte und Arbeitsuchende, die ihren Beruf oder ihre Erfahrung aus einem anderen Land mitbringen.',
    estimatedSize: {
      value: 17600,
      source: 'Statistik der Bundesagentur für Arbeit, Beschäftigte am Wohnort',
      date: '2025-06-30',
    },
  },
  {
    key: 'aeltere',
    title: { de: 'Ältere Zugewanderte', en: 'Older immigrants', ar: 'كبار السن من المهاجرين' },
    description: 'Menschen ab 65 Jahren, viele von ihnen kamen in den sechziger und siebziger Jahren zum Arbeiten.',
    estimatedSize: { value: 5150, source: 'Einwohnermelderegister der 30 Gemeinden', date: '2024-12-31' },
  },
  {
    key: 'fachleute',
    title: {
      de: 'Fachleute in Ämtern und Einrichtungen',
      en: 'Staff in offices and institutions',
      ar: 'العاملون في الدوائر والمؤسسات',
    },
    description: 'Alle, die beruflich beraten, lehren, pflegen oder über Anträge entscheiden.',
  },
  {
    key: 'alle-im-kreis',
    title: { de: 'Alle Menschen im Musterkreis', en: 'Everyone in Musterkreis', ar: 'جميع سكان موستركرايس' },
    description: 'Zusammenleben geht alle an, ob sie vor drei Wochen oder vor drei Generationen gekommen sind.',
    estimatedSize: {
      value: 205061,
      source: 'Bevölkerungsfortschreibung des Statistischen Landesamts',
      date: '2025-12-31',
    },
  },
]
