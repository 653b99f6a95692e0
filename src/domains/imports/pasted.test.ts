import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { cardsToSheet } from './documents/cards.ts'
import { fieldsOf, ledTo, measuresIn, openOffice, type Office } from './testing.ts'

/** Goes on with what the wizard suggests, and reads in. */
async function finish(office: Office, first: string) {
  let path = first
  while (!path.endsWith('/vorschau'))
    path = ledTo(office, await office.post(path, fieldsOf((await office.get(path)).text)))
  ledTo(office, await office.post(path, {}))
  return measuresIn(office)
}

test('a table pasted from Excel is read with its merged cells', async () => {
  await using office = await openOffice({ role: 'officer' })
  const pastedHtml =
    '<table><tr><td>Handlungsfeld<td>Nr.<td>Maßnahme</tr><tr><td rowspan=2>Wohnen<td>1.1<td>Miet&shy;lotsen<b onclick="x()"> im Kreis</b></tr><tr><td>1.2<td>Wohnführerschein</tr></table>'
  const pasted = 'Handlungsfeld\tNr.\tMaßnahme\nWohnen\t1.1\tMietlotsen\n\t1.2\tWohnführerschein'
  const measures = await finish(office, ledTo(office, await office.post('einlesen', { pasted, pastedHtml })))
  assert.deepEqual(
    measures.map(({ number, title }) => `${number} ${title}`),
    ['1.1 Mietlotsen im Kreis', '1.2 Wohnführerschein'],
  )
  assert.ok(measures.every(({ actionFieldId }) => actionFieldId !== null))
})

test('without a script, text with tabs is a table, and one line each is a list', async () => {
  await using office = await openOffice({ role: 'officer' })
  const table = 'Nr.\tMaßnahme\tHandlungsfeld\r\n1.1\t"Sprach\ncafé"\tSprache\r\n'
  const measures = await finish(office, ledTo(office, await office.post('einlesen', { pasted: table, pastedHtml: '' })))
  assert.deepEqual(
    measures.map(({ title }) => title),
    ['Sprach café'],
  )
  const list = await finish(office, ledTo(office, await office.post('einlesen', { pasted: '- Lesepaten\n- Jobmesse' })))
  assert.deepEqual(list.map(({ title }) => title).toSorted(), ['Jobmesse', 'Lesepaten', 'Sprach café'])
})

test('nothing pasted is said at its field, and everyone can use the refused page', async () => {
  await using office = await openOffice({ role: 'officer' })
  for (const pasted of ['', '   \n']) {
    const answer = await office.post('einlesen', { pasted, pastedHtml: '<table></table>' })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /Fügen Sie zuerst eine Tabelle ein/)
    assert.deepEqual([...(await axeFindings(answer.text)), ...(await htmlFindings(answer.text))], [])
  }
})

const cardsOf = (text: string) => cardsToSheet(text).rows.map((row) => row.map((cell) => cell.text))

test('the cards of a workshop become one column of needs: one per line', () => {
  assert.deepEqual(cardsOf('Mehr Wohnungen\r\n\r\n  Kurse am Abend \n„Ein Treffpunkt für alle“\n'), [
    ['Bedarf'],
    ['Mehr Wohnungen'],
    ['Kurse am Abend'],
    ['Ein Treffpunkt für alle'],
  ])
  assert.equal(cardsToSheet('\n \n').width, 0)
})

test('where there are bullets, each is a card with the lines below it; headings stand beside their cards', () => {
  const text =
    'Gruppe Wohnen:\n• Mehr Wohnungen\n  für große Familien\n• Beratung im Amt\n\nGruppe Sprache:\n1) Kurse am Abend\n2) Lernen mit Kind\nOhne Zeichen'
  assert.deepEqual(cardsOf(text), [
    ['Bedarf', 'Gruppe'],
    ['Mehr Wohnungen für große Familien', 'Gruppe Wohnen'],
    ['Beratung im Amt', 'Gruppe Wohnen'],
    ['Kurse am Abend', 'Gruppe Sprache'],
    ['Lernen mit Kind Ohne Zeichen', 'Gruppe Sprache'],
  ])
})
