import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice, type Office } from '#tests/office.ts'
import { fillPlan } from './testing.ts'

const version = (office: Office) =>
  office.db.selectFrom('planVersion').where('id', '=', office.planVersionId).selectAll().executeTakeFirstOrThrow()

const text = {
  title: 'Teilhabeplan 2025',
  label: 'Fortschreibung',
  state: 'IN_FORCE',
  periodFrom: '2025',
  periodTo: '2029',
  lead: 'Worum es geht.',
  understanding: 'Alle finden die **gleichen** Wege offen.',
  understandingSource: 'Leitbild 2024',
  mainGoal: 'Herkunft entscheidet nicht.',
  carriers: 'Landratsamt\nVereine, Verbände und Träger\n',
  formerTitles: 'Integrationskonzept 2007 (bis 2017)\nLeitlinien',
  strategyTitle: 'Sozialstrategie',
  strategyUrl: 'https://kreis.example/strategie',
  strategyItems: 'Hilfe ist nah.',
  decisionBody: 'Kreistag',
  decisionDate: '2024-12-11',
  decisionPaper: '188/2024',
  decisionText: 'Der Plan ist beschlossen.',
}

test('what an officer writes about the plan stands on its page, with its history', async () => {
  await using office = await openOffice({ role: 'officer' })
  const saved = await office.post('plan/bearbeiten', { ...text, version: '1' })
  assert.equal(saved.status, 303)
  const { text: page } = await office.get('plan?sprache=de')
  for (const words of [
    'Teilhabeplan 2025',
    'Leitbild 2024',
    '<strong>gleichen</strong>',
    'Herkunft entscheidet nicht.',
  ])
    assert.ok(page.includes(words), words)
  assert.match(page, /2025 bis 2029/)
  assert.match(page, /<li>Vereine, Verbände und Träger<\/li>/)
  assert.match(page, /Integrationskonzept 2007 \(bis 2017\)/)
  assert.match(page, /href="https:\/\/kreis\.example\/strategie"/)
  assert.match(page, /Kreistag, 11\.12\.2024, Vorlage 188\/2024/)
  const entry = await office.db.selectFrom('auditEntry').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([entry.thingKind, entry.act], ['plan-version', 'changed'])
  assert.ok('mainGoal' in (entry.changes as object) && 'formerTitles' in (entry.changes as object))
})

test('the form shows what is stored, and saving it unchanged changes nothing', async () => {
  await using office = await openOffice({ role: 'officer' })
  await office.post('plan/bearbeiten', { ...text, version: '1' })
  const before = await version(office)
  const entriesNow = () => office.db.selectFrom('auditEntry').select('id').orderBy('id').execute()
  const entries = await entriesNow()
  const { text: page } = await office.get('plan/bearbeiten?sprache=de')
  assert.match(page, /Integrationskonzept 2007 \(bis 2017\)\nLeitlinien/)
  await office.post('plan/bearbeiten', { ...text, version: '2' })
  const after = await version(office)
  assert.deepEqual({ ...after, version: 0, updatedAt: 0 }, { ...before, version: 0, updatedAt: 0 })
  assert.deepEqual(await entriesNow(), entries, 'a save that changes nothing leaves no entry')
})

test('a refused form keeps everything that was typed and names each error', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { status, text: page } = await office.post('plan/bearbeiten?sprache=de', {
    ...text,
    version: '1',
    title: '',
    periodTo: '2020',
    strategyTitle: '',
    strategyUrl: 'kreis.example',
    decisionDate: '31.02.2024',
  })
  assert.equal(status, 422)
  for (const message of [
    'Geben Sie einen Titel ein.',
    'Das Ende liegt vor dem Beginn.',
    'Geben Sie der Strategie einen Namen.',
    'Eine Adresse im Netz beginnt mit https://.',
    'Diesen Tag gibt es nicht.',
  ])
    assert.ok(page.includes(message), message)
  assert.match(page, /Alle finden die \*\*gleichen\*\* Wege offen\./)
  assert.deepEqual(await htmlFindings(page), [])
  assert.equal((await version(office)).title, 'Teilhabeplan')
})

test('who saved an older text sees both and overwrites nothing', async () => {
  await using office = await openOffice({ role: 'officer' })
  await office.post('plan/bearbeiten', { ...text, version: '1' })
  const { status, text: page } = await office.post('plan/bearbeiten?sprache=de', {
    ...text,
    version: '1',
    lead: 'Anders.',
  })
  assert.equal(status, 409)
  assert.match(page, /Jemand anderes hat inzwischen gespeichert/)
  assert.match(page, /<td>Worum es geht\.<\/td><td>Anders\.<\/td>/)
  assert.equal((await version(office)).lead, 'Worum es geht.')
})

test('only one version of a plan is in force', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { planId } = await version(office)
  const { municipalityId } = office
  const { id } = await office.db
    .insertInto('planVersion')
    .values({ municipalityId, planId, number: 2, title: 'Neu', state: 'DRAFT' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { status, text: page } = await office.post('plan/bearbeiten?sprache=de', { ...text, version: '1' })
  assert.equal(status, 422)
  assert.match(page, /Eine andere Fassung gilt bereits/)
  await office.db.deleteFrom('planVersion').where('id', '=', id).execute()
})

test('the plan is not edited by those who may not, nor from another municipality', async () => {
  await using office = await openOffice({ role: 'reader' })
  assert.equal((await office.get('plan/bearbeiten')).status, 403)
  assert.equal((await office.post('plan/bearbeiten', text)).status, 403)
  assert.equal((await office.post('plan/kapitel', { title: 'X' })).status, 403)
  assert.doesNotMatch((await office.get('plan?sprache=de')).text, /Plan bearbeiten/)
  await using other = await openOffice({ role: 'officer' })
  assert.equal((await other.get(`/${office.slug}/plan/bearbeiten`)).status, 404)
})

test('a version that is not published is seen by its people only, until it is', async () => {
  await using office = await openOffice({ role: 'officer' })
  await office.post('plan/zurueckziehen', {})
  assert.match((await office.get('plan?sprache=de')).text, /Diese Fassung ist noch nicht öffentlich/)
  await office.as(null)
  assert.match((await office.get('plan?sprache=de')).text, /Der Teilhabeplan ist in Vorbereitung/)
  await office.as('officer')
  assert.equal((await office.post('plan/veroeffentlichen', {})).status, 303)
  await office.as(null)
  assert.match((await office.get('plan?sprache=de')).text, /<h1[^>]*>Teilhabeplan</)
})

test('where approval is asked for, the officer does not open a version alone', async () => {
  await using office = await openOffice({ role: 'officer', approvalRequired: true })
  assert.equal((await office.post('plan/veroeffentlichen', {})).status, 403)
  await office.as('department-head')
  assert.equal((await office.post('plan/veroeffentlichen', {})).status, 303)
})

test('older versions stay readable on all pages, say so and lead to the newest', async () => {
  await using office = await openOffice({ role: null })
  const { planId } = await version(office)
  const { municipalityId, slug } = office
  await office.db.updateTable('planVersion').set({ state: 'SUPERSEDED' }).execute()
  await office.db
    .insertInto('planVersion')
    .values({ municipalityId, planId, number: 2, title: 'Neuer Plan', state: 'IN_FORCE', publishedAt: new Date() })
    .execute()
  const list = await office.get('plan/fassungen?sprache=de')
  assert.match(
    list.text,
    new RegExp(`href="/${slug}/plan\\?fassung=1&amp;sprache=de"|href="/${slug}/plan\\?sprache=de&amp;fassung=1"`),
  )
  const old = await office.get('plan?fassung=1&sprache=de')
  assert.match(old.text, /Sie lesen Fassung 1\. Es gibt eine neuere\. <a href="\/[^"?]*\/plan\?sprache=de">/)
  assert.match(old.text, new RegExp(`href="/${slug}/massnahmen\\?sprache=de&amp;fassung=1"`))
  assert.match((await office.get('massnahmen?fassung=1&sprache=de')).text, /Sie lesen Fassung 1/)
  assert.doesNotMatch((await office.get('plan?sprache=de')).text, /Sie lesen Fassung/)
  assert.equal((await office.get('plan?fassung=7')).status, 404)
  await office.as('officer')
  assert.equal((await office.post('plan/bearbeiten?fassung=1', { ...text, version: '1' })).status, 403)
  assert.doesNotMatch((await office.get('plan?fassung=1&sprache=de')).text, /Plan bearbeiten/)
})

test('the page of the plan asks the database as often for thirty things as for three, at most ten times', async () => {
  const counts = []
  for (const number of [3, 30]) {
    await using office = await openOffice({ role: null })
    await fillPlan(office, number)
    await office.get('plan?sprache=ar')
    counts.push(office.statements())
  }
  assert.equal(counts[0], counts[1])
  assert.ok((counts[0] ?? 99) <= 10, `${counts[0]} statements`)
})

for (const language of ['de', 'ar'])
  test(`the pages of the plan and its forms are free of findings in ${language}`, async () => {
    await using office = await openOffice({ role: 'officer' })
    await fillPlan(office, 3)
    await office.post('plan/bearbeiten', { ...text, version: '1' })
    await office.post('plan/schritte/vorlage', { template: 'three' })
    await office.post('plan/kapitel', { title: 'Zum Geleit', place: 'BEFORE_FIELDS', text: 'Guten Tag.' })
    await office.post('plan/termine', { title: 'Auftakt', date: '24.02.2027' })
    for (const path of [
      ...['plan', 'plan/fassungen', 'plan/bearbeiten', 'plan/foerderung', 'plan/aufbau'],
      ...['plan/kapitel/neu', 'plan/schritte/neu', 'plan/termine/neu'],
    ]) {
      const { text: page, status } = await office.get(`${path}?sprache=${language}`)
      assert.equal(status, 200, path)
      assert.deepEqual(await axeFindings(page), [], path)
      assert.deepEqual(await htmlFindings(page), [], path)
      assert.doesNotMatch(page, /\sstyle=/)
    }
  })
