import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { addActor, addBody, addField, fields, seat } from './testing.ts'

test('a body says what it is for, its tasks in order with what it may do, and who sits there', async () => {
  await using office = await openOffice()
  const actor = await addActor(office, 'Jobcenter')
  const council = await addBody(office, { name: 'Kreistag', type: 'COUNCIL' })
  const id = await addBody(office, {
    ...{ shortName: 'Steuerung', meets: 'viermal im Jahr', targetSize: '13', since: 'September 2023' },
    ...{ 'tasks-0-text': 'Maßnahmen auswählen', 'tasks-0-mode': 'DECIDES' },
    ...{ 'tasks-1-text': 'Änderungen vorschlagen', 'tasks-1-mode': 'RECOMMENDS' },
    ...{ 'tasks-2-text': 'Den Weg verfolgen', 'tasks-2-mode': 'ACCOMPANIES' },
    ...seat(0, { label: 'Leitung des Dezernats', role: 'CHAIR' }),
    ...seat(1, { kind: 'INSTITUTION', label: 'Jobcenter, Geschäftsführung', actorName: 'Jobcenter' }),
    ...seat(2, { kind: 'DELEGATE_OF', delegateBodyId: String(council), count: '3', hasVote: '' }),
    ...seat(3, { kind: 'DYNAMIC', label: 'Zwei geloste Vereine', count: '2' }),
    ...{ isMemberListOpen: 'on', 'relations-0-kind': 'REPORTS_TO', 'relations-0-otherId': String(council) },
  })
  await office.as(null)
  const { text } = await office.get(`gremien/${id}`)
  for (const words of [
    /Maßnahmen auswählen[\s\S]*entscheidet[\s\S]*Änderungen vorschlagen[\s\S]*empfiehlt[\s\S]*Den Weg verfolgen[\s\S]*begleitet/,
    /7 Sitze, davon 4 mit Stimme, vorgesehen sind 13/,
    /Leitung des Dezernats[\s\S]*Vorsitz/,
    new RegExp(`akteure/${actor}">Jobcenter`),
    /Kreistag[\s\S]*entsandt[\s\S]*beratend/,
    /Die Liste ist offen/,
    /Berichtet an[\s\S]*Kreistag/,
    /September 2023/,
  ])
    assert.match(text, words)
  assert.ok(office.statements() <= 10, String(office.statements()))
  assert.match((await office.get(`gremien/${council}`)).text, /Hierher berichten[\s\S]*Steuerungsgruppe/)
})

test('the list is grouped by nature and says in words what the picture shows', async () => {
  await using office = await openOffice()
  const council = await addBody(office, { name: 'Kreistag', type: 'COUNCIL' })
  const field = await addField(office, '1', 'Sprache, Bildung')
  const tie = { 'relations-0-kind': 'ADVISES', 'relations-0-otherId': String(council) }
  await addBody(office, { name: 'Beirat', type: 'ADVISORY_COUNCIL', ...tie, actionFieldIds: String(field) })
  await addBody(office, { name: 'AK Kurse', type: 'EXPERT_CIRCLE' })
  await addBody(office, { name: 'Noch Entwurf' }, false)
  await office.as(null)
  const { text } = await office.get('gremien')
  assert.match(
    text,
    /Kreistag, Ausschüsse und Beiräte[\s\S]*Beirat[\s\S]*berät[\s\S]*Kreistag[\s\S]*Sprache, Bildung[\s\S]*Arbeitskreise[\s\S]*AK Kurse/,
  )
  assert.match(text, /<svg class="tw-wide"[^>]*aria-hidden="true"/)
  assert.doesNotMatch(text, /Noch Entwurf/)
})

test('the list costs the same few statements for three bodies and for thirty', async () => {
  await using office = await openOffice()
  const counts: number[] = []
  for (const size of [3, 30]) {
    for (let n = counts.length === 0 ? 0 : 3; n < size; n++)
      await addBody(office, { name: `AG ${n}`, type: 'WORKING_GROUP' })
    await office.as(null)
    await office.get('gremien')
    counts.push(office.statements())
    await office.as('officer')
  }
  assert.equal(counts[0], counts[1])
  assert.ok((counts[1] ?? 9) <= 4)
})

test('two forums may share one field, and one field may have several forums', async () => {
  await using office = await openOffice()
  const [one, two] = [await addField(office, 'I', 'Bildung und Soziales'), await addField(office, 'II', 'Wirtschaft')]
  const first = await addBody(office, { name: 'Fachforum I', type: 'EXPERT_FORUM', actionFieldIds: String(one) })
  const second = await addBody(office, {
    name: 'Fachforum II',
    type: 'EXPERT_FORUM',
    actionFieldIds: [String(one), String(two)],
  })
  assert.match((await office.get(`gremien/${first}`)).text, /Bildung und Soziales/)
  assert.match((await office.get(`gremien/${second}`)).text, /Bildung und Soziales[\s\S]*Wirtschaft/)
})

test('nobody but officer and department head changes bodies; another municipality sees none', async () => {
  await using office = await openOffice()
  const id = await addBody(office)
  for (const role of ['steering', 'reader', null] as const) {
    // Nobody is led to sign in first.
    const refused = role === null ? [303, 401] : [403]
    await office.as(role)
    assert.equal((await office.get(`gremien/${id}`)).status, 200)
    assert.ok(refused.includes((await office.get(`gremien/${id}/bearbeiten`)).status))
    assert.ok(refused.includes((await office.post('gremien', fields)).status))
    assert.ok(refused.includes((await office.post(`gremien/${id}/verschieben`, { direction: 'up' })).status))
  }
  await using other = await openOffice()
  assert.equal((await other.get(`gremien/${id}`)).status, 404)
  assert.equal((await other.post(`gremien/${id}/bearbeiten`, { ...fields, version: '2' })).status, 404)
  assert.match((await other.get('gremien')).text, /noch kein Gremium/)
})

test('the pages stand in English and Arabic', async () => {
  await using office = await openOffice()
  const council = await addBody(office, { name: 'Kreistag', type: 'COUNCIL' })
  const tie = { 'relations-0-kind': 'REPORTS_TO', 'relations-0-otherId': String(council) }
  const id = await addBody(office, { ...tie, ...seat(0, { label: 'Leitung', role: 'CHAIR' }) })
  assert.match((await office.get('gremien?sprache=en')).text, /reports to[\s\S]*<span lang="de" dir="ltr">Kreistag/)
  assert.match((await office.get(`gremien/${id}?sprache=ar`)).text, /الرئاسة/)
})
