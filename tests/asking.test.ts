import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { addressesOf, fewOf, idsOf, openDemoOffice } from '#tests/demo-office.ts'

/** Rows of a thing: removed beside it, on the thing's own form. */
const rows = /\/(kontakte|werte|einladungen)\//

test('whatever is removed or withdrawn is asked for on a page of its own first', async () => {
  await using office = await openDemoOffice(fewOf(musterkreis))
  const ids = await idsOf(office)
  const acts = office
    .routes()
    .filter(({ method, path }) => method === 'POST' && /\/(loeschen|zurueckziehen)$/.test(path) && !rows.test(path))
    .filter(({ path }) => path.startsWith('/:municipality/'))
  assert.ok(acts.length >= 20, String(acts.length))
  for (const { path } of acts) {
    for (const address of addressesOf(office, path, ids)) {
      const { status, text } = await office.get(address)
      assert.equal(status, 200, address)
      assert.match(text, /Wirklich (löschen|zurückziehen)\?/, address)
    }
  }
})

test('the page that asks says what goes with a measure', async () => {
  await using office = await openDemoOffice(fewOf(musterkreis))
  const { rows: found } = await office.db.executeQuery<{ measureId: number; title: string }>(
    office.db
      .selectFrom('measureResource as r')
      .innerJoin('measureGoal as l', 'l.measureId', 'r.measureId')
      .innerJoin('goal as g', 'g.id', 'l.goalId')
      .select(['r.measureId', 'g.text as title'])
      .limit(1),
  )
  const [one] = found
  assert.ok(one)
  const { text } = await office.get(`massnahmen/${one.measureId}/loeschen`)
  assert.match(text, /Zeilen? mit Geld oder Personal/)
  assert.match(text, /Diese Einträge verlieren ihre Verknüpfung/)
  const { text: page } = await office.get(`massnahmen/${one.measureId}`)
  assert.doesNotMatch(page, /<form[^>]*action="[^"]*(loeschen|zurueckziehen)"/)
})

test('before something is withdrawn it is said which public pages will miss it', async () => {
  await using office = await openDemoOffice(fewOf(musterkreis))
  const ids = await idsOf(office)
  const { text } = await office.get(`ziele/${ids.get('ziele')}/zurueckziehen`)
  assert.match(text, /Die Öffentlichkeit sieht dann diese Seite nicht mehr/)
  assert.match(text, /steht er dann nicht mehr/)
  assert.match(text, /href="[^"]*\/massnahmen\/\d+"/)
})
