import type { UiWords } from '../words.ts'

// Digits stay as in the German office that receives the forms.
const number = new Intl.NumberFormat('de-DE')
const plural = new Intl.PluralRules('ar')

type Forms = Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>
const counted = (n: number, forms: Forms) => forms[plural.select(n)].replace('#', number.format(n))

export const ar: UiWords = {
  skipToContent: 'إلى المحتوى',
  serviceLabel: 'سهولة الوصول واللغة',
  changeLanguage: 'تغيير اللغة',
  staffLabel: 'منطقتكم',
  signedInAs: (name) => `تم تسجيل الدخول باسم ${name}`,
  signOut: 'تسجيل الخروج',
  menu: 'القائمة',
  closeMenu: 'إغلاق القائمة',
  mainMenu: 'القائمة الرئيسية',
  breadcrumbs: 'مسار الصفحة',
  printedFrom: (address) => `المصدر: ${address}`,
  printedOn: (date) => `تاريخ الطباعة ${date}`,
  error: 'خطأ',
  errorCount: (n) =>
    counted(n, {
      zero: 'لا أخطاء',
      one: 'معلومة واحدة ناقصة أو غير مناسبة',
      two: 'معلومتان ناقصتان أو غير مناسبتين',
      few: '# معلومات ناقصة أو غير مناسبة',
      many: '# معلومة ناقصة أو غير مناسبة',
      other: '# معلومة ناقصة أو غير مناسبة',
    }),
  nothingLost: 'لم يُفقد شيء. كل ما كتبتموه ما زال موجوداً.',
  errorsHere: (n) =>
    counted(n, {
      zero: 'لا أخطاء',
      one: 'خطأ واحد',
      two: 'خطآن',
      few: '# أخطاء',
      many: '# خطأً',
      other: '# خطأ',
    }),
  onThisPage: 'في هذه الصفحة',
  optional: '(اختياري)',
  pleaseChoose: 'يرجى الاختيار',
  all: 'الكل',
  search: 'بحث',
  searchFor: (label) => `بحث: ${label}`,
  chosen: 'المختار',
  nothingChosen: 'لم يُختر شيء بعد',
  found: (n) =>
    counted(n, {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      many: '# نتيجةً',
      other: '# نتيجة',
    }),
  nothingFound: 'لم يُعثر على شيء. جرّبوا كلمة أخرى.',
  cancel: 'إلغاء',
  precision: 'ما مدى الدقة؟',
  precisions: {
    date: 'باليوم',
    month: 'بالشهر',
    quarter: 'بربع السنة',
    year: 'السنة فقط',
    text: 'بالكلمات',
  },
  precisionHints: {
    date: '31.03.2026',
    month: '03/2026',
    quarter: '1/2026',
    year: '2026',
    text: 'ربيع 2026',
  },
  showPassword: 'إظهار كلمة المرور',
  filters: 'التصفية',
  openFilters: (active) => (active === 0 ? 'التصفية' : `التصفية (${number.format(active)})`),
  closeFilters: 'إغلاق التصفية',
  applyFilters: 'عرض',
  activeFilters: 'عوامل التصفية المستخدمة',
  removeFilter: 'إزالة',
  removeAllFilters: 'إزالة كل عوامل التصفية',
  sortAscending: 'ترتيب تصاعدي',
  sortDescending: 'ترتيب تنازلي',
  pages: 'الصفحات',
  previousPage: 'الصفحة السابقة',
  nextPage: 'الصفحة التالية',
  pageOf: (page, pages) => `الصفحة ${number.format(page)} من ${number.format(pages)}`,
  rowsOf: (from, to, total) => `${number.format(from)} إلى ${number.format(to)} من ${number.format(total)}`,
  rowsPerPage: 'عدد الأسطر في الصفحة:',
  noData: 'لا توجد معلومات',
  stillOpen: 'لم يُحدَّد بعد',
  downloadAs: 'تنزيل بصيغة',
  kinds: { need: 'احتياج', goal: 'هدف', measure: 'تدبير', indicator: 'مؤشر' },
  internal: 'مرئي للموظفين فقط',
  atAGlance: 'نظرة سريعة',
}
