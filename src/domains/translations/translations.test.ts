import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOf } from '#values/local-text.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { fieldsOf, german, measure, needsIn, storedOf, versionOf } from './testing.ts'

const page = (id: number, query = '') => `sprachen/measure/${id}?sprache=de${query}`
const languages = ['de', 'ar', 'tr', 'de-x-leicht']

/** Changes the German title behind the back of its versions, as the form of measures does. */
const renamed = async ({ db, municipalityId }: Office, id: number, title: string) => {
  await db.updateTable('measure').set({ title }).where('id', '=', id).execute()
  const changes = JSON.stringify({ title: { from: german.title, to: title } })
  await db
    .insertInto('auditEntry')
    .values({ municipalityId, thingKind: 'measure', thingId: id, act: 'changed', changes })
    .execute()
}

test('the overview counts per language what is up to date, outdated, unchecked and missing', async () => {
  await using office = await openOffice({ languages })
  const one = await measure(office)
  const two = await measure(office, { number: '1.2', title: 'Lesepaten', description: '' })
  await measure(office, { number: '1.3', title: 'Nur ein Entwurf' }, false)
  await versionOf(office, one)
  await versionOf(office, one, { field: 'description', from: 'Ein älterer Text' })
  await versionOf(office, two, { from: 'Lesepaten', isMachineMade: true })
  const { text, status } = await office.get('sprachen?sprache=de')
  assert.equal(status, 200)
  // The plan's own title is public, too: four texts in all.
  assert.match(text, /Arabisch[^]*?1 von 4[^]*?Türkisch[^]*?0 von 4[^]*?Leichte Sprache[^]*?0 von 4/)
  assert.match(text, /stand=veraltet[^"]*">1</)
  assert.match(text, /stand=ungeprueft[^"]*">1</)
  assert.match(text, /11 Texte sind offen/)
  assert.doesNotMatch(text, /Nur ein Entwurf/)
})

test('the list of open texts is filtered by language, kind and state, and leads to the very text', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  await versionOf(office, id, { from: 'Ein älterer Titel' })
  const stale = await office.get('sprachen?sprache=de&zielsprache=ar&art=measure&stand=veraltet')
  assert.match(stale.text, /1 Text ist offen/)
  assert.match(stale.text, new RegExp(`/sprachen/measure/${id}\\?zielsprache=ar[^"]*#title\\.ar`))
  assert.match((await office.get('sprachen?sprache=de&q=nirgends')).text, /nichts offen/)
  assert.match((await office.get('sprachen?sprache=de&zielsprache=xx')).text, /9 Texte sind offen/)
})

test('long lists come in pages, with as many statements as short ones', async () => {
  await using office = await openOffice({ languages })
  await needsIn(office, 3)
  await office.get('sprachen')
  const few = office.statements()
  await needsIn(office, 27)
  const { text } = await office.get('sprachen?sprache=de')
  assert.equal(office.statements(), few)
  assert.ok(few <= 4, String(few))
  assert.match(text, /1 bis 25 von 93/)
  assert.match((await office.get('sprachen?sprache=de&seite=4')).text, /76 bis 93 von 93/)
})

test('a municipality that offers only German is told where to choose languages', async () => {
  await using office = await openOffice({ languages: ['de'] })
  const id = await measure(office)
  assert.match((await office.get('sprachen?sprache=de')).text, /nur Deutsch/)
  assert.match((await office.get(page(id))).text, /nur Deutsch/)
})

test('a text is written beside its German and is fresh from then on; the history says so', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  const form = await office.get(page(id))
  assert.ok(office.statements() <= 6, String(office.statements()))
  assert.match(form.text, /<textarea[^>]*lang="ar"[^>]*dir="rtl"/)
  const answer = await office.post(page(id), {
    ...fieldsOf(form.text),
    'title.ar': ' مقهى اللغة ',
    'title.tr': 'Dil kafesi',
    'title.tr.machine': 'on',
  })
  assert.equal(answer.status, 303)
  const stored = await storedOf(office, id)
  assert.deepEqual([...stored.keys()].toSorted(), ['title.ar', 'title.tr'])
  assert.equal(stored.get('title.ar')?.text, 'مقهى اللغة')
  assert.equal(stored.get('title.ar')?.sourceHash, hashOf(german.title))
  assert.ok(stored.get('title.ar')?.confirmedAt)
  assert.equal(stored.get('title.tr')?.isMachineMade, true)
  assert.equal(stored.get('title.tr')?.confirmedAt, null)
  const history = (await office.get(`verlauf/measure/${id}?sprache=de`)).text
  assert.match(history, /Übersetzt/)
  assert.match(history, /Titel \(Türkçe\)[^]*Dil kafesi/)
})

test('a reader sees the version, and that it is older than the German or unchecked', async () => {
  await using office = await openOffice({ languages: ['de', 'ar', 'en'] })
  const id = await measure(office)
  await versionOf(office, id, { from: 'Ein älterer Titel' })
  await versionOf(office, id, {
    field: 'description',
    text: 'كل ثلاثاء',
    from: german.description,
    isMachineMade: true,
  })
  await office.as(null)
  const arabic = (await office.get(`massnahmen/${id}?sprache=ar`)).text
  assert.match(arabic, /مقهى اللغة/)
  assert.match(arabic, /النص الألماني أحدث/)
  assert.match(arabic, /ترجمة آلية لم تُراجَع بعد/)
  const english = (await office.get(`massnahmen/${id}?sprache=en`)).text
  assert.match(english, /<span lang="de" dir="ltr">Sprachcafé im Süden<\/span>/)
  assert.doesNotMatch(english, /German text is newer/)
})

test('the former German stands beside an outdated version while the history knows it', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  await versionOf(office, id)
  await versionOf(office, id, { field: 'description', from: 'Niemand weiß es mehr' })
  await renamed(office, id, 'Sprachcafé im Norden')
  const { text } = await office.get(page(id))
  assert.match(text, /Früherer Wortlaut[^]*Sprachcafé im Süden/)
  assert.match(text, /früherer Wortlaut ist nicht mehr bekannt/)
})

test('an outdated text that still fits is confirmed with one button, a machine’s text too', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  await versionOf(office, id, { from: 'Ein älterer Titel' })
  await versionOf(office, id, { language: 'tr', text: 'Dil kafesi', isMachineMade: true })
  const form = await office.get(page(id))
  assert.match(form.text, /Passt weiterhin/)
  assert.match(form.text, /Ist geprüft/)
  await office.post(page(id), { ...fieldsOf(form.text), confirm: 'title.ar' })
  await office.post(page(id), { ...fieldsOf((await office.get(page(id))).text), confirm: 'title.tr' })
  const stored = await storedOf(office, id)
  assert.equal(stored.get('title.ar')?.sourceHash, hashOf(german.title))
  assert.equal(stored.get('title.tr')?.isMachineMade, true)
  assert.ok(stored.get('title.tr')?.confirmedAt)
})

test('an emptied text is removed; what nobody touched is not written', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  await versionOf(office, id)
  await versionOf(office, id, { language: 'tr', text: 'Dil kafesi', from: 'Ein älterer Titel' })
  const fields = fieldsOf((await office.get(page(id))).text)
  await office.post(page(id), { ...fields, 'title.ar': '' })
  const stored = await storedOf(office, id)
  assert.deepEqual([...stored.keys()], ['title.tr'])
  assert.equal(stored.get('title.tr')?.sourceHash, hashOf('Ein älterer Titel'))
})

test('who saves later sees both texts, and loses nothing', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  await versionOf(office, id)
  const fields = fieldsOf((await office.get(page(id))).text)
  await office.post(page(id), { ...fields, 'title.ar': 'الأول' })
  const late = await office.post(page(id), { ...fields, 'title.ar': 'الثاني', 'title.tr': 'Dil kafesi' })
  assert.equal(late.status, 409)
  assert.match(late.text, /الأول/)
  assert.match(late.text, /Dil kafesi/)
  assert.equal((await storedOf(office, id)).get('title.ar')?.text, 'الأول')
  const again = await office.post(page(id), fieldsOf(late.text))
  assert.equal(again.status, 303)
  assert.equal((await storedOf(office, id)).get('title.ar')?.text, 'الثاني')
  assert.equal((await storedOf(office, id)).get('title.tr')?.text, 'Dil kafesi')
})

test('plain and easy German can be read on the page of the thing, and other languages never on it', async () => {
  await using office = await openOffice({ languages: ['de', 'ar', 'tr', 'de-x-einfach', 'de-x-leicht'] })
  const id = await measure(office)
  const fields = fieldsOf((await office.get(page(id))).text)
  const written = {
    'title.de-x-einfach': 'Wir reden zusammen.',
    'title.de-x-leicht': 'Reden macht Spaß.',
    'title.tr': 'Dil kafesi',
  }
  assert.equal((await office.post(page(id), { ...fields, ...written })).status, 303)
  await office.as(null)
  const { text } = await office.get(`massnahmen/${id}?sprache=de`)
  assert.match(text, /<summary>In Einfacher Sprache<\/summary><div[^>]*lang="de-x-einfach"[^>]*>.*Wir reden zusammen\./)
  assert.match(text, /<summary>In Leichter Sprache<\/summary><div[^>]*lang="de-x-leicht"[^>]*>.*Reden macht Spaß\./)
  assert.doesNotMatch(text, /Dil kafesi/)
  assert.match((await office.get(`massnahmen/${id}?sprache=ar`)).text, /Wir reden zusammen/)
  await office.db.updateTable('measure').set({ publishedAt: null }).where('id', '=', id).execute()
  assert.doesNotMatch((await office.get(`massnahmen/${id}?sprache=de`)).text, /Wir reden/, 'a draft stays hidden')
})

test('two people who work on different languages do not disturb each other', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  const fields = fieldsOf((await office.get(page(id))).text)
  await office.post(page(id), { ...fields, 'title.ar': 'مقهى' })
  assert.equal((await office.post(page(id), { ...fields, 'title.tr': 'Dil kafesi' })).status, 303)
  assert.equal((await storedOf(office, id)).size, 2)
})

test('a text that is too long is refused; everything typed still stands there', async () => {
  await using office = await openOffice({ languages })
  const id = await measure(office)
  const fields = fieldsOf((await office.get(page(id))).text)
  const answer = await office.post(page(id), { ...fields, 'title.ar': 'م'.repeat(20_001), 'title.tr': 'Dil kafesi' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /href="#title\.ar"/)
  assert.match(answer.text, /Dil kafesi/)
  assert.equal((await storedOf(office, id)).size, 0)
})

test('only who may translate comes here, and nobody from elsewhere', async () => {
  await using office = await openOffice({ role: 'facilitator', languages })
  const id = await measure(office)
  for (const path of ['sprachen', page(id), 'sprachen.xlsx?zielsprache=ar', 'sprachen/einlesen']) {
    await office.as('facilitator')
    assert.equal((await office.get(path)).status, 403, path)
    await office.as(null)
    assert.match((await office.get(path)).location, /anmelden/, path)
  }
  await office.as('facilitator')
  assert.equal((await office.post(page(id), { 'title.ar': 'x', 'title.ar.mark': '' })).status, 403)
  assert.doesNotMatch((await office.get(`massnahmen/${id}`)).text, /\/sprachen/)
  await office.as('officer')
  assert.match((await office.get(`massnahmen/${id}`)).text, new RegExp(`/sprachen/measure/${id}`))
  await using other = await openOffice({ languages })
  assert.equal((await other.get(page(id))).status, 404)
  assert.equal((await other.get('sprachen/unbekannt/1')).status, 404)
  assert.doesNotMatch((await other.get('sprachen')).text, /Sprachcafé/)
})

test('what is missing in the plan counts texts as the page of languages does, and asks for no easy German', async () => {
  await using office = await openOffice({ role: 'officer', languages })
  const one = await measure(office)
  const two = await measure(office, { number: '1.2', title: 'Lesepaten', description: '' })
  await versionOf(office, one)
  await versionOf(office, one, { field: 'description', from: 'Ein älterer Text' })
  await versionOf(office, two, { from: 'Lesepaten', isMachineMade: true })
  await versionOf(office, one, { language: 'de-x-leicht', text: 'Zusammen reden' })
  const { text } = await office.get('plan/was-fehlt?sprache=de')
  assert.match(text, /maschinell übersetzt, noch nicht geprüft/)
  assert.doesNotMatch(text, /texte-de-x-leicht/)
  assert.match(text, /العربية[^]*?1 von 4[^]*?1 von 4/)
  assert.doesNotMatch(text, /Türkçe/)
  assert.match((await office.get('sprachen?sprache=de')).text, /Arabisch[^]*?1 von 4[^]*?Leichte Sprache[^]*?1 von 4/)
})
