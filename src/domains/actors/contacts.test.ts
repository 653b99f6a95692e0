import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openOffice } from '#tests/office.ts'
import { addDays, addMonths } from '#values/local-date.ts'
import { removeDueContacts } from './index.ts'
import { contactsDue, publicContact, type Contact } from './model/contact.ts'
import { addActor, addContact, contactFields, withConsent } from './testing.ts'

const secrets = Object.values(contactFields)

test('without a recorded consent nothing of a contact is public, in pages or in files', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  await addContact(office, id)
  assert.match((await office.get(`akteure/${id}`)).text, /mara@bruecke\.example/)
  for (const role of [null, 'reader', 'actor-editor', 'councillor', 'statistics'] as const) {
    await office.as(role)
    for (const path of [`akteure/${id}`, 'akteure', 'akteure.csv', 'akteure.json']) {
      const { text } = await office.get(path)
      for (const secret of secrets) assert.ok(!text.includes(secret), `${role} ${path} ${secret}`)
    }
  }
})

test('each part has its own consent: only the e-mail address was agreed to', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  await addContact(office, id, withConsent('email'))
  await office.as(null)
  for (const path of [`akteure/${id}`, 'akteure.csv', 'akteure.json']) {
    const { text } = await office.get(path)
    assert.match(text, /mara@bruecke\.example/, path)
    assert.doesNotMatch(text, /Mara Beispiel|491-26|per E-Mail/, path)
  }
})

test('files hold no contact without consent even for the officer', async () => {
  await using office = await openOffice()
  await addContact(office, await addActor(office))
  for (const path of ['akteure.csv', 'akteure.json'])
    assert.doesNotMatch((await office.get(path)).text, /mara@bruecke/, path)
})

test('one click takes the consent back, and at once nothing is public', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  const contact = await addContact(office, id, withConsent('person', 'email', 'phone'))
  assert.equal((await office.post(`akteure/${id}/kontakte/${contact}/zurueckziehen`, {})).status, 303)
  assert.match((await office.get(`akteure/${id}`)).text, /Einwilligung am 24\.11\.2026 zurückgezogen/)
  await office.as(null)
  for (const path of [`akteure/${id}`, 'akteure.json'])
    for (const secret of secrets) assert.ok(!(await office.get(path)).text.includes(secret), path)
})

test('a consent is recorded with day and note, for something that is there, and not in the future', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  const cases: [Record<string, string | string[]>, RegExp][] = [
    [{ ...contactFields, consent: 'email' }, /wann die Einwilligung[\s\S]*wie die Einwilligung/],
    [
      { person: 'Vorstand', consent: 'phone', consentOn: '02.03.2026', consentNote: 'x' },
      /Das angehakte Feld ist leer/,
    ],
    [{ ...withConsent('email'), consentOn: '25.11.2026' }, /liegt in der Zukunft/],
    [{ person: '', email: '', phone: '' }, /wenigstens Name/],
    [{ email: 'kein', phone: 'keine' }, /keine E-Mail-Adresse[\s\S]*keine Telefonnummer/],
  ]
  for (const [values, words] of cases) {
    const { status, text } = await office.post(`akteure/${id}/kontakte`, values)
    assert.equal(status, 422)
    assert.match(text, words)
  }
})

test('contacts stand in the history as personal, and removing one empties the values but keeps the entries', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  const contact = await addContact(office, id)
  await office.post(`akteure/${id}/kontakte/${contact}`, { ...withConsent('email'), phone: '07000 1', version: '1' })
  const entries = () =>
    office.db
      .selectFrom('auditEntry')
      .where('thingKind', '=', 'actor-contact')
      .where('thingId', '=', contact)
      .selectAll()
      .orderBy('id')
      .execute()
  const values = () => office.db.selectFrom('auditPersonal').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(await entries()), /mara@|Mara|07000/)
  assert.match(JSON.stringify(await values()), /mara@bruecke\.example/)
  assert.equal((await office.post(`akteure/${id}/kontakte/${contact}/loeschen`, {})).status, 303)
  assert.deepEqual(
    (await entries()).map(({ act }) => act),
    ['created', 'changed', 'removed'],
  )
  for (const row of await values()) {
    assert.equal(row.before ?? row.after, null)
    assert.equal(row.removedOn, '2026-11-24')
  }
})

test('removing an actor takes the contacts out of the history, too', async () => {
  await using office = await openOffice()
  const id = await addActor(office, {}, false)
  await addContact(office, id)
  assert.equal((await office.post(`akteure/${id}/loeschen`, { version: '1' })).status, 303)
  assert.doesNotMatch(JSON.stringify(await office.db.selectFrom('auditPersonal').selectAll().execute()), /mara@/)
})

test('a working-group lead sees contacts but changes none', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  const contact = await addContact(office, id)
  await office.as('working-group-lead')
  const { text } = await office.get(`akteure/${id}`)
  assert.match(text, /mara@bruecke\.example/)
  assert.doesNotMatch(text, /kontakte\/neu/)
  assert.equal((await office.get(`akteure/${id}/kontakte/${contact}`)).status, 403)
  assert.equal((await office.post(`akteure/${id}/kontakte/${contact}/loeschen`, {})).status, 403)
})

test('a contact is reached through its own actor only', async () => {
  await using office = await openOffice()
  const [one, other] = [await addActor(office), await addActor(office, { name: 'Anderer' })]
  const contact = await addContact(office, one)
  assert.equal((await office.get(`akteure/${other}/kontakte/${contact}`)).status, 404)
  assert.equal((await office.post(`akteure/${other}/kontakte/${contact}/loeschen`, {})).status, 404)
})

test('the retention job removes what was withdrawn before today and what nobody confirmed for two years', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  const kept = await addContact(office, id, withConsent('email'))
  const withdrawn = await addContact(office, id)
  await office.db.updateTable('actorContact').set({ withdrawnOn: '2026-11-23' }).where('id', '=', withdrawn).execute()
  assert.equal(await removeDueContacts(office.db, office.municipalityId, '2026-11-24'), 1)
  const left = await office.db.selectFrom('actorContact').select('id').execute()
  assert.deepEqual(
    left.map((row) => row.id),
    [kept],
  )
})

test('who saves a contact that somebody changed meanwhile sees both versions', async () => {
  await using office = await openOffice()
  const id = await addActor(office)
  const contact = await addContact(office, id)
  const address = `akteure/${id}/kontakte/${contact}`
  await office.post(address, { ...contactFields, person: 'Vorstand', version: '1' })
  const late = await office.post(address, { ...contactFields, person: 'Leitung', version: '1' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Vorstand[\s\S]*Leitung/)
})

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days))

test('a contact is due exactly when it was withdrawn before today or its last confirmation is over 24 months old', () => {
  const contact = fc.record({
    id: fc.constant(1),
    consentOn: fc.option(day, { nil: null }),
    withdrawnOn: fc.option(day, { nil: null }),
    createdOn: day,
    actorConfirmedOn: fc.option(day, { nil: null }),
  })
  fc.assert(
    fc.property(contact, day, (one, today) => {
      const due = contactsDue([one], today).length === 1
      const days = [one.createdOn, one.consentOn, one.actorConfirmedOn].filter((date) => date !== null)
      const fresh = days.some((date) => addMonths(date, 24) >= today)
      assert.equal(due, one.withdrawnOn === null ? !fresh : one.withdrawnOn < today)
    }),
  )
})

test('whatever a contact holds, nothing without its own valid consent is public', () => {
  const part = fc.option(fc.constant('geheim'), { nil: null })
  const contact = fc.record<Contact>({
    ...{ id: fc.constant(1), actorId: fc.constant(1), version: fc.constant(1), person: part, email: part, phone: part },
    consent: fc.subarray(['person', 'email', 'phone'] as const).map((all) => [...all]),
    ...{ consentOn: fc.option(day, { nil: null }), consentNote: part, withdrawnOn: fc.option(day, { nil: null }) },
  })
  fc.assert(
    fc.property(contact, (one) => {
      const shown = publicContact(one)
      for (const field of ['person', 'email', 'phone'] as const)
        if (shown?.[field])
          assert.ok(one.consent.includes(field) && one.consentOn !== null && one.withdrawnOn === null, field)
    }),
  )
})
