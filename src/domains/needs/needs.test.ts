import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import {
  completeIn,
  fieldIn,
  formOf,
  goalIn,
  needIn,
  posted,
  source,
  statement,
  targetGroupIn,
  topicIn,
} from './testing.ts'

test('the public reads published needs and no drafts', async () => {
  await using office = await openOffice()
  const form = await completeIn(office)
  await needIn(office, form)
  await needIn(office, formOf({ statement: 'Noch nicht besprochen' }), false)
  assert.match((await office.get('bedarfe')).text, /Noch nicht besprochen/)

  await office.as(null)
  const { status, text } = await office.get('bedarfe')
  assert.equal(status, 200)
  assert.match(text, new RegExp(statement))
  assert.match(text, /1 von 1 Bedarfen/)
  assert.doesNotMatch(text, /Noch nicht besprochen|zusammenfuehren/)
})

test('the list shows only what the filter asks for', async () => {
  await using office = await openOffice({ role: null })
  const form = await completeIn(office, { priority: '1' })
  const topic = await topicIn(office)
  const goal = await goalIn(office)
  await needIn(office, form)
  const other = {
    statement: 'Wohnungen sind knapp',
    topicIds: [String(topic)],
    goalIds: [String(goal)],
    state: 'ADOPTED',
  }
  await needIn(office, formOf(other, [source]))

  const shows = async (query: string, mine: boolean, theirs: boolean) => {
    const { text } = await office.get(`bedarfe?${query}`)
    assert.equal(text.includes(statement), mine, query)
    assert.equal(text.includes('Wohnungen sind knapp'), theirs, query)
  }
  await shows(`feld=${form.actionFieldId}`, true, false)
  await shows(`zielgruppe=${form.targetGroupIds[0]}`, true, false)
  await shows(`thema=${topic}`, false, true)
  await shows('prioritaet=1', true, false)
  await shows('prioritaet=ohne', false, true)
  await shows('stand=ADOPTED', false, true)
  await shows('ohneziel=1', true, false)
  await shows('stand=ERFUNDEN&seite=viele&sort=quer', true, true)
  assert.match((await office.get('bedarfe?q=gibtesnicht')).text, /Kein Bedarf passt zu dieser Auswahl/)
})

for (const [query, found] of [
  ['Maßnahme', 'Wir brauchen eine Integrationsmaßnahme für Eltern'],
  ['Sprachkurse', 'Ein Sprachkurs am Abend fehlt'],
  ['Sprachkrus', 'Ein Sprachkurs am Abend fehlt'],
  ['SPRACHKURS', 'Ein Sprachkurs am Abend fehlt'],
] as const) {
  test(`searching „${query}“ finds the need „${found}“`, async () => {
    await using office = await openOffice()
    await needIn(office, formOf({ statement: found }))
    await needIn(office, formOf({ statement: 'Wohnungen sind knapp' }))
    const { text } = await office.get(`bedarfe?q=${encodeURIComponent(query)}`)
    assert.match(text, new RegExp(found))
    assert.doesNotMatch(text, /Wohnungen/)
  })
}

test('a need shows its sources, its goals and who it is for', async () => {
  await using office = await openOffice({ role: null })
  const goal = await goalIn(office)
  const form = await completeIn(office, { goalIds: [String(goal)] })
  const id = await needIn(office, form)
  const { status, text } = await office.get(`bedarfe/${id}`)
  assert.equal(status, 200)
  assert.match(text, /Umfrage 2024, Frage 6/)
  assert.match(text, /Eltern verstehen, was die Kita schreibt/)
  assert.match(text, /Familien/)
  assert.doesNotMatch(text, /bearbeiten"/)
})

test('another municipality, or nothing at all, is not found', async () => {
  await using office = await openOffice()
  const id = await needIn(office, await completeIn(office))
  const { db } = office
  await db
    .insertInto('municipality')
    .values({ slug: `fremd-n-${process.pid}`, name: 'Fremd', kind: 'city', federalState: 'HE', isOpen: true })
    .execute()
  office.services.municipalities.forget()
  assert.equal((await office.get(`/fremd-n-${process.pid}/bedarfe/${id}`)).status, 404)
  assert.equal((await office.get('bedarfe/999999999')).status, 404)
})

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
  for (const [role, limits] of [
    [null, {}],
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

test('list and page take as many statements for 30 rows as for 3', async () => {
  await using office = await openOffice({ role: null })
  const goals = [String(await goalIn(office)), String(await goalIn(office, 'Zweites'))]
  const form = await completeIn(office, { goalIds: goals })
  const counts: number[][] = []
  let id = 0
  for (const rows of [3, 27]) {
    for (let n = 0; n < rows; n++) id = await needIn(office, { ...form, statement: `Bedarf ${rows}.${n}` })
    await office.get('bedarfe?zeilen=50')
    const list = office.statements()
    await office.get(`bedarfe/${id}?sprache=en`)
    counts.push([list, office.statements()])
  }
  assert.deepEqual(counts[0], counts[1])
  assert.ok((counts[1]?.[0] ?? 99) <= 4, `list: ${counts[1]?.[0]}`)
  assert.ok((counts[1]?.[1] ?? 99) <= 10, `page: ${counts[1]?.[1]}`)
})

test('the list is there as CSV, Excel and JSON, filtered like the page', async () => {
  await using office = await openOffice({ role: null })
  const form = await completeIn(office)
  await needIn(office, form)
  await needIn(office, formOf({ statement: 'Anderes Feld' }))
  const csv = await office.get(`bedarfe.csv?feld=${form.actionFieldId}`)
  assert.equal(csv.status, 200)
  assert.match(csv.text, /Eltern verstehen die Briefe/)
  assert.doesNotMatch(csv.text, /Anderes Feld/)
  const { data, pagination } = JSON.parse((await office.get('bedarfe.json')).text) as {
    data: { statement: string; targetGroupIds: number[]; sources: { text: string }[] }[]
    pagination: { total: number }
  }
  assert.equal(pagination.total, 2)
  const mine = data.find((one) => one.statement === statement)
  assert.deepEqual(mine?.targetGroupIds, form.targetGroupIds)
  assert.equal(mine?.sources[0]?.text, 'Umfrage 2024, Frage 6')
  assert.equal((await office.get('bedarfe.xlsx')).status, 200)
})
