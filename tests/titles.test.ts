import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typed } from '#domains/measures/testing.ts'
import { openOffice } from './office.ts'

/** Real catalogues have titles of 215 characters. Every title takes 300, and one more is refused at its field. */
const forms: [path: string, field: string, more?: Record<string, string>][] = [
  ['massnahmen', 'title'],
  ['ziele', 'text'],
  ['bedarfe', 'statement'],
  ['handlungsfelder', 'title', { code: '7' }],
  ['querschnittsthemen', 'title'],
  ['zielgruppen', 'title'],
  ['zahlen', 'title'],
  ['produkte', 'title'],
  ['plan/kapitel', 'title'],
  ['plan/schritte', 'title'],
  ['plan/termine', 'title'],
  ['plan/bearbeiten', 'title', { version: '1' }],
]
/** Longer ones are texts of their own. */
const most: Readonly<Record<string, number>> = { ziele: 500, bedarfe: 500 }

for (const [path, field, more] of forms)
  test(`${path} takes a title of 300 characters and says at its field when one is too long`, async () => {
    await using office = await openOffice({ role: 'officer' })
    const answer = (length: number) => office.post(`${path}?sprache=de`, { ...more, [field]: 'Ä'.repeat(length) })
    assert.doesNotMatch((await answer(300)).text, new RegExp(`id="${field}-error"`))
    const limit = most[path] ?? 300
    const refused = await answer(limit + 1)
    assert.equal(refused.status, 422)
    assert.match(refused.text, new RegExp(`id="${field}-error"`))
    assert.match(refused.text, new RegExp(`höchstens ${limit}`))
  })

test('a long title is shown in whole, in a smaller size; the line of the way to it stays one line', async () => {
  await using office = await openOffice({ role: 'officer' })
  const title = 'Weiterentwicklung der Sprachförderung '.repeat(7).trim()
  const { location } = await office.post('massnahmen', { ...typed, title })
  const { text } = await office.get(`${location}?sprache=de`)
  assert.match(text, new RegExp(`<h1 class="[^"]*tw-title--long">${title}`))
  assert.match((await office.get('massnahmen?sprache=de')).text, new RegExp(title))
  const short = await office.post('massnahmen', { ...typed, number: '9.2', title: 'Sprachcafé' })
  assert.doesNotMatch((await office.get(short.location)).text, /tw-title--long/)
})
