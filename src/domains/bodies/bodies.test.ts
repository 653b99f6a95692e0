import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import { openOffice, type Office } from '#tests/office.ts'

const fields = {
  name: 'Steuerungsgruppe Teilhabeplan',
  type: 'STEERING_GROUP',
  purpose: 'Hält den Plan zusammen.',
}

async function addBody(office: Office, more: Record<string, string | string[]> = {}, isPublic = true): Promise<number> {
  const { location, status, text } = await office.post('gremien', {
    ...fields,
    ...more,
    ...(isPublic && { publish: '1' }),
  })
  assert.equal(status, 303, text)
  return Number(location.split('/').at(-1))
}

async function addField({ db, municipalityId, planVersionId }: Office, code: string, title: string): Promise<number> {
  const id = await newPlanItem(db, { municipalityId, planVersionId, accountId: null }, 'action-field')
  await db
    .insertInto('actionField')
    .values({ municipalityId, planVersionId, id, code, title, publishedAt: new Date() })
    .execute()
  return id
}

async function addActor({ db, municipalityId }: Office, name: string): Promise<number> {
  const { id } = await db
    .insertInto('actor')
    .values({ municipalityId, name, types: ['VEREIN'], publishedAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const seat = (place: number, values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ kind: 'FUNCTION', count: '1', hasVote: 'on', ...values }).map(([name, value]) => [
      `seats-${place}-${name}`,
      value,
    ]),
  )

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
