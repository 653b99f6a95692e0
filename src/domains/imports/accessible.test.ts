import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { csv, fieldsOf, ledTo, measuresIn, openOffice, type Office } from './testing.ts'

const list = csv(
  'Titel oben;;;;;',
  'Nr.;Maßnahme;Handlungsfeld;Träger;Stand;Kosten 2026',
  '1.1;Sprachcafé;Sprache;"Amt, eins";läuft;1.200,50 €',
  '1.2;Lesepaten;Sprache;Caritas e.V.;irgendwie;-5',
  '1.3;Mietlotsen;Wohnen;Caritas e.V.;läuft;ca. 5 T€',
)

/** Each page of the wizard and each refused form, as an officer meets them. */
async function pagesOf(office: Office): Promise<[name: string, html: string][]> {
  const pages: [string, string][] = []
  const look = async (name: string, path: string) => {
    const { text } = await office.get(path)
    pages.push([name, text])
    return fieldsOf(text)
  }
  const refused = async (name: string, path: string, fields: Record<string, string>) => {
    const answer = await office.post(path, fields)
    assert.equal(answer.status, 422, name)
    pages.push([`${name}, refused`, answer.text])
  }
  await refused('upload', 'einlesen', {})
  const table = ledTo(office, await office.upload('einlesen', list))
  const first = await look('table', table)
  await refused('table', table, { ...first, headerRow: '99' })
  const columns = ledTo(office, await office.post(table, first))
  const second = await look('columns', columns)
  await refused('columns', columns, { ...second, 'c.B': '', 'y.F': '' })
  const values = ledTo(office, await office.post(columns, second))
  const third = await look('values', values)
  await refused('values', values, third)
  const preview = ledTo(office, await office.post(values, { ...third, 'v.state.1': 'RUNNING' }))
  await look('preview', preview)
  await refused('preview', preview, {})
  const done = ledTo(office, await office.post(preview, { leaveOutProblems: 'on' }))
  await look('result', done)
  await look('list', 'einlesen')
  await look('take back', `${done}/zuruecknehmen`)
  const [measure] = await measuresIn(office)
  await office.db
    .updateTable('measure')
    .set({ description: 'Von Hand' })
    .where('id', '=', measure?.id ?? 0)
    .execute()
  await look('take back, not all', `${done}/zuruecknehmen`)
  ledTo(office, await office.post(`${done}/zuruecknehmen`, { withRest: 'yes' }))
  await look('taken back', done)
  return pages
}

for (const language of ['de', 'ar']) {
  test(`every step and every refused form can be used by everyone (${language})`, async () => {
    await using office = await openOffice({ role: 'officer', languages: ['de', 'ar'] })
    const { get, post } = office
    const inLanguage = { 'accept-language': language }
    office.get = (path) => get(path, inLanguage)
    office.post = (path, fields) => post(path, fields, inLanguage)
    const pages = await pagesOf(office)
    assert.equal(pages.length, 14)
    for (const [name, html] of pages) {
      assert.deepEqual([...(await axeFindings(html)), ...(await htmlFindings(html))], [], `${name} (${language})`)
    }
  })
}
