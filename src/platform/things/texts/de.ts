export const de = {
  'race.title': 'Jemand anderes hat inzwischen gespeichert',
  'race.text':
    'Ihre Eingaben stehen noch unten und sind nicht gespeichert. Vergleichen Sie sie mit dem, was jetzt gilt, und speichern Sie dann noch einmal.',
  'race.same':
    'Ihre Eingaben stehen noch unten. Sie stimmen mit dem überein, was jetzt gilt. Speichern Sie noch einmal, wenn Sie sicher sind.',
  'race.caption': 'Unterschiede zwischen dem gespeicherten Stand und Ihren Eingaben',
  'race.field': 'Angabe',
  'race.theirs': 'Jetzt gespeichert',
  'race.yours': 'Ihre Eingabe',
} as const
