import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { misplaced } from './model/form.ts'
import { ancestorsOf, isEnded, presentAndPast, suggestedLevels, treeOf, withDescendants } from './model/org-unit.ts'
import type { OrgUnit } from './model/org-unit.ts'

const unit = (id: number, parentId: number | null = null, more: Partial<OrgUnit> = {}): OrgUnit => ({
  id,
  version: 1,
  levelName: 'Amt',
  code: null,
  name: `Amt ${id}`,
  parentId,
  startedOn: null,
  endedOn: null,
  mergedIntoId: null,
  phone: null,
  email: null,
  position: id,
  ledCount: 0,
  ...more,
})

test('the last day still counts', () => {
  const cases: [string | null, boolean][] = [
    [null, false],
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2027-01-01', false],
  ]
  for (const [endedOn, ended] of cases) assert.equal(isEnded({ endedOn }, '2026-11-24'), ended, String(endedOn))
})

test('the words the house uses most are suggested first', () => {
  const levels = suggestedLevels([{ levelName: 'Amt' }, { levelName: 'Eigenbetrieb' }, { levelName: 'Eigenbetrieb' }])
  assert.deepEqual(levels.slice(0, 3), ['Eigenbetrieb', 'Amt', 'Dezernat'])
})

test('what has ended moves to the past unless something below it goes on', () => {
  const units = [unit(1, null, { endedOn: '2020-01-01' }), unit(2, 1), unit(3, null, { endedOn: '2020-01-01' })]
  const { present, past } = presentAndPast(units, '2026-11-24')
  assert.deepEqual(
    present.map(({ id }) => id),
    [1],
  )
  assert.deepEqual(
    past.map(({ id }) => id),
    [3],
  )
})

const forests = fc
  .array(fc.option(fc.nat(15), { nil: null }), { maxLength: 16 })
  .map((parents) => parents.map((parent, place) => unit(place, parent)))

test('however units hang together, the tree holds each of them once', () => {
  fc.assert(
    fc.property(forests, (units) => {
      const seen: number[] = []
      const walk = (nodes: ReturnType<typeof treeOf>) => {
        for (const node of nodes) {
          seen.push(node.id)
          walk(node.children)
        }
      }
      walk(treeOf(units))
      return seen.toSorted((a, b) => a - b).join() === units.map(({ id }) => id).join()
    }),
  )
})

test('a unit is never above itself, and the form refuses to make it so', () => {
  fc.assert(
    fc.property(forests, fc.nat(15), fc.nat(15), (units, id, parentId) => {
      if (!units.some((one) => one.id === id)) return
      assert.ok(withDescendants(units, id).has(id))
      assert.equal(new Set(ancestorsOf(units, id)).size, ancestorsOf(units, id).length)
      const problem = misplaced(units, id, { parentId, mergedIntoId: null }).parentId
      if (problem) return
      const moved = units.map((one) => (one.id === id ? { ...one, parentId } : one))
      assert.ok(!withDescendants(moved, id).has(parentId) || parentId === id)
    }),
  )
})
