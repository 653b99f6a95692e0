import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOf } from '#values/local-text.ts'
import { openOffice } from '#tests/office.ts'
import { fillPlan } from './testing.ts'

interface PlanDocument {
  generatedOn: string
  license: { id: string; attribution: string }
  plan: Record<string, unknown>
  [collection: string]: unknown
}
const collections = [
  ...['actionFields', 'crossCuttingTopics', 'targetGroups', 'phases', 'needs', 'goals', 'measures', 'indicators'],
  'bodies',
]
const of = (document: PlanDocument, name: string) => document[name] as Record<string, unknown>[]

test('the whole published plan is one document, tied by ids, with license and day', async () => {
  await using office = await openOffice({ role: null })
  const filled = await fillPlan(office, 2)
  const { status, text, headers } = await office.get('plan.json')
  assert.equal(status, 200)
  assert.match(headers.get('content-type') ?? '', /^application\/json/)
  assert.ok(headers.get('x-page-cache'), 'kept by the page cache, which gives it its ETag')
  const document = JSON.parse(text) as PlanDocument
  assert.deepEqual([document.generatedOn, document.license.attribution], ['2026-11-24', 'Probekreis'])
  for (const name of collections) assert.ok(Array.isArray(document[name]), name)
  const [need] = of(document, 'needs')
  const [goal] = of(document, 'goals')
  const [measure] = of(document, 'measures')
  assert.deepEqual(need?.['goalIds'], [filled.goals[0]])
  assert.deepEqual(goal?.['measureIds'], [filled.measures[0]])
  assert.deepEqual(measure?.['indicatorIds'], [filled.indicators[0]])
  assert.equal(measure?.['actionFieldId'], filled.fields[0])
})

test('amounts are integer cents, imprecise dates keep their wording', async () => {
  await using office = await openOffice({ role: null })
  const { measures } = await fillPlan(office, 1)
  const { db, municipalityId, planVersionId } = office
  await db
    .insertInto('measureResource')
    .values({
      municipalityId,
      planVersionId,
      measureId: measures[0] ?? 0,
      year: 2026,
      staffCents: 120_050,
      note: 'geheim',
    })
    .execute()
  await db
    .updateTable('measure')
    .set({ periodFrom: JSON.stringify({ kind: 'text', value: 'ab 2021' }) as never })
    .execute()
  const document = JSON.parse((await office.get('plan.json')).text) as PlanDocument
  const [measure] = of(document, 'measures')
  assert.deepEqual(measure?.['periodFrom'], {
    kind: 'text',
    value: 'ab 2021',
    wording: 'ab 2021',
    from: '2021-01-01',
    to: null,
  })
  const [resource] = (measure?.['resources'] ?? []) as Record<string, unknown>[]
  assert.deepEqual([resource?.['staffCents'], resource?.['materialCents']], [120_050, null])
})

test('texts in other languages stand beside the German ones, stale ones are marked', async () => {
  await using office = await openOffice({ role: null })
  const { goals } = await fillPlan(office, 2)
  const { municipalityId } = office
  const row = (thingId: number, text: string, german: string, isMachineMade = false) => ({
    ...{ municipalityId, thingKind: 'goal', thingId, field: 'text', language: 'en', text, isMachineMade },
    sourceHash: hashOf(german),
  })
  await office.db
    .insertInto('translation')
    .values([row(goals[0] ?? 0, 'Reached', 'Ziel 1 ist erreicht'), row(goals[1] ?? 0, 'Old', 'Früher')])
    .execute()
  const [first, second] = of(JSON.parse((await office.get('plan.json')).text) as PlanDocument, 'goals')
  assert.deepEqual(first?.['translations'], { en: { text: 'Reached' } })
  assert.equal('translationNotes' in (first ?? {}), false)
  assert.deepEqual(second?.['translationNotes'], { 'en.text': 'stale' })
})

test('nothing that is a draft, internal or not released is in it, whoever asks', async () => {
  await using office = await openOffice({ role: null })
  const { measures, needs, goals, indicators, fields } = await fillPlan(office, 2)
  const { db, municipalityId, planVersionId } = office
  const [draft = 0, shown = 0] = measures
  await db
    .updateTable('measure')
    .set({ internalNote: 'GEHEIM', course: 'RED', courseReason: 'GEHEIM', courseReleased: false })
    .execute()
  await db.updateTable('measure').set({ publishedAt: null, title: 'GEHEIM' }).where('id', '=', draft).execute()
  await db
    .updateTable('need')
    .set({ publishedAt: null, statement: 'GEHEIM' })
    .where('id', '=', needs[0] ?? 0)
    .execute()
  await db
    .updateTable('goal')
    .set({ publishedAt: null, text: 'GEHEIM' })
    .where('id', '=', goals[0] ?? 0)
    .execute()
  await db
    .updateTable('indicator')
    .set({ publishedAt: null, title: 'GEHEIM' })
    .where('id', '=', indicators[0] ?? 0)
    .execute()
  await db
    .updateTable('actionField')
    .set({ publishedAt: null, title: 'GEHEIM' })
    .where('id', '=', fields[1] ?? 0)
    .execute()
  await db
    .insertInto('needSource')
    .values({ municipalityId, planVersionId, needId: needs[0] ?? 0, kind: 'OTHER', text: 'GEHEIM' })
    .execute()
  await db
    .insertInto('measureResource')
    .values({ municipalityId, planVersionId, measureId: shown, year: 2026, note: 'GEHEIM', costCentre: 'GEHEIM' })
    .execute()
  const actor = await db
    .insertInto('actor')
    .values({ municipalityId, name: 'GEHEIM', types: ['VEREIN'] })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('measure').set({ leadActorId: actor.id }).where('id', '=', shown).execute()
  const body = await db
    .insertInto('body')
    .values({ municipalityId, name: 'Beirat', type: 'ADVISORY_COUNCIL', publishedAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('body').values({ municipalityId, name: 'GEHEIM', type: 'WORKING_GROUP' }).execute()
  await db
    .insertInto('bodySeat')
    .values({ municipalityId, bodyId: body.id, kind: 'PERSON', label: 'GEHEIM', personName: 'GEHEIM' })
    .execute()
  const anyone = await office.get('plan.json')
  assert.doesNotMatch(anyone.text, /GEHEIM|RED/)
  assert.ok(!anyone.text.includes(`:${draft},`) && !anyone.text.includes(`[${draft}]`))
  await office.as('officer')
  assert.equal((await office.get('plan.json')).text, anyone.text)
})

test('a value of a part of the municipality, or of a group of people, is not given out', async () => {
  await using office = await openOffice({ role: null })
  const { indicators } = await fillPlan(office, 1)
  const { db, municipalityId } = office
  const area = await db
    .insertInto('area')
    .values({ municipalityId, level: 'MUNICIPALITY', name: 'Dorf' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const base = { municipalityId, indicatorId: indicators[0] ?? 0, periodFrom: '2025-01-01', periodTo: '2025-12-31' }
  await db
    .insertInto('observation')
    .values([
      { ...base, value: 12.5 },
      { ...base, value: 7771112.5, areaId: area.id },
      { ...base, value: 8881112.5, dimensions: JSON.stringify({ sex: 'f' }) },
    ])
    .execute()
  const { text } = await office.get('plan.json')
  assert.match(text, /12\.5/)
  assert.doesNotMatch(text, /7771112|8881112/)
})

test('the document of another municipality holds nothing of this one', async () => {
  await using office = await openOffice({ role: null })
  await fillPlan(office, 2)
  await using other = await openOffice({ role: null })
  const document = JSON.parse((await other.get('plan.json')).text) as PlanDocument
  for (const name of collections) assert.deepEqual(document[name], [], name)
})

test('a municipality without a published version has no document', async () => {
  await using office = await openOffice({ role: null })
  await office.db.updateTable('planVersion').set({ publishedAt: null }).execute()
  assert.equal((await office.get('plan.json')).status, 404)
})

test('the document asks the database as often for thirty measures as for three', async () => {
  const counts = []
  for (const number of [3, 30]) {
    await using office = await openOffice({ role: null })
    await fillPlan(office, number)
    await office.get('plan.json')
    counts.push(office.statements())
  }
  assert.equal(counts[0], counts[1])
})
