import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import { openOffice } from '#tests/office.ts'
import { acting, goalIn, indicatorIn, valueIn } from './testing.ts'

const german = { 'accept-language': 'de' }

test('the public sees published indicators and no drafts', async () => {
  await using office = await openOffice()
  await indicatorIn(office)
  const draft = await indicatorIn(office, { code: 'B 4', title: 'Noch geheim' }, false)
  assert.match((await office.get('zahlen')).text, /Noch geheim/)
  await office.as(null)
  const { status, text } = await office.get('zahlen', german)
  assert.equal(status, 200)
  assert.match(text, /Elterngespräche mit Sprachmittlung/)
  assert.doesNotMatch(text, /Noch geheim/)
  assert.equal((await office.get(`zahlen/${draft}`)).status, 404)
  assert.equal((await office.get(`zahlen/${draft}.csv`)).status, 404)
})

test('a number says its newest value, its way to the target, and what was planned', async () => {
  await using office = await openOffice({ role: null })
  const id = await indicatorIn(office)
  for (const [year, value] of [
    [2021, 118],
    [2022, 164],
    [2023, 231],
    [2024, 306],
    [2025, 388],
  ] as const)
    await valueIn(office, id, year, { value })
  const { text } = await office.get(`zahlen/${id}`, german)
  assert.match(text, /388 Gespräche im Jahr 2025\./)
  assert.match(text, /Das sind 157 mehr als zu Beginn, 43 Prozent des Weges zum Ziel/)
  assert.match(text, /planmäßig/)
  assert.match(text, /43\s% des Weges, nach Plan wären es 40\s%/)
  assert.match(text, /<svg class="tw-wide"[^>]*aria-hidden="true"/)
  assert.match(text, /<svg class="tw-narrow"[^>]*aria-hidden="true"/)
  assert.match(text, /Von 2021 bis 2025 ist die Zahl von 118 auf 388 gestiegen/)
  assert.doesNotMatch(text, / style=/)
})

test('without data the light is grey and says so; at the baseline it is 0 %', async () => {
  await using office = await openOffice({ role: null })
  const empty = await indicatorIn(office)
  const { text } = await office.get(`zahlen/${empty}`, german)
  assert.match(text, /Zu dieser Zahl gibt es noch keinen Wert/)
  assert.match(text, /Es sind noch keine Werte eingetragen/)
  assert.match(text, /Es gibt noch keinen Wert\./)
  const start = await indicatorIn(office, { code: 'B 4' })
  await valueIn(office, start, 2023, { value: 231 })
  assert.match((await office.get(`zahlen/${start}`, german)).text, /0\s% des Weges, nach Plan wären es 0\s%/)
})

test('a number that went the wrong way is said in words, with what the plan asked for, in the list too', async () => {
  await using office = await openOffice({ role: null })
  const id = await indicatorIn(office)
  await valueIn(office, id, 2025, { value: 190 })
  for (const page of [`zahlen/${id}`, 'zahlen']) {
    const { text } = await office.get(page, german)
    assert.match(text, /Um 11\s% des Weges weiter weg vom Ziel als am Anfang\. Nach Plan wären 40\s% des Weges/)
    assert.doesNotMatch(text, /[-−]11\s%/)
  }
  await valueIn(office, id, 2026, { value: 388 })
  assert.match((await office.get('zahlen', german)).text, /43\s% des Weges, nach Plan wären es/)
})

test('a sign is heard as what it means, and files say it in a word', async () => {
  await using office = await openOffice({ role: null })
  const id = await indicatorIn(office)
  await valueIn(office, id, 2022, { sign: 'SUPPRESSED' })
  await valueIn(office, id, 2023, { sign: 'UNKNOWN' })
  await valueIn(office, id, 2024, { value: 12, sign: 'LIMITED', flags: ['PROVISIONAL', 'REVISED'] })
  await valueIn(office, id, 2025, { sign: 'NOTHING' })
  const { text } = await office.get(`zahlen/${id}`, german)
  assert.match(text, /<span aria-hidden="true">·<\/span><span class="tw-sr"> Zahlenwert unbekannt oder geheim/)
  assert.match(text, /\(12\)<\/span><span class="tw-sr"> Aussagewert eingeschränkt/)
  assert.match(text, /vorläufig, berichtigt/)
  assert.equal(text.match(/<dt>·<\/dt>/g)?.length, 1, 'secret and unknown look alike')
  const csv = (await office.get(`zahlen/${id}.csv`, german)).text
  assert.match(csv, /2022-01-01;2022-12-31;;Gespräche;SUPPRESSED;/)
  assert.match(csv, /2024-01-01;2024-12-31;12;Gespräche;LIMITED;PROVISIONAL REVISED;/)
  assert.match(csv, /2025-01-01;2025-12-31;0;Gespräche;NOTHING;/)
  assert.doesNotMatch(csv, /;[·./–x…];|\(12\)/)
})

test('the list shows only what the filter asks for, and an unknown filter is no filter', async () => {
  await using office = await openOffice()
  const { db, municipalityId, planVersionId } = office
  const fieldId = await newPlanItem(db, acting(office), 'action-field')
  await db
    .insertInto('actionField')
    .values({ municipalityId, planVersionId, id: fieldId, code: '2', title: 'Wohnen', publishedAt: new Date() })
    .execute()
  const goal = await goalIn(office, 'Alle wohnen gut')
  const lower = { baselineValue: '15', targetValue: '6', direction: 'LOWER' }
  await indicatorIn(office, {
    code: 'W 1',
    title: 'Wartezeit',
    ...lower,
    actionFieldId: String(fieldId),
    goalIds: [String(goal)],
  })
  const other = await indicatorIn(office)
  await valueIn(office, other, 2025, { value: 388 })
  for (const query of [
    `feld=${fieldId}`,
    `ziel=${goal}`,
    'richtung=LOWER',
    'ohnewert=1',
    'q=Wartezeit',
    'q=wartezeiten',
  ]) {
    const { text } = await office.get(`zahlen?${query}`, german)
    assert.match(text, /Wartezeit/, query)
    assert.doesNotMatch(text, /Elterngespräche/, query)
  }
  assert.match((await office.get('zahlen?feld=x&richtung=ab&seite=viele')).text, /Elterngespräche/)
  assert.match((await office.get('zahlen?q=gibtesnicht', german)).text, /Kein Indikator passt/)
})

test('another municipality sees nothing of it', async () => {
  await using office = await openOffice()
  const id = await indicatorIn(office)
  await office.db
    .insertInto('municipality')
    .values({ slug: `fremd-${process.pid}`, name: 'Fremd', kind: 'city', federalState: 'HE', isOpen: true })
    .execute()
  office.services.municipalities.forget()
  for (const path of [`zahlen/${id}`, `zahlen/${id}.json`])
    assert.equal((await office.get(`/fremd-${process.pid}/${path}`)).status, 404, path)
  const list = await office.get(`/fremd-${process.pid}/zahlen`, german)
  assert.match(list.text, /in Vorbereitung/, 'a municipality without a plan')
  assert.doesNotMatch(list.text, /Elterngespräche/)
})

test('a draft goal that a number belongs to stays hidden from the public', async () => {
  await using office = await openOffice()
  const goals = [await goalIn(office, 'Öffentliches Ziel'), await goalIn(office, 'Geheimes Ziel', false)]
  const id = await indicatorIn(office, { goalIds: goals.map(String) })
  assert.match((await office.get(`zahlen/${id}`)).text, /Geheimes Ziel/)
  await office.as(null)
  const { text } = await office.get(`zahlen/${id}`)
  assert.match(text, /Öffentliches Ziel/)
  assert.doesNotMatch(text, /Geheimes Ziel/)
  const item = JSON.parse((await office.get('zahlen.json')).text) as { data: { goalIds: number[] }[] }
  assert.deepEqual(item.data[0]?.goalIds, [goals[0]])
})

test('the thresholds of the municipality turn the light', async () => {
  await using office = await openOffice({ role: 'officer' })
  const id = await indicatorIn(office)
  await valueIn(office, id, 2025, { value: 300 })
  assert.match((await office.get(`zahlen/${id}`, german)).text, /etwas hinter dem Plan/)
  const refused = await office.post('zahlen/ampel', { version: '0', greenWithin: '30', yellowWithin: '20' }, german)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Gelb reicht mindestens so weit wie Grün/)
  const saved = await office.post('zahlen/ampel', { version: '0', greenWithin: '25', yellowWithin: '40' })
  assert.equal(saved.status, 303)
  assert.match((await office.get(`zahlen/${id}`, german)).text, />planmäßig</)
  const race = await office.post('zahlen/ampel', { version: '0', greenWithin: '10', yellowWithin: '40' }, german)
  assert.equal(race.status, 409)
  assert.match(race.text, /Jemand anderes hat inzwischen gespeichert/)
  await office.as('statistics')
  assert.equal((await office.get('zahlen/ampel')).status, 403)
})

test('a list takes four statements and a page ten at most, however many rows there are', async () => {
  await using office = await openOffice()
  const counts: number[] = []
  const goal = String(await goalIn(office, 'Ziel'))
  for (let n = 1; n <= 30; n++) {
    const id = await indicatorIn(office, { code: `B ${n}`, goalIds: [goal] })
    for (const year of [2023, 2024, 2025]) await valueIn(office, id, year, { value: 200 + n })
    if (n !== 3 && n !== 30) continue
    await office.as(null)
    await office.get('zahlen', german)
    const list = office.statements()
    await office.get(`zahlen/${id}?sprache=ar`)
    const page = office.statements()
    await office.get('zahlen.json', german)
    counts.push(list, page, office.statements())
    await office.as('officer')
  }
  assert.deepEqual(counts.slice(0, 3), counts.slice(3))
  const [list = 0, page = 0] = counts
  assert.ok(list <= 4, `${list} statements for the list`)
  assert.ok(page <= 10, `${page} statements for the page`)
})
