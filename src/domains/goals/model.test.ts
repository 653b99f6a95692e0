import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { treeOf, type GoalBranch } from './model/filter.ts'
import {
  goalLevels,
  isHigher,
  missingToPublish,
  readSmart,
  smartCheck,
  stairHint,
  type GoalInList,
  type GoalLevel,
} from './model/goal.ts'
import { isFormulatedAsState } from './model/wording.ts'

for (const [text, isState] of [
  ['Eltern verstehen die Briefe der Kita.', true],
  ['Im Landkreis besteht ein Netz von Sprachmittelnden.', true],
  ['Alle Kinder haben einen Platz gefunden', true],
  ['Neu Zugewanderte können ihren Beruf ausüben', true],
  ['Die Ausländerbehörde ist in zwei Wochen erreichbar', true],
  ['Niemand wird wegen seiner Herkunft abgewiesen', true],
  ['Sprachkurse ausbauen', false],
  ['Die Teilhabe von Frauen verbessern.', false],
  ['Förderung der Teilhabe', false],
  ['Ausbau von Beratungsstellen', false],
  ['Der Zugang zu Kursen soll leichter werden', false],
  ['Wir wollen mehr Menschen erreichen', false],
] as const) {
  test(`„${text}“ ${isState ? 'is' : 'is not'} written as a state`, () =>
    assert.equal(isFormulatedAsState(text), isState))
}

for (const [level, step, hint] of [
  ['IMPACT_GOAL', 3, 'impactTooLow'],
  ['IMPACT_GOAL', 4, null],
  ['OUTPUT_GOAL', 3, null],
  ['OUTPUT_GOAL', 4, 'outputTooHigh'],
  ['VISION', 1, null],
  ['PROJECT_GOAL', 7, null],
  ['IMPACT_GOAL', null, null],
] as const) {
  test(`${level} on step ${step} hints ${hint ?? 'nothing'}`, () => assert.equal(stairHint(level, step), hint))
}

test('only an impact goal of the plan must answer a need, only a goal of the budget needs its product', () => {
  const goal = { level: 'IMPACT_GOAL', source: 'PLAN', budgetProductId: null, needIds: [] } as const
  assert.deepEqual(missingToPublish(goal), ['needIds'])
  assert.deepEqual(missingToPublish({ ...goal, needIds: [1] }), [])
  assert.deepEqual(missingToPublish({ ...goal, level: 'VISION' }), [])
  assert.deepEqual(missingToPublish({ ...goal, source: 'SOCIAL_STRATEGY' }), [])
  assert.deepEqual(missingToPublish({ ...goal, source: 'BUDGET' }), ['budgetProductId'])
  assert.deepEqual(missingToPublish({ ...goal, source: 'BUDGET', budgetProductId: 7 }), [])
})

test('a goal is measurable with baseline, target and unit, timed with a day, and "good feedback" is neither', () => {
  const smart = { specific: true, accepted: false, realistic: false, note: null }
  const indicator = { baselineValue: 0, targetValue: 10, targetDate: '2028-12-31', unit: 'Kurse' }
  assert.deepEqual(smartCheck(smart, [indicator]), {
    ...{ specific: true, measurable: true, accepted: false, realistic: false, timed: true },
  })
  assert.equal(smartCheck(smart, [{ ...indicator, unit: '' }]).measurable, false)
  assert.equal(smartCheck(smart, [{ ...indicator, baselineValue: null }]).measurable, false)
  assert.equal(smartCheck(smart, []).timed, false)
})

test('what is stored of the check is read as it was said, and nothing else', () => {
  assert.deepEqual(readSmart({ specific: true, note: 'Ort fehlt' }), {
    ...{ specific: true, accepted: false, realistic: false, note: 'Ort fehlt' },
  })
  assert.deepEqual(readSmart(null), { specific: false, accepted: false, realistic: false, note: null })
  assert.equal(readSmart({ specific: 'yes' }).specific, false)
})

const level = fc.constantFrom<GoalLevel>(...goalLevels)

test('of two goals at most one may stand above the other, and none above itself', () => {
  fc.assert(
    fc.property(level, level, (a, b) => {
      assert.equal(isHigher(a, b) && isHigher(b, a), false)
      assert.equal(isHigher(a, a), false)
    }),
  )
})

const goalsWithParents = fc.array(fc.nat({ max: 30 }), { maxLength: 30 }).map((above) =>
  above.map((parent, place): GoalInList => ({
    ...{ id: place + 1, level: 'SUB_GOAL', source: 'PLAN', field: null, relation: null, leadIn: null },
    title: { text: `Ziel ${place}`, language: 'de', isFallback: false, isStale: false, isMachineMade: false },
    // Only what came before can stand above; an id that is not there is a goal that this reader does not see.
    parentId: parent === 0 ? null : parent <= place ? parent : 1000 + parent,
    ...{ needCount: 0, measureCount: 0, indicatorCount: 0, isDraft: false },
  })),
)

test('the tree shows every goal once, whoever is not seen above it', () => {
  const flat = (branches: GoalBranch[]): number[] =>
    branches.flatMap(({ goal, children }) => [goal.id, ...flat(children)])
  fc.assert(
    fc.property(goalsWithParents, (goals) => {
      assert.deepEqual(
        flat(treeOf(goals)).toSorted((a, b) => a - b),
        goals.map(({ id }) => id),
      )
    }),
  )
})
