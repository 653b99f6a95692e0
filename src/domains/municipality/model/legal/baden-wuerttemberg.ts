import { nationalHolidays } from './holidays.ts'
import { checked, countyAndTown, unchecked, type LegalProfile } from './profile.ts'

export const badenWuerttemberg: LegalProfile = {
  state: 'BW',
  organs: {
    county: checked(
      { council: 'Kreistag', head: 'Landrätin oder Landrat', authority: 'Landratsamt' },
      'LKrO BW §§ 1, 18, 37',
    ),
    city: unchecked(
      {
        council: 'Gemeinderat',
        head: '(Ober-)Bürgermeisterin oder (Ober-)Bürgermeister',
        authority: 'Stadtverwaltung',
      },
      'GemO BW §§ 23, 42',
    ),
    municipality: unchecked(
      { council: 'Gemeinderat', head: 'Bürgermeisterin oder Bürgermeister', authority: 'Gemeindeverwaltung' },
      'GemO BW §§ 23, 42',
    ),
  },
  invitationDays: countyAndTown(
    checked(7, 'Landkreistag BW: spätestens eine Woche vor dem Sitzungstag'),
    unchecked(7, 'GemO BW § 34'),
  ),
  bodyInvitationDays: unchecked(14, 'Gewohnheit, kein Gesetz'),
  minutesDays: unchecked(30, 'GemO BW § 38, LKrO BW § 33'),
  quorum: countyAndTown(unchecked('HALF', 'LKrO BW § 32'), unchecked('HALF', 'GemO BW § 37')),
  tie: countyAndTown(unchecked('REJECTED', 'LKrO BW § 32'), unchecked('REJECTED', 'GemO BW § 37')),
  migrantCouncil: countyAndTown(
    unchecked({ duty: 'MAY', moreThan: null, name: 'Integrationsausschuss oder Integrationsrat' }, 'PartIntG BW'),
    unchecked({ duty: 'MAY', moreThan: null, name: 'Integrationsausschuss oder Integrationsrat' }, 'PartIntG BW'),
  ),
  accessibilityEnforcement: checked(
    {
      name: 'Schlichtungsstelle beim Landeszentrum Barrierefreiheit',
      street: 'Else-Josenhans-Straße 6',
      postcode: '70173',
      place: 'Stuttgart',
      website: 'https://barrierefreiheit-bw.de',
    },
    'L-BGG § 10b; barrierefreiheit-bw.de',
  ),
  accessibilityMonitoring: checked(
    {
      name: 'Überwachungsstelle für mediale Barrierefreiheit des Landes Baden-Württemberg, Deutsche Rentenversicherung Baden-Württemberg',
      place: 'Stuttgart',
      website: 'https://bw-medial-barrierefrei.de',
    },
    'bw-medial-barrierefrei.de',
  ),
  barrierAnswerDays: unchecked(30, 'BGG § 12b (Bund) als Vorbild'),
  dataProtection: unchecked(
    {
      name: 'Die oder der Landesbeauftragte für den Datenschutz und die Informationsfreiheit Baden-Württemberg',
      street: 'Lautenschlagerstraße 20',
      postcode: '70173',
      place: 'Stuttgart',
      website: 'https://www.baden-wuerttemberg.datenschutz.de',
    },
    'LDSG BW §§ 20 ff.',
  ),
  holidays: unchecked([...nationalHolidays, 'EPIPHANY', 'CORPUS_CHRISTI', 'ALL_SAINTS'], 'FTG BW § 1'),
}
