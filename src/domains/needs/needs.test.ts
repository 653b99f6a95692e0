import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { completeIn, formOf, goalIn, needIn, source, statement, topicIn } from './testing.ts'

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
