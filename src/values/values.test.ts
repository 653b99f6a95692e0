import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { flexDateIsBefore, formatFlexDate, latestDay, parseFlexDate, sortKey } from './flex-date.ts'
import { addDays, daysBetween, isImpossibleDate, localDateOf, parseLocalDate } from './local-date.ts'
import { hashOf } from './local-text.ts'
import { formatEuro, formatEuroExact, parseEuro, sumCents } from './money.ts'
import { formatNumber, parseNumber } from './number.ts'

const wordings: [text: string, kind: string, value: string, from: string | null, to: string | null][] = [
  ['2024-03-01', 'date', '2024-03-01', '2024-03-01', '2024-03-01'],
  ['1.3.2024', 'date', '2024-03-01', '2024-03-01', '2024-03-01'],
  ['März 2025', 'month', '2025-03', '2025-03-01', '2025-03-31'],
  ['02/2024', 'month', '2024-02', '2024-02-01', '2024-02-29'],
  ['février 2024', 'month', '2024-02', '2024-02-01', '2024-02-29'],
  ['Q3/23', 'quarter', '2023-Q3', '2023-07-01', '2023-09-30'],
  ['3. Quartal 2023', 'quarter', '2023-Q3', '2023-07-01', '2023-09-30'],
  ['IV. Quartal 2023', 'quarter', '2023-Q4', '2023-10-01', '2023-12-31'],
  ['2023-Q1', 'quarter', '2023-Q1', '2023-01-01', '2023-03-31'],
  ['2021', 'year', '2021', '2021-01-01', '2021-12-31'],
  ['ab 2021', 'text', 'ab 2021', '2021-01-01', null],
  ['2022 ff.', 'text', '2022 ff.', '2022-01-01', null],
  ['nach dem 21.11.2018', 'text', 'nach dem 21.11.2018', '2018-11-21', null],
  ['Februar und März 2023', 'text', 'Februar und März 2023', '2023-02-01', '2023-03-31'],
  ['voraussichtlich im Mai 2019', 'text', 'voraussichtlich im Mai 2019', '2019-05-01', '2019-05-31'],
  ['2021/22', 'text', '2021/22', '2021-01-01', '2022-12-31'],
  ['2021/2022', 'text', '2021/2022', '2021-01-01', '2022-12-31'],
  ['nach 2023', 'text', 'nach 2023', '2023-12-31', null],
  ['im Jahr 2024', 'text', 'im Jahr 2024', '2024-01-01', '2024-12-31'],
  ['laufend', 'text', 'laufend', null, null],
]
for (const [text, kind, value, from, to] of wordings) {
  test(`„${text}“ is read as ${kind}, and sorts`, () => {
    const date = parseFlexDate(text)
    assert.deepEqual([date.kind, date.value, sortKey(date), latestDay(date)], [kind, value, from, to])
  })
}

test('imprecise dates are said in the reader’s language, wordings as they were written', () => {
  const say = (text: string) =>
    (['de', 'en', 'ar'] as const).map((language) => formatFlexDate(parseFlexDate(text), language))
  assert.deepEqual(say('2025-03').slice(0, 2), ['März 2025', 'March 2025'])
  assert.match(say('2025-03')[2] ?? '', /2025/)
  assert.deepEqual(say('Q3 2023'), ['3. Quartal 2023', 'Q3 2023', 'الربع الثالث 2023'])
  assert.deepEqual(say('2024-03-01'), ['01.03.2024', '1 Mar 2024', '01.03.2024'])
  assert.deepEqual(say('ab 2021'), ['ab 2021', 'from 2021', 'ابتداءً من 2021'])
  assert.deepEqual(say('Februar und März 2023'), Array(3).fill('Februar und März 2023'))
})

test('an end lies before a beginning only when no day of it could be later', () => {
  const before = (a: string, b: string) => flexDateIsBefore(parseFlexDate(a), parseFlexDate(b))
  assert.equal(before('2024', 'März 2025'), true)
  assert.equal(before('2025', 'März 2025'), false)
  assert.equal(before('ab 2021', '2025'), false)
})

test('days that do not exist are told from words', () => {
  assert.equal(parseLocalDate('31.02.2025'), undefined)
  assert.equal(isImpossibleDate('31.02.2025'), true)
  assert.equal(isImpossibleDate('2025-13-01'), true)
  assert.equal(isImpossibleDate('29.02.2024'), false)
  assert.equal(isImpossibleDate('Ende Februar'), false)
})

test('the day of an instant is the one on the wall in Germany', () => {
  assert.equal(localDateOf(new Date('2026-06-30T22:30:00Z')), '2026-07-01')
  assert.equal(localDateOf(new Date('2026-12-31T22:30:00Z')), '2026-12-31')
})

test('adding days and counting them agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      assert.equal(daysBetween('2024-02-29', addDays('2024-02-29', days)), days)
    }),
  )
})

const amounts: [string, number | string][] = [
  ['15.000', 1_500_000],
  ['1.200,50 €', 120_050],
  ['1500.50', 150_050],
  ['12 000 EUR', 1_200_000],
  ['5 T€', 500_000],
  ['1,2 Mio. €', 120_000_000],
  ['20.000,-', 2_000_000],
  ['0', 0],
  ['-5', 'negative'],
  ['12,345', 'not-an-amount'],
  ['viel', 'not-an-amount'],
  ['ca. 5 T€', 'not-an-amount'],
  ['', 'not-an-amount'],
  ['99.999.999.999', 'too-large'],
]
for (const [text, expected] of amounts) {
  test(`the amount „${text}“ is ${expected}`, () => {
    const parsed = parseEuro(text)
    assert.equal(parsed.ok ? parsed.cents : parsed.reason, expected)
  })
}

test('an amount that is shown is read back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900_000_000_000 }), (cents) => {
      assert.deepEqual(parseEuro(formatEuroExact(cents, 'de')), { ok: true, cents })
    }),
  )
})

test('nothing known is not zero', () => {
  assert.equal(sumCents([null, null]), null)
  assert.equal(sumCents([null, 0, 5]), 5)
  assert.equal(formatEuro(1_200_000, 'de'), '12.000\u00a0€')
  assert.equal(formatEuro(1_200_050, 'en'), '€12,000.50')
})

test('half is rounded away from zero, and German writing is understood', () => {
  assert.equal(formatNumber(0.125, 2, 'de'), '0,13')
  assert.equal(formatNumber(-0.125, 2, 'de'), '-0,13')
  assert.deepEqual(['1.234,5', '12.5', '1.234', '−3', '1e5', ''].map(parseNumber), [
    1234.5,
    12.5,
    1234,
    -3,
    undefined,
    undefined,
  ])
})

test('texts that differ have different marks', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => assert.equal(hashOf(a) === hashOf(b), a === b)),
    { numRuns: 2000 },
  )
})
