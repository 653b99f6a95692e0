import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { importMeasures, measureKinds, measureStates, noLinks, type ImportedMeasure } from '#domains/measures/index.ts'
import { parseFlexDate } from '#values/flex-date.ts'
import { importPlan } from './index.ts'
import { measuresIn, openOffice, type Office } from './testing.ts'

/** Titles as people, and spreadsheets that want to run something, write them. */
const words = fc.constantFrom(
  ...[
    'Sprachcafé',
    'Begegnung',
    'für',
    'Mütter & Väter',
    '„Kita-Einstieg“',
    '=SUM(A1)',
    '+49 Lotsen',
    '-10 %',
    '@amt',
    "'quer",
  ],
  ...['a;b', 'c,d', '"Zitat"', 'اللغة', '🙂', '_x000B_', '2026', '1,5', 'ja', '#NV', 'Teil 2:', '<b>'],
)
const title = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
const cents = fc.option(fc.integer({ min: 0, max: 500_000_000 }), { nil: null })
const date = fc.option(
  fc.constantFrom('01.03.2025', 'März 2026', '3. Quartal 2026', '2024', 'ab 2021', 'nach der Sommerpause'),
  { nil: null },
)

const measure = fc.record({
  title,
  description: fc.option(
    fc.array(title, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
    { nil: null },
  ),
  state: fc.constantFrom(...measureStates),
  kind: fc.option(fc.constantFrom(...measureKinds), { nil: null }),
  periodFrom: date,
  isPermanent: fc.boolean(),
  progress: fc.option(
    fc.integer({ min: 0, max: 20 }).map((steps) => steps * 5),
    { nil: null },
  ),
  money: fc.uniqueArray(
    fc.record({
      year: fc.integer({ min: 2020, max: 2030 }),
      staff: cents,
      material: cents,
      income: cents,
      spent: cents,
    }),
    { maxLength: 3, selector: ({ year }) => year },
  ),
})
type Made = typeof measure extends fc.Arbitrary<infer T> ? T : never
const numbers = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 120 })), {
  minLength: 6,
  maxLength: 6,
  selector: ([field, place]) => `${field}.${place}`,
})

const asImported = (made: Made, number: string): ImportedMeasure => ({
  form: {
    number,
    title: made.title,
    description: made.description,
    actionFieldId: null,
    kind: made.kind,
    isFlagship: false,
    isQuickWin: made.isPermanent,
    lead: { leadOrgUnitId: null, leadActorId: null },
    ...noLinks(),
    periodFrom: made.periodFrom === null ? null : parseFlexDate(made.periodFrom),
    periodTo: null,
    isPermanent: made.isPermanent,
    state: made.state,
    stateReason: 'Weil es so ist.',
    progress: made.progress,
    course: 'YELLOW',
    courseReason: made.title.slice(0, 200),
    courseReleased: false,
    ...{ inputs: null, activities: null, outputs: null, outcomes: null, impact: null },
    internalNote: made.description,
  },
  sourceId: null,
  resources: made.money
    .filter(({ staff, material, income, spent }) => [staff, material, income, spent].some((amount) => amount !== null))
    .map((row) => ({ id: null, fte: null, fundingSource: null, note: null, ...row })),
})

/** What must be the same on both sides: everything that a file says about a measure. */
async function contentOf(office: Office) {
  const measures = await measuresIn(office)
  const money = await office.db.selectFrom('measureResource').selectAll().orderBy('year').execute()
  return measures.map((row) => ({
    ...{ number: row.number, title: row.title, description: row.description, state: row.state, kind: row.kind },
    ...{ periodFrom: row.periodFrom, isPermanent: row.isPermanent, isQuickWin: row.isQuickWin, progress: row.progress },
    ...{ course: row.course, courseReason: row.courseReason, note: row.internalNote, stateReason: row.stateReason },
    money: money
      .filter(({ measureId }) => measureId === row.id)
      .map(({ year, staffCents, materialCents, incomeCents, spentCents }) => [
        year,
        staffCents,
        materialCents,
        incomeCents,
        spentCents,
      ]),
  }))
}

for (const ending of ['xlsx', 'csv'] as const) {
  test(`whatever is exported as ${ending} comes back the same into an empty municipality, and changes nothing where it came from`, async () => {
    const languages = ending === 'csv' ? ['de', 'en', 'ar'] : ['de']
    await fc.assert(
      fc.asyncProperty(
        fc.array(measure, { minLength: 1, maxLength: 6 }),
        numbers,
        fc.constantFrom(...languages),
        async (made, places, language) => {
          await using office = await openOffice({ role: 'officer' })
          const { municipalityId, planVersionId, accountId } = office
          const rows = made.map((one, place) => asImported(one, (places[place] ?? []).join('.')))
          await importMeasures(office.db, { municipalityId, planVersionId, accountId }, rows)
          const { bytes, status } = await office.get(`massnahmen.${ending}?sprache=${language}`)
          assert.equal(status, 200)
          const file = join(office.services.config.dataDir, `massnahmen.${ending}`)
          writeFileSync(file, bytes)

          await using empty = await openOffice()
          const result = await importPlan(empty.services, { file, municipality: empty.slug })
          assert.deepEqual([result.problems, result.created], [[], { measures: made.length }])
          const [there, here] = [await contentOf(empty), await contentOf(office)]
          assert.deepEqual(there, here)

          const again = await importPlan(office.services, { file, municipality: office.slug })
          assert.deepEqual([again.updated, again.unchanged], [{ measures: 0 }, made.length])
        },
      ),
      { numRuns: 8 },
    )
  })
}
