import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  attainmentOf,
  currentOf,
  expectedShare,
  lightOf,
  plannedValue,
  shareOfTheWay,
  shownShare,
  type Aim,
} from './model/attainment.ts'
import type { Observation } from './model/observation.ts'

const aim = (changes: Partial<Aim> = {}): Aim => ({
  direction: 'HIGHER',
  baselineValue: 231,
  baselineDate: '2023-12-31',
  targetValue: 600,
  targetDate: '2028-12-31',
  tolerance: null,
  ...changes,
})
const value = (year: number, number: number | null, changes: Partial<Observation> = {}): Observation => ({
  areaId: null,
  periodFrom: `${year}-01-01`,
  periodTo: `${year}-12-31`,
  dimensions: {},
  value: number,
  numerator: null,
  denominator: null,
  sign: null,
  flags: [],
  note: null,
  source: null,
  ...changes,
})
const rounded = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 1000)

test('attainment is the share of the way from baseline to target', () => {
  for (const [current, baseline, target, share] of [
    [388, 231, 600, 0.425],
    [231, 231, 600, 0],
    [600, 231, 600, 1],
    [100, 231, 600, -0.355],
    [10, 15, 6, 0.556],
    [15, 15, 6, 0],
    [20, 15, 6, -0.556],
    [0, 10, 0, 1],
  ] as const)
    assert.equal(rounded(shareOfTheWay(current, baseline, target)), share, `${current} from ${baseline} to ${target}`)
})

test('no way can be measured when target and baseline are the same', () => {
  assert.equal(shareOfTheWay(5, 7, 7), null)
  const { light, share, gap } = attainmentOf(aim({ targetValue: 231 }), [value(2025, 388)])
  assert.deepEqual({ light, share, gap }, { light: 'GREY', share: null, gap: 'sameValues' })
})

test('0 % is 0 %, and no data is grey', () => {
  const atStart = attainmentOf(aim(), [value(2023, 231)])
  assert.deepEqual([atStart.share, atStart.light, atStart.gap], [0, 'GREEN', null])
  assert.ok(Object.is(attainmentOf(aim({ baselineValue: 15, targetValue: 6 }), [value(2023, 15)]).share, 0))
  const nothing = attainmentOf(aim(), [])
  assert.deepEqual([nothing.share, nothing.light, nothing.gap], [null, 'GREY', 'noValue'])
})

test('attainment is never drawn from an area, a dimension, or a sign that stands for a value', () => {
  const whole = value(2024, 300)
  const others = [
    value(2025, 500, { areaId: 3 }),
    value(2025, 510, { dimensions: { sex: 'F' } }),
    value(2025, 520, { sign: 'SUPPRESSED' }),
    value(2025, null, { sign: 'PENDING' }),
    value(2025, null, { sign: 'NOT_APPLICABLE' }),
  ]
  assert.equal(currentOf([...others, whole]), whole)
  assert.equal(attainmentOf(aim(), others).gap, 'noValue')
})

test('a limited value and "nothing there" do count', () => {
  assert.equal(currentOf([value(2025, 12, { sign: 'LIMITED' })])?.value, 12)
  assert.equal(currentOf([value(2025, 0, { sign: 'NOTHING' })])?.value, 0)
})

test('a value from before the baseline says nothing about the way since', () => {
  assert.equal(attainmentOf(aim(), [value(2022, 171)]).gap, 'beforeBaseline')
})

test('the planned path is a straight line from baseline to target', () => {
  assert.equal(expectedShare(aim(), '2023-12-31'), 0)
  assert.equal(rounded(expectedShare(aim(), '2025-12-31')), 0.4)
  assert.equal(expectedShare(aim(), '2028-12-31'), 1)
  assert.equal(expectedShare(aim(), '2040-01-01'), 1)
  assert.equal(expectedShare(aim({ targetDate: null }), '2025-12-31'), null)
  assert.equal(Math.round(plannedValue(aim(), '2025-12-31') ?? 0), 379)
  assert.equal(plannedValue(aim(), '2021-12-31'), null)
})

test('the light says how far the value lies behind the plan', () => {
  const limits = { greenWithin: 0.1, yellowWithin: 0.3 }
  for (const [share, expected, light] of [
    [0.43, 0.4, 'GREEN'],
    [0.3, 0.4, 'GREEN'],
    [0.2999, 0.4, 'YELLOW'],
    [0.1, 0.4, 'YELLOW'],
    [0.0999, 0.4, 'RED'],
    [-1, 0, 'RED'],
    [0.2, null, 'GREY'],
  ] as const)
    assert.equal(lightOf(share, expected, limits), light, `${share} where ${expected} was planned`)
  assert.equal(lightOf(0.2, 0.4, { greenWithin: 0.2, yellowWithin: 0.4 }), 'GREEN')
})

test('a number that is to stay is judged by its band', () => {
  const hold = aim({ direction: 'HOLD', baselineValue: 9, targetValue: 9, tolerance: 0.5 })
  const judged = (number: number) => attainmentOf(hold, [value(2025, number)])
  assert.deepEqual(judged(9.5).band, { from: 8.5, to: 9.5, isInside: true })
  assert.deepEqual(
    [8.5, 9.6, 10, 8, 10.1].map((number) => judged(number).light),
    ['GREEN', 'YELLOW', 'YELLOW', 'YELLOW', 'RED'],
  )
  assert.equal(judged(9).share, null)
  assert.equal(attainmentOf({ ...hold, tolerance: null }, [value(2025, 9)]).gap, 'noTolerance')
  assert.equal(attainmentOf({ ...hold, targetValue: null }, [value(2025, 9)]).light, 'GREEN')
})

const number = fc.integer({ min: -100_000, max: 100_000 })
const way = fc.tuple(number, number).filter(([baseline, target]) => baseline !== target)

test('property: what is shown stays between −100 and 150 percent', () => {
  fc.assert(
    fc.property(number, way, (current, [baseline, target]) => {
      const shown = shownShare(shareOfTheWay(current, baseline, target) ?? Number.NaN)
      return shown >= -1 && shown <= 1.5
    }),
  )
})

test('property: a value nearer to the target never has less attainment', () => {
  fc.assert(
    fc.property(number, number, way, (a, b, [baseline, target]) => {
      const [worse, better] = target > baseline === a < b ? [a, b] : [b, a]
      return Number(shareOfTheWay(better, baseline, target)) >= Number(shareOfTheWay(worse, baseline, target))
    }),
  )
})

test('property: less is better mirrors more is better', () => {
  fc.assert(
    fc.property(number, way, (current, [baseline, target]) =>
      Object.is(shareOfTheWay(current, baseline, target), shareOfTheWay(-current, -baseline, -target)),
    ),
  )
})

test('property: baseline is 0, target is 1, and the light only improves with attainment', () => {
  const order = { RED: 0, YELLOW: 1, GREEN: 2, GREY: 3 }
  const share = fc.double({ min: -1, max: 1.5, noNaN: true })
  fc.assert(
    fc.property(way, share, share, fc.double({ min: 0, max: 1, noNaN: true }), ([baseline, target], a, b, expected) => {
      const limits = { greenWithin: 0.1, yellowWithin: 0.3 }
      const [low, high] = a < b ? [a, b] : [b, a]
      return (
        shareOfTheWay(baseline, baseline, target) === 0 &&
        shareOfTheWay(target, baseline, target) === 1 &&
        order[lightOf(low, expected, limits)] <= order[lightOf(high, expected, limits)]
      )
    }),
  )
})
