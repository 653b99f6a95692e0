import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { fewOf, idsOf, openDemoOffice } from '#tests/demo-office.ts'
import type { Office } from '#tests/office.ts'

const noticeOf = ({ headers }: { headers: Headers }) =>
  decodeURIComponent(/tw_notice=([^;]*)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '')

async function withdrawn(office: Office) {
  const id = (await idsOf(office)).get('massnahmen') ?? 0
  await office.db.updateTable('measure').set({ publishedAt: null }).where('id', '=', id).execute()
  return id
}

test('while the municipality is closed nothing is said to be public; the notice leads to the door', async () => {
  await using office = await openDemoOffice(fewOf(musterkreis))
  const id = await withdrawn(office)
  await office.db.updateTable('municipality').set({ isOpen: false }).where('id', '=', office.municipalityId).execute()
  office.services.municipalities.forget()
  const notice = noticeOf(await office.post(`massnahmen/${id}/veroeffentlichen`, {}))
  assert.match(notice, /sobald Ihre Seiten geöffnet sind\. \[Seiten öffnen\]\(\/oeffnen\)/)
  const { text } = await office.get('massnahmen', { cookie: `tw_notice=${encodeURIComponent(notice)}` })
  assert.match(text, new RegExp(`<a href="/${office.slug}/oeffnen">Seiten öffnen</a>`))
})

test('publishing names the linked drafts, and they are published from one list, actors and bodies too', async () => {
  await using office = await openDemoOffice(fewOf(musterkreis))
  const id = await withdrawn(office)
  await office.db
    .updateTable('actor')
    .set({ publishedAt: null })
    .where('municipalityId', '=', office.municipalityId)
    .execute()
  await office.db
    .updateTable('measure')
    .set({
      leadOrgUnitId: null,
      leadActorId: (eb) =>
        eb.selectFrom('actor').select('id').where('municipalityId', '=', office.municipalityId).orderBy('id').limit(1),
    })
    .where('id', '=', id)
    .execute()
  const notice = noticeOf(await office.post(`massnahmen/${id}/veroeffentlichen`, {}))
  assert.match(notice, /noch (ein Entwurf|Entwürfe)\.\]\(\/plan\/entwuerfe\/verknuepft\?thing=measure-\d+\)/)
  const { text } = await office.get(`plan/entwuerfe/verknuepft?thing=measure-${id}`)
  const names = [...text.matchAll(/name="thing" value="(actor-\d+)" checked/g)].map(([, name = '']) => name)
  assert.ok(names.length > 0)
  await office.post('plan/entwuerfe/veroeffentlichen', { thing: names })
  const { text: after } = await office.get(`plan/entwuerfe/verknuepft?thing=measure-${id}`)
  assert.doesNotMatch(after, /value="actor-/)
})
