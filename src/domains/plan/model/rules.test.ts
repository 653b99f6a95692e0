import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFlexDate } from '#values/flex-date.ts'
import type { Chain, ChainKind } from './chain.ts'
import { groupNames, rules, scoreOf, type Facts, type GroupName, type Thing } from './completeness.ts'
import { chosenThings, incompleteText, parseIncomplete } from './drafts.ts'
import { linesOf } from './news.ts'
import { measuresPerSquare, progressOf, progressStates, squaresOf } from './progress.ts'
import { spread, timelineOf } from './timeline.ts'
import { parseFormerTitle } from './version.ts'
import { weaveLimits, weaveOf } from './weave.ts'

const today = '2026-11-24'

const full: { [Group in GroupName]: Facts[Group] } = {
  plan: {
    hasLead: true,
    hasUnderstanding: true,
    hasMainGoal: true,
    hasPeriod: true,
    phases: 3,
    fields: 1,
    goals: 1,
    measures: 1,
    indicators: 1,
  },
  field: { hasDescription: true, needs: 1, goals: 0, measures: 0 },
  need: { targetGroups: 1, sources: 1, goals: 1, isOut: false },
  goal: { level: 'IMPACT_GOAL', needs: 1, indicators: 1, measures: 1, children: 0 },
  measure: {
    ...{ hasLead: true, hasPeriod: true, goals: 1, hasKind: true, hasDescription: true },
    ...{ isRed: true, isCourseReleased: true },
  },
  indicator: { hasBaseline: true, hasTarget: true, hasSource: true, values: 1 },
  actor: { verifiedOn: '2026-01-01' },
}
const lacking: [group: GroupName, change: object, rules: string[]][] = [
  ['need', { targetGroups: 0 }, ['targetGroup']],
  ['need', { sources: 0, goals: 0 }, ['source', 'goal']],
  ['need', { targetGroups: 0, sources: 0, goals: 0, isOut: true }, []],
  ['goal', { needs: 0 }, ['need']],
  ['goal', { level: 'OUTPUT_GOAL', needs: 0 }, []],
  ['goal', { level: 'VISION', needs: 0, indicators: 0, measures: 0 }, []],
  ['goal', { measures: 0, children: 2 }, []],
  ['goal', { measures: 0 }, ['measure']],
  ['measure', { isCourseReleased: false }, ['red']],
  ['measure', { isRed: false, isCourseReleased: false }, []],
  ['measure', { hasLead: false, hasKind: false }, ['lead', 'kind']],
  ['indicator', { values: 0, hasBaseline: false }, ['baseline', 'value']],
  ['field', { needs: 0 }, ['empty']],
  ['actor', { verifiedOn: null }, ['confirmation']],
  ['field', { hasDescription: false }, ['description']],
  ['field', { needs: 0, goals: 1 }, ['needs']],
  ['plan', { fields: 0, goals: 0, measures: 0, indicators: 0 }, ['fields', 'goals', 'measures', 'indicators']],
  ['actor', { verifiedOn: '2025-11-23' }, ['confirmation']],
  ['actor', { verifiedOn: '2025-11-24' }, []],
  ['plan', { phases: 0, hasLead: false }, ['lead', 'phases']],
]
for (const [group, change, expected] of lacking)
  test(`a ${group} with ${JSON.stringify(change)} lacks ${expected.join(' and ') || 'nothing'}`, () => {
    const thing = { group, id: 1, label: '', number: null, facts: { ...full[group], ...change } } as Thing
    const [score] = scoreOf([thing], today)
    assert.deepEqual(
      score?.gaps.map(({ rule }) => rule),
      expected,
    )
    assert.equal(score?.complete, expected.length === 0 ? 1 : 0)
  })

test('a thing that lacks two things is incomplete once; groups without a thing are not scored', () => {
  const thing = (id: number, facts: object) => ({ group: 'need', id, label: '', number: null, facts }) as Thing
  const [score, ...others] = scoreOf([thing(1, full.need), thing(2, { ...full.need, sources: 0, goals: 0 })], today)
  assert.deepEqual([score?.total, score?.complete, others.length], [2, 1, 0])
  assert.deepEqual(Object.keys(rules), groupNames)
})

test('progress counts every measure once, reached ones first', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...progressStates)), (states) => {
      const progress = progressOf(states)
      assert.equal(progress.total, states.length)
      assert.equal(
        Object.values(progress.counts).reduce((sum, one) => sum + one, 0),
        states.length,
      )
      assert.ok(progress.reached + progress.running <= progress.total)
      assert.deepEqual(squaresOf(progress, 1), progress.states)
      assert.deepEqual(new Set(squaresOf(progress, 10)), new Set(states))
    }),
  )
  assert.deepEqual([measuresPerSquare([12, 120]), measuresPerSquare([121]), measuresPerSquare([30_000])], [1, 10, 1000])
})

test('marks on the line of time keep their order and their distance, and stay inside', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 30 }), (places) => {
      const sorted = places.toSorted((a, b) => a - b)
      const moved = spread(sorted, 24, 10, 290)
      const step = moved.length > 1 ? Math.min(24, 280 / (moved.length - 1)) : 0
      for (const [at, place] of moved.entries()) {
        assert.ok(place >= 10 - 1e-6 && place <= 290 + 1e-6)
        if (at > 0) assert.ok(place - (moved[at - 1] ?? 0) >= step - 1e-6)
      }
    }),
  )
})

const phase = (from: string) => ({ from: parseFlexDate(from), to: null })
const event = (date: string) => ({ date: parseFlexDate(date) })

test('the line of time reaches over whole years; an open phase goes on to its end', () => {
  const line = timelineOf([phase('2024'), phase('ab 2025'), phase('irgendwann')], [event('2027-01-23')], today)
  assert.deepEqual(
    [line?.from, line?.to, line?.years.map(({ year }) => year)],
    ['2024-01-01', '2027-12-31', [2024, 2025, 2026, 2027]],
  )
  assert.equal(line?.phases[0]?.from, 0)
  assert.deepEqual([line?.phases[1]?.to, line?.phases[1]?.isOpen, line?.phases[2]], [1, true, null])
  assert.ok((line?.today ?? 0) > 0.7 && (line?.today ?? 0) < 0.75)
  assert.equal(timelineOf([phase('irgendwann')], [], today), undefined)
})

test('what lasts longer than a day is drawn as long as it lasts', () => {
  const line = timelineOf(
    [phase('2021/2022'), phase('nach 2023')],
    [event('2021/22'), event('Februar und März 2023'), event('nach dem 21.11.2018'), event('noch abzustimmen')],
    today,
  )
  assert.deepEqual([line?.from, line?.to], ['2018-01-01', '2024-12-31'])
  const years = (span: { from: number; to: number } | null | undefined) =>
    span && [span.from, span.to].map((at) => 2018 + Math.round(at * 7 * 10) / 10)
  assert.deepEqual(line?.phases.map(years), [
    [2021, 2023],
    [2024, 2025],
  ])
  assert.deepEqual(line?.events.map(years), [[2021, 2023], [2023.1, 2023.2], [2018.9, 2018.9], null])
})

test('the woven picture holds what is tied to nothing, where there is room', () => {
  const node = (id: number, kind: 'goal' | 'measure') => ({ id, kind, fieldId: null })
  const nodes = [node(1, 'goal'), node(2, 'goal'), node(3, 'measure'), node(4, 'measure')]
  const { columns, isExcerpt } = weaveOf({ nodes, links: [{ from: 1, to: 3 }] })
  assert.deepEqual([columns.goal, columns.measure, isExcerpt], [[1, 2], [3, 4], false])
})

test('one or two things of a day are told singly, more as a number, events always singly', () => {
  const row = (kind: string, day: string, act = 'published') => ({ kind, day, act })
  const lines = linesOf(
    [row('measure', 'b'), row('measure', 'b'), row('measure', 'b'), row('need', 'b'), row('goal', 'a')],
    9,
  )
  assert.deepEqual(
    lines.map((line) => ('one' in line ? 1 : line.many.length)),
    [3, 1, 1],
  )
  const events = linesOf(
    [1, 2, 3, 4].map(() => row('event', 'a', 'happened')),
    9,
  )
  assert.equal(events.length, 4)
})

test('a former title may say until when it was used', () => {
  assert.deepEqual(parseFormerTitle('Integrationskonzept (bis 2017)'), {
    title: 'Integrationskonzept',
    until: { kind: 'year', value: '2017' },
  })
  assert.deepEqual(parseFormerTitle('Leitlinien'), { title: 'Leitlinien', until: null })
})

test('what could not be published is read back from the address as it was written', () => {
  const found = [
    { kind: 'need', id: 12, missing: ['sources', 'goals'] },
    { kind: 'target-group', id: 3, missing: [] },
  ]
  assert.deepEqual(
    [...parseIncomplete(incompleteText(found))],
    [
      ['need-12', ['sources', 'goals']],
      ['target-group-3', []],
    ],
  )
  assert.equal(parseIncomplete('<script>,need-1~<b>').get('need-1')?.length, 0)
  assert.deepEqual(chosenThings(['need-1', 'need-1', 'x', 'need-']), [{ kind: 'need', id: 1 }])
})

test('the weave stays small, shows real links only, and its way is a way', () => {
  const kinds: ChainKind[] = ['need', 'goal', 'measure', 'indicator']
  fc.assert(
    fc.property(
      fc.nat({ max: 30 }),
      fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat(), fc.nat()), { maxLength: 80 }),
      (count, picks) => {
        const nodes = kinds.flatMap((kind, place) =>
          Array.from({ length: count }, (_, n) => ({ id: place * 1000 + n, kind, fieldId: n % 4 })),
        )
        const links = [
          ...new Map(
            picks
              .filter(() => count > 0)
              .map(([place, a, b]) => ({ from: place * 1000 + (a % count), to: (place + 1) * 1000 + (b % count) }))
              .map((link) => [`${link.from}-${link.to}`, link]),
          ).values(),
        ]
        const chain: Chain = { nodes, links }
        const { columns, links: drawn, way } = weaveOf(chain, [2000])
        for (const kind of kinds) assert.ok(columns[kind].length <= weaveLimits[kind])
        for (const { from, to } of drawn) assert.ok(links.some((link) => link.from === from && link.to === to))
        for (const [at, id] of way.entries()) {
          assert.ok(Object.values(columns).flat().includes(id))
          if (at > 0) assert.ok(links.some((link) => link.from === way[at - 1] && link.to === id))
        }
      },
    ),
  )
})
