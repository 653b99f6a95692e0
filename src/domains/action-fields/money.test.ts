import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql, type SqlBool } from 'kysely'
import { goalIn, measureIn } from '#domains/goals/testing.ts'
import { openOffice } from '#tests/office.ts'
import { plannedOf } from './model/linked.ts'
import { moneyWhere } from './queries/linked.ts'

const cents = fc.integer({ min: 0, max: 50_000_000 })
const yearsOfMeasure = fc.dictionary(fc.constantFrom('2024', '2025', '2026', '2027'), cents, { maxKeys: 4 })

test('the money of a goal is the sum of exactly its measures, year by year', async () => {
  await using office = await openOffice()
  const { db, municipalityId, planVersionId } = office
  const reading = {
    ...{ municipalityId, planVersionId, isOldVersion: false, versionNumber: 1, language: 'de' as const },
    sees: { drafts: false, internal: false },
  }
  let n = 0
  for (const measures of fc.sample(fc.array(yearsOfMeasure, { minLength: 1, maxLength: 8 }), 12)) {
    const goalId = await goalIn(office, { text: `Ziel ${++n} ist da` })
    for (const [place, years] of measures.entries()) await measureIn(office, `${n}.${place}`, [goalId], years)
    const found = await moneyWhere(
      db,
      reading,
      sql<SqlBool>`exists (select from measure_goal l where l.municipality_id = m.municipality_id
        and l.plan_version_id = m.plan_version_id and l.measure_id = m.id and l.goal_id = ${goalId})`,
    )
    const expected = new Map<number, number>()
    for (const years of measures)
      for (const [year, amount] of Object.entries(years))
        expected.set(Number(year), (expected.get(Number(year)) ?? 0) + amount)
    assert.deepEqual(
      found.map((row) => [row.year, plannedOf(row), row.spent]),
      [...expected].toSorted(([a], [b]) => a - b).map(([year, sum]) => [year, sum, null]),
      'what nobody has entered is empty, not zero',
    )
  }
})
