import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { addActor, addPlan, addSeat, fields } from './testing.ts'

test('the directory names each actor with kind, place, cooperation and languages, in the order of their names', async () => {
  await using office = await openOffice()
  await addActor(office, { name: 'Zebra e. V.', primaryType: 'VEREIN', place: 'Ahl' })
  await addActor(office, { name: 'Ärztinnen helfen', cooperation: 'FORMAL', languages: 'Deutsch, Türkisch' })
  await addActor(office, { name: 'Noch geheim' }, false)
  await office.as(null)
  const { text, status } = await office.get('akteure')
  assert.equal(status, 200)
  assert.match(
    text,
    /Ärztinnen helfen[\s\S]*Migrantenorganisation[\s\S]*fest vereinbart[\s\S]*Türkisch[\s\S]*Zebra e\. V\.[\s\S]*Verein[\s\S]*Ahl/,
  )
  assert.match(text, /2 von 2 Akteuren[\s\S]*darunter 1 Migrantenorganisation/)
  assert.doesNotMatch(text, /Noch geheim|bearbeiten/)
})

test('the directory is narrowed by kind, cooperation, field, area, language and words', async () => {
  await using office = await openOffice()
  const { municipalityId, db } = office
  const { fieldId } = await addPlan(office, null, null)
  const area = await db
    .insertInto('area')
    .values({ municipalityId, level: 'MUNICIPALITY', name: 'Lindenfurt' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addActor(office, {
    ...{ name: 'Elternverein', otherTypes: 'VEREIN', cooperation: 'AGREED', languages: 'Türkisch\nDeutsch' },
    ...{ actionFieldIds: String(fieldId), areaIds: String(area.id), offers: 'Sprachkurse' },
  })
  await addActor(office, { name: 'Sportkreis', primaryType: 'SPORT', languages: 'Deutsch' })
  await office.as(null)
  for (const query of [
    'art=VEREIN',
    'mo=1',
    'zusammenarbeit=AGREED',
    `feld=${fieldId}`,
    `gebiet=${area.id}`,
    'sprachen=T%C3%BCrkisch',
    'q=elternverien',
  ]) {
    const { text } = await office.get(`akteure?${query}`)
    assert.match(text, /Elternverein/, query)
    assert.doesNotMatch(text, /Sportkreis/, query)
    assert.match(text, /Alle Filter entfernen/, query)
  }
  assert.match((await office.get('akteure?q=gibtesnicht')).text, /suchen Sie mit einem kürzeren Wort/)
  assert.match((await office.get('akteure?art=UNSINN&sort=quer&seite=-1')).text, /2 von 2/)
})

test('the search finds an actor by what it offers, and only where it is', async () => {
  await using office = await openOffice()
  await addActor(office, { name: 'Elternverein', offers: 'Nähtreff am Montag\nBegleitung zu Ämtern' })
  await addActor(office, { name: 'Sportkreis', primaryType: 'SPORT', offers: 'Schwimmen für Frauen' })
  await office.as(null)
  for (const query of ['n%C3%A4htreff', 'Nahtrefff', 'Begleitung Elternverein', 'Montag begleiten']) {
    const { text } = await office.get(`akteure?q=${query}`)
    assert.match(text, /Elternverein/, query)
    assert.doesNotMatch(text, /Sportkreis/, query)
  }
  await using elsewhere = await openOffice({ role: null })
  assert.doesNotMatch((await elsewhere.get('akteure?q=n%C3%A4htreff')).text, /Elternverein/)
})

test('the directory costs four statements at most, for three actors and for thirty', async () => {
  await using office = await openOffice()
  const counts: number[] = []
  for (const size of [3, 30]) {
    for (let n = counts.length === 0 ? 0 : 3; n < size; n++) await addActor(office, { name: `Verein ${n}` })
    await office.as(null)
    await office.get('akteure?zeilen=50')
    counts.push(office.statements())
    await office.as('officer')
  }
  assert.deepEqual(counts, [4, 4])
})

test('an actor’s page tells what it does, its measures, its seats and its website', async () => {
  await using office = await openOffice()
  const id = await addActor(office, {
    ...{ website: 'www.bruecke.example', offers: 'Frauenfrühstück\nBewerbungstraining', cooperation: 'FORMAL' },
    ...{ cooperationForm: 'Vertrag', cooperationSince: 'März 2022', registerNumber: 'VR 0412', isConfirmed: 'on' },
  })
  await addPlan(office, id, null, '1.1')
  await addPlan(office, null, id, '2.3')
  await addSeat(office, id)
  await office.as(null)
  const { text } = await office.get(`akteure/${id}`)
  for (const words of [
    /href="https:\/\/www\.bruecke\.example" rel="external noopener nofollow"/,
    /fest vereinbart[\s\S]*Vertrag, seit März 2022/,
    /bestätigt am 24\.11\.2026/,
    /Frauenfrühstück[\s\S]*Bewerbungstraining/,
    /1\.1 Sprachcafé[\s\S]*Federführung[\s\S]*2\.3 Sprachcafé[\s\S]*Mit dabei/,
    /Integrationsbeirat[\s\S]*Vorsitz/,
    /VR 0412/,
  ])
    assert.match(text, words)
  assert.ok(office.statements() <= 10, String(office.statements()))
})

test('an entry that nobody confirmed for a year is called old, and one click confirms it', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  await office.db.updateTable('actor').set({ verifiedOn: '2025-11-23' }).where('id', '=', id).execute()
  assert.match((await office.get(`akteure/${id}`)).text, /seit 23\.11\.2025 nicht bestätigt/)
  await office.as(null)
  const page = (await office.get(`akteure/${id}`)).text
  assert.match(page, /Stand: November 2025/)
  assert.doesNotMatch(page, /nicht bestätigt|fragen wir nach/)
  assert.doesNotMatch((await office.get('akteure')).text, /bestätigt/)
  await office.as('officer')
  assert.match((await office.get('akteure?stand=alt')).text, /1 von 1/)
  assert.equal((await office.post(`akteure/${id}/bestaetigen`, {})).status, 303)
  assert.match((await office.get(`akteure/${id}`)).text, /bestätigt am 24\.11\.2026/)
  assert.match((await office.get('akteure?stand=alt')).text, /0 von 1/)
})

test('a refused form keeps what was typed and says everything that is wrong at once', async () => {
  await using office = await openOffice()
  const { status, text } = await office.post('akteure', {
    ...{ name: '', website: 'javascript:alert(1)', languages: 'Deutsch', offers: 'x'.repeat(301), cooperation: 'NONE' },
  })
  assert.equal(status, 422)
  for (const words of ['Geben Sie einen Namen ein', 'vor allem ist', 'keine Adresse einer Website', 'zu lang'])
    assert.ok(text.includes(words), words)
  assert.match(text, /value="Deutsch"/)
})

test('the area search of the form works without JavaScript and keeps everything typed', async () => {
  await using office = await openOffice()
  const { municipalityId, db } = office
  await db.insertInto('area').values({ municipalityId, level: 'MUNICIPALITY', name: 'Lindenfurt' }).execute()
  const { status, text } = await office.post('akteure', {
    ...{ name: 'Halb fertig', areaIdsSearch: 'linden', areaIdsSearched: '', _search: 'areaIds' },
  })
  assert.equal(status, 200)
  assert.match(text, /Halb fertig[\s\S]*Lindenfurt/)
  assert.match((await office.get('akteure')).text, /0 von 0/)
})

test('what is public must go on saying what the actor does; a draft need not', async () => {
  await using office = await openOffice()
  const draft = await addActor(office, { description: '' }, true)
  assert.match((await office.get(`akteure/${draft}`)).text, /fehlt noch: was der Akteur macht/)
  const id = await addActor(office, { name: 'Öffentlich' })
  const emptied = await office.post(`akteure/${id}/bearbeiten`, { ...fields, description: '', version: '2' })
  assert.equal(emptied.status, 422)
  assert.match(emptied.text, /Sagen Sie, was der Akteur macht/)
})

test('who saves an actor that somebody changed meanwhile sees both versions', async () => {
  await using office = await openOffice()
  const id = await addActor(office, {}, false)
  await office.post(`akteure/${id}/bearbeiten`, { ...fields, place: 'Musterstadt', version: '1' })
  const late = await office.post(`akteure/${id}/bearbeiten`, { ...fields, place: 'Lindenfurt', version: '1' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Musterstadt[\s\S]*Lindenfurt/)
  assert.match(late.text, /name="version" value="2"/)
})

test('an actor editor changes the own organisation only, and not how the house sees the cooperation', async () => {
  await using office = await openOffice()
  const own = await addActor(office, { cooperation: 'AGREED' })
  const other = await addActor(office, { name: 'Anderer Verein' })
  await office.as('actor-editor', { actorId: own })
  assert.match((await office.get(`akteure/${own}`)).text, /Bearbeiten/)
  assert.doesNotMatch((await office.get(`akteure/${own}/bearbeiten`)).text, /name="cooperation"/)
  const saved = await office.post(`akteure/${own}/bearbeiten`, {
    ...fields,
    place: 'Ahl',
    cooperation: 'FORMAL',
    version: '2',
  })
  assert.equal(saved.status, 303)
  assert.match((await office.get(`akteure/${own}`)).text, /Ahl|abgesprochen/)
  assert.match((await office.get(`akteure/${own}`)).text, /abgesprochen/)
  for (const [method, path] of [
    ['get', `akteure/${other}/bearbeiten`],
    ['get', 'akteure/neu'],
    ['get', `akteure/${own}/loeschen`],
    ['get', `akteure/${own}/zusammenfuehren`],
    ['post', 'akteure'],
    ['post', `akteure/${other}/bearbeiten`],
    ['post', `akteure/${own}/loeschen`],
    ['post', `akteure/${own}/zurueckziehen`],
    ['post', `akteure/${other}/kontakte`],
    ['post', `akteure/${other}/bestaetigen`],
  ] as const) {
    const answer = method === 'get' ? await office.get(path) : await office.post(path, { ...fields, version: '2' })
    assert.equal(answer.status, 403, `${method} ${path}`)
  }
})

test('nobody and a reader change nothing; another municipality sees nothing', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  for (const role of ['reader', null] as const) {
    // Nobody is led to sign in first.
    const refused = role === null ? [303, 401] : [403]
    await office.as(role)
    assert.equal((await office.get(`akteure/${id}`)).status, 200)
    assert.ok(refused.includes((await office.get(`akteure/${id}/bearbeiten`)).status))
    assert.ok(refused.includes((await office.post(`akteure/${id}/bestaetigen`, {})).status))
  }
  await using other = await openOffice()
  assert.equal((await other.get(`akteure/${id}`)).status, 404)
  assert.equal((await other.post(`akteure/${id}/bearbeiten`, { ...fields, version: '2' })).status, 404)
  assert.match((await other.get('akteure')).text, /noch kein Akteur/)
})

test('a draft is published, withdrawn and removed; what leads something stays', async () => {
  await using office = await openOffice()
  const id = await addActor(office, {}, false)
  await office.post(`akteure/${id}/veroeffentlichen`, {})
  await office.post(`akteure/${id}/zurueckziehen`, {})
  await office.as(null)
  assert.equal((await office.get(`akteure/${id}`)).status, 404)
  await office.as('officer')
  const { version } = await office.db
    .selectFrom('actor')
    .where('id', '=', id)
    .select('version')
    .executeTakeFirstOrThrow()
  await addPlan(office, id, null)
  const kept = await office.post(`akteure/${id}/loeschen`, { version: String(version) })
  assert.equal(kept.status, 422)
  assert.match(kept.text, /1\.1 Sprachcafé/)
  await office.db.updateTable('measure').set({ leadActorId: null }).execute()
  assert.equal((await office.post(`akteure/${id}/loeschen`, { version: String(version) })).status, 303)
  assert.equal((await office.get(`akteure/${id}`)).status, 404)
})

test('the pages stand in English and Arabic: kinds and languages in the reader’s words, names as they are', async () => {
  await using office = await openOffice()
  const id = await addActor(office, { languages: 'Türkisch, Klingonisch' })
  const english = (await office.get('akteure?sprache=en')).text
  assert.match(english, /Migrant organisation[\s\S]*Turkish[\s\S]*<span lang="de" dir="ltr">Klingonisch/)
  assert.match((await office.get(`akteure/${id}?sprache=ar`)).text, /منظمة مهاجرين[\s\S]*التركية/)
})
