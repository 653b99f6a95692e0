import assert from 'node:assert/strict'
import { test } from 'node:test'
import { easterOf, holidaysOf, isWorkingDay, nationalHolidays } from './model/legal/holidays.ts'
import { authorityLines, hasProfile, legalProfileOf, legalRulesOf, publicHolidaysOf } from './model/legal/legal.ts'
import { firstWords } from './model/legal/legal.ts'
import { deliveredNames } from './model/words.ts'
import { federalStates, kinds } from './model/municipality.ts'

test('Easter falls where the church calendar has it', () => {
  const table: [number, string][] = [
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2038, '2038-04-25'],
  ]
  for (const [year, date] of table) assert.equal(easterOf(year), date)
})

/** Days that move, per year; the fixed ones are the same every year. */
const moving: Record<number, Record<string, string>> = {
  2025: {
    GOOD_FRIDAY: '04-18',
    EASTER_MONDAY: '04-21',
    ASCENSION: '05-29',
    WHIT_MONDAY: '06-09',
    CORPUS_CHRISTI: '06-19',
  },
  2026: {
    GOOD_FRIDAY: '04-03',
    EASTER_MONDAY: '04-06',
    ASCENSION: '05-14',
    WHIT_MONDAY: '05-25',
    CORPUS_CHRISTI: '06-04',
  },
  2027: {
    GOOD_FRIDAY: '03-26',
    EASTER_MONDAY: '03-29',
    ASCENSION: '05-06',
    WHIT_MONDAY: '05-17',
    CORPUS_CHRISTI: '05-27',
  },
}
const fixed = {
  NEW_YEAR: '01-01',
  LABOUR_DAY: '05-01',
  GERMAN_UNITY: '10-03',
  CHRISTMAS: '12-25',
  SECOND_CHRISTMAS: '12-26',
}
const further: Record<string, Record<string, string>> = {
  BW: { EPIPHANY: '01-06', ALL_SAINTS: '11-01' },
  RP: { ALL_SAINTS: '11-01' },
  HE: {},
}
for (const [state, more] of Object.entries(further)) {
  for (const [year, days] of Object.entries(moving)) {
    test(`public holidays of ${state} in ${year}`, () => {
      const expected = Object.entries({ ...fixed, ...days, ...more }).map(([key, day]) => `${year}-${day} ${key}`)
      const found = publicHolidaysOf(state, Number(year)).map(({ key, date }) => `${date} ${key}`)
      assert.deepEqual(found, expected.toSorted())
    })
  }
}

test('elsewhere only the nine holidays of all of Germany are known', () => {
  const days = publicHolidaysOf('SN', 2026)
  assert.equal(days.length, nationalHolidays.length)
  assert.ok(!days.some(({ key }) => key === 'CORPUS_CHRISTI'))
})

const working: [date: string, state: string, isWorking: boolean][] = [
  ['2026-01-06', 'BW', false],
  ['2026-01-06', 'HE', true],
  ['2026-06-04', 'HE', false],
  ['2026-06-06', 'BW', false],
  ['2026-06-05', 'BW', true],
]
for (const [date, state, isWorking] of working) {
  test(`${date} is ${isWorking ? 'a' : 'no'} working day in ${state}`, () =>
    assert.equal(isWorkingDay(date, legalProfileOf(state).holidays.value ?? []), isWorking))
}

test('holidays come in their order', () => {
  const dates = holidaysOf(['CHRISTMAS', 'NEW_YEAR', 'GOOD_FRIDAY'], 2026).map(({ date }) => date)
  assert.deepEqual(dates, dates.toSorted())
})

test('every value of a profile says where it comes from and whether somebody checked it', () => {
  for (const state of ['BW', 'RP', 'HE']) {
    assert.ok(hasProfile(state))
    for (const kind of kinds) {
      const rules = legalRulesOf({ federalState: state, kind, legalSettings: {} })
      for (const [name, { value, source }] of Object.entries(rules)) {
        assert.notEqual(value, null, `${state} ${kind} ${name}`)
        assert.ok(source.length > 3, `${state} ${kind} ${name} has no source`)
      }
    }
  }
})

test('without a profile nothing is made up', () => {
  const rules = legalRulesOf({ federalState: 'SN', kind: 'county', legalSettings: {} })
  assert.equal(rules.invitationDays.value, null)
  assert.equal(rules.dataProtection.value, null)
  assert.equal(rules.barrierAnswerDays.checked, false)
})

test('what the municipality sets goes before the profile; nonsense in it does not', () => {
  const row = {
    federalState: 'HE',
    kind: 'county',
    legalSettings: { invitationDays: 10, quorum: 'NEVER', tie: 7 },
  } as const
  const rules = legalRulesOf(row)
  assert.deepEqual(rules.invitationDays, { value: 10, checked: true, source: 'own' })
  assert.equal(rules.quorum.value, 'MORE_THAN_HALF')
  assert.equal(rules.tie.value, 'REJECTED')
  assert.equal(legalRulesOf({ ...row, legalSettings: null }).invitationDays.value, 14)
})

test('the duty to have a migrants’ council has the threshold of its state and kind', () => {
  assert.deepEqual(legalProfileOf('RP').migrantCouncil.county.value?.moreThan, 5000)
  assert.deepEqual(legalProfileOf('HE').migrantCouncil.city.value?.moreThan, 1000)
  assert.deepEqual(legalProfileOf('HE').migrantCouncil.county.value?.duty, 'MAY')
  assert.deepEqual(legalProfileOf('BW').migrantCouncil.county.value?.duty, 'MAY')
})

test('an authority is a function with its address, never a person', () => {
  for (const state of ['BW', 'RP', 'HE']) {
    const { dataProtection, accessibilityEnforcement } = legalProfileOf(state)
    assert.doesNotMatch(
      authorityLines(dataProtection) + authorityLines(accessibilityEnforcement),
      /\b(Herr|Frau|Dr\.|Prof\.)/,
    )
  }
})

test('a new municipality begins with words that are delivered', () => {
  for (const state of federalStates) {
    for (const kind of kinds) {
      for (const [meaning, name] of Object.entries(firstWords(kind, state))) {
        assert.ok(deliveredNames(meaning as 'plan').includes(name), `${state} ${kind} ${meaning} ${name}`)
      }
    }
  }
})
