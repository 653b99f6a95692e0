import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { openDemoOffice } from '#tests/demo-office.ts'
import type { Office } from '#tests/office.ts'

const number = (text: string | undefined) => Number(text ?? NaN)
const json = async (office: Office, path: string) => JSON.parse((await office.get(path)).text)

test('home, list, field page, plan, chain and open data count the same needs and goals', async () => {
  await using office = await openDemoOffice(musterkreis)
  await office.as(null)
  const home = (await office.get('?sprache=de')).text
  const list = await json(office, 'bedarfe.json')
  const needs = list.pagination.total
  assert.equal(number(/<b class="tw-num">(\d+)<\/b><span>Bedarfe/.exec(home)?.[1]), needs)
  const plan = await json(office, 'plan.json')
  assert.equal(plan.needs.length, needs)
  const chain = (await office.get('plan/wirkungskette?feld=alle&sprache=de')).text
  assert.equal(number(/von (\d+) Bedarfen/.exec(chain)?.[1]), needs)
  const goals = (await json(office, 'ziele.json')).pagination.total
  assert.equal(number(/von (\d+) Zielen/.exec(chain)?.[1]), goals)
  assert.equal(number(/<b class="tw-num">(\d+)<\/b><span>Ziele/.exec(home)?.[1]), goals)
  assert.equal(plan.goals.length, goals)

  const fields: { id: number }[] = (await json(office, 'handlungsfelder.json')).data
  for (const { id } of fields) {
    const own = (await json(office, `bedarfe.json?feld=${id}`)).pagination.total
    const part = (await office.get(`plan/wirkungskette?feld=${id}&sprache=de`)).text
    const shown = number(/(\d+) von \d+ Bedarfen/.exec(part)?.[1])
    const out = number(/(\d+|Ein) abgelehnter? Bedarf/.exec(part)?.[1]?.replace('Ein', '1') ?? '0')
    assert.equal(shown + out, own, `field ${id}`)
    assert.equal(plan.needs.filter((need: { actionFieldId: number }) => need.actionFieldId === id).length, own)
  }
})

test('the chain says what is not in it, and why', async () => {
  await using office = await openDemoOffice(musterkreis)
  await office.as(null)
  const { text } = await office.get('plan/wirkungskette?feld=alle&sprache=de')
  assert.match(text, /Ein abgelehnter Bedarf steht nicht hier/)
  assert.match(text, /href="[^"]*\/bedarfe\?stand=/)
  assert.match(text, /6 übergeordnete Ziele[^<]* stehen nicht hier/)
})

test('who sees drafts is told beside each number how many there are; the public is not', async () => {
  await using office = await openDemoOffice(musterkreis)
  const { text } = await office.get('?sprache=de')
  const [, published, drafts] = /Maßnahmen<\/span><small>(\d+) veröffentlicht, (\d+) Entwürfe/.exec(text) ?? []
  assert.equal(number(published) + number(drafts), (await json(office, 'massnahmen.json')).pagination.total)
  await office.as(null)
  assert.doesNotMatch((await office.get('?sprache=de')).text, /Entwürfe|veröffentlicht, /)
})
