import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { completeIn, fieldIn, formOf, goalIn, needIn, source, targetGroupIn, topicIn } from '#domains/needs/testing.ts'
import { indicatorIn, measureIn } from '#domains/goals/testing.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { makesCircle } from './model/forms.ts'
import { heatOf } from './model/order.ts'

const into = (office: Office, measureId: number, actionFieldId: number) =>
  office.db.updateTable('measure').set({ actionFieldId }).where('id', '=', measureId).execute()
const tag = (office: Office, measureId: number, topicId: number) =>
  office.db
    .insertInto('measureTopic')
    .values({ municipalityId: office.municipalityId, planVersionId: office.planVersionId, measureId, topicId })
    .execute()

test('a name with commas stays one field, and the same name as field and as topic is two records', async () => {
  await using office = await openOffice()
  const name = 'Ankommen, Wohnen, Nachbarschaft'
  await office.post('handlungsfelder', { code: '4', title: name, publish: '1' })
  await office.post('querschnittsthemen', { title: name, publish: '1' })
  await office.as(null)
  assert.match((await office.get('handlungsfelder')).text, /Ankommen, Wohnen, Nachbarschaft/)
  assert.match((await office.get('querschnittsthemen')).text, /Ankommen, Wohnen, Nachbarschaft/)
  const { data } = JSON.parse((await office.get('handlungsfelder.json')).text) as { data: { title: string }[] }
  assert.deepEqual(
    data.map(({ title }) => title),
    [name],
  )
})

test('the public sees published fields and no drafts', async () => {
  await using office = await openOffice()
  await fieldIn(office)
  await office.post('handlungsfelder', { code: '9', title: 'Noch geheim' })
  assert.match((await office.get('handlungsfelder')).text, /Noch geheim/)
  await office.as(null)
  assert.doesNotMatch((await office.get('handlungsfelder')).text, /Noch geheim|verschieben/)
})

test('a field shows needs by priority, goals with a figure, measures, money and the bodies that work on it', async () => {
  await using office = await openOffice({ role: null })
  const { db, municipalityId } = office
  const form = await completeIn(office, { priority: '1' })
  const field = form.actionFieldId ?? 0
  await needIn(office, form)
  const goal = await goalIn(office)
  await db.updateTable('goal').set({ actionFieldId: field }).where('id', '=', goal).execute()
  const indicatorId = await indicatorIn(office)
  const { planVersionId } = office
  await db.insertInto('goalIndicator').values({ municipalityId, planVersionId, goalId: goal, indicatorId }).execute()
  await into(office, await measureIn(office, '1.1', [goal], { 2025: 1_000_000 }), field)
  await into(office, await measureIn(office, '1.2', [], { 2025: 250_000 }), field)
  const { id: bodyId } = await db
    .insertInto('body')
    .values({ municipalityId, name: 'AG Sprache', type: 'WORKING_GROUP', publishedAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('bodyActionField').values({ municipalityId, bodyId, actionFieldId: field }).execute()

  const { status, text } = await office.get(`handlungsfelder/${field}`)
  assert.equal(status, 200)
  assert.match(text, /dringend[\s\S]*Eltern verstehen die Briefe/)
  assert.match(text, /Gespräche: 137\sGespräche \(2025\), Ziel 200/)
  assert.match(text, /Von 2 Maßnahmen ist noch keine abgeschlossen/)
  assert.match(text, /Für 2025 sind 12\.500\s€ vorgesehen/)
  assert.match(text, new RegExp(`gremien/${bodyId}"[^>]*>AG Sprache`))
  assert.match(text, new RegExp(`zielgruppen/${form.targetGroupIds[0]}"`))
})

test('topics meet fields in a matrix whose numbers lead to just these measures', async () => {
  await using office = await openOffice({ role: null })
  const field = await fieldIn(office)
  const topic = await topicIn(office)
  for (const number of ['1.1', '1.2']) {
    const measure = await measureIn(office, number, [])
    await into(office, measure, field)
    await tag(office, measure, topic)
  }
  const { text } = await office.get('querschnittsthemen')
  assert.match(
    text,
    new RegExp(`massnahmen\\?thema=${topic}&amp;feld=${field}"[^>]*><span>2<span class="tw-sr"> Maßnahmen zu Teilhabe`),
  )
  const { text: list } = await office.get(`massnahmen?thema=${topic}&feld=${field}`)
  assert.match(list, /Maßnahme 1\.1[\s\S]*Maßnahme 1\.2/)
  const page = await office.get(`querschnittsthemen/${topic}`)
  assert.match(page.text, new RegExp(`massnahmen\\?thema=${topic}&amp;feld=${field}">2<`))
})

test('a target group shows its size with source and date, and the group it belongs to', async () => {
  await using office = await openOffice()
  const parent = await targetGroupIn(office, 'Geflüchtete')
  const size = { sizeValue: '1.930', sizeSource: 'Ausländerzentralregister', sizeDate: '31.12.2025' }
  const group = { title: 'Geflüchtete aus der Ukraine', parentId: String(parent), publish: '1', ...size }
  const { location } = await office.post('zielgruppen', group)
  await office.as(null)
  const { text } = await office.get(location)
  assert.match(text, /etwa 1\.930 Menschen[\s\S]*Ausländerzentralregister[\s\S]*31\.12\.2025/)
  assert.match(text, /Gehört zu[\s\S]*Geflüchtete/)
  assert.match((await office.get(`zielgruppen/${parent}`)).text, /Dazu gehören[\s\S]*aus der Ukraine/)
})

test('a size without source or date, a wrong code and a missing name are refused and keep what was typed', async () => {
  await using office = await openOffice()
  const group = await office.post('zielgruppen', { title: '', sizeValue: '500', sizeDate: '31.02.2025' })
  assert.equal(group.status, 422)
  assert.match(group.text, /Geben Sie einen Namen ein/)
  assert.match(group.text, /Diesen Tag gibt es nicht/)
  assert.match(group.text, /value="500"/)
  const sourced = await office.post('zielgruppen', { title: 'Familien', sizeValue: '500' })
  assert.match(sourced.text, /woher die Zahl kommt[\s\S]*von welchem Tag/)
  await fieldIn(office)
  const taken = await office.post('handlungsfelder', { code: '1', title: 'Noch eines', description: 'Steht noch da' })
  assert.equal(taken.status, 422)
  assert.match(taken.text, /Dieses Kürzel hat schon/)
  assert.match(taken.text, /Steht noch da/)
})

test('a group cannot stand below itself', async () => {
  await using office = await openOffice()
  const above = await targetGroupIn(office, 'Familien')
  const { location } = await office.post('zielgruppen', { title: 'Alleinerziehende', parentId: String(above) })
  const below = location.split('/').at(-1) ?? ''
  const circle = await office.post(`zielgruppen/${above}/bearbeiten`, {
    title: 'Familien',
    parentId: below,
    version: '2',
  })
  assert.equal(circle.status, 422)
  assert.match(circle.text, /nicht unter sich selbst/)
})

test('parents lead to a circle only where one comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 10, maxLength: 10 }), fc.nat({ max: 9 }), (above, id) => {
      // Each group stands below one with a smaller number, so there is no circle.
      const parents = new Map(above.map((parent, place) => [place, parent < place ? parent : null]))
      assert.equal(makesCircle(id, parents.get(id) ?? null, parents), false)
      assert.equal(makesCircle(id, id, parents), true)
    }),
  )
})

test('the tint grows with the number and has three steps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a]
      assert.ok(heatOf(less, more) <= heatOf(more, more))
      assert.equal(heatOf(more, more), 3)
    }),
  )
})

test('fields are put in order by buttons', async () => {
  await using office = await openOffice()
  await fieldIn(office, 'Sprache', '1')
  const second = await fieldIn(office, 'Wohnen', '2')
  await office.post(`handlungsfelder/${second}/verschieben`, { direction: 'up' })
  assert.match((await office.get('handlungsfelder')).text, /Wohnen<\/a>[\s\S]*Sprache<\/a>/)
})

test('what belongs to a field keeps it from being removed, links to a topic just end', async () => {
  await using office = await openOffice()
  const form = await completeIn(office)
  const topic = await topicIn(office)
  await needIn(office, formOf({ topicIds: [String(topic)] }, [source]))
  await needIn(office, form)
  const blocked = await office.post(`handlungsfelder/${form.actionFieldId}/loeschen`, { version: '2' })
  assert.equal(blocked.status, 422)
  assert.match(blocked.text, /Eltern verstehen die Briefe/)
  assert.match((await office.get(`querschnittsthemen/${topic}/loeschen`)).text, /verlieren ihre Verknüpfung/)
  assert.equal((await office.post(`querschnittsthemen/${topic}/loeschen`, { version: '2' })).status, 303)
  assert.equal((await office.get(`querschnittsthemen/${topic}`)).status, 410)
})

test('who loses the race sees both versions, and others may not edit at all', async () => {
  await using office = await openOffice()
  const id = await fieldIn(office)
  await office.post(`handlungsfelder/${id}/bearbeiten`, { code: '1', title: 'Zuerst', version: '2' })
  const late = await office.post(`handlungsfelder/${id}/bearbeiten`, { code: '1', title: 'Danach', version: '2' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Zuerst[\s\S]*Danach/)
  for (const role of ['reader', 'facilitator'] as const) {
    await office.as(role)
    for (const path of ['handlungsfelder', 'querschnittsthemen', 'zielgruppen'])
      assert.equal((await office.post(path, { title: 'Neu', code: '9' })).status, 403, `${role} ${path}`)
  }
})
