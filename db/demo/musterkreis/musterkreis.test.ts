import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterkreis } from './index.ts'

const { plan, orgUnits, bodies, actors, areas, products } = musterkreis
const { actionFields, crossCuttingTopics, targetGroups, needs, goals, measures, indicators } = plan

const countBy = (values: string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(values)].sort().map((value) => [value, values.filter((other) => other === value).length]),
  )
const twice = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at)
const keysOf = (things: { key: string }[]) => new Set(things.map(({ key }) => key))
const missing = (known: Set<string>, wanted: (string | undefined)[]) =>
  wanted.filter((key) => key !== undefined && !known.has(key))

test('the county has as many things of each kind as it promises', () => {
  const counts = { actionFields, crossCuttingTopics, targetGroups, needs, goals, measures, indicators, actors, areas }
  assert.deepEqual(Object.fromEntries(Object.entries(counts).map(([kind, things]) => [kind, things.length])), {
    ...{ actionFields: 6, crossCuttingTopics: 5, targetGroups: 10, needs: 30, goals: 30, measures: 72 },
    ...{ indicators: 20, actors: 80, areas: 30 },
  })
  assert.deepEqual([plan.phases.length, plan.events.length, plan.versions.length], [5, 12, 2])
})

test('goals, needs and measures are mixed as planned', () => {
  assert.deepEqual(countBy(goals.map(({ level }) => level)), {
    ...{ IMPACT_GOAL: 18, MAIN_GOAL: 1, OUTPUT_GOAL: 4, PROJECT_GOAL: 2, SUB_GOAL: 3, VISION: 2 },
  })
  assert.deepEqual(countBy(needs.map(({ state }) => state)), {
    ADOPTED: 22,
    DISCUSSED: 2,
    MERGED: 2,
    NEW: 3,
    REJECTED: 1,
  })
  assert.deepEqual(countBy(measures.map(({ state }) => state)), {
    ...{ COMPLETED: 10, DEFERRED: 3, DISCONTINUED: 2, IN_PREPARATION: 11, NOT_STARTED: 5, PERMANENT: 9, RUNNING: 32 },
  })
  assert.equal(measures.filter(({ flagship }) => flagship).length, 8)
  assert.equal(measures.filter(({ quickWin }) => quickWin).length, 6)
  assert.equal(measures.filter(({ draft }) => draft).length, 4)
  assert.equal(measures.filter(({ logic }) => logic).length, 20)
  assert.equal(actors.filter(({ isMigrantOrganisation }) => isMigrantOrganisation).length, 22)
  assert.deepEqual(
    needs.filter(({ draft }) => draft).map(({ state }) => state),
    ['NEW', 'NEW', 'NEW'],
  )
})

test('no key, code, number or name is used twice within its kind', () => {
  const kinds = {
    actionFields,
    crossCuttingTopics,
    targetGroups,
    needs,
    goals,
    measures,
    indicators,
    orgUnits,
    bodies,
    actors,
    areas,
    products,
  }
  for (const [kind, things] of Object.entries(kinds)) {
    const keys = things.map(({ key }) => key)
    assert.deepEqual(twice(keys), [], kind)
    assert.deepEqual(
      keys.filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)),
      [],
      kind,
    )
  }
  for (const names of [
    measures.map(({ number }) => number),
    indicators.map(({ code }) => code),
    products.map(({ code }) => code),
    areas.flatMap(({ name, ags = '' }) => [name, ags]),
    actors.map(({ name }) => name),
    bodies.map(({ name }) => name),
  ])
    assert.deepEqual(twice(names), [])
  assert.deepEqual(
    missing(
      keysOf(orgUnits),
      actors.map(({ key }) => key),
    ).length,
    actors.length,
    'a partner is a unit or an actor',
  )
})

test('whatever refers to something finds it', () => {
  const known = {
    ...{
      fields: keysOf(actionFields),
      topics: keysOf(crossCuttingTopics),
      groups: keysOf(targetGroups),
      needs: keysOf(needs),
    },
    ...{ goals: keysOf(goals), indicators: keysOf(indicators), units: keysOf(orgUnits), bodies: keysOf(bodies) },
    ...{ actors: keysOf(actors), areas: keysOf(areas), products: keysOf(products) },
  }
  const leads = measures.map(({ lead }) => lead)
  const linked = [...needs, ...measures]
  const wanted: Record<keyof typeof known, (string | undefined)[]> = {
    fields: [...linked, ...goals, ...indicators]
      .map(({ actionField }) => actionField)
      .concat(actors.flatMap(({ fields }) => fields)),
    topics: [...linked, ...goals].flatMap(({ topics }) => topics),
    groups: [
      ...linked.flatMap((thing) => thing.targetGroups),
      ...targetGroups.map(({ parent }) => parent ?? 'familien'),
    ],
    needs: [...goals.flatMap((goal) => goal.needs), ...needs.map(({ mergedInto }) => mergedInto ?? 'n-dolmetschen')],
    goals: [...measures.flatMap((measure) => measure.goals), ...goals.map(({ parent }) => parent ?? 'hauptziel')],
    indicators: [...goals, ...measures].flatMap((thing) => thing.indicators),
    units: [
      ...orgUnits.flatMap(({ parent, mergedInto }) => [parent, mergedInto]),
      ...leads.map((lead) => ('orgUnit' in lead ? lead.orgUnit : undefined)),
    ],
    bodies: [
      ...actionFields.flatMap((field) => field.bodies),
      ...bodies.flatMap(({ parent, relations, seats }) => [
        parent,
        ...relations.map(({ body }) => body),
        ...seats.map(({ kind, label }) => (kind === 'DELEGATE_OF' ? label : undefined)),
      ]),
    ],
    actors: [
      ...leads.map((lead) => ('actor' in lead ? lead.actor : undefined)),
      ...bodies.flatMap(({ seats }) => seats.map(({ actor }) => actor)),
    ],
    areas: measures.flatMap((measure) => measure.areas),
    products: [...goals.map(({ product }) => product), ...products.map(({ parent }) => parent)],
  }
  for (const kind of Object.keys(known) as (keyof typeof known)[])
    assert.deepEqual(missing(known[kind], wanted[kind]), [], kind)
  const partners = measures.flatMap((measure) => measure.partners)
  assert.deepEqual(missing(new Set([...known.actors, ...known.units]), partners), [], 'partners')
})

test('a unit and a budget product stand below one that was named before', () => {
  for (const things of [orgUnits, products])
    for (const [at, { key, parent }] of things.entries())
      assert.ok(parent === undefined || things.slice(0, at).some((other) => other.key === parent), key)
})

test('twelve measures per field are numbered in their order', () => {
  for (const { key, code } of actionFields)
    assert.deepEqual(
      measures.filter(({ actionField }) => actionField === key).map(({ number }) => number),
      Array.from({ length: 12 }, (_, at) => `${code}.${at + 1}`),
    )
})

test('each measure has one lead that is not its own partner, a goal, and money for four years', () => {
  for (const { number, lead, partners, goals: aims, resources } of measures) {
    assert.equal(Object.values(lead).length, 1, number)
    assert.ok(!partners.includes(Object.values(lead)[0] ?? ''), number)
    assert.deepEqual(twice(partners), [], number)
    assert.ok(aims.length > 0, number)
    assert.deepEqual(
      resources.map(({ year }) => year),
      [2025, 2026, 2027, 2028],
      number,
    )
  }
})

test('an adopted need leads to a goal, and a goal in a field to a measure', () => {
  const aimedAt = new Set(goals.flatMap((goal) => goal.needs))
  assert.deepEqual(
    needs.filter(({ state, key }) => state === 'ADOPTED' && !aimedAt.has(key)).map(({ key }) => key),
    [],
  )
  const served = new Set(measures.flatMap((measure) => measure.goals))
  assert.deepEqual(
    goals.filter(({ actionField, key }) => actionField && !served.has(key)).map(({ key }) => key),
    [],
  )
})

test('a goal stands below a higher one, a goal from the budget names its product', () => {
  const ladder = ['VISION', 'MAIN_GOAL', 'SUB_GOAL', 'IMPACT_GOAL', 'OUTPUT_GOAL', 'PROJECT_GOAL']
  for (const { key, level, parent, source, product, leadIn, relation } of goals) {
    const above = goals.find((goal) => goal.key === parent)
    assert.equal(above === undefined, level === 'VISION', key)
    if (above) assert.ok(ladder.indexOf(above.level) < ladder.indexOf(level), key)
    assert.equal(relation, above && (above.level === 'VISION' ? 'BEST_FIT' : 'DERIVED'), key)
    assert.equal(product !== undefined, source === 'BUDGET', key)
    assert.equal(leadIn !== undefined, level === 'PROJECT_GOAL', key)
  }
  assert.equal(goals.filter(({ source }) => source === 'BUDGET').length, 2)
})

test('a published need has a target group and a source', () => {
  for (const { key, draft, targetGroups: groups, sources } of needs)
    if (!draft) assert.ok(groups.length > 0 && sources.length > 0, key)
  assert.deepEqual(Object.keys(countBy(needs.flatMap(({ sources }) => sources.map(({ kind }) => kind)))), [
    ...['INDICATOR', 'MINUTES', 'OTHER', 'SURVEY', 'WORKSHOP'],
  ])
})

test('whoever deviates, defers, stops, merges or rejects says why or into what', () => {
  for (const { number, course, courseReason, state, stateReason } of measures) {
    assert.equal(courseReason !== undefined, course === 'YELLOW' || course === 'RED', number)
    assert.equal(stateReason !== undefined, state === 'DEFERRED' || state === 'DISCONTINUED', number)
  }
  for (const { key, state, reason, mergedInto } of needs) {
    assert.equal(reason !== undefined, state === 'REJECTED', key)
    assert.equal(mergedInto !== undefined, state === 'MERGED', key)
  }
})

test('progress goes in steps of five and agrees with the state', () => {
  for (const { number, progress = -1, state } of measures) {
    assert.ok(progress >= 0 && progress <= 100 && progress % 5 === 0, number)
    assert.equal(progress === 100, state === 'COMPLETED' || state === 'PERMANENT', number)
    assert.equal(progress === 0, state === 'NOT_STARTED', number)
  }
})

test('nothing was confirmed or verified in the future, and money spent lies in 2025 and 2026', () => {
  const days = [
    ...measures.map(({ confirmedOn = '' }) => confirmedOn),
    ...actors.map(({ verifiedOn = '' }) => verifiedOn),
  ]
  assert.deepEqual(
    days.filter((day) => !/^202[56]-\d\d-\d\d$/.test(day) || day > '2026-11-24'),
    [],
  )
  const spent = measures.flatMap(({ resources }) => resources).filter((resource) => resource.spent !== undefined)
  assert.deepEqual(Object.keys(countBy(spent.map(({ year }) => String(year)))), ['2025', '2026'])
})

test('a rate is its numerator over its denominator', () => {
  for (const { code, kind, decimals, values } of indicators)
    for (const { year, value, numerator, denominator, sign } of values) {
      assert.ok(value !== undefined || sign !== undefined, `${code} ${year}`)
      if (value === undefined || numerator === undefined || denominator === undefined) continue
      const exact = (kind === 'SHARE' ? 100 : 1) * (numerator / denominator)
      assert.ok(Math.abs(value - exact) <= 0.5 * 10 ** -decimals + 1e-9, `${code} ${year}: ${exact}`)
    }
})

test('every association works in the area of its town or, if it says so, everywhere; the text counts needs as the plan does', () => {
  const towns = new Set(musterkreis.areas.map(({ name }) => name))
  assert.deepEqual(
    musterkreis.actors.filter(({ place }) => !towns.has(place)).map(({ name }) => name),
    [],
  )
  const counted = plan.needs.filter(({ state, draft }) => state !== 'MERGED' && !draft).length
  assert.match(plan.phases.map(({ outcome }) => JSON.stringify(outcome)).join(), new RegExp(` ${counted} Bedarfe`))
})
