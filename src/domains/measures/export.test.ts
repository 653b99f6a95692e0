import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMeasure, measureForm, publishMeasure } from '#domains/measures/index.ts'
import { checkForm } from '#platform/http/form.ts'
import { readWorkbook } from '#platform/tables/read-workbook.ts'
import { cellAt, type Sheet } from '#platform/tables/workbook.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { texts } from './texts/index.ts'

const say = texts(speechOf('de', {}))

async function addMeasure(office: Office, number: string, fields: Record<string, string> = {}) {
  const form = checkForm(
    { number, title: `Maßnahme ${number}`, state: 'RUNNING', course: 'GREY', ...fields },
    measureForm,
    say,
  )
  assert.ok(form.ok, JSON.stringify(form))
  return createMeasure(office.db, actingIn(office), form.value)
}
const actingIn = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId,
})

/** A measure that has everything that publishing asks for, and is published. */
async function addPublic(office: Office, number: string, fields: Record<string, string> = {}) {
  const { db, municipalityId, planVersionId } = office
  const acting = actingIn(office)
  const ids = [await newPlanItem(db, acting, 'action-field'), await newPlanItem(db, acting, 'goal')] as const
  const place = { municipalityId, planVersionId, publishedAt: new Date() }
  await db
    .insertInto('actionField')
    .values({ ...place, id: ids[0], code: number, title: `Feld ${number}` })
    .execute()
  await db
    .insertInto('goal')
    .values({ ...place, id: ids[1], level: 'IMPACT_GOAL', text: `Ziel ${number}` })
    .execute()
  const unit = await db
    .insertInto('orgUnit')
    .values({ municipalityId, levelName: 'Amt', name: 'Amt für Migration' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const id = await addMeasure(office, number, {
    description: 'Ein Treffpunkt.',
    actionFieldId: String(ids[0]),
    kind: 'PROJECT',
    goalIds: String(ids[1]),
    lead: `amt-${unit.id}`,
    periodFrom: 'ab 2021',
    ...fields,
  })
  await publishMeasure(db, acting, id, { needsApproval: false })
  return { id, actionFieldId: ids[0], goalId: ids[1] }
}

async function sheetOf(office: Office, path: string): Promise<Sheet> {
  const response = await office.get(path)
  assert.equal(response.status, 200)
  const read = await readWorkbook(new TextEncoder().encode(response.text), 'x.csv')
  assert.ok(read.ok)
  return read.sheets[0]!
}
const headings = (sheet: Sheet) => sheet.rows[0]?.map(({ text }) => text) ?? []
const column = (sheet: Sheet, heading: string) =>
  sheet.rows.slice(1).map((_, row) => cellAt(sheet, row + 1, headings(sheet).indexOf(heading)).text)

test('the public gets the published measures only, without internal columns and without a course that is not released', async () => {
  await using office = await openOffice({ role: 'officer' })
  await addPublic(office, '1.1', { course: 'RED', courseReason: 'Geheim', internalNote: 'Nur für uns' })
  await addPublic(office, '1.2', { course: 'GREEN', courseReleased: 'on' })
  await addMeasure(office, '1.3', { title: 'Entwurf' })
  await office.as(null)
  const sheet = await sheetOf(office, 'massnahmen.csv')
  assert.deepEqual(column(sheet, 'Nummer'), ['1.1', '1.2'])
  assert.deepEqual(column(sheet, 'Verlauf'), ['', 'planmäßig'])
  assert.ok(!headings(sheet).includes('Interne Notiz') && !headings(sheet).includes('Entwurf'))
  for (const ending of ['csv', 'json']) {
    assert.doesNotMatch((await office.get(`massnahmen.${ending}`)).text, /Geheim|Nur für uns|Entwurf/)
  }
})

test('people of the house get drafts, internal notes and the course', async () => {
  await using office = await openOffice({ role: 'officer' })
  await addMeasure(office, '1.3', { course: 'RED', courseReason: 'Stelle offen', internalNote: 'Nachfragen' })
  const sheet = await sheetOf(office, 'massnahmen.csv')
  assert.deepEqual(column(sheet, 'Begründung des Verlaufs'), ['Stelle offen'])
  assert.deepEqual(column(sheet, 'Interne Notiz'), ['Nachfragen'])
  assert.deepEqual(column(sheet, 'Entwurf'), ['ja'])
  const { headers } = await office.get('massnahmen.csv')
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('x-page-cache'), null)
})

test('JSON names things in English, links by id, and keeps the wording of an imprecise date', async () => {
  await using office = await openOffice()
  const made = await addPublic(office, '1.1')
  await office.db
    .insertInto('measureResource')
    .values({
      municipalityId: office.municipalityId,
      planVersionId: office.planVersionId,
      measureId: made.id,
      year: 2026,
      staffCents: 1_250_050,
      costCentre: '4711',
    })
    .execute()
  await office.as(null)
  const { text, headers } = await office.get('massnahmen.json')
  const { data, pagination } = JSON.parse(text) as { data: Record<string, unknown>[]; pagination: unknown }
  assert.deepEqual(pagination, { total: 1 })
  const [item] = data
  assert.deepEqual(
    [item?.['id'], item?.['actionFieldId'], item?.['goalIds']],
    [made.id, made.actionFieldId, [made.goalId]],
  )
  assert.equal((item?.['periodFrom'] as { wording: string } | undefined)?.wording, 'ab 2021')
  assert.deepEqual((item?.['resources'] as { staffCents: number }[] | undefined)?.[0]?.staffCents, 1_250_050)
  assert.doesNotMatch(text, /4711|internalNote|sourceId/)
  assert.equal(headers.get('access-control-allow-origin'), '*')
  assert.equal(headers.get('cache-control'), 'no-cache')
  assert.match(headers.get('content-disposition') ?? '', new RegExp(`massnahmen_${office.slug}_2026-11-24\\.json`))
  assert.ok(headers.get('x-page-cache'))
})

test('the file holds the whole filtered result, not a page of it', async () => {
  await using office = await openOffice()
  for (let number = 1; number <= 30; number++)
    await addMeasure(office, `1.${number}`, number === 7 ? { state: 'PERMANENT' } : {})
  assert.equal((await sheetOf(office, 'massnahmen.csv?seite=2&zeilen=25')).rows.length, 31)
  assert.deepEqual(column(await sheetOf(office, 'massnahmen.csv?stand=PERMANENT'), 'Nummer'), ['1.7'])
})

test('the number of statements does not grow with the list', async () => {
  await using office = await openOffice()
  const counts: number[] = []
  for (const many of [3, 30]) {
    for (let number = 1; number <= many; number++) await addMeasure(office, `${many}.${number}`)
    await office.get('massnahmen.json')
    counts.push(office.statements())
  }
  assert.equal(counts[0], counts[1])
  assert.ok((counts[0] ?? 99) <= 6, String(counts))
})

test('what would run as a formula in a spreadsheet is text', async () => {
  await using office = await openOffice()
  await addMeasure(office, '1.1', { title: '=HYPERLINK("http://example.org";"Klick")', description: '@SUM(1)' })
  const { text } = await office.get('massnahmen.csv')
  assert.match(text, /;"'=HYPERLINK\(/)
  assert.match(text, /;'@SUM\(1\);/)
  const { text: json } = await office.get('massnahmen.json')
  assert.match(json, /"=HYPERLINK/)
})

test('another municipality is not in the file', async () => {
  await using office = await openOffice()
  await addMeasure(office, '1.1')
  await using other = await openOffice()
  assert.equal((await sheetOf(other, 'massnahmen.csv')).rows.length, 1)
})

test('in Arabic the headings are Arabic, and the workbook opens from the right', async () => {
  await using office = await openOffice()
  await addMeasure(office, '1.1')
  const sheet = await sheetOf(office, 'massnahmen.csv?sprache=ar')
  assert.ok(!headings(sheet).some((heading) => /[a-z]/i.test(heading)), headings(sheet).join(' '))
  const { status, headers } = await office.get('massnahmen.xlsx?sprache=ar')
  assert.equal(status, 200)
  assert.match(headers.get('content-type') ?? '', /spreadsheetml/)
})
