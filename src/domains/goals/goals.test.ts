import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { completeIn, fieldIn, needIn, topicIn } from '#domains/needs/testing.ts'
import { goalIn, indicatorIn, measureIn, text } from './testing.ts'

test('the public reads published goals and no drafts, as a tree', async () => {
  await using office = await openOffice()
  const vision = await goalIn(office, { level: 'VISION', text: 'Alle gehören dazu' })
  await goalIn(office, { parentId: String(vision), relation: 'BEST_FIT' })
  await goalIn(office, { text: 'Noch geheim' }, false)
  assert.match((await office.get('ziele')).text, /Noch geheim/)

  await office.as(null)
  const { status, text: page } = await office.get('ziele')
  assert.equal(status, 200)
  assert.match(page, /Alle gehören dazu[\s\S]*Eltern verstehen[\s\S]*passt am ehesten zu/)
  assert.match(page, /2 von 2 Zielen/)
  assert.doesNotMatch(page, /Noch geheim/)
})

test('the list shows only what the filter asks for', async () => {
  await using office = await openOffice({ role: null })
  const field = await fieldIn(office)
  const topic = await topicIn(office)
  const indicator = await indicatorIn(office)
  const mine = await goalIn(office, { actionFieldId: String(field), indicatorIds: [String(indicator)] })
  await measureIn(office, '1.1', [mine])
  await goalIn(office, { text: 'Wohnungen sind bezahlbar', level: 'SUB_GOAL', topicIds: [String(topic)] })
  const shows = async (query: string, first: boolean, second: boolean) => {
    const { text: page } = await office.get(`ziele?${query}`)
    assert.equal(page.includes(text), first, query)
    assert.equal(page.includes('Wohnungen sind bezahlbar'), second, query)
  }
  await shows(`feld=${field}`, true, false)
  await shows(`thema=${topic}`, false, true)
  await shows('ebene=SUB_GOAL', false, true)
  await shows('ohne=indikator', false, true)
  await shows('ohne=massnahme', false, true)
  await shows('herkunft=PLAN', true, true)
  await shows('ebene=ERFUNDEN&seite=viele', true, true)
  await shows('ansicht=liste', true, true)
  assert.match((await office.get('ziele?q=gibtesnicht')).text, /Kein Ziel passt zu dieser Auswahl/)
})

for (const [query, found] of [
  ['Maßnahme', 'Jede Integrationsmaßnahme erreicht auch Eltern'],
  ['Sprachkurse', 'Ein Sprachkurs am Abend ist erreichbar'],
  ['Sprachkrus', 'Ein Sprachkurs am Abend ist erreichbar'],
] as const) {
  test(`searching „${query}“ finds the goal „${found}“`, async () => {
    await using office = await openOffice({ role: null })
    await goalIn(office, { text: found })
    await goalIn(office, { text: 'Wohnungen sind bezahlbar' })
    const { text: page } = await office.get(`ziele?q=${encodeURIComponent(query)}`)
    assert.match(page, new RegExp(found))
    assert.doesNotMatch(page, /Wohnungen sind bezahlbar/)
  })
}

test('a goal shows what stands above and below it, its needs, measures and numbers', async () => {
  await using office = await openOffice({ role: null })
  const need = await needIn(office, await completeIn(office))
  const vision = await goalIn(office, { level: 'VISION', text: 'Alle gehören dazu' })
  const indicator = await indicatorIn(office)
  const links = { needIds: [String(need)], indicatorIds: [String(indicator)] }
  const id = await goalIn(office, { parentId: String(vision), relation: 'BEST_FIT', ...links })
  await goalIn(office, {
    level: 'OUTPUT_GOAL',
    text: 'Es gibt 60 Helfende',
    parentId: String(id),
    leadIn: 'Dazu gehört:',
  })
  await measureIn(office, '2.4', [id])

  const { status, text: page } = await office.get(`ziele/${id}`)
  assert.equal(status, 200)
  for (const part of [
    'Alle gehören dazu',
    'passt am ehesten zu',
    'Dazu gehört:',
    'Es gibt 60 Helfende',
    'Briefe der Kita',
  ])
    assert.ok(page.includes(part), part)
  assert.match(page, /Maßnahme 2\.4[\s\S]*in Umsetzung/)
  assert.match(page, />137</)
  assert.doesNotMatch(page, />9</, 'a value of a group is not the value of the goal')
  await office.as('officer')
  assert.match((await office.get(`ziele/${id}`)).text, /2 von 5 Punkten sind erfüllt/)
})

test('a measure with several goals counts in full at each, and the page says so', async () => {
  await using office = await openOffice({ role: null })
  const [one, two] = [await goalIn(office), await goalIn(office, { text: 'Zweites ist erreicht' })]
  await measureIn(office, '1.1', [one, two], { 2025: 1_000_000, 2026: 2_000_000 })
  await measureIn(office, '1.2', [one], { 2026: 500_000 })
  const first = (await office.get(`ziele/${one}`)).text
  assert.match(first, /Von 2025 bis 2026 sind 35\.000\s€ vorgesehen/)
  assert.match(first, /zählt hier mit ihrem ganzen Betrag/)
  assert.match((await office.get(`ziele/${two}`)).text, /Von 2025 bis 2026 sind 30\.000\s€ vorgesehen/)
})

test('another municipality, or nothing at all, is not found', async () => {
  await using office = await openOffice()
  const id = await goalIn(office)
  await office.db
    .insertInto('municipality')
    .values({ slug: `fremd-z-${process.pid}`, name: 'Fremd', kind: 'city', federalState: 'HE', isOpen: true })
    .execute()
  office.services.municipalities.forget()
  assert.equal((await office.get(`/fremd-z-${process.pid}/ziele/${id}`)).status, 404)
  assert.equal((await office.get('ziele/999999999')).status, 404)
})

test('those who work on a goal are told when wording or step do not fit, the public is not', async () => {
  await using office = await openOffice()
  const id = await goalIn(office, { text: 'Sprachkurse ausbauen', stairStep: '2' })
  const { text: page } = await office.get(`ziele/${id}`)
  assert.match(page, /liest sich wie eine Aufgabe/)
  assert.match(page, /passt eher „Leistungsziel“/)
  await office.as(null)
  assert.doesNotMatch((await office.get(`ziele/${id}`)).text, /liest sich wie eine Aufgabe|passt eher/)
})

test('list and page take as many statements for 30 rows as for 3', async () => {
  await using office = await openOffice({ role: null })
  const need = await needIn(office, await completeIn(office))
  const vision = await goalIn(office, { level: 'VISION', text: 'Alle gehören dazu' })
  const counts: number[][] = []
  for (const rows of [3, 27]) {
    for (let n = 0; n < rows; n++) {
      const indicator = await indicatorIn(office, `I ${rows}.${n}`)
      const links = { parentId: String(vision), needIds: [String(need)], indicatorIds: [String(indicator)] }
      await measureIn(office, `${rows}.${n}`, [
        await goalIn(office, { text: `Ziel ${rows}.${n} ist da`, ...links }),
        vision,
      ])
    }
    await office.get('ziele')
    const list = office.statements()
    await office.get(`ziele/${vision}?sprache=en`)
    counts.push([list, office.statements()])
  }
  assert.deepEqual(counts[0], counts[1])
  assert.ok((counts[1]?.[0] ?? 99) <= 4, `list: ${counts[1]?.[0]}`)
  assert.ok((counts[1]?.[1] ?? 99) <= 10, `page: ${counts[1]?.[1]}`)
})

test('the list is there as CSV, Excel and JSON', async () => {
  await using office = await openOffice({ role: null })
  const vision = await goalIn(office, { level: 'VISION', text: 'Alle gehören dazu' })
  const id = await goalIn(office, { parentId: String(vision), specific: 'on' })
  assert.match((await office.get('ziele.csv')).text, /Wirkungsziel/)
  assert.equal((await office.get('ziele.xlsx')).status, 200)
  const { data } = JSON.parse((await office.get('ziele.json?ebene=IMPACT_GOAL')).text) as {
    data: Record<string, unknown>[]
  }
  assert.equal(data.length, 1)
  assert.equal(data[0]?.['id'], id)
  assert.equal(data[0]?.['parentId'], vision)
  assert.equal('smart' in (data[0] ?? {}), false)
  await office.as('officer')
  const inside = JSON.parse((await office.get('ziele.json?ebene=IMPACT_GOAL')).text) as { data: typeof data }
  assert.deepEqual(inside.data[0]?.['smart'], { specific: true, accepted: false, realistic: false, note: null })
})

test('a vision shows what is done for the goals below, and says so; the check of its wording stays inside', async () => {
  await using office = await openOffice()
  const vision = await goalIn(office, { level: 'VISION', text: 'Alle gehören dazu' })
  const guiding = await goalIn(office, { level: 'MAIN_GOAL', text: 'Alle lernen', parentId: String(vision) })
  const need = await needIn(office, await completeIn(office))
  const indicator = await indicatorIn(office)
  const links = { needIds: [String(need)], indicatorIds: [String(indicator)] }
  const impact = await goalIn(office, { parentId: String(guiding), ...links })
  await measureIn(office, '1.1', [impact])
  assert.match((await office.get(`ziele/${guiding}?sprache=de`)).text, /SMART/)
  assert.doesNotMatch((await office.get(`ziele/${vision}?sprache=de`)).text, /SMART/)
  await office.as(null)
  for (const id of [vision, guiding]) {
    const { text } = await office.get(`ziele/${id}?sprache=de`)
    for (const words of [
      /Maßnahme 1\.1/,
      /bedarfe\/\d+/,
      /Gespräche/,
      /auch für die Ziele darunter/,
      /der Ziele darunter\./,
    ])
      assert.match(text, words)
    assert.doesNotMatch(text, /SMART|noch nicht verknüpft|Noch ist keine Maßnahme/)
  }
  assert.doesNotMatch((await office.get(`ziele/${impact}?sprache=de`)).text, /SMART|Ziele darunter/)
})

test('what is still lacking is pointed out only to people of the house', async () => {
  await using office = await openOffice()
  await goalIn(office, {})
  const words = /ohne Maßnahme|ohne Indikator|Was fehlt/
  assert.match((await office.get('ziele?sprache=de')).text, words)
  await office.as(null)
  assert.doesNotMatch((await office.get('ziele?sprache=de')).text, words)
})
