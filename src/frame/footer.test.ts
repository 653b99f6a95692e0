import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'

const footOf = (page: string) => /<footer[^]*<\/footer>/.exec(page)?.[0] ?? ''

test('the foot of a page leads to signing in, or says who is signed in and leads to the account', async () => {
  await using office = await openOffice({ role: null })
  for (const path of ['/', `/${office.slug}`]) {
    const { text } = await office.get(`${path}?sprache=de`)
    assert.match(footOf(text), /href="\/anmelden[^"]*">Anmelden</, path)
    assert.doesNotMatch(footOf(text), /Angemeldet als/, path)
  }
  await office.asInstanceAdmin()
  for (const path of ['/', '/verwaltung', `/${office.slug}`]) {
    const { text } = await office.get(`${path}?sprache=de`)
    assert.match(footOf(text), /href="\/konto[^"]*">Angemeldet als admin</, path)
    assert.doesNotMatch(footOf(text), />Anmelden</, path)
    // The bar above holds the way out.
    assert.match(text, /<form method="post" action="\/abmelden[^"]*"><button type="submit">Abmelden/, path)
  }
})
