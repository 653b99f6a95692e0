import type { Translation } from '#platform/texts/texts.ts'
import type { de } from './de.ts'

export const ar: Translation<typeof de> = {
  'copy.of': 'نسخة بتاريخ {date}.',
  'copy.living': 'إلى الموقع المباشر',
  'copy.search': 'ابحثوا وصفّوا النتائج في الموقع المباشر',
  'copy.form': 'افتحوا هذه الاستمارة في الموقع المباشر',
}
