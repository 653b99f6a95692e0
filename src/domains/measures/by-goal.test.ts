import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { publishThing } from '#platform/things/lifecycle.ts'
import { openOffice } from '#tests/office.ts'
import { acting, completeIn, measureIn } from './testing.ts'

test('the list can be narrowed to the measures of one goal, and the page of the goal leads there', async () => {
  await using office = await openOffice()
  const complete = await completeIn(office)
  const goal = complete.goalIds[0] ?? ''
  await publishThing(office.db, acting(office), 'goal', Number(goal), { needsApproval: false })
  await measureIn(office, complete)
  await measureIn(office, { number: '2.1', title: 'Jobmesse' })
  await office.as(null)

  const { text } = await office.get(`massnahmen?ziel=${goal}`)
  assert.match(text, /Sprachcafé/)
  assert.doesNotMatch(text, /Jobmesse/)
  assert.match(text, /Ziel: Alle sprechen Deutsch/)
  assert.match(text, /<option value="\d+" selected>Alle sprechen Deutsch/)
  const { data } = JSON.parse((await office.get(`massnahmen.json?ziel=${goal}`)).text) as { data: { title: string }[] }
  assert.deepEqual(
    data.map(({ title }) => title),
    ['Sprachcafé im Süden'],
  )
  assert.match((await office.get(`ziele/${goal}`)).text, new RegExp(`href="/${office.slug}/massnahmen\\?ziel=${goal}"`))
  assert.match((await office.get('massnahmen?ziel=keins')).text, /Jobmesse/)
})

test('a goal that is not public yet narrows nothing for the public: nobody learns what hangs on it', async () => {
  await using office = await openOffice()
  const complete = await completeIn(office)
  await measureIn(office, complete)
  assert.match((await office.get(`massnahmen?ziel=${complete.goalIds[0]}`)).text, /Sprachcafé/)
  await office.as(null)
  const { text } = await office.get(`massnahmen?ziel=${complete.goalIds[0]}`)
  assert.doesNotMatch(text, /Sprachcafé|Alle sprechen Deutsch/)
})

test('more goals than one can choose from are not offered, only the chosen one', async () => {
  await using office = await openOffice()
  await measureIn(office, { number: '2.1', title: 'Jobmesse' })
  const { db, municipalityId, planVersionId } = office
  const { rows } = await sql<{ id: number }>`
    with made as (insert into plan_item (municipality_id, kind)
      select ${municipalityId}::bigint, 'goal' from generate_series(1, 101) returning id)
    insert into goal (municipality_id, plan_version_id, id, level, text, published_at)
      select ${municipalityId}::bigint, ${planVersionId}::bigint, id, 'IMPACT_GOAL', 'Ziel ' || id, now() from made returning id`.execute(
    db,
  )
  assert.doesNotMatch((await office.get('massnahmen')).text, /name="ziel"/)
  const { text } = await office.get(`massnahmen?ziel=${rows[7]?.id}`)
  assert.equal(text.match(/<option[^>]*>Ziel \d+/g)?.length, 1)
})
