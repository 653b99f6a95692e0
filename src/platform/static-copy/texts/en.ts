import type { Translation } from '#platform/texts/texts.ts'
import type { de } from './de.ts'

export const en: Translation<typeof de> = {
  'copy.of': 'Copy of {date}.',
  'copy.living': 'Go to the live site',
  'copy.form': 'You can search, filter and write to us on the live site:',
  'copy.form.link': 'Open this page there',
}
