import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { bury } from '#platform/db/tombstones.ts'
import { openOffice, type Office } from '#tests/office.ts'

/** Every thing with a page. `list`: where its domain answers at all. */
const pages = [
  { kind: 'action-field', one: fieldPaths.one, list: fieldPaths.list },
  { kind: 'cross-cutting-topic', one: fieldPaths.topic, list: fieldPaths.list },
  { kind: 'target-group', one: fieldPaths.targetGroup, list: fieldPaths.list },
  { kind: 'need', one: needPaths.one, list: needPaths.list },
  { kind: 'goal', one: goalPaths.one, list: goalPaths.list },
  { kind: 'measure', one: measurePaths.one, list: measurePaths.list },
  { kind: 'indicator', one: indicatorPaths.one, list: indicatorPaths.list },
  { kind: 'actor', one: actorPaths.one, list: actorPaths.list },
  { kind: 'body', one: bodyPaths.one, list: bodyPaths.list },
] as const

const isThere = async (office: Office, list: string) => (await office.get(list.slice(1))).status !== 404

for (const { kind, one, list } of pages) {
  test(`the page of a removed ${kind} says that it is gone, and what it was`, async (context) => {
    await using office = await openOffice({ role: null })
    if (!(await isThere(office, list))) return context.skip(`${list} has no pages yet`)
    const { db, municipalityId } = office
    await bury(db, { municipalityId, thingKind: kind, thingId: 987654, title: 'Alter Titel' })
    const gone = await office.get(one(987654).slice(1))
    assert.equal(gone.status, 410)
    assert.match(gone.text, /Alter Titel/)
    assert.equal((await office.get(one(987655).slice(1))).status, 404)
    await bury(db, { municipalityId, thingKind: kind, thingId: 987654, title: 'Alter Titel', movedToId: 5 })
    const moved = await office.get(one(987654).slice(1))
    assert.equal(moved.status, 308)
    assert.equal(moved.location, `/${office.slug}${one(5)}`)
  })
}

test('a tombstone of another municipality says nothing here', async () => {
  await using office = await openOffice({ role: null })
  const { db, municipalityId } = office
  await bury(db, { municipalityId, thingKind: 'measure', thingId: 987654, title: 'Alter Titel' })
  await using other = await openOffice({ role: null })
  assert.equal((await other.get('massnahmen/987654')).status, 404)
})
