import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { assertGoodMarkup } from '#tests/markup.ts'
import { fieldsOf, measure, versionOf } from './testing.ts'

for (const language of ['de', 'ar']) {
  test(`every page about texts and every refused form can be used by everyone (${language})`, async () => {
    await using office = await openOffice({ languages: ['de', 'en', 'ar', 'tr', 'uk', 'de-x-einfach', 'de-x-leicht'] })
    const id = await measure(office)
    await versionOf(office, id, { from: 'Ein älterer Titel' })
    await versionOf(office, id, { field: 'description', text: 'كل ثلاثاء', isMachineMade: true })
    const of = (path: string) => `${path}${path.includes('?') ? '&' : '?'}sprache=${language}`
    const one = of(`sprachen/measure/${id}`)
    for (const path of ['sprachen', 'sprachen?q=nirgends', 'sprachen/einlesen'])
      await assertGoodMarkup(await office.get(of(path)), path)
    const form = await office.get(one)
    await assertGoodMarkup(form, 'one')
    const fields = fieldsOf(form.text)
    await assertGoodMarkup(await office.post(one, { ...fields, 'title.tr': 'x'.repeat(20_001) }), 'one, refused')
    await office.post(one, { ...fields, 'title.ar': 'الأول' })
    await assertGoodMarkup(await office.post(one, { ...fields, 'title.ar': 'الثاني' }), 'one, lost race')
    const file = (text: string) =>
      office.upload(of('sprachen/einlesen'), { name: 'a.csv', bytes: new TextEncoder().encode(text) })
    await assertGoodMarkup(await file('Nr;Titel\n1;x'), 'file, refused')
    const rows = `Schlüssel;a;b;c;de;tr\nmeasure/${id}/title/tr/;;;;Alt;Yeni\nx;;;;;y\n`
    await assertGoodMarkup(await file(rows), 'file, result')
    await office.as(null)
    await assertGoodMarkup(await office.get(of(`massnahmen/${id}`)), 'marks for readers')
    await assertGoodMarkup(await office.get(of('massnahmen')), 'marks in lists')
  })
}
