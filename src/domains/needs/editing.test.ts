import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { completeIn, fieldIn, formOf, goalIn, needIn, posted, targetGroupIn } from './testing.ts'

test('a draft of one sentence is enough, and saving says what publishing still needs', async () => {
  await using office = await openOffice()
  const created = await office.post('bedarfe', { statement: 'Es fehlt ein Treffpunkt', publish: '1' })
  assert.equal(created.status, 303)
  const { text } = await office.get(created.location)
  assert.match(
    text,
    /Zum Veröffentlichen fehlt noch: Handlungsfeld, mindestens eine Zielgruppe, mindestens eine Quelle/,
  )
  assert.doesNotMatch(text, /veroeffentlichen"/)
})

test('a refused form keeps everything that was typed', async () => {
  await using office = await openOffice()
  const { status, text } = await office.post('bedarfe', {
    ...{ statement: '', description: 'Das steht hier schon', state: 'REJECTED' },
    ...{ 'sources.0.kind': 'MINUTES', 'sources.0.text': '', 'sources.0.date': '31.02.2024' },
  })
  assert.equal(status, 422)
  assert.match(text, /Sagen Sie in einem Satz/)
  assert.match(text, /Begründen Sie/)
  assert.match(text, /Sagen Sie, welche Quelle das ist/)
  assert.match(text, /Das steht hier schon/)
  assert.match(text, /value="31\.02\.2024"/)
})

test('rows of sources come and go and keep what was typed', async () => {
  await using office = await openOffice()
  const two = {
    ...{ statement: 'Halb getippt', 'sources.0.kind': 'SURVEY', 'sources.0.text': 'Erste', 'sources.0.date': '' },
    ...{ 'sources.1.kind': 'MINUTES', 'sources.1.text': 'Zweite', 'sources.1.date': '2024' },
  }
  const more = await office.post('bedarfe', { ...two, _rows: 'add' })
  assert.equal(more.status, 200)
  assert.match(more.text, /name="sources\.2\.text"/)
  assert.match(more.text, /Halb getippt/)

  const less = await office.post('bedarfe', { ...two, _rows: 'remove-0' })
  assert.match(less.text, /name="sources\.0\.text"[^>]*value="Zweite"/)
  assert.doesNotMatch(less.text, /value="Erste"|name="sources\.1\.text"/)
})

test('a public need cannot lose its field, target group or source', async () => {
  await using office = await openOffice()
  const form = await completeIn(office)
  const id = await needIn(office, form)
  const bare = posted({ ...form, targetGroupIds: [], sources: [] }, { version: '2' })
  const { status, text } = await office.post(`bedarfe/${id}/bearbeiten`, bare)
  assert.equal(status, 422)
  assert.match(text, /braucht mindestens eine Zielgruppe/)
  assert.match(text, /braucht mindestens eine Quelle/)
})

test('who loses the race sees both versions', async () => {
  await using office = await openOffice()
  const form = await completeIn(office)
  const id = await needIn(office, form)
  const saved = await office.post(
    `bedarfe/${id}/bearbeiten`,
    posted({ ...form, statement: 'Zuerst' }, { version: '2' }),
  )
  assert.equal(saved.status, 303)
  const late = await office.post(`bedarfe/${id}/bearbeiten`, posted({ ...form, statement: 'Danach' }, { version: '2' }))
  assert.equal(late.status, 409)
  assert.match(late.text, /Zuerst/)
  assert.match(late.text, /Danach/)
  assert.match(late.text, /name="version" value="3"/)
})

test('the public, a reader and the lead of another field cannot change a need', async () => {
  await using office = await openOffice()
  const form = await completeIn(office)
  const id = await needIn(office, form)
  const elsewhere = await fieldIn(office, 'Wohnen', '2')
  await office.as(null)
  assert.match((await office.get(`bedarfe/${id}/bearbeiten`)).location, /anmelden/)
  assert.equal((await office.post(`bedarfe/${id}/ablehnen`, { rejectionReason: 'Nein' })).status, 401)
  for (const [role, limits] of [
    ['reader', {}],
    ['facilitator', { actionFieldIds: [elsewhere] }],
  ] as const) {
    await office.as(role, { ...limits, actionFieldIds: 'actionFieldIds' in limits ? [...limits.actionFieldIds] : [] })
    assert.equal((await office.get(`bedarfe/${id}/bearbeiten`)).status, 403, String(role))
    assert.equal((await office.post(`bedarfe/${id}/ablehnen`, { rejectionReason: 'Nein' })).status, 403, String(role))
  }
  await office.as('facilitator', { actionFieldIds: [form.actionFieldId ?? 0] })
  assert.equal((await office.get(`bedarfe/${id}/bearbeiten`)).status, 200)
  const moved = posted({ ...form, actionFieldId: elsewhere }, { version: '2' })
  assert.equal((await office.post(`bedarfe/${id}/bearbeiten`, moved)).status, 403, 'into a field that is not theirs')
})

test('where approval is wanted, publishing hands the need to the department head', async () => {
  await using office = await openOffice({ approvalRequired: true })
  const id = await needIn(office, await completeIn(office), false)
  await office.post(`bedarfe/${id}/veroeffentlichen`, {})
  assert.match((await office.get(`bedarfe/${id}`)).text, /wartet auf Freigabe/)
  await office.as('department-head')
  await office.post(`bedarfe/${id}/veroeffentlichen`, {})
  await office.as(null)
  assert.equal((await office.get(`bedarfe/${id}`)).status, 200)
})

test('a need is not taken up with a reason that everyone can read', async () => {
  await using office = await openOffice()
  const id = await needIn(office, await completeIn(office))
  assert.equal((await office.post(`bedarfe/${id}/ablehnen`, { rejectionReason: '' })).status, 422)
  await office.post(`bedarfe/${id}/ablehnen`, { rejectionReason: 'Dafür ist das Land zuständig.' })
  await office.as(null)
  assert.match((await office.get(`bedarfe/${id}`)).text, /nicht aufgenommen[\s\S]*Dafür ist das Land zuständig/)
})

test('pasted lines become drafts, without bullets and without doubles', async () => {
  await using office = await openOffice()
  await needIn(office, formOf({ statement: 'Gab es schon' }))
  const lines = '- Erster Bedarf\r\n\r\n2. Zweiter, mit Komma\r\n• Erster Bedarf\r\ngab es schon'
  const group = await targetGroupIn(office)
  const fields = { lines, sourceText: 'Workshop im Mai', sourceKind: 'WORKSHOP', targetGroupIds: String(group) }
  const sent = await office.post('bedarfe/mehrere', fields)
  assert.equal(sent.status, 303)
  const { text } = await office.get(sent.location, { cookie: sent.headers.get('set-cookie') ?? '' })
  assert.match(text, /2 Bedarfe als Entwurf angelegt\. 1 Zeile gab es schon\./)
  assert.match(text, /Zweiter, mit Komma/)

  const long = await office.post('bedarfe/mehrere', { lines: `Kurz\n${'x'.repeat(501)}` })
  assert.equal(long.status, 422)
  assert.match(long.text, /Zeile 2 hat 501 Zeichen/)
})

test('removing asks once more, and what was public is gone', async () => {
  await using office = await openOffice()
  const goal = await goalIn(office)
  const id = await needIn(office, await completeIn(office, { goalIds: [String(goal)] }))
  assert.match(
    (await office.get(`bedarfe/${id}/loeschen`)).text,
    /verlieren ihre Verknüpfung[\s\S]*Eltern verstehen, was/,
  )
  assert.equal((await office.post(`bedarfe/${id}/loeschen`, { version: '1' })).status, 409)
  assert.equal((await office.post(`bedarfe/${id}/loeschen`, { version: '2' })).status, 303)
  assert.equal((await office.get(`bedarfe/${id}`)).status, 410)
})
