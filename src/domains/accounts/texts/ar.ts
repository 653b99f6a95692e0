import type { Translation } from '#platform/texts/texts.ts'
import type { de } from './de.ts'

export const ar: Translation<typeof de> = {
  'letter.greeting': 'مرحبًا {name}،',
  'letter.greetingAnyone': 'مرحبًا،',
  'letter.link.subject': 'رابط تسجيل الدخول الخاص بك',
  'letter.link': 'يفتح هذا الرابط صفحة فيها زر واحد، ولا يتم تسجيل دخولك إلا بعد الضغط على الزر.',
  'letter.passwordLink.subject': 'اختيار كلمة مرور جديدة',
  'letter.passwordLink': 'بهذا الرابط تختار كلمة مرور جديدة. تبقى كلمة المرور القديمة صالحة حتى تفعل ذلك.',
  'letter.emailLink.subject': 'يرجى تأكيد عنوان بريدك الإلكتروني',
  'letter.emailLink': 'بهذا الرابط تؤكد أن هذا العنوان يخصك.',
  'letter.valid':
    '{minutes, plural, zero {الرابط صالح لمدة # دقيقة.} one {الرابط صالح لمدة دقيقة واحدة.} two {الرابط صالح لمدة دقيقتين.} few {الرابط صالح لمدة # دقائق.} many {الرابط صالح لمدة # دقيقة.} other {الرابط صالح لمدة # دقيقة.}}',
  'letter.notYou': 'لم تطلب ذلك؟ لا داعي لفعل أي شيء.',
}
