import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openOffice, type Office } from '#tests/office.ts'
import { stepSegments } from './paths.ts'
import { filled, fingerprintIn, saveIn } from './testing.ts'

const rowOf = ({ db, municipalityId }: Office) =>
  db.selectFrom('municipality').where('id', '=', municipalityId).selectAll().executeTakeFirstOrThrow()

const lastEntry = ({ db }: Office) =>
  db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'municipality')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirst()

const addHead = ({ db, municipalityId }: Office, endsOn: string | null = null) =>
  db
    .insertInto('membership')
    .values({ municipalityId, accountId: randomUUID(), roles: ['department-head'], endsOn })
    .execute()

test('the officer sees all steps and what each still lacks', async () => {
  await using office = await openOffice()
  const { status, text } = await office.get('einrichten')
  assert.equal(status, 200)
  assert.match(text, /0 von 11 Schritten sind vollständig/, 'nobody has done anything yet')
  assert.match(text, /noch nicht angesehen/)
  for (const segment of Object.values(stepSegments)) assert.match(text, new RegExp(`/einrichten/${segment}"`))
  assert.match(text, /6 Angaben fehlen/)
  assert.ok(office.statements() <= 10, `${office.statements()} statements`)
})

test('a step that is saved leads to the next and is done', async () => {
  await using office = await openOffice()
  const { status, location } = await saveIn(office, 'address', { ...filled.address, next: '1' })
  assert.equal(status, 303)
  assert.equal(location, `/${office.slug}/einrichten/impressum`)
  const { text } = await office.get('einrichten')
  assert.match(text, /1 von 11 Schritten/)
  assert.match(text, /Geändert: .*Postleitzahl/)
  assert.match((await office.get('massnahmen')).text, /integration@probekreis\.example/)
})

test('saving without going on leads back to all steps', async () => {
  await using office = await openOffice()
  await addHead(office)
  const { location } = await saveIn(office, 'rules', { approvalRequired: 'on' })
  assert.equal(location, `/${office.slug}/einrichten`)
  assert.equal((await rowOf(office)).approvalRequired, true)
  assert.equal((await rowOf(office)).secondFactorRequired, false)
})

test('a step that is left holds what was typed, and every error leads to its field', async () => {
  await using office = await openOffice()
  const { status, text } = await saveIn(office, 'address', {
    ...filled.address,
    postcode: '999',
    email: 'kein at',
    phone: 'abc',
  })
  assert.equal(status, 422)
  for (const field of ['postcode', 'email', 'phone']) assert.match(text, new RegExp(`href="#${field}"`))
  assert.match(text, /value="kein at"/)
  assert.match(text, /value="Landratsamt, Integrationsbüro"/)
  assert.deepEqual((await rowOf(office)).address, {})
})

test('kind, state and name change every page at once', async () => {
  await using office = await openOffice()
  assert.match((await office.get('massnahmen')).text, /Landkreis Probekreis/)
  await saveIn(office, 'identity', { name: 'Probestadt', kind: 'city', federalState: 'HE' })
  assert.match((await office.get('massnahmen')).text, /Stadt Probestadt/)
})

test('two people in two steps do not disturb each other', async () => {
  await using office = await openOffice()
  const fingerprint = await fingerprintIn(office, 'address')
  await saveIn(office, 'rules', { secondFactorRequired: '' })
  const { status } = await office.post('einrichten/anschrift', { ...filled.address, fingerprint })
  assert.equal(status, 303)
})

test('of two people in the same step the second sees both versions and may save again', async () => {
  await using office = await openOffice()
  const fingerprint = await fingerprintIn(office, 'address')
  await saveIn(office, 'address', { ...filled.address })
  const mine = { ...filled.address, place: 'Neustadt', fingerprint }
  const { status, text } = await office.post('einrichten/anschrift', mine)
  assert.equal(status, 409)
  assert.match(text, /Musterstadt<\/td>/)
  assert.match(text, /Neustadt<\/td>/)
  assert.match(text, /value="Neustadt"/)
  const shown = /name="fingerprint" value="(\w+)"/.exec(text)?.[1] ?? ''
  assert.equal((await office.post('einrichten/anschrift', { ...mine, fingerprint: shown })).status, 303)
  assert.deepEqual((await rowOf(office)).address, { ...filled.address, place: 'Neustadt' })
})

test('who answers for the content is in the history only as changed', async () => {
  await using office = await openOffice()
  await saveIn(office, 'imprint', { representative: 'Landrätin Ada Beispiel', responsible: 'x', vatId: 'DE1' })
  const entry = await lastEntry(office)
  assert.deepEqual(entry?.changes, {
    representative: 'personal',
    responsible: 'personal',
    vatId: { from: '', to: 'DE1' },
  })
  assert.equal(entry?.accountId, office.accountId)
})

test('the authority of the legal profile stands in the form and says whether it was checked', async () => {
  await using office = await openOffice()
  const privacy = await office.get('einrichten/datenschutz')
  assert.match(privacy.text, /Landesbeauftragte für den Datenschutz und die Informationsfreiheit Baden-Württemberg/)
  assert.match(privacy.text, /noch nicht geprüft\. Quelle: LDSG BW/)
  const accessibility = await office.get('einrichten/barrierefreiheit')
  assert.match(accessibility.text, /Landeszentrum Barrierefreiheit/)
  assert.match(accessibility.text, /geprüft\. Quelle: L-BGG/)
})

test('partly accessible without saying what is not is refused', async () => {
  await using office = await openOffice()
  const { status, text } = await saveIn(office, 'accessibility', { ...filled.accessibility, conformance: 'partly' })
  assert.equal(status, 422)
  assert.match(text, /href="#exceptions"/)
})

test('exceptions are kept with reason and alternative', async () => {
  await using office = await openOffice()
  const fields = { ...filled.accessibility, conformance: 'partly', exceptions: 'Karte | Formen | Tabelle\nFilm' }
  await saveIn(office, 'accessibility', fields)
  const { accessibility } = await rowOf(office)
  assert.deepEqual((accessibility as { exceptions: unknown }).exceptions, [
    { text: 'Karte', reason: 'Formen', alternative: 'Tabelle' },
    { text: 'Film' },
  ])
})

test('a language that is taken away is no longer offered', async () => {
  await using office = await openOffice()
  assert.match((await office.get('massnahmen')).text, /hreflang="ar"/)
  await saveIn(office, 'languages', { languages: ['en'] })
  assert.doesNotMatch((await office.get('massnahmen')).text, /hreflang="ar"/)
  assert.deepEqual((await rowOf(office)).languages, ['de', 'en'])
})

test('the law of the state is shown with its sources, and an own rule goes before it', async () => {
  await using office = await openOffice()
  const before = await office.get('einrichten/recht')
  assert.match(before.text, /Ladungsfrist des Kreistags/)
  assert.match(before.text, /ungeprüft/)
  assert.match(before.text, /Fronleichnam/)
  const { status } = await saveIn(office, 'legal', { invitationDays: '10', tie: 'CHAIR_DECIDES' })
  assert.equal(status, 303)
  const after = await office.get('einrichten/recht')
  assert.match(after.text, /10 Tage/)
  assert.match(after.text, /eigene Regel/)
  assert.match(after.text, /Im Rechtsprofil: 7 Tage/)
  const wrong = await saveIn(office, 'legal', { invitationDays: 'eine Woche' })
  assert.equal(wrong.status, 422)
})

test('every page of the municipality knows the new settings, whichever process answers', async () => {
  await using office = await openOffice()
  let raised: unknown
  office.services.generations.onRaise((which) => (raised = which))
  const before = office.services.generations.of(office.municipalityId)
  await saveIn(office, 'rules', { secondFactorRequired: 'on' })
  assert.equal(raised, 'all')
  assert.ok(office.services.generations.of(office.municipalityId) > before)
})

test('a refused step changes nothing and ends no cached page', async () => {
  await using office = await openOffice()
  const before = office.services.generations.of(office.municipalityId)
  await saveIn(office, 'address', { postcode: 'x' })
  assert.equal(office.services.generations.of(office.municipalityId), before)
})

test('others do not set up: a reader is refused, a stranger is asked to sign in, unknown steps do not exist', async () => {
  await using office = await openOffice({ role: 'reader' })
  for (const segment of ['', ...Object.values(stepSegments).map((one) => `/${one}`)]) {
    assert.equal((await office.get(`einrichten${segment}`)).status, 403, segment)
  }
  assert.equal((await office.post('einrichten/anschrift', filled.address)).status, 403)
  await office.as(null)
  assert.notEqual((await office.get('einrichten')).status, 200)
  await office.as('officer')
  assert.equal((await office.get('einrichten/geheim')).status, 404)
  assert.equal((await office.get('einrichten/woerter/geheim')).status, 404)
})

test('the officer of one municipality does not set up another', async () => {
  await using office = await openOffice()
  const { id } = await office.db
    .insertInto('municipality')
    .values({ slug: 'anderswo', name: 'Anderswo', kind: 'county', federalState: 'HE', isOpen: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  office.services.municipalities.forget()
  assert.equal((await office.get('/anderswo/einrichten')).status, 403)
  assert.equal((await office.post('/anderswo/einrichten/anschrift', filled.address)).status, 403)
  const other = await office.db
    .selectFrom('municipality')
    .where('id', '=', id)
    .select('address')
    .executeTakeFirstOrThrow()
  assert.deepEqual(other.address, {})
})

test('the licence, the contributor and the official key are set for data portals, and a wrong one is refused', async () => {
  await using office = await openOffice()
  await saveIn(office, 'openData', { dataLicence: 'cc-by/4.0', contributorId: 'landkreisProbe', areaKey: '8336' })
  const row = await rowOf(office)
  assert.deepEqual(
    [row.dataLicence, row.contributorId, row.areaKey],
    ['cc-by/4.0', 'http://dcat-ap.de/def/contributors/landkreisProbe', '08336'],
  )
  const wrong = await saveIn(office, 'openData', { dataLicence: 'none', contributorId: 'a b', areaKey: '99' })
  assert.equal(wrong.status, 422)
  for (const name of ['dataLicence', 'contributorId', 'areaKey'])
    assert.match(wrong.text, new RegExp(`href="#${name}"`))
})
