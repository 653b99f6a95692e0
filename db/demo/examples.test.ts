import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Session, type Database } from '#platform/db/database.ts'
import { startTransaction } from '#platform/testing/database.ts'
import { boeblingen } from './boeblingen/index.ts'
import type { DemoMunicipality, Text } from './format.ts'
import { germersheim } from './germersheim/index.ts'
import { demoMunicipalities } from './index.ts'
import { createDemoMunicipality, loadMunicipality } from './load.ts'
import { loerrach } from './loerrach/index.ts'
import { writtenTexts } from './texts.testing.ts'
import { wetzlar } from './wetzlar/index.ts'

const examples = [loerrach, germersheim, boeblingen, wetzlar]
const german = (text: Text) => (typeof text === 'string' ? text : text.de)
const twice = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at)

/** Loads one example into an empty municipality, all of it undone at the end. */
async function inDatabase(demo: DemoMunicipality, look: (db: Database) => Promise<void>) {
  await using transaction = await startTransaction()
  const { client } = transaction
  const { db } = new Session(client)
  const id = await createDemoMunicipality(db, demo)
  await client.query(`select set_config('app.municipality', $1, true)`, [String(id)])
  await loadMunicipality(db, id, demo)
  await look(db)
}

test('the invented county comes first, then the four examples, each with its banner', () => {
  assert.deepEqual(
    demoMunicipalities.map(({ slug, isExample, state, kind }) => [slug, isExample, state, kind]),
    [
      ['musterkreis', false, 'BW', 'county'],
      ['loerrach', true, 'BW', 'county'],
      ['germersheim', true, 'RP', 'county'],
      ['boeblingen', true, 'BW', 'county'],
      ['wetzlar', true, 'HE', 'city'],
    ],
  )
})

for (const demo of examples)
  test(`${demo.name} loads into a database, and everything that is referred to is there`, async () => {
    await inDatabase(demo, async (db) => {
      const tables = [
        'actionField',
        'crossCuttingTopic',
        'need',
        'goal',
        'measure',
        'indicator',
        'body',
        'actor',
      ] as const
      const { plan } = demo
      const expected = [
        ...[plan.actionFields, plan.crossCuttingTopics, plan.needs, plan.goals, plan.measures, plan.indicators],
        ...[demo.bodies, demo.actors],
      ].map((things) => things.length)
      const found: number[] = []
      for (const table of tables) found.push((await db.selectFrom(table).select('id').execute()).length)
      assert.deepEqual(found, expected)

      const seats = await db.selectFrom('bodySeat').select(['kind', 'label', 'delegateBodyId']).execute()
      assert.deepEqual(
        seats.filter(({ kind, delegateBodyId }) => (kind === 'DELEGATE_OF') !== (delegateBodyId !== null)),
        [],
      )
      const versions = await db
        .selectFrom('planVersion')
        .select(['number', 'predecessorId'])
        .orderBy('number')
        .execute()
      assert.deepEqual(
        versions.map(({ number, predecessorId }) => [number, predecessorId !== null]),
        plan.versions.map(({ number }, at) => [number, at > 0]),
      )
    })
  })

test('the state of each version is what the documents tell: nothing is in force that nobody has adopted', () => {
  assert.deepEqual(
    Object.fromEntries(examples.map(({ slug, plan }) => [slug, plan.versions.map(({ state }) => state)])),
    {
      loerrach: ['SUPERSEDED', 'DRAFT'],
      germersheim: ['IN_FORCE', 'CONSULTATION'],
      boeblingen: ['IN_FORCE'],
      wetzlar: ['CONSULTATION'],
    },
  )
})

test('Lörrach: concept of 2007, then the plan of 2018 to 2020 with its visions, impact goals and six project goals', async () => {
  const { plan, products } = loerrach
  const [first, second] = plan.versions
  assert.deepEqual([first?.from, second?.from, second?.to], ['2007', '2018-10-01', '2020-06-30'])
  assert.deepEqual(
    [second?.decision?.body, second?.decision?.paper, second?.decision?.date],
    ['Kreistag', '139/2018', '2018-07-18'],
  )
  assert.equal(plan.formerTitles.length, 1)
  assert.equal(plan.parentStrategy?.items.length, 2)
  const levels = (level: string) => plan.goals.filter((goal) => goal.level === level)
  assert.deepEqual(
    ['VISION', 'IMPACT_GOAL', 'OUTPUT_GOAL', 'PROJECT_GOAL'].map((level) => levels(level).length),
    [2, 3, 1, 6],
  )
  assert.ok(levels('PROJECT_GOAL').every(({ leadIn, relation }) => leadIn && relation === 'BEST_FIT'))
  assert.ok(levels('IMPACT_GOAL').every(({ source, product }) => source === 'BUDGET' && product === 'p-111408'))
  assert.deepEqual(
    products.map(({ code }) => code),
    ['THH 1', '11.14', '11.14.08'],
  )
  assert.equal(loerrach.bodies.find(({ key }) => key === 'steuerungsgruppe')?.targetSize, 7)
  await inDatabase(loerrach, async (db) => {
    const start = await db
      .selectFrom('planEvent')
      .select(['date', 'sortDate', 'isTentative'])
      .where('title', '=', 'Auftaktveranstaltung')
      .executeTakeFirstOrThrow()
    assert.deepEqual(start, {
      date: { kind: 'text', value: 'nach dem 21.11.2018' },
      sortDate: '2018-11-21',
      isTentative: true,
    })
    const money = await db
      .selectFrom('measureResource')
      .select(['year', 'fte', 'materialCents'])
      .orderBy('year')
      .execute()
    assert.deepEqual(
      money.map(({ year, fte, materialCents }) => [year, Number(fte), materialCents]),
      [
        [2018, 0.5, 500_000],
        [2019, 0.5, 1_500_000],
        [2020, 0.5, null],
      ],
    )
  })
})

test('Germersheim: six fields whose names keep their commas, five topics, three steps, six tasks, the circle on courses', async () => {
  await inDatabase(germersheim, async (db) => {
    const fields = await db.selectFrom('actionField').select(['id', 'title']).orderBy('position').execute()
    assert.equal(fields.length, 6)
    assert.equal(fields[1]?.title, 'Ausbildung, Beruf, Arbeit')
    assert.equal(fields[4]?.title, 'Antidiskriminierung, Teilhabe, Empowerment')
    const topics = await db.selectFrom('crossCuttingTopic').select(['id', 'title']).orderBy('position').execute()
    assert.deepEqual(
      topics.map(({ title }) => title),
      ['Beteiligung', 'Ehrenamt', 'Interkulturelle Öffnung', 'Antidiskriminierung', 'Frauen'],
    )
    // Two topics are called like a part of a field, and are records of their own all the same.
    const parts = new Set(fields.flatMap(({ title }) => title.split(', ')))
    assert.equal(topics.filter(({ title }) => parts.has(title)).length, 2)
    assert.equal(new Set([...fields, ...topics].map(({ id }) => id)).size, 11)

    const phases = await db.selectFrom('phase').select('state').orderBy('position').execute()
    assert.deepEqual(
      phases.map(({ state }) => state),
      ['DONE', 'DONE', 'PLANNED'],
    )
    const tasks = await db
      .selectFrom('bodyTask as t')
      .innerJoin('body as b', 'b.id', 't.bodyId')
      .where('b.type', '=', 'STEERING_GROUP')
      .select('t.mode')
      .orderBy('t.position')
      .execute()
    assert.deepEqual(
      tasks.map(({ mode }) => mode),
      ['DECIDES', 'DECIDES', 'DECIDES', 'ACCOMPANIES', 'RECOMMENDS', 'ACCOMPANIES'],
    )
    const meetings = await db
      .selectFrom('planEvent')
      .select('sortDate')
      .where('title', '=', 'Treffen der Arbeitsgruppen')
      .executeTakeFirstOrThrow()
    assert.equal(meetings.sortDate, '2023-02-01')
  })
  const circle = germersheim.bodies.find(({ type }) => type === 'EXPERT_CIRCLE')
  assert.equal(circle?.seats.length, 8)
  assert.ok(circle?.seats.every(({ kind }) => kind !== 'PERSON'))
  assert.equal(germersheim.bodies.filter(({ type }) => type === 'WORKING_GROUP').length, 6)
})

test('Germersheim: what the county does not publish is marked as an example', () => {
  const { needs, goals } = germersheim.plan
  for (const { key, statement, sources } of needs)
    assert.equal(german(statement).startsWith('Beispiel: '), sources[0]?.text.includes('erfunden'), key)
  assert.equal(needs.filter(({ statement }) => german(statement).startsWith('Beispiel: ')).length, 5)
  assert.equal(goals.filter(({ text }) => german(text).startsWith('Beispiel: ')).length, 5)
})

test('Böblingen: the fund with 20,000 euros a year and its deadline, 33 examples in four areas', () => {
  const { measures, indicators, events, chapters } = boeblingen.plan
  const fund = measures.find(({ number }) => number === '3.1')
  assert.deepEqual(fund?.lead, { orgUnit: 'amt-migration' })
  assert.deepEqual(
    fund?.resources.map(({ year, material }) => [year, material]),
    [2019, 2020, 2021].map((year) => [year, 20_000]),
  )
  assert.ok(events.some(({ date }) => date.includes('30.06.')))
  assert.deepEqual(
    indicators.map(({ values }) => values[0]?.value),
    [20, 33],
  )
  assert.ok(chapters.some(({ title }) => german(title) === '33 Beispiele in vier Bereichen'))
})

test('Wetzlar: five steps, five fields with roman codes, five forums of which two share a field, nine flagships', () => {
  const { plan, bodies } = wetzlar
  assert.equal(plan.phases.length, 5)
  assert.deepEqual(
    plan.actionFields.map(({ code }) => code),
    ['I', 'II', 'III', 'IV', 'V'],
  )
  const forums = bodies.filter(({ type }) => type === 'EXPERT_FORUM')
  assert.equal(forums.length, 5)
  assert.ok(forums.every(({ openList }) => openList))
  assert.deepEqual(
    plan.actionFields.map((field) => field.bodies.length),
    [2, 1, 1, 0, 0],
  )
  const relations = bodies.flatMap(({ relations: all }) => all.map(({ kind }) => kind))
  assert.deepEqual([...new Set(relations)].toSorted(), ['ADVISES', 'INTERFACE_TO', 'REPORTS_TO'])
  assert.equal(plan.goals.filter(({ level }) => level === 'SUB_GOAL').length, 3)
  const flagships = plan.measures.filter(({ flagship }) => flagship)
  assert.equal(flagships.length, 9)
  const kinds = new Set(flagships.map(({ kind }) => kind))
  for (const kind of ['PROJECT', 'ORGANISATIONAL_CHANGE', 'REPORT', 'RIGHT_OR_RULE', 'EVENT'] as const)
    assert.ok(kinds.has(kind), kind)
  assert.equal(plan.funder?.funder, 'Land Hessen')
  assert.ok(plan.understanding?.source.includes('2008'))
})

for (const demo of examples)
  test(`${demo.name} writes no text and no name twice`, () => {
    // A short name may read the same in two languages: "Integration".
    const texts = writtenTexts(demo).map(({ at, text }) => `${/ \(\w+\)$/.exec(at)?.[0] ?? ' (de)'} ${text}`)
    assert.deepEqual(twice(texts), [])
    assert.deepEqual(twice(demo.plan.measures.map(({ number }) => number)), [])
    assert.deepEqual(twice(demo.bodies.map(({ name }) => name)), [])
  })

test('no sentence of one municipality stands in another', () => {
  const sentences = demoMunicipalities.flatMap((demo) => {
    const own = writtenTexts(demo).filter(({ text }) => /[.!?]$/.test(text))
    return [...new Set(own.map(({ text }) => text))]
  })
  assert.deepEqual(twice(sentences), [])
})

test('whatever has a title or a sentence of the plan says it in three languages', () => {
  for (const { slug, plan, bodies } of examples) {
    const texts: Text[] = [
      ...[plan.title, plan.lead, ...(plan.mainGoal ? [plan.mainGoal] : [])],
      ...[...plan.phases, ...plan.events, ...plan.chapters, ...plan.actionFields].map(({ title }) => title),
      ...[...plan.crossCuttingTopics, ...plan.targetGroups, ...plan.measures].map(({ title }) => title),
      ...[...plan.actionFields, ...plan.crossCuttingTopics, ...plan.targetGroups].map(
        ({ description = '' }) => description,
      ),
      ...[...plan.phases.map(({ outcome = plan.title }) => outcome), ...bodies.map(({ purpose }) => purpose)],
      ...plan.indicators.map(({ title }) => title),
      ...plan.needs.map(({ statement }) => statement),
      ...plan.goals.map(({ text }) => text),
    ]
    for (const text of texts)
      assert.deepEqual(
        typeof text === 'string' ? ['de'] : Object.keys(text),
        ['de', 'en', 'ar'],
        `${slug}: ${german(text)}`,
      )
  }
})

test('no address can reach anybody, and no seat or contact is a person', () => {
  for (const { slug, address, bodies, actors } of examples) {
    assert.ok(address.email.endsWith('.example') && address.phone.startsWith('07000 '), slug)
    assert.ok(bodies.every(({ seats }) => seats.every(({ kind }) => kind !== 'PERSON')))
    assert.ok(actors.every(({ contact, website }) => contact === undefined && website === undefined))
  }
})

// The documents lie beside the project where it is built.
const seeds = new URL('../../../shared/seeds/', import.meta.url)
const skip = existsSync(seeds) ? false : 'the documents are not in this place'
const documents = () => readdirSync(seeds).map((name) => readFileSync(new URL(name, seeds), 'utf8'))

/** Every string of an example, wherever it stands. */
const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsOf)
      : []
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const runsOf = (text: string, length: number): string[] => {
  const words = wordsOf(text)
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '))
}

test('never more than seven words in a row come from the documents', { skip }, () => {
  const source = new Set(documents().flatMap((text) => runsOf(text, 8)))
  assert.ok(source.size > 1000)
  const taken = examples.flatMap((demo) => stringsOf(demo).flatMap((text) => runsOf(text, 8)))
  assert.deepEqual(
    taken.filter((run) => source.has(run)),
    [],
  )
})

test('nobody whom the documents name is named here', { skip }, () => {
  const names = documents().flatMap((text) =>
    [...text.matchAll(/(?:Frau|Herr) ([\p{L}-]+)/gu)].map(([, name = '']) => name),
  )
  assert.ok(names.length >= 4)
  const texts = examples.flatMap(stringsOf).join(' ')
  assert.deepEqual(
    names.filter((name) => texts.includes(name)),
    [],
  )
})
