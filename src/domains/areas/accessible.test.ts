import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice } from '#tests/office.ts'

test('every page and every refused form is free of findings, in German and in Arabic', async () => {
  await using office = await openOffice({ role: 'officer' })
  const square = JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [8, 48],
        [9, 48],
        [9, 49],
        [8, 48],
      ],
    ],
  })
  const empty = await office.get('gebiete')
  await check(empty.text, 'no areas')
  await office.post('gebiete', { level: 'MUNICIPALITY', name: 'Ahlbronn', areaKey: '08336014', geometry: square })
  await office.post('gebiete', { level: 'MUNICIPALITY', name: 'Bachweiler', population: '4000' })
  const { id } = await office.db
    .selectFrom('area')
    .where('name', '=', 'Ahlbronn')
    .select('id')
    .executeTakeFirstOrThrow()
  const pages = ['gebiete', 'gebiete?zeige=einwohner', `gebiete/${id}`, 'gebiete/neu', `gebiete/${id}/bearbeiten`]
  const refused: [string, Record<string, string>][] = [
    ['gebiete', { level: '', name: '', geometry: 'x' }],
    [`gebiete/${id}/bearbeiten`, { level: 'COUNTY', name: 'Anders', version: '7' }],
    ['gebiete/einlesen', { level: '' }],
  ]
  for (const language of ['de', 'ar']) {
    for (const page of [...pages, 'gebiete/einlesen']) {
      const { status, text } = await office.get(`${page}${page.includes('?') ? '&' : '?'}sprache=${language}`)
      assert.equal(status, 200, page)
      await check(text, `${page} ${language}`)
    }
    for (const [page, fields] of refused) {
      const { status, text } = await office.post(`${page}?sprache=${language}`, fields)
      assert.ok(status === 422 || status === 409, `${page}: ${status}`)
      await check(text, `refused ${page} ${language}`)
    }
  }
})

async function check(html: string, name: string) {
  assert.deepEqual(await axeFindings(html), [], name)
  assert.deepEqual(await htmlFindings(html), [], name)
  assert.doesNotMatch(html, /\sstyle=|<script(?![^>]*\ssrc=)/, name)
}
