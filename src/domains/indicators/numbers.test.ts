import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatNumber } from '#values/number.ts'
import { roundHalfAway } from '#values/rounding.ts'
import {
  gapInPoints,
  isolationIndex,
  locationQuotient,
  parityRatio,
  segregationIndex,
  wilsonInterval,
} from './model/equality.ts'
import { calendarYear, flawOf, valueOf, yearPeriod, type Entered } from './model/observation.ts'

const fixed = (value: number | undefined, digits = 4) => value?.toFixed(digits)

test('halves are rounded away from zero, as the number is written', () => {
  for (const [value, decimals, rounded] of [
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [2.5, 0, 3],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [8.345, 2, 8.35],
    [0.04, 1, 0],
    [-0.04, 1, 0],
    [1e21, 2, 1e21],
    [1.5e-7, 6, 0],
    [12_345, -2, 12_300],
  ] as const)
    assert.ok(Object.is(roundHalfAway(value, decimals), rounded), `${value} to ${decimals}`)
})

test('property: rounding moves a number by at most half a step, the same way on both sides of zero', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
      const rounded = roundHalfAway(value, decimals)
      const isNear = Math.abs(rounded - value) <= 0.5 * 10 ** -decimals + value * 1e-15
      return isNear && (rounded === 0 || roundHalfAway(-value, decimals) === -rounded)
    }),
  )
})

test('numbers are written as the reader knows them, with Latin digits in Arabic', () => {
  assert.equal(formatNumber(1234.5, 1, 'de'), '1.234,5')
  assert.equal(formatNumber(1234.5, 1, 'en'), '1,234.5')
  assert.match(formatNumber(1234.5, 1, 'ar'), /^[\d.,]+$/)
  assert.equal(formatNumber(1.005, 2, 'de'), '1,01')
  assert.equal(formatNumber(-0.04, 1, 'de'), '0,0')
})

test('the worked examples of equal chances come out', () => {
  const [group, rest] = [
    { numerator: 1260, denominator: 2000 },
    { numerator: 6080, denominator: 8000 },
  ]
  assert.equal(fixed(parityRatio(group, rest)), '0.8289')
  assert.equal(fixed(gapInPoints(group, rest), 1), '-13.0')
  assert.equal(fixed(parityRatio(group, rest, 'LOWER')), fixed(0.76 / 0.63))
  assert.deepEqual(
    wilsonInterval({ numerator: 12, denominator: 40 })?.map((one) => fixed(one)),
    ['0.1807', '0.4543'],
  )
  assert.equal(parityRatio(group, { numerator: 0, denominator: 0 }), undefined)
})

test('the worked example of where people live comes out', () => {
  const areas = [
    { all: 1000, group: 400 },
    { all: 2000, group: 300 },
    { all: 3000, group: 200 },
    { all: 4000, group: 100 },
  ]
  assert.equal(fixed(segregationIndex(areas)), '0.4444')
  assert.equal(fixed(isolationIndex(areas)), '0.2208')
  assert.deepEqual(
    areas.map((area) => fixed(locationQuotient(area, areas), 2)),
    ['4.00', '1.50', '0.67', '0.25'],
  )
  assert.equal(segregationIndex([{ all: 10, group: 0 }]), undefined)
})

const entered = (changes: Partial<Entered>): Entered => ({
  value: null,
  numerator: null,
  denominator: null,
  sign: null,
  ...changes,
})
const share = { kind: 'SHARE', decimals: 1 } as const

test('value, numerator, denominator and sign must not contradict each other', () => {
  for (const [entry, key] of [
    [{ value: 30 }, undefined],
    [{ numerator: 12, denominator: 40 }, undefined],
    [{ value: 6.5, numerator: 2, denominator: 31 }, undefined],
    [{ value: 6.4, numerator: 2, denominator: 31 }, 'flaw.quotient'],
    [{ value: 7, numerator: 2, denominator: 31 }, 'flaw.quotient'],
    [{ value: 6, numerator: 2, denominator: 31 }, undefined],
    [{}, 'flaw.missing'],
    [{ numerator: 12 }, 'flaw.denominatorMissing'],
    [{ denominator: 12 }, 'flaw.numeratorMissing'],
    [{ numerator: 12, denominator: 0 }, 'flaw.denominator'],
    [{ numerator: -1, denominator: 4 }, 'flaw.numerator'],
    [{ sign: 'SUPPRESSED' }, undefined],
    [{ sign: 'SUPPRESSED', value: 2 }, 'flaw.signInstead'],
    [{ sign: 'SUPPRESSED', numerator: 2, denominator: 9 }, 'flaw.signInstead'],
    [{ sign: 'PENDING', value: 2 }, 'flaw.signInstead'],
    [{ sign: 'NOTHING' }, undefined],
    [{ sign: 'NOTHING', value: 0, numerator: 0, denominator: 50 }, undefined],
    [{ sign: 'NOTHING', value: 1 }, 'flaw.nothing'],
    [{ sign: 'BELOW_HALF', value: 0.04 }, undefined],
    [{ sign: 'BELOW_HALF', value: 0.05 }, 'flaw.belowHalf'],
    [{ sign: 'BELOW_HALF', value: 0 }, 'flaw.belowHalf'],
    [{ sign: 'LIMITED' }, 'flaw.limited'],
    [{ sign: 'LIMITED', value: 21.4, numerator: 3, denominator: 14 }, undefined],
    // The place of care counts: more children may be looked after than live here.
    [{ value: 104.2, numerator: 521, denominator: 500 }, undefined],
  ] as const)
    assert.equal(flawOf(entered(entry), share)?.key, key, JSON.stringify(entry))
})

test('a ratio may be counted per 1, 100, 1,000 or 10,000', () => {
  const ratio = { kind: 'RATIO', decimals: 2 } as const
  assert.equal(flawOf(entered({ value: 0.87, numerator: 2090, denominator: 2410 }), ratio), null)
  assert.equal(flawOf(entered({ value: 31.67, numerator: 1900, denominator: 6000 }), ratio), null)
  assert.equal(flawOf(entered({ value: 0.9, numerator: 2090, denominator: 2410 }), ratio)?.key, undefined)
  assert.equal(flawOf(entered({ value: 0.91, numerator: 2090, denominator: 2410 }), ratio)?.key, 'flaw.quotient')
})

test('a value that is left out is the quotient, and a sign that stands for a value has none', () => {
  assert.equal(valueOf(entered({ numerator: 12, denominator: 40 }), share), 30)
  assert.equal(valueOf(entered({ numerator: 2, denominator: 31 }), share), 6.451613)
  assert.equal(valueOf(entered({ sign: 'NOTHING' }), share), 0)
  assert.equal(valueOf(entered({ sign: 'SUPPRESSED', value: 2 }), share), null)
})

test('a calendar year is told from other periods', () => {
  assert.equal(calendarYear(yearPeriod(2025)), 2025)
  assert.equal(calendarYear({ periodFrom: '2024-09-01', periodTo: '2025-08-31' }), null)
})
