import { test } from 'node:test'
import { assertGoodMarkup } from '#tests/markup.ts'
import { openOffice } from '#tests/office.ts'
import { addActor, addContact, addPlan, addSeat, fields, withConsent } from './testing.ts'

test('every page and every refused form of the actors is good markup, in German and Arabic', async () => {
  await using office = await openOffice()
  const id = await addActor(office, {
    website: 'www.verein.example',
    languages: 'Deutsch',
    offers: 'Treff',
    place: 'Ahl',
  })
  const twin = await addActor(office, { name: 'Frauenverein Bunte Brücke e. V.' })
  await addPlan(office, id, null)
  await addSeat(office, id)
  const contact = await addContact(office, id, withConsent('email', 'person'))
  const pages = [
    'akteure?zeilen=50&',
    'akteure?q=gibtesnicht&',
    `akteure/${id}?`,
    `akteure/${id}/bearbeiten?`,
    `akteure/${id}/loeschen?`,
  ]
  const more = [`akteure/${id}/kontakte/neu?`, `akteure/${id}/kontakte/${contact}?`, `akteure/${id}/zusammenfuehren?`]
  for (const language of ['de', 'ar']) {
    for (const path of [...pages, ...more, `akteure/${id}/zusammenfuehren?mit=${twin}&`])
      await assertGoodMarkup(await office.get(`${path}sprache=${language}`), `${path} ${language}`)
    await assertGoodMarkup(await office.post(`akteure?sprache=${language}`, { name: '' }), `refused ${language}`)
    const refused = await office.post(`akteure/${id}/kontakte?sprache=${language}`, { consent: 'email' })
    await assertGoodMarkup(refused, `contact refused ${language}`)
  }
  await assertGoodMarkup(await office.post(`akteure/${id}/bearbeiten`, { ...fields, version: '0' }), 'lost race')
})
