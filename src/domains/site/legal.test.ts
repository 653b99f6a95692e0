import assert from 'node:assert/strict'
import { test } from 'node:test'
import { legalFacts, isReviewDue, missingOn } from '#domains/site/model/legal-facts.ts'
import { processingsOf } from '#domains/site/model/processing.ts'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice, type Office } from '#tests/office.ts'

const address = {
  office: 'Landratsamt Probekreis',
  street: 'Am Markt 1',
  postcode: '00999',
  place: 'Probestadt',
  phone: '07000 1',
  email: 'post@probekreis.example',
}
const full = {
  address,
  imprint: { representative: 'Landrätin', responsible: 'Integrationsbüro', vatId: 'DE000', supervisory: 'Land' },
  privacy: {
    officer: 'Stabsstelle Datenschutz',
    officerEmail: 'ds@probekreis.example',
    authority: 'Landesbeauftragter',
  },
  accessibility: {
    conformance: 'partly',
    assessedOn: '2026-03-01',
    method: 'Selbstbewertung',
    exceptions: ['Alte PDF-Dateien', { text: 'Die Karte', reason: 'zu viel Aufwand', alternative: 'die Tabelle' }],
    contactEmail: 'zugang@probekreis.example',
    enforcement: 'Schlichtungsstelle\nMusterweg 1',
  },
}

const findProblems = async (html: string) => [...(await axeFindings(html)), ...(await htmlFindings(html))]

async function enter(office: Office, facts: Partial<typeof full>) {
  const columns = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, JSON.stringify(value)]))
  await office.db.updateTable('municipality').set(columns).where('id', '=', office.municipalityId).execute()
  office.services.municipalities.forget()
}

const pages = ['impressum', 'datenschutz', 'barrierefreiheit', 'barriere-melden', 'leichte-sprache', 'gebaerdensprache']

for (const language of ['de', 'ar']) {
  for (const page of pages) {
    test(`${page} is in order in ${language}, with everything entered and with nothing`, async () => {
      await using office = await openOffice({ role: null })
      const empty = await office.get(`${page}?sprache=${language}`)
      assert.equal(empty.status, 200)
      assert.deepEqual(await findProblems(empty.text), [])
      await enter(office, full)
      const filled = await office.get(`${page}?sprache=${language}`)
      assert.equal(filled.status, 200)
      assert.deepEqual(await findProblems(filled.text), [])
    })
  }
}

test('the imprint names who runs the site, and nothing that is not entered', async () => {
  await using office = await openOffice({ role: null })
  await enter(office, { address, imprint: { ...full.imprint, vatId: '', supervisory: '' } })
  const { text } = await office.get('impressum')
  assert.match(text, /Landratsamt Probekreis/)
  assert.match(text, /Landrätin/)
  assert.doesNotMatch(text, /Umsatzsteuer/)
  assert.doesNotMatch(text, /Aufsichtsbehörde/)
})

test('only those who can enter it see what a legal page lacks', async () => {
  await using office = await openOffice({ role: 'officer' })
  await enter(office, { address })
  assert.match((await office.get('impressum')).text, /Noch nicht eingetragen/)
  assert.match((await office.get('datenschutz')).text, /noch nicht rechtlich geprüft/)
  for (const role of ['reader', null] as const) {
    await office.as(role)
    assert.doesNotMatch((await office.get('impressum')).text, /Noch nicht eingetragen/)
    assert.doesNotMatch((await office.get('datenschutz')).text, /noch nicht rechtlich geprüft/)
  }
})

const stateOf = (office: Office, federalState: 'BW' | 'RP' | 'HE' | 'BY', legalSettings = {}) =>
  office.db
    .updateTable('municipality')
    .set({ federalState, legalSettings: JSON.stringify(legalSettings) })
    .where('id', '=', office.municipalityId)
    .execute()
    .then(() => office.services.municipalities.forget())

test('where the municipality has named no authority, the pages name those of its federal state', async () => {
  await using office = await openOffice({ role: null })
  await stateOf(office, 'BW')
  const privacy = await office.get('datenschutz?sprache=de')
  assert.match(privacy.text, /Landesbeauftragte für den Datenschutz und die Informationsfreiheit Baden-Württemberg/)
  const statement = await office.get('barrierefreiheit?sprache=de')
  assert.match(statement.text, /Schlichtungsstelle beim Landeszentrum Barrierefreiheit/)
  assert.match(statement.text, /innerhalb von 30 Tagen/)
  await stateOf(office, 'HE')
  assert.match((await office.get('barrierefreiheit?sprache=de')).text, /innerhalb von 42 Tagen/)
  assert.match((await office.get('barriere-melden?sprache=en')).text, /within 42 days/)
  await stateOf(office, 'HE', { barrierAnswerDays: 14 })
  assert.match((await office.get('barrierefreiheit?sprache=de')).text, /innerhalb von 14 Tagen/)
  await enter(office, full)
  assert.doesNotMatch((await office.get('datenschutz?sprache=de')).text, /Hessische/)
  assert.match((await office.get('barrierefreiheit?sprache=de')).text, /Musterweg 1/)
})

test('what nobody has checked in the law is marked for those who can enter it, and for nobody else', async () => {
  await using office = await openOffice({ role: 'officer' })
  await stateOf(office, 'BW')
  const marked = /Aus dem Rechtsprofil des Landes und noch nicht geprüft/
  const privacy = await office.get('datenschutz?sprache=de')
  assert.match(privacy.text, marked)
  assert.doesNotMatch(privacy.text, /Noch nicht eingetragen[^<]*<[^]*Aufsichtsbehörde, /)
  // The authority is checked, the number of days is not.
  assert.match((await office.get('barrierefreiheit?sprache=de')).text, marked)
  await stateOf(office, 'BW', { barrierAnswerDays: 30 })
  assert.doesNotMatch((await office.get('barrierefreiheit?sprache=de')).text, marked)
  await stateOf(office, 'BW')
  for (const role of ['reader', null] as const) {
    await office.as(role)
    for (const page of ['datenschutz', 'barrierefreiheit'])
      assert.doesNotMatch((await office.get(`${page}?sprache=de`)).text, marked)
  }
})

test('a state without a profile names no authority', async () => {
  await using office = await openOffice({ role: null })
  await stateOf(office, 'BY')
  assert.doesNotMatch((await office.get('barrierefreiheit?sprache=de')).text, /Wenn unsere Antwort nicht hilft/)
  assert.doesNotMatch((await office.get('datenschutz?sprache=de')).text, /Sie können sich bei der Aufsichtsbehörde/)
})

test('the accessibility statement has the parts of the EU model in their order', async () => {
  await using office = await openOffice({ role: null })
  await enter(office, full)
  const { text } = await office.get('barrierefreiheit')
  const headings = [...text.matchAll(/<h2[^>]*>([^<]+)<\/h2>/g)].map(([, heading]) => heading)
  assert.deepEqual(headings.slice(0, 5), [
    'Wie barrierefrei diese Seiten sind',
    'Was noch nicht barrierefrei ist',
    'Wie diese Erklärung entstanden ist',
    'Barriere gefunden? Schreiben Sie uns',
    'Wenn unsere Antwort nicht hilft',
  ])
  for (const said of ['teilweise vereinbar', 'die Tabelle', '01.03.2026', 'Selbstbewertung', 'Schlichtungsstelle'])
    assert.match(text, new RegExp(said))
})

test('a public legal page comes from the page cache, so it is marked for it', async () => {
  await using office = await openOffice({ role: null })
  assert.match((await office.get('datenschutz')).headers.get('x-page-cache') ?? '', /datenschutz/)
  await office.as('officer')
  assert.equal((await office.get('datenschutz')).headers.get('x-page-cache'), null)
})

test('the page in easy language shows the texts of the plan that exist in it, one sentence in a line', async () => {
  await using office = await openOffice({ role: null })
  const { db, municipalityId, planVersionId } = office
  await db.updateTable('planVersion').set({ lead: 'Der Plan' }).where('id', '=', planVersionId).execute()
  await db
    .insertInto('translation')
    .values({
      municipalityId,
      thingKind: 'plan-version',
      thingId: planVersionId,
      field: 'lead',
      language: 'de-x-leicht',
      text: 'Alle sollen gut leben. Das ist der Plan dafür.',
      sourceHash: 'x',
    })
    .execute()
  const { text } = await office.get('leichte-sprache?sprache=en')
  assert.match(text, /<div class="tw-easy" lang="de-x-leicht" dir="ltr">/)
  assert.match(text, /Alle sollen gut leben\.<br\/>Das ist der Plan dafür\./)
  assert.match(text, /This page is written in Easy German/)
  assert.ok(office.statements() <= 10)
})

test('what is not a text in the columns counts as missing', () => {
  const facts = legalFacts({
    name: 'X',
    address: { office: 7, place: ' ' },
    imprint: null,
    privacy: [],
    accessibility: 'x',
  })
  assert.deepEqual(facts.address, {})
  assert.deepEqual(facts.accessibility, { exceptions: [] })
  assert.deepEqual(missingOn('imprint', facts), [
    'office',
    'street',
    'place',
    'phone',
    'email',
    'representative',
    'responsible',
  ])
  assert.deepEqual(missingOn('privacy', legalFacts({ name: 'X', ...full })), [])
})

test('a statement is due for review a year after the last one', () => {
  assert.equal(isReviewDue({ assessedOn: '2025-11-24', exceptions: [] }, '2026-11-23'), false)
  assert.equal(isReviewDue({ assessedOn: '2025-11-24', exceptions: [] }, '2026-11-24'), true)
  assert.equal(isReviewDue({ exceptions: [] }, '2026-11-24'), false)
})

test('the record of processing takes its periods from the setting that the nightly job uses', () => {
  const record = processingsOf({ retention: { barrierReportMonths: 3 }, checkedProcessings: ['barriers'] })
  const barriers = record.find(({ key }) => key === 'barriers')
  assert.deepEqual(barriers, { key: 'barriers', isUnchecked: false, values: { months: 3 } })
  assert.equal(record.find(({ key }) => key === 'accounts')?.isUnchecked, true)
})
