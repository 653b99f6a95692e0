import type { DemoBody } from '../format.ts'

/** Steering and forums. "u. a." stands behind nearly every list of members: these lists are open. */
export const bodies: DemoBody[] = [
  {
    key: 'stadtverordnete',
    name: 'Stadtverordnetenversammlung',
    type: 'COUNCIL',
    purpose: {
      de: 'Am Ende des Weges soll sie über das Konzept beschließen.',
      en: 'At the end of the way it is to decide on the strategy.',
      ar: 'من المقرر أن تبتّ في الاستراتيجية في نهاية الطريق.',
    },
    tasks: [{ text: 'Das integrierte Handlungskonzept verabschieden', mode: 'DECIDES' }],
    relations: [],
    seats: [],
    openList: true,
  },
  {
    key: 'steuerungs-ag',
    name: 'Steuerungs-AG',
    type: 'STEERING_GROUP',
    purpose: {
      de: 'Hält die Fäden zwischen den Fachforen und dem Workshop der Partner in der Hand.',
      en: 'Holds the threads between the expert forums and the workshop of the partners.',
      ar: 'تمسك بالخيوط بين المنتديات المتخصصة وورشة الشركاء.',
    },
    tasks: [{ text: 'Ergebnisse aus Foren und Workshop zusammenführen', mode: 'DECIDES' }],
    relations: [
      { kind: 'INTERFACE_TO', body: 'workshop' },
      { kind: 'INTERFACE_TO', body: 'forum-1' },
      { kind: 'INTERFACE_TO', body: 'forum-2' },
      { kind: 'INTERFACE_TO', body: 'forum-3' },
      { kind: 'INTERFACE_TO', body: 'forum-4' },
      { kind: 'INTERFACE_TO', body: 'forum-5' },
      { kind: 'REPORTS_TO', body: 'stadtverordnete' },
    ],
    seats: [
      { kind: 'FUNCTION', label: 'Spitze der Stadt (Federführung)', role: 'CHAIR' },
      { kind: 'DELEGATE_OF', label: 'forum-1' },
      { kind: 'DELEGATE_OF', label: 'forum-2' },
      { kind: 'DELEGATE_OF', label: 'forum-3' },
      { kind: 'DELEGATE_OF', label: 'forum-4' },
      { kind: 'DELEGATE_OF', label: 'forum-5' },
      { kind: 'FUNCTION', label: 'Moderation von außen', role: 'MODERATOR', votes: false },
    ],
    openList: true,
  },
  {
    key: 'programmbeirat',
    name: 'Programmbeirat',
    type: 'PROGRAMME_BOARD',
    purpose: {
      de: 'Behörden und Stiftungen, die das Programm von außen beraten.',
      en: 'Authorities and foundations that advise the programme from outside.',
      ar: 'سلطات ومؤسسات خيرية تقدم المشورة للبرنامج من الخارج.',
    },
    tasks: [{ text: 'Das Programm fachlich beraten', mode: 'RECOMMENDS' }],
    relations: [{ kind: 'ADVISES', body: 'steuerungs-ag' }],
    seats: [
      { kind: 'INSTITUTION', label: 'Bundesamt (BAMF)', actor: 'bamf' },
      { kind: 'INSTITUTION', label: 'Arbeitsagentur', actor: 'arbeitsagentur' },
      { kind: 'INSTITUTION', label: 'Lahn-Dill-Arbeit', actor: 'lahn-dill-arbeit' },
      { kind: 'INSTITUTION', label: 'Vertretung der Stiftungen', actor: 'stiftungen' },
    ],
    openList: true,
  },
  {
    key: 'projektgruppe',
    name: 'Projektgruppe',
    type: 'PROJECT_GROUP',
    purpose: {
      de: 'Die Ämter, auf die es ankommt, und die Koordination des Programms an einem Tisch.',
      en: 'The key departments and the coordinators of the programme around one table.',
      ar: 'الدوائر المعنية الرئيسية ومنسقو البرنامج حول طاولة واحدة.',
    },
    tasks: [{ text: 'Die Arbeit in der Verwaltung voranbringen', mode: 'ACCOMPANIES' }],
    relations: [{ kind: 'REPORTS_TO', body: 'steuerungs-ag' }],
    seats: [
      { kind: 'DYNAMIC', label: 'Zentrale Ämter der Stadt' },
      { kind: 'FUNCTION', label: 'Programmkoordination', role: 'SECRETARY' },
    ],
  },
  {
    key: 'workshop',
    name: 'Integrationsworkshop',
    type: 'ACCOMPANYING_GROUP',
    purpose: {
      de: 'Die Runde der strategischen Partner aus der Region, offen für viele.',
      en: 'The round of strategic partners from the region, open to many.',
      ar: 'ملتقى الشركاء الاستراتيجيين من المنطقة، وهو مفتوح لكثيرين.',
    },
    tasks: [{ text: 'Themen sammeln, die in den Foren vertieft werden', mode: 'RECOMMENDS' }],
    relations: [],
    seats: [
      { kind: 'INSTITUTION', label: 'Wohlfahrtsverbände der Region', actor: 'wohlfahrtsverbaende' },
      { kind: 'INSTITUTION', label: 'Landkreis', actor: 'lahn-dill-kreis' },
      { kind: 'INSTITUTION', label: 'Glaubensgemeinschaften', actor: 'kirchen' },
      { kind: 'DYNAMIC', label: 'Weitere Vereine und Verbände' },
    ],
    openList: true,
  },
  {
    ...forum('1', 'I: Familienbildung und Spracherwerb', {
      de: 'Bildung und Soziales mit dem Schwerpunkt, wie Familien lernen und Deutsch erwerben.',
      en: 'Education and social affairs, with a focus on how families learn and acquire German.',
      ar: 'التعليم والشؤون الاجتماعية، مع التركيز على تعلّم الأسر واكتسابها الألمانية.',
    }),
    seats: [
      { kind: 'INSTITUTION', label: 'Jugendamt der Stadt' },
      { kind: 'INSTITUTION', label: 'Kita-Träger', actor: 'kita-traeger' },
      { kind: 'INSTITUTION', label: 'Grundschulen (Forum I)', actor: 'grundschulen' },
      { kind: 'INSTITUTION', label: 'Träger von Sprachkursen', actor: 'kurstraeger' },
      { kind: 'INSTITUTION', label: 'Quartiersmanagement (Forum I)', actor: 'quartiersmanagement' },
    ],
  },
  {
    ...forum('2', 'II: Schule als interkultureller Lernort', {
      de: 'Auch dieses Forum gehört zu Bildung und Soziales; ihm geht es um das Lernen über Kulturen hinweg.',
      en: 'This forum also belongs to education and social affairs; it is about learning across cultures at school.',
      ar: 'ينتمي هذا المنتدى أيضاً إلى التعليم والشؤون الاجتماعية، ويُعنى بالتعلّم بين الثقافات في المدرسة.',
    }),
    seats: [
      { kind: 'INSTITUTION', label: 'Gesamtschule (Forum II)', actor: 'gesamtschule' },
      { kind: 'INSTITUTION', label: 'Migrantenvereine (Forum II)', actor: 'migrantenvereine' },
    ],
  },
  {
    ...forum('3', 'III: Wirtschaft und berufliche Integration', {
      de: 'Wie Menschen in Arbeit kommen und Betriebe sich öffnen.',
      en: 'How people get into work and how businesses open up.',
      ar: 'كيف يدخل الناس سوق العمل وكيف تنفتح الشركات.',
    }),
    seats: [
      { kind: 'INSTITUTION', label: 'Verbände der Wohlfahrtspflege', actor: 'wohlfahrtsverbaende' },
      { kind: 'INSTITUTION', label: 'Gesamtschule (Forum III)', actor: 'gesamtschule' },
      { kind: 'INSTITUTION', label: 'Träger von Beschäftigung', actor: 'beschaeftigungstraeger' },
      { kind: 'INSTITUTION', label: 'Entwicklungsplanung der Stadt' },
      { kind: 'INSTITUTION', label: 'Migrantenvereine (Forum III)', actor: 'migrantenvereine' },
    ],
  },
  {
    ...forum('4', 'IV: Zivilgesellschaftliches Engagement und Sport', {
      de: 'Ehrenamt und Sportverein als Orte, an denen man einander kennenlernt.',
      en: 'Volunteering and sports clubs as places where people get to know each other.',
      ar: 'العمل التطوعي والنادي الرياضي مكانان يتعارف فيهما الناس.',
    }),
    seats: [
      { kind: 'INSTITUTION', label: 'Sportkreis', actor: 'sportkreis' },
      { kind: 'INSTITUTION', label: 'Sportamt der Stadt' },
      { kind: 'INSTITUTION', label: 'Sportjugend', actor: 'sportjugend' },
      { kind: 'INSTITUTION', label: 'Migrantenvereine (Forum IV)', actor: 'migrantenvereine' },
    ],
  },
  {
    ...forum('5', 'V: Kulturelle Integration', {
      de: 'Kultur, Glaube und Nachbarschaft. Welchem Handlungsfeld das Forum zuarbeitet, lassen die Folien offen.',
      en: 'Culture, faith and neighbourhood. The slides leave open which field of action this forum serves.',
      ar: 'الثقافة والدين والجوار. ولا تبيّن الشرائح أي مجال عمل يخدمه هذا المنتدى.',
    }),
    seats: [
      { kind: 'INSTITUTION', label: 'Quartiersmanagement (Forum V)', actor: 'quartiersmanagement' },
      { kind: 'INSTITUTION', label: 'Kirchen', actor: 'kirchen' },
      { kind: 'INSTITUTION', label: 'Ausländerbeirat', actor: 'auslaenderbeirat' },
    ],
  },
]

function forum(number: string, title: string, purpose: DemoBody['purpose']): Omit<DemoBody, 'seats'> {
  return {
    key: `forum-${number}`,
    name: `Fachforum ${title}`,
    shortName: `Fachforum ${title.split(':')[0]}`,
    type: 'EXPERT_FORUM',
    purpose,
    tasks: [],
    relations: [],
    openList: true,
  }
}
