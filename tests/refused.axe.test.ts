import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressesOf, idsOf, openDemoOffice } from '#tests/demo-office.ts'
import type { Office } from '#tests/office.ts'
import { becomeUserOf, createInspector, isAct, isPage, noForms, postInVain, routesOf } from '#tests/pages.ts'

let office: Office
let ids: ReadonlyMap<string, number>
before(async () => {
  office = await openDemoOffice()
  ids = await idsOf(office)
})
after(() => office[Symbol.asyncDispose]())

for (const language of ['de', 'ar'] as const) {
  test(`every form that is refused can be put right with a screen reader (${language})`, async () => {
    const { look, found } = createInspector()
    for (const route of routesOf(office, 'POST')) {
      await becomeUserOf(office, route)
      for (const address of addressesOf(office, route, ids)) {
        // Empty; where that is no reason to refuse, as somebody sends it who opened the form before another saved it.
        for (const fields of [{}, { version: '0' }]) {
          const answer = await postInVain(office, address, fields, { 'accept-language': language })
          if (!isPage(answer) || ![409, 422].includes(answer.status)) continue
          await look(`POST ${address} ${answer.status}`, answer)
          break
        }
      }
    }
    assert.deepEqual(found, [])
  })
}

test('a form that is not refused for being empty is known by name', async () => {
  const taken: string[] = []
  for (const route of routesOf(office, 'POST')) {
    if (isAct(route)) continue
    await becomeUserOf(office, route)
    const [address = ''] = addressesOf(office, route, ids)
    if ((await postInVain(office, address, {})).status !== 422) taken.push(route)
  }
  assert.deepEqual(taken.toSorted(), Object.keys(noForms).toSorted())
})
