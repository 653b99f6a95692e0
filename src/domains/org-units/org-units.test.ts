import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMeasure, measureForm, publishMeasure } from '#domains/measures/index.ts'
import { checkForm } from '#platform/http/form.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import { assertGoodMarkup } from '#tests/markup.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { texts } from './texts/index.ts'

const fields = { levelName: 'Amt', code: '021', name: 'Amt für Teilhabe' }

async function addUnit(office: Office, more: Record<string, string> = {}): Promise<number> {
  const { location, status, text } = await office.post('organisation', { ...fields, ...more })
  assert.equal(status, 303, text)
  return Number(location.split('/').at(-1))
}

/** A measure that this unit leads, in the open. */
async function addLed(office: Office, lead: number, number = '1.1'): Promise<number> {
  const { db, municipalityId, planVersionId } = office
  const acting = { municipalityId, planVersionId, accountId: office.accountId }
  const [field, goal] = [await newPlanItem(db, acting, 'action-field'), await newPlanItem(db, acting, 'goal')]
  const place = { municipalityId, planVersionId, publishedAt: new Date() }
  await db
    .insertInto('actionField')
    .values({ ...place, id: field, code: number, title: 'Sprache' })
    .execute()
  await db
    .insertInto('goal')
    .values({ ...place, id: goal, level: 'IMPACT_GOAL', text: 'Alle lernen' })
    .execute()
  const form = checkForm(
    {
      ...{ number, title: `Treff ${number}`, description: 'Ein Treff.', actionFieldId: String(field), kind: 'PROJECT' },
      ...{ goalIds: String(goal), lead: `amt-${lead}`, periodFrom: '2026', state: 'RUNNING', course: 'GREY' },
    },
    measureForm,
    texts(speechOf('de')),
  )
  assert.ok(form.ok)
  const id = await createMeasure(db, acting, form.value)
  await publishMeasure(db, acting, id, { needsApproval: false })
  return id
}

test('a unit keeps the zero of its code and shows its measures to everyone', async () => {
  await using office = await openOffice()
  const top = await addUnit(office, { levelName: 'Dezernat', code: 'V', name: 'Soziales' })
  const id = await addUnit(office, { parentId: String(top), phone: '07621 410-5300', email: 'teilhabe@kreis.example' })
  await addLed(office, id)
  await office.as(null)
  const list = await office.get('organisation')
  assert.equal(list.status, 200)
  assert.match(
    list.text,
    /Dezernat V[\s\S]*Soziales[\s\S]*Amt 021[\s\S]*Amt für Teilhabe[\s\S]*federführend für 1 Maßnahme/,
  )
  const page = await office.get(`organisation/${id}`)
  assert.match(page.text, /1\.1 Treff 1\.1/)
  assert.match(page.text, /href="tel:076214105300"/)
  assert.doesNotMatch(page.text, /bearbeiten/)
})

test('the list of units costs the same statements for three and for thirty units', async () => {
  await using office = await openOffice()
  const counts: number[] = []
  for (const size of [3, 30]) {
    for (let n = counts.length === 0 ? 0 : 3; n < size; n++) await addUnit(office, { name: `Amt ${n}` })
    await office.get('organisation')
    counts.push(office.statements())
  }
  assert.equal(counts[0], counts[1])
  await office.as(null)
  await office.get('organisation')
  assert.ok(office.statements() <= 4, `${office.statements()}`)
})

test('an ended unit stays on its old measure, keeps being its lead when the measure is saved, and is not offered anew', async () => {
  await using office = await openOffice()
  const id = await addUnit(office)
  const next = await addUnit(office, { code: '022', name: 'Amt für Vielfalt' })
  const measure = await addLed(office, id)
  const ended = { ...fields, endedOn: '31.12.2024', mergedIntoId: String(next), version: '1' }
  assert.equal((await office.post(`organisation/${id}/bearbeiten`, ended)).status, 303)
  assert.doesNotMatch((await office.get('massnahmen/neu')).text, /Amt für Teilhabe/)
  assert.match((await office.get('massnahmen/neu')).text, /Amt für Vielfalt/)
  assert.match((await office.get(`massnahmen/${measure}/bearbeiten`)).text, new RegExp(`value="amt-${id}" selected`))
  await office.as(null)
  assert.match((await office.get(`massnahmen/${measure}`)).text, /Amt für Teilhabe/)
  assert.match((await office.get(`organisation/${id}`)).text, /besteht seit dem 31\.12\.2024 nicht mehr/)
  assert.match((await office.get(`organisation/${next}`)).text, /Treff 1\.1[\s\S]*noch unter dem früheren Namen/)
  assert.match((await office.get('organisation')).text, /Frühere Stellen[\s\S]*Amt für Teilhabe/)
})

test('a refused form keeps what was typed and says everything that is wrong at once', async () => {
  await using office = await openOffice()
  const answer = await office.post('organisation', {
    ...{ levelName: '', name: '', code: '007', startedOn: '31.02.2025', email: 'kein', mergedIntoId: '999999' },
  })
  assert.equal(answer.status, 422)
  for (const words of [
    'Geben Sie die Ebene ein',
    'Geben Sie einen Namen ein',
    'Diesen Tag gibt es nicht',
    'keine E-Mail',
  ])
    assert.ok(answer.text.includes(words), words)
  assert.match(answer.text, /value="007"/)
})

test('a unit cannot be put below itself', async () => {
  await using office = await openOffice()
  const top = await addUnit(office)
  const below = await addUnit(office, { name: 'Sachgebiet', parentId: String(top) })
  const answer = await office.post(`organisation/${top}/bearbeiten`, {
    ...fields,
    parentId: String(below),
    version: '1',
  })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /liegt selbst darunter/)
})

test('who saves a unit that somebody changed meanwhile sees both versions', async () => {
  await using office = await openOffice()
  const id = await addUnit(office)
  await office.post(`organisation/${id}/bearbeiten`, { ...fields, name: 'Amt für Integration', version: '1' })
  const late = await office.post(`organisation/${id}/bearbeiten`, {
    ...fields,
    name: 'Amt für Migration',
    version: '1',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Amt für Integration[\s\S]*Amt für Migration/)
  assert.match(late.text, /name="version" value="2"/)
})

test('a unit with measures cannot be deleted, an unused one can', async () => {
  await using office = await openOffice()
  const used = await addUnit(office)
  await addLed(office, used)
  const kept = await office.post(`organisation/${used}/loeschen`, { version: '1' })
  assert.equal(kept.status, 422)
  assert.match(kept.text, /wird noch gebraucht/)
  const unused = await addUnit(office, { name: 'Versehen' })
  assert.equal((await office.post(`organisation/${unused}/loeschen`, { version: '1' })).status, 303)
  assert.equal((await office.get(`organisation/${unused}`)).status, 404)
})

test('units are moved among their neighbours, and each act is in the history', async () => {
  await using office = await openOffice()
  await addUnit(office, { name: 'Erstes' })
  const second = await addUnit(office, { name: 'Zweites' })
  await office.post(`organisation/${second}/verschieben`, { direction: 'up' })
  assert.match((await office.get('organisation')).text, /Zweites[\s\S]*Erstes/)
  const acts = await office.db
    .selectFrom('auditEntry')
    .where('thingId', '=', second)
    .where('thingKind', '=', 'org-unit')
    .select('act')
    .orderBy('id')
    .execute()
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['created', 'moved'],
  )
})

test('nobody but officer and department head changes units; another municipality sees nothing of them', async () => {
  await using office = await openOffice()
  const id = await addUnit(office)
  for (const role of ['reader', 'actor-editor', null] as const) {
    // Nobody is led to sign in first.
    const refused = role === null ? [303, 401] : [403]
    await office.as(role)
    assert.ok(refused.includes((await office.get(`organisation/${id}/bearbeiten`)).status))
    assert.ok(refused.includes((await office.post('organisation', fields)).status))
    assert.ok(refused.includes((await office.post(`organisation/${id}/loeschen`, { version: '1' })).status))
  }
  await using other = await openOffice()
  assert.equal((await other.get(`organisation/${id}`)).status, 404)
  assert.equal((await other.post(`organisation/${id}/bearbeiten`, { ...fields, version: '1' })).status, 404)
})

test('the units are a table and a JSON list, too', async () => {
  await using office = await openOffice()
  await addUnit(office)
  const json = JSON.parse((await office.get('organisation.json')).text) as { data: { code: string }[] }
  assert.equal(json.data[0]?.code, '021')
  assert.match((await office.get('organisation.csv')).text, /Ebene;Kennzeichen;Name/)
})

test('the page stands in English and Arabic, with the German names marked as such', async () => {
  await using office = await openOffice()
  const id = await addUnit(office)
  assert.match((await office.get('organisation?sprache=ar')).text, /<span lang="de" dir="ltr">Amt für Teilhabe/)
  assert.match((await office.get(`organisation/${id}?sprache=en`)).text, /No measure is handled/)
})

test('every page and every refused form of the units is good markup, in German and Arabic', async () => {
  await using office = await openOffice()
  const top = await addUnit(office, { phone: '07621 410-1', email: 'amt@kreis.example' })
  const id = await addUnit(office, { parentId: String(top), endedOn: '31.12.2024', mergedIntoId: String(top) })
  await addLed(office, id)
  for (const language of ['de', 'ar']) {
    for (const path of ['organisation', `organisation/${id}`, `organisation/${top}`, `organisation/${id}/bearbeiten`])
      await assertGoodMarkup(await office.get(`${path}?sprache=${language}`), `${path} ${language}`)
    await assertGoodMarkup(await office.post(`organisation?sprache=${language}`, { name: '' }), `refused ${language}`)
  }
})
