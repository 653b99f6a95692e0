import type { Translation } from '#platform/texts/texts.ts'
import type { de } from './de.ts'

export const ar: Translation<typeof de> = {
  'race.title': 'حفظ شخص آخر تعديلات في هذه الأثناء',
  'race.text': 'ما كتبتموه لا يزال في الأسفل ولم يُحفظ بعد. قارنوه بما هو محفوظ الآن، ثم احفظوا مرة أخرى.',
  'race.same': 'ما كتبتموه لا يزال في الأسفل، وهو مطابق لما هو محفوظ الآن. احفظوا مرة أخرى إذا كنتم متأكدين.',
  'race.caption': 'الفروق بين ما هو محفوظ وما كتبتموه',
  'race.field': 'البيان',
  'race.theirs': 'المحفوظ الآن',
  'race.yours': 'ما كتبتموه',
}
