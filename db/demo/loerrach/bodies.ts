import type { DemoBody } from '../format.ts'

/** Charter and council paper describe the steering differently; both stand here, each as its own body. */
export const bodies: DemoBody[] = [
  {
    key: 'kreistag',
    name: 'Kreistag',
    type: 'COUNCIL',
    purpose: {
      de: 'Erteilt den Auftrag für den Weg zum Plan und soll am Ende über den Plan selbst entscheiden.',
      en: 'Gives the mandate for the way to the plan and is to decide on the plan itself at the end.',
      ar: 'يمنح التكليف بإعداد الخطة، وسيبتّ في النهاية في الخطة نفسها.',
    },
    tasks: [
      { text: 'Die Verwaltung mit Prozessbegleitung und Gruppen beauftragen', mode: 'DECIDES' },
      { text: 'Den fertigen Teilhabeplan annehmen', mode: 'DECIDES' },
    ],
    relations: [],
    seats: [{ kind: 'FUNCTION', label: 'Landrätin oder Landrat', role: 'CHAIR' }],
    openList: true,
  },
  {
    key: 'sozialausschuss',
    name: 'Sozialausschuss und Betriebsausschuss „Heime des Landkreises Lörrach“',
    shortName: 'Sozialausschuss',
    type: 'ADVISORY_COMMITTEE',
    purpose: {
      de: 'Zwei Ausschüsse in einer gemeinsamen Sitzung: Sie beraten den Auftrag vor, bevor er in den Kreistag geht.',
      en: 'Two committees in one joint meeting: they discuss the mandate before it goes to the county council.',
      ar: 'لجنتان في جلسة مشتركة تناقشان التكليف قبل عرضه على مجلس المقاطعة.',
    },
    tasks: [{ text: 'Dem Kreistag eine Empfehlung zum Auftrag geben', mode: 'RECOMMENDS' }],
    parent: 'kreistag',
    relations: [{ kind: 'REPORTS_TO', body: 'kreistag' }],
    seats: [{ kind: 'DELEGATE_OF', label: 'kreistag' }],
    openList: true,
  },
  {
    key: 'steuerungsgruppe',
    name: 'Steuerungsgruppe',
    type: 'STEERING_GROUP',
    purpose: {
      de: 'Sieben Personen aus der Verwaltung, mit denen das Moderationsteam der Akademie laufend arbeitet.',
      en: 'Seven people from the administration with whom the facilitators of the academy work throughout.',
      ar: 'سبعة أشخاص من الإدارة يعمل معهم فريق التيسير التابع للأكاديمية باستمرار.',
    },
    tasks: [
      { text: 'Sich mit dem Moderationsteam austauschen und mit ihm arbeiten', mode: 'ACCOMPANIES' },
      { text: 'Handlungsfelder des Plans herausarbeiten', mode: 'RECOMMENDS' },
    ],
    targetSize: 7,
    relations: [{ kind: 'INTERFACE_TO', body: 'begleitgruppe' }],
    seats: [
      { kind: 'DYNAMIC', label: 'Mitglieder aus dem Landratsamt', count: 7 },
      { kind: 'INSTITUTION', label: 'Moderationsteam', actor: 'fuehrungsakademie', role: 'MODERATOR', votes: false },
    ],
  },
  {
    key: 'begleitgruppe',
    name: 'Begleitgruppe',
    type: 'ACCOMPANYING_GROUP',
    purpose: {
      de: 'Holt Kreispolitik und Rathäuser früh dazu, damit der Plan nicht nur in der Verwaltung entsteht.',
      en: 'Brings county politics and town halls in early, so that the plan is not written by the administration alone.',
      ar: 'تُشرك سياسيي المقاطعة ورؤساء البلديات مبكراً كي لا تُكتب الخطة في الإدارة وحدها.',
    },
    tasks: [{ text: 'Die Arbeit am Plan aus Sicht von Kreistag und Gemeinden begleiten', mode: 'ACCOMPANIES' }],
    relations: [],
    seats: [
      { kind: 'DELEGATE_OF', label: 'kreistag' },
      {
        kind: 'FUNCTION',
        label: 'Oberbürgermeisterinnen und Oberbürgermeister aus den Großen Kreisstädten',
        actor: 'grosse-kreisstaedte',
      },
      { kind: 'FUNCTION', label: 'Vorsitz des Bürgermeister-Sprengels' },
    ],
  },
  {
    key: 'ag-integration',
    name: 'Arbeitsgruppe Integration',
    shortName: 'AG Integration',
    type: 'WORKING_GROUP',
    purpose: {
      de: 'Bildet nach dem Projektauftrag den Kern des Steuerungsgremiums. Wer ihr angehört, lässt er offen.',
      en: 'According to the project charter it is the core of the steering committee. Its members are not named.',
      ar: 'هي نواة لجنة التوجيه بحسب تكليف المشروع، ولم تُذكر أسماء أعضائها.',
    },
    tasks: [],
    relations: [{ kind: 'REPORTS_TO', body: 'steuerungsgremium' }],
    seats: [],
    openList: true,
  },
  {
    key: 'steuerungsgremium',
    name: 'Steuerungsgremium des Projekts',
    type: 'STEERING_GROUP',
    purpose: {
      de: 'So sieht der Projektauftrag die Steuerung vor: die Arbeitsgruppe, ergänzt um Kreisrätinnen und Kreisräte. Deren Zahl trägt dort noch ein Fragezeichen.',
      en: 'This is how the project charter foresees the steering: the working group plus county councillors. Their number still carries a question mark there.',
      ar: 'هكذا يتصور تكليف المشروع التوجيه: مجموعة العمل ومعها أعضاء من مجلس المقاطعة، وعددهم ما زال موضع سؤال.',
    },
    tasks: [{ text: 'Die Richtung des Projekts vorgeben', mode: 'DECIDES' }],
    relations: [],
    seats: [
      { kind: 'FUNCTION', label: 'Spitze des Landkreises' },
      { kind: 'FUNCTION', label: 'Dezernatsleitung Soziales & Jugend' },
      { kind: 'DELEGATE_OF', label: 'ag-integration' },
      { kind: 'DELEGATE_OF', label: 'sozialausschuss' },
    ],
    openList: true,
  },
  {
    key: 'projektorganisation',
    name: 'Projektorganisation Teilhabeplan',
    type: 'PROJECT_GROUP',
    purpose: {
      de: 'Wer im Landratsamt den Auftrag gibt, wer ihn verantwortet und wer ihn erledigt.',
      en: 'Who in the county office gives the order, who answers for it and who carries it out.',
      ar: 'مَن يكلّف بالمشروع في إدارة المقاطعة، ومَن يتحمل مسؤوليته، ومَن ينفّذه.',
    },
    tasks: [{ text: 'Den Projektauftrag bis zum Endtermin umsetzen', mode: 'DECIDES' }],
    relations: [{ kind: 'REPORTS_TO', body: 'steuerungsgremium' }],
    seats: [
      { kind: 'FUNCTION', label: 'Auftraggeberin: Leitung des Dezernats V', role: 'CHAIR' },
      { kind: 'FUNCTION', label: 'Projektverantwortung: Leitung des Fachbereichs', role: 'DEPUTY' },
      { kind: 'FUNCTION', label: 'Projektleitung (halbe Stelle)', role: 'SECRETARY' },
      {
        kind: 'INSTITUTION',
        label: 'Zwei Begleitpersonen der Akademie',
        count: 2,
        actor: 'fuehrungsakademie',
        role: 'MODERATOR',
        votes: false,
      },
    ],
  },
]
