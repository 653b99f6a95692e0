export const de = {
  'copy.of': 'Kopie vom {date}.',
  'copy.living': 'Zur laufenden Fassung',
  'copy.search': 'Auf der laufenden Seite suchen und filtern',
  'copy.form': 'Dieses Formular auf der laufenden Seite öffnen',
} as const
