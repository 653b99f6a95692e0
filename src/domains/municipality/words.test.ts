import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice } from '#tests/office.ts'
import { stepSegments } from './paths.ts'
import { saveIn } from './testing.ts'

test('a delivered word is used in the right case everywhere', async () => {
  await using office = await openOffice()
  const { text } = await office.get('einrichten/woerter')
  assert.match(text, /Alle Ziele des Integrationskonzepts stehen im Integrationskonzept/)
  assert.match(text, /Alle Ziele des Teilhabeplans stehen im Teilhabeplan/)
  const words = { plan: 'Integrationskonzept', actionField: 'Themenfeld', migrationHistory: 'Migrationshintergrund' }
  const rest = { administration: 'Kreisverwaltung', council: 'Kreistag', territory: 'Kreis' }
  assert.equal((await saveIn(office, 'words', { ...words, ...rest })).status, 303)
  const list = await office.get('massnahmen')
  assert.match(list.text, /<strong>Integrationskonzept<\/strong>Kreis Probekreis/)
  assert.match((await office.get('massnahmen/neu')).text, />Themenfeld</)
  assert.match(list.text, /Offizielle Seite des Kreises Probekreis/)
})

test('a word of one’s own takes its forms, and a delivered one can take its place again', async () => {
  await using office = await openOffice()
  const word = { gender: 'f', singularNom: 'Strategie', pluralNom: 'Strategien', enSingular: 'strategy', enPlural: '' }
  const preview = await office.post('einrichten/woerter/plan', { ...word, preview: '1' })
  assert.match(preview.text, /Alle Ziele der Strategie stehen in der Strategie/)
  const { status, location } = await office.post('einrichten/woerter/plan', word)
  assert.equal(status, 303)
  assert.equal(location, `/${office.slug}/einrichten/woerter`)
  assert.match((await office.get('massnahmen')).text, /<strong>Strategie<\/strong>/)
  assert.match((await office.get('massnahmen?sprache=en')).text, /<strong>Strategy<\/strong>/)
  const form = await office.get('einrichten/woerter')
  assert.match(form.text, /value="own" checked/)
  const rest = {
    actionField: 'Handlungsfeld',
    migrationHistory: 'Zuwanderungsgeschichte',
    administration: 'Landratsamt',
  }
  const all = { plan: 'own', ...rest, council: 'Kreistag', territory: 'Landkreis' }
  await saveIn(office, 'words', all)
  assert.match((await office.get('massnahmen')).text, /<strong>Strategie<\/strong>/)
  await saveIn(office, 'words', { ...all, plan: 'Integrationsplan' })
  assert.match((await office.get('massnahmen')).text, /<strong>Integrationsplan<\/strong>/)
})

for (const [title, renamed] of [
  ['Integrationskonzept', 'Integrationsplan'],
  ['Integrationskonzept Probekreis', 'Integrationsplan Probekreis'],
  ['Zusammen im Probekreis', 'Zusammen im Probekreis'],
] as const) {
  test(`with another word for the plan „${title}“ is called „${renamed}“`, async () => {
    await using office = await openOffice()
    const rest = { actionField: 'Handlungsfeld', migrationHistory: 'Zuwanderungsgeschichte', council: 'Kreistag' }
    const words = { ...rest, administration: 'Landratsamt', territory: 'Landkreis' }
    await saveIn(office, 'words', { ...words, plan: 'Integrationskonzept' })
    await office.db.updateTable('planVersion').set({ title }).execute()
    await saveIn(office, 'words', { ...words, plan: 'Integrationsplan' })
    const version = await office.db.selectFrom('planVersion').select('title').executeTakeFirstOrThrow()
    assert.equal(version.title, renamed)
    const own = { gender: 'f', singularNom: 'Strategie', pluralNom: 'Strategien' }
    await office.post('einrichten/woerter/plan', own)
    const { title: last } = await office.db.selectFrom('planVersion').select('title').executeTakeFirstOrThrow()
    assert.equal(last, renamed.replace('Integrationsplan', 'Strategie'))
  })
}

test('a word without gender or with brackets is refused and stays typed', async () => {
  await using office = await openOffice()
  const { status, text } = await office.post('einrichten/woerter/plan', { singularNom: '{Plan}', pluralNom: 'Pläne' })
  assert.equal(status, 422)
  assert.match(text, /href="#gender"/)
  assert.match(text, /href="#singularNom"/)
  assert.match(text, /value="\{Plan\}"/)
})

const checkedPages = ['', ...Object.values(stepSegments).map((one) => `/${one}`), '/woerter/plan']
for (const language of ['de', 'ar'] as const) {
  test(`every step is free of findings in ${language}`, async () => {
    await using office = await openOffice()
    for (const page of checkedPages) {
      const { status, text } = await office.get(`einrichten${page}?sprache=${language}`)
      assert.equal(status, 200, page)
      assert.deepEqual(await axeFindings(text), [], page)
      assert.deepEqual(await htmlFindings(text), [], page)
      assert.doesNotMatch(text, /\sstyle=/, page)
    }
  })

  test(`every refused step is free of findings in ${language}`, async () => {
    await using office = await openOffice()
    const refusals: [string, Record<string, string>][] = [
      ['einrichten/grunddaten', { name: '' }],
      ['einrichten/aussehen', { colour: '#8ecae6', colourDark: '#111111' }],
      ['einrichten/anschrift', { postcode: 'x', email: 'x', phone: 'x' }],
      ['einrichten/barrierefreiheit', { conformance: 'not', assessedOn: '31.02.2026' }],
      ['einrichten/woerter', {}],
      ['einrichten/woerter/plan', {}],
      ['einrichten/recht', { invitationDays: 'x' }],
    ]
    for (const [page, fields] of refusals) {
      const { status, text } = await office.post(`${page}?sprache=${language}`, fields)
      assert.equal(status, 422, page)
      assert.deepEqual(await axeFindings(text), [], page)
      assert.deepEqual(await htmlFindings(text), [], page)
    }
  })
}
