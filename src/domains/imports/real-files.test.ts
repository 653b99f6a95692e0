import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '#platform/root.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { columnsOf } from '#platform/tables/header.ts'
import { readImportFile } from './documents/read-file.ts'
import { importPlan } from './index.ts'
import { readDrafts } from './model/drafts.ts'
import { measureKind } from './model/measures.ts'
import { withSuggestions } from './queries/outcome.ts'

const folder = join(root, '../shared/data/plans')
const skip = existsSync(folder) ? false : `real plans are not here: ${folder} is missing`

const read = (office: Office, file: string, more: object = {}) =>
  importPlan(office.services, { file: join(folder, file), municipality: office.slug, ...more })

const measuresIn = ({ db }: Office) =>
  db
    .selectFrom('measure')
    .select(['id', 'number', 'title', 'state', 'description', 'sourceId', 'publishedAt'])
    .orderBy('numberOrder')
    .execute()

/** Counted by looking at the files: measures, fields, and the rows that cannot be read in with the cell that is why. */
const catalogues = [
  { file: 'complex_plan', measures: 29, fields: 5, problems: [] },
  { file: 'nouveau-plan-valide', measures: 7, fields: 4, problems: [] },
  { file: 'one_fiche_plan', measures: 1, fields: 1, problems: [] },
  { file: 'plan_with_duplicate_actions', measures: 1, fields: 1, problems: ['D5'] },
  { file: 'plan_with_sous_actions_valid', measures: 7, fields: 2, problems: [] },
]

for (const { file, measures, fields, problems } of catalogues) {
  test(`the French catalogue ${file} is read in, or says by cell why not`, { skip }, async () => {
    await using office = await openOffice()
    const strict = await read(office, `tet/${file}.xlsx`)
    assert.deepEqual(
      strict.problems.map(({ cell }) => cell),
      problems,
    )
    assert.equal(strict.ok, problems.length === 0)
    assert.equal((await measuresIn(office)).length, strict.ok ? measures : 0)

    const lenient = await read(office, `tet/${file}.xlsx`, { map: { leaveOutProblems: true } })
    assert.equal(lenient.ok, true)
    assert.equal((await measuresIn(office)).length, measures)
    const stored = await office.db.selectFrom('actionField').select('code').execute()
    assert.equal(stored.length, fields)

    const again = await read(office, `tet/${file}.xlsx`, { map: { leaveOutProblems: true } })
    assert.deepEqual([again.created['measures'], again.updated['measures'], again.unchanged], [0, 0, measures])
  })
}

test(
  'dates that Excel shows as a number, names parted by commas and sub-measures come out right',
  { skip },
  async () => {
    await using office = await openOffice()
    // The template hides the columns of dates: they come in because the person asks for them.
    await read(office, 'tet/complex_plan.xlsx', { map: { leaveOutProblems: true, withHidden: true } })
    const { periodFrom, periodTo } = await office.db
      .selectFrom('measure')
      .where('title', 'like', 'Fiche Action 2.%')
      .select(['periodFrom', 'periodTo'])
      .executeTakeFirstOrThrow()
    assert.deepEqual(
      [periodFrom, periodTo],
      [
        { kind: 'date', value: '2025-08-08' },
        { kind: 'date', value: '2030-09-01' },
      ],
    )
    const actors = await office.db.selectFrom('actor').select('name').execute()
    assert.ok(
      actors.some(({ name }) => name === 'CCBDP'),
      actors.map(({ name }) => name).join(' | '),
    )

    await using other = await openOffice()
    await read(other, 'tet/plan_with_sous_actions_valid.xlsx')
    const numbered = (await measuresIn(other)).map(({ number, title }) => `${number} ${title}`)
    assert.deepEqual(numbered, [
      '1.1 Action normale',
      '1.2 Action 1',
      '1.2.1 Sous-action 1.1',
      '1.2.2 Sous-action 1.2',
      '2.1 Action 2',
      '2.2 Action 3',
      '2.2.1 Sous-action 3.1',
    ])
    assert.match((await measuresIn(other))[2]?.description ?? '', /^Teil der Maßnahme 1\.2 „Action 1“\.\n\nDescription/)
  },
)

test('the columns of a French catalogue that have no place of their own are suggested or named', { skip }, async () => {
  const file = await readImportFile(readFileSync(join(folder, 'tet/complex_plan.xlsx')), 'complex_plan.xlsx')
  assert.ok(file.ok)
  const choices = withSuggestions(measureKind, file.sheets, {}, [])
  const sheet = file.sheets[choices.sheet ?? 0]
  assert.ok(sheet)
  const columns = columnsOf(sheet, choices.headerRow ?? 0)
  const meaningOf = (heading: string) => {
    const column = columns.find((one) => one.heading.startsWith(heading))
    return column && choices.columns?.[column.letters]
  }
  assert.deepEqual(
    ['Axe (x)', 'Sous-axe', 'Structure pilote', 'Direction ou service pilote', 'Statut'].map(meaningOf),
    ['actionField', 'internalNote', 'lead', 'lead', 'state'],
  )
  // Amounts without a year are never guessed: the wizard says that only the year is missing.
  const { unread } = readDrafts(measureKind, sheet, choices)
  const money = unread.filter(({ isMoney }) => isMoney).map(({ heading }) => heading)
  assert.deepEqual(money, ['Montant € HT', 'Montant € HT', 'Montant € HT', 'Budget prévisionnel total € HT'])
})

// What the codes of that program mean, as a person would say it in the wizard.
const states = { 0: 'NOT_STARTED', 2: 'RUNNING', 4: 'COMPLETED', 6: 'DEFERRED', 8: 'DISCONTINUED' }

test('the 55 measures of Mainz keep their tree as numbers and their Markdown', { skip }, async () => {
  await using office = await openOffice()
  const unknown = await read(office, 'localzero_mainz_tasks.json')
  assert.equal(unknown.ok, false)
  assert.match(unknown.problems[0]?.message ?? '', /„0“/)

  const result = await read(office, 'localzero_mainz_tasks.json', { map: { values: { state: states } } })
  assert.deepEqual([result.ok, result.created['measures'], result.problems], [true, 55, []])
  const measures = await measuresIn(office)
  assert.equal(measures.length, 55)
  const heat = measures.find(({ number }) => number === '4.1.1')
  assert.deepEqual([heat?.title, heat?.state, heat?.sourceId], ['Stadt MZ: Wärmemasterplan 2.0', 'COMPLETED', '843'])
  assert.ok(measures.some(({ description }) => description?.startsWith('**Das Projekt**\nLocalZero')))
  assert.ok(measures.every(({ publishedAt }) => publishedAt === null))

  const again = await read(office, 'localzero_mainz_tasks.json', { map: { values: { state: states } } })
  assert.deepEqual([again.created['measures'], again.updated['measures'], again.unchanged], [0, 0, 55])
})

test('the council list of Karlsruhe adds up to what the paper says, amount by amount', { skip }, async () => {
  const text = readFileSync(join(folder, 'karlsruhe/empfehlungsliste_integration_haushalt_2026-27_668522.txt'), 'utf8')
  // Each row: beginning, budget 2025, change, amount 2026, change, amount 2027.
  const amounts =
    /(\d{4})\s+([\d.]+)€\s+(?:Plus|Minus)\s+([\d.]+)€\s+([\d.]+)€\s+(?:(?:Plus|Minus)\s+)?([\d.]+)€\s+([\d.]+)€/g
  const found = [...text.matchAll(amounts)].map(([, ...columns]) => columns)
  assert.equal(found.length, 3)
  const names = [
    ['Beratungsstelle Grenzenlos', 'Freundeskreis Asyl e.V.'],
    ['Soziale Beratung und Begleitung (SBB)', 'Caritasverband Karlsruhe e.V.'],
    ['AniKa – Ankommen in Karlsruhe', 'IBZ e.V.'],
  ]
  const heading =
    'Maßnahmen Förderung über Haushalt;Träger;Beginn;Ansatz 2025;Veränderung;Betrag 2026 (geplant);Veränderung;Betrag 2027 (geplant)'
  const rows = found.map((columns, place) =>
    [...(names[place] ?? []), columns[0], ...columns.slice(1).map((amount) => `${amount}€`)].join(';'),
  )

  await using office = await openOffice()
  const file = join(office.services.config.dataDir, 'empfehlungsliste.csv')
  writeFileSync(file, ['Stadt Karlsruhe | Empfehlungsliste;;;;;;;', heading, ...rows].join('\n'))
  const result = await importPlan(office.services, { file, municipality: office.slug })
  assert.deepEqual([result.problems, result.created], [[], { measures: 3, actor: 3 }])

  const stored = await office.db
    .selectFrom('measureResource as r')
    .innerJoin('measure as m', 'm.id', 'r.measureId')
    .select(['m.title', 'r.year', 'r.materialCents'])
    .orderBy('m.numberOrder')
    .orderBy('r.year')
    .execute()
  const cents = (amount: string | undefined) => Number(String(amount).replaceAll('.', '')) * 100
  const expected = found.flatMap((columns, place) =>
    (
      [
        [2025, columns[1]],
        [2026, columns[3]],
        [2027, columns[5]],
      ] as const
    ).map(([year, amount]) => ({
      title: names[place]?.[0],
      year,
      materialCents: cents(amount),
    })),
  )
  assert.deepEqual(stored, expected)
  const sum = (year: number) =>
    stored.reduce((total, row) => total + (row.year === year ? Number(row.materialCents) : 0), 0)
  assert.deepEqual([sum(2025), sum(2026), sum(2027)], [13_440_000, 9_850_000, 10_040_000])
  const actors = await office.db.selectFrom('actor').select(['name', 'types']).orderBy('name').execute()
  assert.deepEqual(actors.find(({ name }) => name.startsWith('Caritas'))?.types, ['WOHLFAHRTSVERBAND'])
})
