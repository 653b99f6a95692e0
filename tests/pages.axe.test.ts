import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressesOf, idsOf, openDemoOffice } from '#tests/demo-office.ts'
import type { Office } from '#tests/office.ts'
import { becomeUserOf, createInspector, isPage, noPages, routesOf } from '#tests/pages.ts'

let office: Office
let ids: ReadonlyMap<string, number>
before(async () => {
  office = await openDemoOffice()
  ids = await idsOf(office)
})
after(() => office[Symbol.asyncDispose]())

for (const language of ['de', 'ar'] as const) {
  for (const visitor of ['nobody', 'somebody who works there'] as const) {
    test(`every page can be used with a screen reader by ${visitor} (${language})`, async () => {
      const { look, found } = createInspector()
      const problems = new Set<number>()
      for (const route of routesOf(office, 'GET')) {
        await (visitor === 'nobody' ? office.as(null) : becomeUserOf(office, route))
        for (const address of addressesOf(office, route, ids)) {
          const answer = await office.get(address, { 'accept-language': language })
          // One page says "not found", wherever it is said.
          if (!isPage(answer) || problems.has(answer.status)) continue
          if (answer.status !== 200) problems.add(answer.status)
          assert.match(answer.text, new RegExp(`<html lang="${language}"`), address)
          await look(`${address} ${answer.status}`, answer)
        }
      }
      assert.deepEqual(found, [])
    })
  }
}

test('a route that shows no page to those who work there is known by name', async () => {
  const silent: string[] = []
  for (const route of routesOf(office, 'GET')) {
    await becomeUserOf(office, route)
    const [address = ''] = addressesOf(office, route, ids)
    if ((await office.get(address)).status !== 200) silent.push(route)
  }
  assert.deepEqual(silent.toSorted(), Object.keys(noPages).toSorted())
})
