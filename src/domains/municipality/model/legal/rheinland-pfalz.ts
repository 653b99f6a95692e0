import { nationalHolidays } from './holidays.ts'
import { checked, countyAndTown, unchecked, type LegalProfile } from './profile.ts'

export const rheinlandPfalz: LegalProfile = {
  state: 'RP',
  organs: {
    county: unchecked(
      { council: 'Kreistag', head: 'Landrätin oder Landrat', authority: 'Kreisverwaltung' },
      'LKO RP §§ 21, 41, 55',
    ),
    city: unchecked(
      { council: 'Stadtrat', head: '(Ober-)Bürgermeisterin oder (Ober-)Bürgermeister', authority: 'Stadtverwaltung' },
      'GemO RP §§ 28, 29',
    ),
    municipality: unchecked(
      { council: 'Gemeinderat', head: 'Bürgermeisterin oder Bürgermeister', authority: 'Gemeindeverwaltung' },
      'GemO RP §§ 28, 29',
    ),
  },
  invitationDays: countyAndTown(
    unchecked(4, 'LKO RP § 27: volle Kalendertage zwischen Einladung und Sitzung'),
    checked(4, 'GemO RP § 34 Abs. 3: volle Kalendertage zwischen Einladung und Sitzung'),
  ),
  bodyInvitationDays: unchecked(14, 'Gewohnheit, kein Gesetz'),
  minutesDays: checked(30, 'GemO RP § 41: ein Monat'),
  quorum: countyAndTown(unchecked('MORE_THAN_HALF', 'LKO RP § 32'), unchecked('MORE_THAN_HALF', 'GemO RP § 39')),
  tie: countyAndTown(unchecked('REJECTED', 'LKO RP § 33'), unchecked('REJECTED', 'GemO RP § 40')),
  migrantCouncil: countyAndTown(
    checked(
      { duty: 'MUST', moreThan: 5000, name: 'Beirat für Migration und Integration' },
      'LKO RP § 49a; Übersicht der AGARP zur Wahl 2019',
    ),
    checked(
      { duty: 'MUST', moreThan: 1000, name: 'Beirat für Migration und Integration' },
      'GemO RP § 56; Übersicht der AGARP zur Wahl 2019',
    ),
  ),
  accessibilityEnforcement: checked(
    {
      name: 'Durchsetzungsstelle bei der oder dem Landesbeauftragten für die Belange von Menschen mit Behinderungen',
      street: 'Bauhofstraße 9',
      postcode: '55116',
      place: 'Mainz',
      email: 'durchsetzungsstelle@mastd.rlp.de',
      phone: '06131 16-5342',
      website: 'https://inklusion.rlp.de',
    },
    'BITV RP; inklusion.rlp.de',
  ),
  accessibilityMonitoring: checked(
    { name: 'Überwachungsstelle beim Landesamt für Steuern, Zentrale Datenverarbeitung der Finanzverwaltung' },
    'BITV RP; behindertenbeauftragte.rlp.de',
  ),
  barrierAnswerDays: checked(30, 'inklusion.rlp.de: ein Monat'),
  dataProtection: unchecked(
    {
      name: 'Die oder der Landesbeauftragte für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz',
      street: 'Hintere Bleiche 34',
      postcode: '55116',
      place: 'Mainz',
      website: 'https://www.datenschutz.rlp.de',
    },
    'LDSG RP §§ 14 ff.',
  ),
  holidays: unchecked([...nationalHolidays, 'CORPUS_CHRISTI', 'ALL_SAINTS'], 'LFtG RP § 2'),
}
