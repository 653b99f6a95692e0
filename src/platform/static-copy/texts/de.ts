export const de = {
  'copy.of': 'Kopie vom {date}.',
  'copy.living': 'Zur laufenden Fassung',
  'copy.form': 'Suchen, filtern und schreiben können Sie auf der laufenden Seite:',
  'copy.form.link': 'Diese Seite öffnen',
} as const
