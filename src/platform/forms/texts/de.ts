/** What every form can say about a field; a domain's own text of the same key comes first. */
export const de = {
  tooLong: 'Das sind {length} Zeichen. Bitte kürzen Sie auf höchstens {requirement}.',
  unknownChoice: 'Bitte wählen Sie einen Eintrag aus der Liste.',
  notADate: 'Diesen Tag gibt es nicht. Schreiben Sie ihn so: 31.12.2026.',
  notAnAmount: 'Das ist kein Betrag in Euro. Schreiben Sie ihn so: 1.200,50.',
  negativeAmount: 'Der Betrag darf nicht kleiner als 0 sein.',
  tooLargeAmount: 'Der Betrag ist zu groß. Möglich sind höchstens 10 Milliarden Euro.',
  notANumber: 'Das ist keine Zahl. Schreiben Sie sie so: 1.234,5.',
  notAWholeNumber: 'Bitte geben Sie eine ganze Zahl ein.',
  notAnEmail: 'Das ist keine E-Mail-Adresse. Schreiben Sie sie so: name@verein.de.',
  notAPhone: 'Das ist keine Telefonnummer. Schreiben Sie sie so: 07621 410-5300.',
  notAWebsite: 'Das ist keine Adresse einer Website. Schreiben Sie sie so: https://www.verein.de.',
} as const
