import type { Translation } from '#platform/texts/texts.ts'
import type { de } from './de.ts'

export const ar: Translation<typeof de> = {
  'copy.of': 'نسخة بتاريخ {date}.',
  'copy.living': 'إلى الموقع المباشر',
  'copy.form': 'يمكنكم البحث والتصفية والكتابة إلينا في الموقع المباشر:',
  'copy.form.link': 'افتحوا هذه الصفحة هناك',
}
