import { nationalHolidays } from './holidays.ts'
import { checked, countyAndTown, unchecked, type LegalProfile, type MigrantCouncilDuty } from './profile.ts'

export const hessen: LegalProfile = {
  state: 'HE',
  organs: {
    county: unchecked(
      { council: 'Kreistag', head: 'Landrätin oder Landrat', authority: 'Kreisausschuss' },
      'HKO §§ 8, 28, 36',
    ),
    city: checked(
      {
        council: 'Stadtverordnetenversammlung',
        head: '(Ober-)Bürgermeisterin oder (Ober-)Bürgermeister',
        authority: 'Magistrat',
      },
      'HGO §§ 9, 49',
    ),
    municipality: checked(
      { council: 'Gemeindevertretung', head: 'Bürgermeisterin oder Bürgermeister', authority: 'Gemeindevorstand' },
      'HGO §§ 9, 49',
    ),
  },
  invitationDays: countyAndTown(
    checked(14, 'HKO § 32: zwei Wochen, in eiligen Fällen bis auf drei Tage'),
    unchecked(3, 'HGO § 58'),
  ),
  bodyInvitationDays: unchecked(14, 'Gewohnheit, kein Gesetz'),
  minutesDays: unchecked(30, 'HGO § 61'),
  quorum: countyAndTown(
    checked('MORE_THAN_HALF', 'HKO § 32 mit HGO § 53 Abs. 1'),
    checked('MORE_THAN_HALF', 'HGO § 53 Abs. 1'),
  ),
  tie: countyAndTown(checked('REJECTED', 'HKO § 32 mit HGO § 54 Abs. 1'), checked('REJECTED', 'HGO § 54 Abs. 1')),
  migrantCouncil: countyAndTown(
    checked<MigrantCouncilDuty>({ duty: 'MAY', moreThan: null, name: 'Ausländerbeirat' }, 'HKO § 4b'),
    checked(
      { duty: 'MUST', moreThan: 1000, name: 'Ausländerbeirat oder Integrations-Kommission' },
      'HGO § 84 (gilt seit 16.05.2020), § 89',
    ),
  ),
  accessibilityEnforcement: checked(
    {
      name: 'Durchsetzungs- und Überwachungsstelle Barrierefreie Informationstechnik des Landes Hessen',
      website: 'https://lbit.hessen.de',
    },
    'HVBIT § 6; lbit.hessen.de',
  ),
  accessibilityMonitoring: checked(
    {
      name: 'Durchsetzungs- und Überwachungsstelle Barrierefreie Informationstechnik des Landes Hessen',
      website: 'https://lbit.hessen.de',
    },
    'HVBIT; lbit.hessen.de',
  ),
  barrierAnswerDays: checked(42, 'HVBIT § 6; lbit.hessen.de: sechs Wochen'),
  dataProtection: unchecked(
    {
      name: 'Die oder der Hessische Beauftragte für Datenschutz und Informationsfreiheit',
      place: 'Wiesbaden',
      website: 'https://datenschutz.hessen.de',
    },
    'HDSIG §§ 8 ff.',
  ),
  holidays: unchecked([...nationalHolidays, 'CORPUS_CHRISTI'], 'HFeiertagsG § 1'),
}
