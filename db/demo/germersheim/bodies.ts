import type { DemoBody } from '../format.ts'

/** The steering group, the circle on courses and a working group for each field. */
export const bodies: DemoBody[] = [
  {
    key: 'kreistag',
    name: 'Kreistag',
    type: 'COUNCIL',
    purpose: 'Bekommt die Ziele des Jahres empfohlen und entscheidet darüber, soweit es nicht der Kreisausschuss tut.',
    tasks: [{ text: 'Über die empfohlenen Jahresziele befinden', mode: 'DECIDES' }],
    relations: [],
    seats: [],
    openList: true,
  },
  {
    key: 'kreisausschuss',
    name: 'Kreisausschuss',
    type: 'DECIDING_COMMITTEE',
    purpose: 'Hat die Steuerungsgruppe im Februar 2021 zur festen Einrichtung gemacht.',
    tasks: [{ text: 'Anstelle des Kreistags über Jahresziele entscheiden', mode: 'DECIDES' }],
    parent: 'kreistag',
    relations: [],
    seats: [],
    openList: true,
  },
  {
    key: 'beirat',
    name: 'Beirat für Migration und Integration',
    type: 'ADVISORY_COUNCIL',
    purpose: 'Vertritt in Rheinland-Pfalz die ausländischen Einwohnerinnen und Einwohner eines Landkreises.',
    tasks: [{ text: 'Vier Mitglieder in die Steuerungsgruppe entsenden', mode: 'ACCOMPANIES' }],
    relations: [{ kind: 'ADVISES', body: 'kreistag' }],
    seats: [],
    openList: true,
  },
  {
    key: 'steuerungsgruppe',
    name: 'Steuerungsgruppe Integrationskonzept',
    shortName: 'Steuerungsgruppe',
    type: 'STEERING_GROUP',
    purpose: {
      de: 'Hat schon das erste Konzept begleitet und begleitet nun auch die Fortschreibung.',
      en: 'Accompanied the first strategy and now accompanies its update as well.',
      ar: 'واكبت الاستراتيجية الأولى وتواكب الآن تحديثها أيضاً.',
    },
    tasks: [
      { text: 'Die Grundrichtung der Integrationspolitik steuern', mode: 'DECIDES' },
      { text: 'Arbeitsweisen in Gang bringen, an denen viele teilhaben können', mode: 'DECIDES' },
      { text: 'Weitere Stellen zum Abstimmen anregen, wo sie fehlen', mode: 'DECIDES' },
      { text: 'Darauf achten, dass diese Strukturen auch leben', mode: 'ACCOMPANIES' },
      { text: 'Jedes Jahr die Maßnahmen auswählen und zur Entscheidung empfehlen', mode: 'RECOMMENDS' },
      { text: 'Nachprüfen, ob die Maßnahmen umgesetzt wurden', mode: 'ACCOMPANIES' },
    ],
    meets: 'mindestens zweimal im Jahr',
    since: 'Februar 2021',
    relations: [
      { kind: 'REPORTS_TO', body: 'kreistag' },
      { kind: 'REPORTS_TO', body: 'kreisausschuss' },
    ],
    seats: [
      { kind: 'FUNCTION', label: 'Stellvertretung der Landrätin oder des Landrats', role: 'CHAIR' },
      { kind: 'DYNAMIC', label: 'Vertretung der Kreisverwaltung', count: 4 },
      { kind: 'DELEGATE_OF', label: 'beirat', count: 4 },
      { kind: 'DYNAMIC', label: 'Delegierte des Kreistags nach Fraktionen', count: 4 },
      { kind: 'FUNCTION', label: 'Integrationsbeauftragte' },
    ],
  },
  {
    key: 'ak-integration',
    name: 'Arbeitskreis Integration',
    shortName: 'AK Integration',
    type: 'EXPERT_CIRCLE',
    purpose: {
      de: 'Sorgt dafür, dass es überall im Kreis die Integrationskurse gibt, die gebraucht werden, und dass die Kurstypen zueinander passen.',
      en: 'Makes sure that the integration courses that are needed exist throughout the county, and that the types of course fit together.',
      ar: 'يحرص على توافر دورات الاندماج المطلوبة في أنحاء المقاطعة كلها وعلى تكامل أنواعها.',
    },
    tasks: [
      { text: 'Das Kursangebot im ganzen Landkreis miteinander verbinden', mode: 'ACCOMPANIES' },
      {
        text: 'Kurse für Frauen mit Kindern, für Jugendliche und alle anderen aufeinander abstimmen',
        mode: 'ACCOMPANIES',
      },
    ],
    relations: [],
    seats: [
      { kind: 'INSTITUTION', label: 'Bundesamt, Regionalkoordination', actor: 'bamf' },
      { kind: 'INSTITUTION', label: 'Ausländerbehörde des Kreises' },
      { kind: 'INSTITUTION', label: 'Jobcenter', actor: 'jobcenter' },
      { kind: 'INSTITUTION', label: 'Erstberatung der AWO', actor: 'awo' },
      { kind: 'INSTITUTION', label: 'Erstberatung der Caritas', actor: 'caritas' },
      { kind: 'INSTITUTION', label: 'Erstberatung der Diakonie', actor: 'diakonie' },
      { kind: 'DYNAMIC', label: 'Alle Träger mit gültiger Zulassung für Integrationskurse', actor: 'kurstraeger' },
      { kind: 'FUNCTION', label: 'Integrationsbeauftragte der Kreisverwaltung' },
    ],
  },
  workingGroup('sprache-bildung', 'Sprache und Bildung', 'Bespricht, wer beim Lernen welche Hilfe braucht.'),
  workingGroup('arbeit', 'Ausbildung, Beruf, Arbeit', 'Sucht nach Zielen für den Weg in Lehre und Stelle.'),
  workingGroup('gesundheit-beratung', 'Gesundheit und Beratung', 'Fragt, woran Hilfe und Heilung scheitern können.'),
  workingGroup(
    'behoerden',
    'Behördenzusammenarbeit, Interkulturelle Öffnung',
    'Schaut darauf, wie Ämter zusammenwirken und wie sie Menschen begegnen.',
  ),
  workingGroup(
    'teilhabe',
    'Antidiskriminierung, Teilhabe, Empowerment',
    'Berät, was vor Benachteiligung schützt und was Menschen stärkt.',
  ),
  workingGroup('wohnen-mobilitaet', 'Wohnen und Mobilität', 'Nimmt sich Wohnungssuche und Wege vor.'),
]

function workingGroup(field: string, title: string, purpose: string): DemoBody {
  return {
    key: `ag-${field}`,
    name: `Arbeitsgruppe ${title}`,
    type: 'WORKING_GROUP',
    purpose,
    tasks: [],
    since: '2021/22',
    relations: [{ kind: 'REPORTS_TO', body: 'steuerungsgruppe' }],
    seats: [],
    openList: true,
  }
}
