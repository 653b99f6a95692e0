import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice } from '#tests/office.ts'
import { areaIn, goalIn, indicatorIn, typed, valueIn } from './testing.ts'

test('every page and every refused form is free of findings, in German and in Arabic', async () => {
  await using office = await openOffice({ role: 'officer' })
  const goal = await goalIn(office, 'Alle werden verstanden')
  const id = await indicatorIn(office, { goalIds: [String(goal)] })
  const empty = await indicatorIn(office, { code: 'B 4', title: 'Noch leer' }, false)
  const band = await indicatorIn(office, { code: 'G 2', direction: 'HOLD', targetValue: '231', tolerance: '20' })
  for (const [year, changes] of [
    [2021, { value: 118, flags: ['ESTIMATED'] }],
    [2022, { sign: 'SUPPRESSED' }],
    [2023, { value: 231, flags: ['BREAK'], note: 'Neu gezählt' }],
    [2024, { value: 306, numerator: 306, denominator: 1 }],
    [2025, { value: 388, sign: 'LIMITED' }],
  ] as const)
    await valueIn(office, id, year, changes as never)
  await valueIn(office, band, 2025, { value: 240 })
  const kept = await valueIn(office, id, 2025, { areaId: await areaIn(office, 'Nordstadt'), value: 3 })
  const pages = [
    ...['zahlen', 'zahlen?q=gibtesnicht', `zahlen/${id}`, `zahlen/${empty}`, `zahlen/${band}`, 'zahlen/ampel'],
    ...['zahlen/neu', `zahlen/${id}/bearbeiten`, `zahlen/${id}/werte`, `zahlen/${id}/werte/neu`],
    ...[`zahlen/${id}/werte/${kept}/bearbeiten`, `zahlen/${id}/jahre`],
  ]
  const refused: [string, Record<string, string>][] = [
    ['zahlen', { code: '', title: '', direction: 'LOWER', baselineValue: '1', targetValue: '2' }],
    [`zahlen/${id}/bearbeiten`, { ...typed, version: '1' }],
    [`zahlen/${id}/werte/neu`, { sign: 'SUPPRESSED', value: '3', year: '2025' }],
    [`zahlen/${id}/werte/${kept}/bearbeiten`, { year: '2025', value: '4', version: '7' }],
    [`zahlen/${id}/jahre`, { years: '2024 2026', 'value-2024': 'x', 'value-2026': '1', 'numerator-2026': '2' }],
    [`zahlen/${id}/jahre`, { years: '2024', 'value-2024': '1', 'version-2024': '9' }],
    ['zahlen/ampel', { version: '0', greenWithin: '200', yellowWithin: '' }],
  ]
  for (const language of ['de', 'ar']) {
    for (const page of pages) {
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
