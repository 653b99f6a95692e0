import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice } from '#tests/office.ts'
import { fillPlan } from './testing.ts'

const path = 'plan/wirkungskette'

test('the chain shows one field at first, each need, goal, measure and indicator as a link', async () => {
  await using office = await openOffice({ role: null })
  const { needs, goals, measures, indicators } = await fillPlan(office, 4)
  const { status, text } = await office.get(`${path}?sprache=de`)
  assert.equal(status, 200)
  const linked = (address: string) => text.includes(`href="/${office.slug}/${address}?sprache=de"`)
  for (const place of [0, 2]) {
    assert.ok(linked(`bedarfe/${needs[place]}`) && linked(`ziele/${goals[place]}`))
    assert.ok(linked(`massnahmen/${measures[place]}`) && linked(`zahlen/${indicators[place]}`))
  }
  assert.ok(!linked(`massnahmen/${measures[1]}`))
  assert.match(text, /2 von 4 Bedarfen · 2 von 4 Zielen · 2 von 4 Maßnahmen · 2 von 4 Indikatoren/)
})

test('all fields together are shown on request', async () => {
  await using office = await openOffice({ role: null })
  await fillPlan(office, 4)
  const { text } = await office.get(`${path}?sprache=de&feld=alle`)
  assert.match(text, /4 von 4 Maßnahmen/)
})

test('one way is lit through a measure, a need, a goal or an indicator', async () => {
  await using office = await openOffice({ role: null })
  const { needs, goals, measures, indicators } = await fillPlan(office, 3)
  const asked = { weg: measures[1], bedarf: needs[1], ziel: goals[1], zahl: indicators[1] }
  for (const [name, id] of Object.entries(asked)) {
    const { text } = await office.get(`${path}?sprache=de&${name}=${id}`)
    assert.match(text, /Die Nachbarschaft dieses Weges/)
    assert.equal(text.match(/<path class="on"/g)?.length, 3)
    assert.equal(text.match(/<a class="tw-node"[^>]*aria-current="true"/g)?.length, 1)
    for (const word of ['Bedarf 2', 'Ziel 2 ist erreicht', 'Maßnahme 2', 'Anteil 2']) assert.ok(text.includes(word))
    assert.ok(!text.includes('Maßnahme 1'))
  }
})

test('topic and target group narrow the chain to what carries them and what is tied to that', async () => {
  await using office = await openOffice({ role: null })
  const { measures, topics, groups, needs } = await fillPlan(office, 4)
  const { db, municipalityId, planVersionId } = office
  const row = { municipalityId, planVersionId }
  await db
    .insertInto('measureTopic')
    .values({ ...row, measureId: measures[1] ?? 0, topicId: topics[0] ?? 0 })
    .execute()
  await db
    .insertInto('needTargetGroup')
    .values({ ...row, needId: needs[0] ?? 0, targetGroupId: groups[0] ?? 0 })
    .execute()
  const topic = await office.get(`${path}?sprache=de&thema=${topics[0]}`)
  assert.match(topic.text, /1 von 4 Zielen · 1 von 4 Maßnahmen/)
  const group = await office.get(`${path}?sprache=de&zielgruppe=${groups[0]}`)
  assert.match(group.text, /1 von 4 Bedarfen · 1 von 4 Zielen/)
  const both = await office.get(`${path}?sprache=de&thema=${topics[0]}&zielgruppe=${groups[0]}`)
  assert.match(both.text, /Zu dieser Auswahl gehört nichts/)
})

test('a wish that nobody knows is no wish', async () => {
  await using office = await openOffice({ role: null })
  await fillPlan(office, 2)
  const { status, text } = await office.get(`${path}?sprache=de&weg=999999&feld=quatsch&seite=-3&thema=x`)
  assert.equal(status, 200)
  assert.match(text, /1 von 2 Maßnahmen/)
})

test('a need without a goal and a goal without a measure are said and shown as gaps', async () => {
  await using office = await openOffice({ role: null })
  await fillPlan(office, 1)
  await office.db.deleteFrom('goalNeed').execute()
  await office.db.deleteFrom('measureGoal').execute()
  const { text } = await office.get(`${path}?sprache=de`)
  assert.match(text, /Ein Bedarf hat noch kein Ziel\. Für ein Ziel gibt es noch keine Maßnahme\./)
  assert.match(text, /tw-node--gap">noch kein Ziel/)
  assert.match(text, /tw-node--gap">noch keine Maßnahme/)
})

test('the public does not see drafts in the chain, the officer does, marked', async () => {
  await using office = await openOffice({ role: null })
  const { measures } = await fillPlan(office, 1)
  await office.db
    .updateTable('measure')
    .set({ publishedAt: null })
    .where('id', '=', measures[0] ?? 0)
    .execute()
  assert.doesNotMatch((await office.get(`${path}?sprache=de`)).text, /Maßnahme 1/)
  await office.as('officer')
  assert.match(
    (await office.get(`${path}?sprache=de`)).text,
    /Maßnahme 1<!-- -->|Maßnahme 1 *<span class="tw-badge tw-warn">Entwurf/,
  )
})

test('an indicator shows its newest value of the whole municipality, never one of a part of it', async () => {
  await using office = await openOffice({ role: null })
  const { indicators } = await fillPlan(office, 1)
  const { db, municipalityId } = office
  const base = { municipalityId, indicatorId: indicators[0] ?? 0 }
  await db
    .insertInto('observation')
    .values([
      { ...base, periodFrom: '2024-01-01', periodTo: '2024-12-31', value: 31 },
      { ...base, periodFrom: '2025-01-01', periodTo: '2025-12-31', value: 33 },
      {
        ...base,
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
        value: 98.76,
        dimensions: JSON.stringify({ sex: 'f' }),
      },
    ])
    .execute()
  const { text } = await office.get(`${path}?sprache=de`)
  assert.match(text, /Anteil 1: 33\u00a0%, Ziel 40\u00a0%/)
  assert.doesNotMatch(text, /98[.,]\d|99\u00a0%/)
})

test('a plan without anything to tie says so', async () => {
  await using office = await openOffice({ role: null })
  const { status, text } = await office.get(`${path}?sprache=de`)
  assert.equal(status, 200)
  assert.match(text, /Noch ist nichts veröffentlicht, das sich verbinden lässt/)
})

test('many measures come in views of at most sixty, each goal in one of them', async () => {
  await using office = await openOffice({ role: null })
  const { db, municipalityId, planVersionId } = office
  const { goals } = await fillPlan(office, 130)
  const first = await office.get(`${path}?sprache=de&feld=alle`)
  const third = await office.get(`${path}?sprache=de&feld=alle&seite=3`)
  assert.match(first.text, /60 von 130 Maßnahmen/)
  assert.match(third.text, /10 von 130 Maßnahmen/)
  assert.ok(first.text.length < 400_000)
  // One goal that holds everything stays whole.
  await sql`insert into measure_goal (municipality_id, plan_version_id, measure_id, goal_id)
    select ${municipalityId}, ${planVersionId}, id, ${goals[0] ?? 0} from measure where plan_version_id = ${planVersionId} on conflict do nothing`.execute(
    db,
  )
  assert.match((await office.get(`${path}?sprache=de&feld=alle`)).text, /130 von 130 Maßnahmen/)
})

test('the chain asks the database as often for thirty measures as for three', async () => {
  const counts = []
  for (const number of [3, 30]) {
    await using office = await openOffice({ role: null })
    const { topics } = await fillPlan(office, number)
    await office.get(`${path}?sprache=en&feld=alle&thema=${topics[0]}`)
    counts.push(office.statements())
  }
  assert.equal(counts[0], counts[1])
  assert.ok((counts[0] ?? 99) <= 7, `${counts[0]} statements`)
})

for (const language of ['de', 'ar'])
  test(`the chain, whole and with one way, is free of findings in ${language}`, async () => {
    await using office = await openOffice({ role: null })
    const { measures, goals } = await fillPlan(office, 5)
    await office.db
      .deleteFrom('measureGoal')
      .where('goalId', '=', goals[4] ?? 0)
      .execute()
    for (const query of ['', `&weg=${measures[0]}`, '&feld=alle']) {
      const { text } = await office.get(`${path}?sprache=${language}${query}`)
      assert.deepEqual(await axeFindings(text), [])
      assert.deepEqual(await htmlFindings(text), [])
      assert.doesNotMatch(text, /\sstyle=/)
    }
  })
