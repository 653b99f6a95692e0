import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { completeIn, fieldIn, needIn } from '#domains/needs/testing.ts'
import { goalIn, measureIn, typed } from './testing.ts'

test('an impact goal of the plan waits for a need before it is published', async () => {
  await using office = await openOffice()
  const need = await needIn(office, await completeIn(office))
  const created = await office.post('ziele', typed({ publish: '1' }))
  assert.equal(created.status, 303)
  const id = Number(created.location.split('/').at(-1))
  assert.match((await office.get(`ziele/${id}`)).text, /Zum Veröffentlichen fehlt noch: mindestens ein Bedarf/)

  await office.post(`ziele/${id}/bearbeiten`, typed({ version: '1', needIds: String(need), publish: '1' }))
  await office.as(null)
  assert.equal((await office.get(`ziele/${id}`)).status, 200)
  assert.match((await office.get(`bedarfe/${need}`)).text, /Eltern verstehen, was die Kita schreibt/)
})

test('a public goal cannot lose its last need', async () => {
  await using office = await openOffice()
  const need = await needIn(office, await completeIn(office))
  const id = await goalIn(office, { needIds: [String(need)] })
  const refused = await office.post(`ziele/${id}/bearbeiten`, typed({ version: '2' }))
  assert.equal(refused.status, 422)
  assert.match(refused.text, /braucht mindestens einen Bedarf/)
})

test('a refused form keeps everything that was typed', async () => {
  await using office = await openOffice()
  const { status, text: page } = await office.post('ziele', {
    ...{ text: '', level: 'ERFUNDEN', source: 'BUDGET', evidence: 'Das steht hier schon', stairStep: '9' },
  })
  assert.equal(status, 422)
  for (const message of ['Schreiben Sie, was erreicht sein soll', 'Wählen Sie die Ebene', 'braucht sein Produkt'])
    assert.ok(page.includes(message), message)
  assert.match(page, /Das steht hier schon/)
})

test('the parent must be of a higher level, levels may be skipped, and no goal stands below itself', async () => {
  await using office = await openOffice()
  const vision = await goalIn(office, { level: 'VISION', text: 'Alle gehören dazu' })
  const project = await office.post('ziele', typed({ level: 'PROJECT_GOAL', parentId: String(vision) }))
  assert.equal(project.status, 303)
  const id = Number(project.location.split('/').at(-1))

  const same = await office.post('ziele', typed({ level: 'VISION', parentId: String(vision) }))
  assert.equal(same.status, 422)
  assert.match(same.text, /muss von einer höheren Ebene sein/)
  const self = await office.post(
    `ziele/${id}/bearbeiten`,
    typed({ level: 'PROJECT_GOAL', parentId: String(id), version: '1' }),
  )
  assert.match(self.text, /kann nicht darüber stehen/)
  const sinking = await office.post(`ziele/${vision}/bearbeiten`, typed({ level: 'PROJECT_GOAL', version: '2' }))
  assert.equal(sinking.status, 422)
  assert.match(sinking.text, /Darunter steht schon „Eltern verstehen/)
  const two = await office.post('ziele', typed({ parentId: [String(vision), String(id)] }))
  assert.match(two.text, /Bitte nur eines auswählen/)
})

test('a search in the form finds goals, needs, indicators and products, and saves nothing', async () => {
  await using office = await openOffice()
  await goalIn(office, { level: 'VISION', text: 'Alle gehören dazu' })
  await office.db
    .insertInto('budgetProduct')
    .values({
      municipalityId: office.municipalityId,
      level: 'PRODUCT',
      code: '31.50.01',
      title: 'Hilfen für Zugewanderte',
    })
    .execute()
  for (const [name, query, found] of [
    ['parentId', 'gehören', 'Alle gehören dazu'],
    ['budgetProductId', '31.50', 'Hilfen für Zugewanderte'],
    ['budgetProductId', 'Zugewandrete', 'Hilfen für Zugewanderte'],
  ] as const) {
    const { status, text: page } = await office.post('ziele', typed({ [`${name}Search`]: query, _search: name }))
    assert.equal(status, 200)
    assert.match(page, new RegExp(found), `${name} ${query}`)
    assert.match(page, /Eltern verstehen, was die Kita schreibt/)
  }
  assert.doesNotMatch((await office.get('ziele')).text, /Eltern verstehen/)
})

test('who loses the race sees both versions', async () => {
  await using office = await openOffice()
  const id = await goalIn(office, { level: 'SUB_GOAL' })
  await office.post(`ziele/${id}/bearbeiten`, typed({ level: 'SUB_GOAL', text: 'Zuerst', version: '2' }))
  const late = await office.post(`ziele/${id}/bearbeiten`, typed({ level: 'MAIN_GOAL', text: 'Danach', version: '2' }))
  assert.equal(late.status, 409)
  assert.match(late.text, /Zuerst[\s\S]*Danach/)
  assert.match(late.text, /Teilziel[\s\S]*Hauptziel/)
})

test('goals below a goal keep it from being removed, links do not', async () => {
  await using office = await openOffice()
  const vision = await goalIn(office, { level: 'VISION', text: 'Alle gehören dazu' })
  const id = await goalIn(office, { parentId: String(vision) })
  await measureIn(office, '1.1', [id])
  const blocked = await office.post(`ziele/${vision}/loeschen`, { version: '2' })
  assert.equal(blocked.status, 422)
  assert.match(blocked.text, /lässt es sich nicht löschen[\s\S]*Eltern verstehen/)
  assert.match((await office.get(`ziele/${id}/loeschen`)).text, /verlieren ihre Verknüpfung[\s\S]*1\.1 Maßnahme/)
  assert.equal((await office.post(`ziele/${id}/loeschen`, { version: '2' })).status, 303)
  assert.equal((await office.get(`ziele/${id}`)).status, 410)
})

test('goals below a goal are moved by buttons', async () => {
  await using office = await openOffice()
  const vision = await goalIn(office, { level: 'VISION', text: 'Alle gehören dazu' })
  await goalIn(office, { parentId: String(vision), text: 'Erstes ist da' })
  const second = await goalIn(office, { parentId: String(vision), text: 'Zweites ist da' })
  const moved = await office.post(`ziele/${second}/verschieben`, { direction: 'up', back: `/ziele/${vision}` })
  assert.equal(moved.location, `/${office.slug}/ziele/${vision}`)
  assert.match((await office.get(`ziele/${vision}`)).text, /Zweites ist da[\s\S]*Erstes ist da/)
  const elsewhere = await office.post(`ziele/${second}/verschieben`, { direction: 'down', back: '//evil.example' })
  assert.equal(elsewhere.location, `/${office.slug}/ziele`)
})

test('the public and somebody of another field cannot change a goal', async () => {
  await using office = await openOffice()
  const field = await fieldIn(office)
  const id = await goalIn(office, { actionFieldId: String(field) })
  await office.as(null)
  assert.match((await office.get(`ziele/${id}/bearbeiten`)).location, /anmelden/)
  assert.equal((await office.post(`ziele/${id}/veroeffentlichen`, {})).status, 401)
  for (const [role, actionFieldIds] of [
    ['councillor', []],
    ['facilitator', [field + 1000]],
  ] as const) {
    await office.as(role, { actionFieldIds: [...actionFieldIds] })
    assert.equal((await office.get(`ziele/${id}/bearbeiten`)).status, 403, String(role))
    assert.equal((await office.post(`ziele/${id}/veroeffentlichen`, {})).status, 403, String(role))
  }
  await office.as('facilitator', { actionFieldIds: [field] })
  assert.equal((await office.get(`ziele/${id}/bearbeiten`)).status, 200)
})
