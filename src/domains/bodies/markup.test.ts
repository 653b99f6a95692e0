import { test } from 'node:test'
import { assertGoodMarkup } from '#tests/markup.ts'
import { openOffice } from '#tests/office.ts'

test('every page and every refused form of the bodies is good markup, in German and Arabic', async () => {
  await using office = await openOffice()
  const body = (name: string, type: string, more: Record<string, string> = {}) =>
    office.post('gremien', { name, type, purpose: 'Wofür es da ist.', publish: '1', ...more })
  const council = Number((await body('Kreistag', 'COUNCIL')).location.split('/').at(-1))
  const { location } = await body('Steuerungsgruppe', 'STEERING_GROUP', {
    ...{ 'tasks-0-text': 'Auswählen', 'tasks-0-mode': 'DECIDES', isMemberListOpen: 'on' },
    ...{
      'seats-0-kind': 'PERSON',
      'seats-0-label': 'Leitung',
      'seats-0-count': '1',
      'seats-0-personName': 'Ali Muster',
    },
    ...{ 'relations-0-kind': 'REPORTS_TO', 'relations-0-otherId': String(council) },
  })
  const id = Number(location.split('/').at(-1))
  for (const language of ['de', 'ar']) {
    for (const path of [
      'gremien',
      `gremien/${id}`,
      `gremien/${id}/bearbeiten`,
      `gremien/${id}/loeschen`,
      'gremien/neu',
    ])
      await assertGoodMarkup(await office.get(`${path}?sprache=${language}`), `${path} ${language}`)
    const refused = await office.post(`gremien?sprache=${language}`, {
      name: '',
      'seats-0-kind': 'X',
      'seats-0-label': 'x',
    })
    await assertGoodMarkup(refused, `refused ${language}`)
  }
  const late = { name: 'Zu spät', type: 'COUNCIL', purpose: 'x', version: '0' }
  await assertGoodMarkup(await office.post(`gremien/${id}/bearbeiten`, late), 'lost race')
})
