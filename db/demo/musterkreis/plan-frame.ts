import type { DemoPlan } from '../format.ts'

/** Everything of the plan that is not a field, need, goal, measure or indicator. */
export const planFrame: Omit<
  DemoPlan,
  'actionFields' | 'crossCuttingTopics' | 'targetGroups' | 'needs' | 'goals' | 'measures' | 'indicators'
> = {
  title: {
    de: 'Teilhabeplan Musterkreis 2025–2029',
    en: 'Musterkreis participation plan 2025–2029',
    ar: 'خطة المشاركة في موستركرايس 2025–2029',
  },
  formerTitles: [{ title: 'Integrationskonzept des Musterkreises', until: '2024' }],
  parentStrategy: {
    title: 'Sozialstrategie Musterkreis 2035',
    url: 'https://www.musterkreis.example/sozialstrategie',
    items: [
      'Wer hier lebt, kann mitentscheiden.',
      'Hilfe ist nah, verständlich und rechtzeitig da.',
      'Nachbarschaften tragen einander durchs Leben.',
    ],
  },
  understanding: {
    text: 'Integration heißt für uns nicht, dass eine Gruppe sich anpasst und die andere zusieht. Sie gelingt, wenn alle, die hier leben, die gleichen Wege offen finden und gemeinsam Regeln aushandeln.',
    source: 'Leitbildgespräch mit dem Integrationsbeirat am 17. Mai 2024',
  },
  mainGoal: {
    de: 'Herkunft entscheidet im Musterkreis nicht darüber, wie gut jemand lernt, arbeitet, wohnt und gehört wird.',
    en: 'In Musterkreis, origin does not decide how well a person learns, works, lives and is heard.',
    ar: 'في موستركرايس لا يحدد الأصل كيف يتعلم الإنسان ويعمل ويسكن ويُسمَع صوته.',
  },
  carriers: [
    'Landratsamt Musterkreis',
    'die 30 Städte und Gemeinden',
    'Integrationsbeirat',
    'freie Träger und Vereine',
  ],
  funder: { funder: 'Land Baden-Württemberg', programme: 'Kommunen gestalten Teilhabe' },
  lead: {
    de: 'Rund 205.000 Menschen aus 131 Ländern sind im Musterkreis zu Hause. Hier lesen Sie, was ihnen noch im Weg steht, was Landkreis, Gemeinden und Vereine bis 2029 dagegen tun und ob es geholfen hat.',
    en: 'Around 205,000 people from 131 countries are at home in Musterkreis. This plan says what still stands in their way, what the county, municipalities and associations are doing about it until 2029, and whether it has helped.',
    ar: 'يعيش في موستركرايس نحو 205 آلاف شخص من 131 بلداً. تجدون هنا ما الذي ما زال يعيقهم، وما الذي تفعله المقاطعة والبلديات والجمعيات حتى عام 2029، وهل أفاد ذلك حقاً.',
    'de-x-einfach':
      'Im Musterkreis leben etwa 205.000 Menschen aus vielen Ländern. Dieser Plan sagt, was ihnen fehlt und was wir dafür tun. Jedes Jahr prüfen wir, ob es hilft.',
    'de-x-leicht':
      'Im Muster-Kreis leben viele Menschen. Sie kommen aus 131 Ländern. Alle sollen gut leben können. Das ist der Plan dafür. Sie können den Plan lesen. Sie können auch mitreden.',
  },
  versions: [
    {
      number: 1,
      title: 'Integrationskonzept 2018',
      label: 'Erste Fassung',
      state: 'SUPERSEDED',
      from: '2018-07-01',
      to: '2024-12-31',
      decision: {
        body: 'Kreistag',
        date: '2018-06-27',
        paper: '94/2018',
        text: 'Der Kreistag nimmt das Integrationskonzept zur Kenntnis und bittet, nach fünf Jahren über die Umsetzung zu berichten.',
      },
      goals: [
        { text: 'Geflüchtete Menschen finden nach der Unterkunft eine eigene Wohnung.', level: 'MAIN_GOAL' },
        {
          text: 'In jeder Gemeinde besteht ein Kreis von Ehrenamtlichen, der beim Ankommen hilft.',
          level: 'IMPACT_GOAL',
        },
        {
          text: 'Der Landkreis bietet in Musterstadt und Lindenfurt genügend Deutschkurse für Anfänger an.',
          level: 'IMPACT_GOAL',
        },
        { text: 'Jugendliche aus Vorbereitungsklassen beginnen eine Ausbildung.', level: 'IMPACT_GOAL' },
        { text: 'Ein Faltblatt mit allen Beratungsstellen liegt in fünf Sprachen vor.', level: 'OUTPUT_GOAL' },
      ],
    },
    {
      number: 2,
      title: 'Teilhabeplan Musterkreis 2025–2029',
      label: 'Fortschreibung 2024',
      state: 'IN_FORCE',
      from: '2025-01-01',
      to: '2029-12-31',
      decision: {
        body: 'Kreistag',
        date: '2024-12-11',
        paper: '188/2024',
        text: 'Der Kreistag beschließt den Teilhabeplan für die Jahre 2025 bis 2029. Die Steuerungsgruppe wählt jedes Jahr im Rahmen des Haushalts aus, welche Maßnahmen an der Reihe sind.',
      },
    },
  ],
  phases: [
    {
      title: { de: 'Zuhören', en: 'Listening', ar: 'الإصغاء' },
      period: '2024-Q1',
      state: 'DONE',
      outcome:
        'Eine Befragung in neun Sprachen und zwölf Gesprächsrunden ergaben 214 Hinweise, aus denen 25 Bedarfe wurden.',
    },
    {
      title: { de: 'Gemeinsam beraten', en: 'Working it out together', ar: 'التشاور معاً' },
      period: '2024-Q3',
      state: 'DONE',
      outcome: 'Sechs Arbeitsgruppen einigten sich auf 30 Ziele und schlugen 91 Maßnahmen vor.',
    },
    {
      title: { de: 'Entscheiden', en: 'Deciding', ar: 'اتخاذ القرار' },
      period: '2024-Q4',
      state: 'DONE',
      outcome:
        'Der Kreistag stimmte mit großer Mehrheit zu, drei Änderungen des Integrationsbeirats wurden übernommen.',
    },
    {
      title: { de: 'Umsetzen', en: 'Putting it into practice', ar: 'التنفيذ' },
      period: 'ab 2025',
      state: 'RUNNING',
      outcome: 'Nach knapp zwei Jahren sind zehn Maßnahmen abgeschlossen und neun dauerhaft verankert.',
    },
    {
      title: {
        de: 'Bilanz ziehen und weiterschreiben',
        en: 'Taking stock and carrying on',
        ar: 'التقييم ومواصلة الخطة',
      },
      period: '2029',
      state: 'PLANNED',
    },
  ],
  events: [
    {
      title: 'Auftakt im Bürgerhaus Erlenwies',
      date: '2024-02-24',
      text: '160 Gäste aus 26 Gemeinden sammelten an runden Tischen, was im Alltag hakt.',
    },
    {
      title: 'Befragung zum Leben im Musterkreis',
      date: 'Februar und März 2024',
      text: '1.083 Menschen füllten den Fragebogen aus, gut die Hälfte davon nicht auf Deutsch.',
    },
    {
      title: 'Klausurtag der sechs Arbeitsgruppen',
      date: '2024-07-12',
      text: 'In der Volkshochschule Ahltal entstand aus Hunderten Karten ein gemeinsamer Zielbaum.',
    },
    {
      title: 'Stellungnahme des Integrationsbeirats',
      date: '2024-10-08',
      text: 'Der Beirat verlangte mehr Angebote im Norden und eine unabhängige Stelle gegen Diskriminierung.',
    },
    {
      title: 'Vorberatung im Sozialausschuss',
      date: '2024-11-20',
      text: 'Der Ausschuss empfahl den Plan einstimmig bei zwei Enthaltungen.',
    },
    {
      title: 'Beschluss im Kreistag',
      date: '2024-12-11',
      text: 'Der Plan ist angenommen, die Mittel für das erste Jahr stehen im Haushalt.',
    },
    {
      title: 'Landtagswahl in Baden-Württemberg',
      date: '2026-03-08',
      text: 'Seither ist offen, welche Förderprogramme des Landes für Kommunen weiterlaufen.',
    },
    {
      title: 'Erster Umsetzungsbericht',
      date: '2026-03-25',
      text: 'Die Steuerungsgruppe legte offen, was 2025 gelang, was sich verzögerte und warum.',
    },
    {
      title: 'Die Steuerungsgruppe wählt für 2027 aus',
      date: '2026-10-07',
      text: 'Zwölf Vorschläge der Arbeitsgruppen bekamen Mittel, drei müssen ein Jahr warten.',
    },
    {
      title: 'Integrationskonferenz in der Stadthalle',
      date: '2027-01-23',
      text: 'Vormittags Werkstätten, nachmittags Austausch mit den Fraktionen, dazu Kinderprogramm und Flüsterdolmetschen.',
    },
    {
      title: 'Halbzeitbilanz des Plans',
      date: '2027-Q3',
      text: 'Alle Zahlen kommen auf den Prüfstand, Ziele ohne Fortschritt werden neu verhandelt.',
      tentative: true,
    },
    {
      title: 'Kreistagswahl',
      date: '2029',
      text: 'Der neue Kreistag bekommt die Bilanz und einen Entwurf für die Zeit ab 2030.',
      tentative: true,
    },
  ],
  chapters: [
    {
      place: 'BEFORE_FIELDS',
      title: 'Zum Geleit',
      text: 'Wer in einer unserer dreißig Gemeinden zum Bäcker geht, hört viele Sprachen. Das war schon so, als die Textilfabriken an der Ahl Arbeitskräfte aus Italien und Griechenland holten, und es ist heute nicht anders.\n\nDieser Plan ist kein Versprechen, dass alles gelingt. Er ist die Zusage, dass wir sagen, was wir vorhaben, was es kostet und woran wir uns messen lassen. Wo etwas stockt, steht der Grund daneben.\n\nWir danken allen, die ihre Zeit gegeben haben: den Menschen, die unseren Fragebogen am Küchentisch ausgefüllt haben, den Vereinen, den Lehrkräften, den Betrieben und den Kolleginnen und Kollegen in den Rathäusern.\n\nDie Hausspitze des Landratsamts',
    },
    {
      place: 'BEFORE_FIELDS',
      title: 'So ist der Plan entstanden',
      text: 'Am Anfang stand eine Frage: Was hält Sie davon ab, hier so zu leben, wie Sie möchten? 1.083 Antworten kamen zurück, dazu Protokolle aus zwölf Gesprächsrunden und die amtlichen Zahlen.\n\nJeder Hinweis wurde einem Bedarf zugeordnet und behält seine Quelle. Zu jedem beschlossenen Bedarf gehört mindestens ein Ziel, zu jedem Ziel mindestens eine Maßnahme. So lässt sich der Weg von der Klage bis zur Zahl in beide Richtungen verfolgen.\n\nBedarfe, die der Landkreis nicht erfüllen kann, sind nicht verschwunden. Sie stehen mit Begründung im Plan.',
    },
    {
      place: 'BETWEEN',
      afterField: 'arbeit',
      title: {
        de: 'Vom Lernen zum Ankommen',
        en: 'From learning to feeling at home',
        ar: 'من التعلم إلى الاستقرار',
      },
      text: {
        de: 'Die ersten drei Felder handeln davon, was Menschen lernen und wovon sie leben. Die folgenden drei fragen, wo sie wohnen, wie gesund sie sind und ob sie dazugehören.\n\nBeides hängt zusammen: Wer nachts in einem Zimmer mit vier anderen schläft, besteht selten eine Prüfung. Deshalb haben die Arbeitsgruppen 3 und 4 ihre Maßnahmen gemeinsam beraten und drei davon zusammengelegt.',
        en: 'The first three fields are about what people learn and what they live on. The next three ask where they live, how healthy they are and whether they belong.\n\nThe two are connected: someone who shares a room with four others at night rarely passes an exam. That is why working groups 3 and 4 discussed their measures together and merged three of them.',
        ar: 'تتناول المجالات الثلاثة الأولى ما يتعلمه الناس ومصادر عيشهم، وتسأل المجالات الثلاثة التالية أين يسكنون وكيف هي صحتهم وهل يشعرون بالانتماء.\n\nوالأمران مترابطان: من ينام ليلاً في غرفة مع أربعة آخرين نادراً ما ينجح في امتحان. لذلك ناقشت مجموعتا العمل 3 و4 إجراءاتهما معاً ودمجتا ثلاثة منها.',
      },
    },
    {
      place: 'AFTER_FIELDS',
      title: 'Wie es weitergeht',
      text: 'Bis Ende März jedes Jahres überprüfen die Arbeitsgruppen ihre Maßnahmen. Im Oktober entscheidet die Steuerungsgruppe, was im nächsten Jahr beginnt und was ruht.\n\n2027 zieht der Landkreis eine Halbzeitbilanz mit allen, die am Plan mitgeschrieben haben. Spätestens dann reden wir darüber, ob sechs Handlungsfelder noch richtig geschnitten sind und wo Geld am meisten bewirkt.\n\nHaben Sie selbst etwas beobachtet? Das Integrationsbüro nimmt Hinweise das ganze Jahr über an, am Telefon, per Brief und in der Sprechstunde auf dem Wochenmarkt.',
    },
  ],
}
