import type { Translation } from '#platform/texts/texts.ts'
import type { de } from './de.ts'

export const ar: Translation<typeof de> = {
  tooLong: 'عدد الأحرف {length}. يرجى تقصير النص إلى {requirement} على الأكثر.',
  unknownChoice: 'يرجى اختيار أحد الخيارات من القائمة.',
  notADate: 'هذا اليوم غير موجود. اكتب التاريخ هكذا: 31.12.2026.',
  notAnAmount: 'هذا ليس مبلغًا باليورو. اكتبه هكذا: 1.200,50.',
  negativeAmount: 'لا يجوز أن يكون المبلغ أقل من 0.',
  tooLargeAmount: 'المبلغ كبير جدًا. الحد الأقصى هو 10 مليارات يورو.',
  notANumber: 'هذا ليس رقمًا. اكتبه هكذا: 1.234,5.',
  notAWholeNumber: 'يرجى إدخال عدد صحيح.',
  notAnEmail: 'هذا ليس عنوان بريد إلكتروني. يُكتب هكذا: name@verein.de.',
  notAPhone: 'هذا ليس رقم هاتف. يُكتب هكذا: 07621 410-5300.',
  notAWebsite: 'هذا ليس عنوان موقع إلكتروني. يُكتب هكذا: https://www.verein.de.',
}
