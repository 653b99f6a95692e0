import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { root } from '#platform/root.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { areaIn, goalIn, indicatorIn, valueIn } from './testing.ts'

// Numbers that occur nowhere else, so that finding one anywhere is a leak.
const secrets = [70_317, 70_319, 70_323]
const leak = /70[.,\s]?317|70[.,\s]?319|70[.,\s]?323|Tannenhof|Kleingruppe/

/** An indicator with public values, one of an area, one broken down, one of both. */
async function withSecrets(office: Office) {
  const goal = await goalIn(office, 'Alle werden verstanden')
  const id = await indicatorIn(office, { goalIds: [String(goal)] })
  const areaId = await areaIn(office, 'Tannenhof', 'SOCIAL_SPACE')
  await valueIn(office, id, 2023, { value: 231 })
  await valueIn(office, id, 2024, { value: 306 })
  await valueIn(office, id, 2025, { areaId, value: secrets[0] ?? 0 })
  await valueIn(office, id, 2025, { dimensions: { popGroup: 'Kleingruppe' }, value: secrets[1] ?? 0 })
  await valueIn(office, id, 2026, { areaId, dimensions: { sex: 'F' }, value: secrets[2] ?? 0 })
  return { id, goal }
}

test('no page, file, chart or map gives away a value below the municipality, whoever looks', async () => {
  await using office = await openOffice({ role: 'statistics' })
  const { id, goal } = await withSecrets(office)
  const addresses = [
    'zahlen',
    `zahlen?ziel=${goal}&q=Eltern`,
    'zahlen?ohnewert=1',
    `zahlen/${id}`,
    `zahlen/${id}?sprache=ar`,
    `zahlen/${id}?fassung=1`,
    `zahlen/${id}?gebiet=1&ebene=SOCIAL_SPACE`,
    ...['csv', 'json', 'xlsx'].flatMap((ending) => [`zahlen.${ending}`, `zahlen/${id}.${ending}`]),
    `zahlen/${id}.json?gebiet=1`,
  ]
  for (const role of [null, 'reader', 'councillor', 'steering', 'officer', 'statistics'] as const) {
    await office.as(role)
    for (const address of addresses) {
      const { status, text } = await office.get(address)
      assert.equal(status, 200, address)
      assert.doesNotMatch(text, leak, `${address} as ${role}`)
    }
  }
})

test('the picture, the sparkline and the attainment are drawn as if those values did not exist', async () => {
  await using office = await openOffice()
  const { id } = await withSecrets(office)
  await office.as(null)
  const { text } = await office.get(`zahlen/${id}`, { 'accept-language': 'de' })
  assert.match(text, /306 Gespräche im Jahr 2024/)
  assert.match(text, /20\s% des Weges, nach Plan wären es 20\s%/)
  // The heights of the picture end at the target: a value of 70,000 would have stretched them.
  assert.match(text, /text-anchor="end">600<\/text>/)
  assert.doesNotMatch(text, /text-anchor="end">[78]00|text-anchor="end">\d+\.000/)
  const [item] = (JSON.parse((await office.get('zahlen.json')).text) as { data: { observations: unknown[] }[] }).data
  assert.equal(item?.observations.length, 2)
})

test('only people who may enter values see those that stay in the house, with the reason', async () => {
  await using office = await openOffice({ role: 'statistics' })
  const { id } = await withSecrets(office)
  const inside = await office.get(`zahlen/${id}/werte`)
  assert.match(inside.text, /70\.317/)
  assert.match(inside.text, /Tannenhof/)
  assert.match(inside.text, /werden nicht veröffentlicht, weder auf Seiten noch in Dateien oder Karten/)
  for (const role of ['reader', 'steering', 'councillor', 'working-group-lead'] as const) {
    await office.as(role)
    assert.equal((await office.get(`zahlen/${id}/werte`)).status, 403, role)
  }
  await office.as(null)
  const nobody = await office.get(`zahlen/${id}/werte`)
  assert.notEqual(nobody.status, 200)
  assert.doesNotMatch(nobody.text, leak)
})

test('saving a value below the municipality says that it stays in the house', async () => {
  await using office = await openOffice({ role: 'officer' })
  const id = await indicatorIn(office)
  const areaId = await areaIn(office, 'Tannenhof')
  const saved = await office.post(`zahlen/${id}/werte/neu`, { year: '2025', areaId: String(areaId), value: '70317' })
  assert.equal(saved.status, 303)
  assert.match(
    decodeURIComponent(saved.headers.get('set-cookie') ?? ''),
    /bleibt im Haus und wird nicht veröffentlicht/,
  )
  const whole = await office.post(`zahlen/${id}/werte/neu`, { year: '2025', value: '388' })
  assert.doesNotMatch(decodeURIComponent(whole.headers.get('set-cookie') ?? ''), /bleibt im Haus/)
})

test('the history says that a secret value changed, and not to what', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { id } = await withSecrets(office)
  const entries = await office.db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'indicator')
    .where('thingId', '=', id)
    .where('act', '=', 'value-added')
    .select('changes')
    .execute()
  assert.equal(entries.length, 5)
  assert.doesNotMatch(JSON.stringify(entries), /70317|70319|70323/)
  assert.match(JSON.stringify(entries), /306/)
})

test('a value that is moved from the municipality to an area is gone from the public page', async () => {
  await using office = await openOffice({ role: 'officer' })
  const id = await indicatorIn(office)
  const value = await valueIn(office, id, 2025, { value: 388 })
  const areaId = await areaIn(office, 'Tannenhof')
  const moved = await office.post(`zahlen/${id}/werte/${value}/bearbeiten`, {
    version: '1',
    year: '2025',
    areaId: String(areaId),
    value: '388',
  })
  assert.equal(moved.status, 303)
  await office.as(null)
  assert.doesNotMatch((await office.get(`zahlen/${id}`)).text, /388/)
})

test('the view that everybody is given holds no value of an area or a breakdown', async () => {
  await using office = await openOffice()
  await withSecrets(office)
  const { rows } = await sql<{ value: number }>`select value from public_observation order by value`.execute(office.db)
  assert.deepEqual(
    rows.map(({ value }) => value),
    [231, 306],
  )
})

test('only the commands and the page for entering values read the table itself', () => {
  const allowed = /^src\/domains\/indicators\/(commands\/.+|queries\/observations)\.ts$/
  const reads = /(?:selectFrom|innerJoin|leftJoin)\('observation\b|\b(?:from|join)\s+observation\b/
  const readers = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$|testing|schema\.generated/.test(file))
    .filter((file) => reads.test(readFileSync(join(root, file), 'utf8')))
  assert.deepEqual(
    readers.filter((file) => !allowed.test(file)),
    [],
  )
  assert.ok(readers.length >= 3, 'the search finds those that may')
})
