import type { Translation } from '#platform/texts/texts.ts'
import type { de } from './de.ts'

export const en: Translation<typeof de> = {
  'copy.of': 'Copy of {date}.',
  'copy.living': 'Go to the live site',
  'copy.search': 'Search and filter on the live site',
  'copy.form': 'Open this form on the live site',
}
