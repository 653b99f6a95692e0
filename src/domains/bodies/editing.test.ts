import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { addBody, fields, seat } from './testing.ts'

test('rows are added, moved and removed by buttons, and everything typed stays', async () => {
  await using office = await openOffice()
  const typed = {
    ...{ name: 'Halb fertig', type: 'WORKING_GROUP' },
    ...{
      'tasks-0-text': 'Erstens',
      'tasks-0-mode': 'DECIDES',
      'tasks-1-text': 'Zweitens',
      'tasks-1-mode': 'RECOMMENDS',
    },
    ...seat(0, { label: 'Leitung' }),
  }
  const added = await office.post('gremien', { ...typed, _row: 'seats add' })
  assert.equal(added.status, 200)
  assert.match(
    added.text,
    /Halb fertig[\s\S]*Erstens[\s\S]*Zweitens[\s\S]*value="Leitung"[\s\S]*id="seats-1-label" name="seats-1-label"/,
  )
  const moved = await office.post('gremien', { ...typed, _row: 'tasks up 1' })
  assert.match(moved.text, /name="tasks-0-text">Zweitens[\s\S]*name="tasks-1-text">Erstens/)
  const removed = await office.post('gremien', { ...typed, _row: 'tasks remove 0' })
  assert.match(removed.text, /name="tasks-0-text">Zweitens/)
  assert.doesNotMatch(removed.text, /Erstens/)
  assert.match((await office.get('gremien')).text, /noch kein Gremium/)
})

test('a refused form says at each row what is wrong and keeps all rows', async () => {
  await using office = await openOffice()
  const { status, text } = await office.post('gremien', {
    ...{ name: '', type: 'WORKING_GROUP' },
    ...seat(0, { label: '' }),
    ...seat(1, { label: 'Zu viele', count: 'viele' }),
    ...seat(2, { kind: 'DELEGATE_OF', label: 'Wer sendet?' }),
    ...seat(3, { label: 'Sprecherin', isPersonPublic: 'on' }),
    ...{ 'tasks-0-text': 'x'.repeat(501), 'tasks-0-mode': 'DECIDES' },
  })
  assert.equal(status, 422)
  for (const words of [
    'href="#name"',
    'href="#tasks-0-text"',
    'href="#seats-1-count"',
    'href="#seats-2-delegateBodyId"',
    'href="#seats-3-personName"',
  ])
    assert.ok(text.includes(words), words)
  assert.match(text, /value="Zu viele"/)
})

test('an institution that is not in the directory is refused at its row, an unknown body too', async () => {
  await using office = await openOffice()
  const { status, text } = await office.post('gremien', {
    ...fields,
    ...seat(1, { kind: 'INSTITUTION', label: 'Verein', actorName: 'Gibt es nicht' }),
    ...{ 'relations-0-kind': 'ADVISES', 'relations-0-otherId': '999999' },
  })
  assert.equal(status, 422)
  assert.match(text, /href="#relations-0-otherId"/)
  const actor = await office.post('gremien', { ...fields, ...seat(1, { label: 'Verein', actorName: 'Gibt es nicht' }) })
  assert.match(actor.text, /href="#seats-0-actorName">Diese Einrichtung steht nicht im Verzeichnis/)
})

test('the name of a person is public only when that person agreed, and never in the history or a file', async () => {
  await using office = await openOffice()
  const values = {
    ...seat(0, { kind: 'PERSON', label: 'Vertrauensperson', personName: 'Mara Beispiel' }),
    ...seat(1, { kind: 'PERSON', label: 'Sprecher', personName: 'Ali Muster', isPersonPublic: 'on' }),
  }
  const id = await addBody(office, values)
  assert.match((await office.get(`gremien/${id}`)).text, /Mara Beispiel/)
  await office.as(null)
  const { text } = await office.get(`gremien/${id}`)
  assert.match(text, /Vertrauensperson[\s\S]*Ali Muster/)
  assert.doesNotMatch(text, /Mara Beispiel/)
  for (const ending of ['csv', 'json'])
    assert.doesNotMatch((await office.get(`gremien.${ending}`)).text, /Mara|Ali Muster/)
  const entries = await office.db.selectFrom('auditEntry').where('thingKind', '=', 'body').select('changes').execute()
  assert.doesNotMatch(JSON.stringify(entries), /Mara|Ali/)
})

test('a name that is taken out of a seat goes from the history, too', async () => {
  await using office = await openOffice()
  const id = await addBody(office, seat(0, { kind: 'PERSON', label: 'Sprecher', personName: 'Ali Muster' }))
  const stored = async () => JSON.stringify(await office.db.selectFrom('auditPersonal').selectAll().execute())
  assert.match(await stored(), /Ali Muster/)
  await office.post(`gremien/${id}/bearbeiten`, {
    ...fields,
    ...seat(0, { kind: 'PERSON', label: 'Sprecher' }),
    version: '2',
  })
  assert.doesNotMatch(await stored(), /Ali Muster/)
})

test('a seat keeps its identity when others are changed', async () => {
  await using office = await openOffice()
  const id = await addBody(office, { ...seat(0, { label: 'Erster' }), ...seat(1, { label: 'Zweiter' }) })
  const seats = () =>
    office.db.selectFrom('bodySeat').where('bodyId', '=', id).select(['id', 'label']).orderBy('position').execute()
  const [first, second] = await seats()
  await office.post(`gremien/${id}/bearbeiten`, {
    ...{ ...fields, version: '2' },
    ...seat(0, { label: 'Neu davor' }),
    ...seat(1, { id: String(second?.id), label: 'Zweiter, umbenannt' }),
  })
  const now = await seats()
  assert.deepEqual(
    now.map(({ label }) => label),
    ['Neu davor', 'Zweiter, umbenannt'],
  )
  assert.equal(now[1]?.id, second?.id)
  assert.notEqual(now[0]?.id, first?.id)
})

test('who saves a body that somebody changed meanwhile sees both versions, rows included', async () => {
  await using office = await openOffice()
  const id = await addBody(office, { 'tasks-0-text': 'Alt', 'tasks-0-mode': 'DECIDES' }, false)
  const save = (text: string) =>
    office.post(`gremien/${id}/bearbeiten`, {
      ...fields,
      'tasks-0-text': text,
      'tasks-0-mode': 'DECIDES',
      version: '1',
    })
  await save('Ihre Aufgabe')
  const late = await save('Meine Aufgabe')
  assert.equal(late.status, 409)
  assert.match(late.text, /Ihre Aufgabe · entscheidet[\s\S]*Meine Aufgabe · entscheidet/)
})

test('a body is published only with its purpose, withdrawn, moved and removed', async () => {
  await using office = await openOffice()
  const id = await addBody(office, { purpose: '' }, true)
  assert.match((await office.get(`gremien/${id}`)).text, /fehlt noch: wozu es da ist/)
  const other = await addBody(office, { name: 'Begleitgruppe', type: 'ACCOMPANYING_GROUP', parentId: String(id) })
  await office.post(`gremien/${other}/verschieben`, { direction: 'up' })
  assert.match((await office.get('gremien')).text, /Begleitgruppe<[\s\S]*Steuerungsgruppe Teilhabeplan<\/a>/)
  const blocked = await office.post(`gremien/${id}/loeschen`, { version: '1' })
  assert.equal(blocked.status, 422)
  assert.match(blocked.text, /Begleitgruppe/)
  await office.post(`gremien/${other}/zurueckziehen`, {})
  const { version } = await office.db
    .selectFrom('body')
    .where('id', '=', other)
    .select('version')
    .executeTakeFirstOrThrow()
  assert.equal((await office.post(`gremien/${other}/loeschen`, { version: String(version) })).status, 303)
  assert.equal((await office.post(`gremien/${id}/loeschen`, { version: '1' })).status, 303)
  assert.equal((await office.get(`gremien/${id}`)).status, 404)
})

test('a body cannot belong to what belongs to it, nor be tied to itself', async () => {
  await using office = await openOffice()
  const top = await addBody(office, {}, false)
  const below = await addBody(office, { name: 'Darunter', parentId: String(top) }, false)
  const answer = await office.post(`gremien/${top}/bearbeiten`, {
    ...{ ...fields, parentId: String(below), version: '1' },
    ...{ 'relations-0-kind': 'ADVISES', 'relations-0-otherId': String(top) },
  })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /gehört selbst dazu[\s\S]*braucht ein anderes Gremium/)
})
