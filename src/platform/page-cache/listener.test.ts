import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createApp } from '#app/app.ts'
import { createListener } from '#platform/page-cache/listener.ts'
import { openOffice, type Office } from '#tests/office.ts'

type Line = Record<string, unknown>

/** The whole way of a request, over a real connection. */
async function listen(office: Office) {
  const lines: Line[] = []
  office.services.log = (entry) => void lines.push(entry)
  const { listener, cache } = createListener(createApp(office.services), office.services)
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    lines,
    cache,
    get: (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers, redirect: 'manual' }),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

test('each answer leaves one line: from the app, from the page cache, and for a file', async () => {
  await using office = await openOffice({ role: null })
  await using site = await listen(office)
  const page = `/${office.slug}/impressum?sprache=de`
  for (const path of [page, page, '/favicon.svg', '/assets/fehlt.css']) await (await site.get(path)).text()
  assert.deepEqual(
    site.lines.map(({ route, status, from = 'app' }) => [route, status, from]),
    [
      ['/:municipality/impressum', 200, 'app'],
      ['/:municipality/impressum', 200, 'page cache'],
      ['/favicon.svg', 200, 'file'],
      ['/assets/*', 404, 'file'],
    ],
  )
  for (const line of site.lines) assert.equal(typeof line['ms'], 'number')
})

test('a log line holds nothing about who asked: no address of theirs, no browser, no address of a page', async () => {
  await using office = await openOffice({ role: null })
  await using site = await listen(office)
  const token = 'x'.repeat(43)
  const headers = { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'Erkennbar/1.0' }
  await (await site.get(`/${office.slug}/vorschau/${token}?q=frau-beispiel`, headers)).text()
  const text = JSON.stringify(site.lines)
  assert.equal(site.lines.length, 1)
  for (const personal of [token, '203.0.113.7', '127.0.0.1', 'Erkennbar', 'frau-beispiel'])
    assert.ok(!text.includes(personal), personal)
})

test('an unchanged page is answered without its body, and counted as that', async () => {
  await using office = await openOffice({ role: null })
  await using site = await listen(office)
  const page = `/${office.slug}/impressum?sprache=de`
  // Compression happens in the background and changes the ETag; this reader takes none.
  const plain = { 'accept-encoding': 'identity' }
  await (await site.get(page, plain)).text()
  const known = await site.get(page, plain)
  await known.text()
  const again = await site.get(page, { ...plain, 'if-none-match': known.headers.get('etag') ?? '' })
  assert.equal(again.status, 304)
  assert.equal(site.lines.at(-1)?.['status'], 304)
})

test('an opened preview goes past the page cache, in both directions', async () => {
  await using office = await openOffice({ role: null })
  await using site = await listen(office)
  const page = `/${office.slug}/impressum?sprache=de`
  await (await site.get(page)).text()
  const { hits, entries } = { ...site.cache.stats }
  await (await site.get(page, { cookie: `tw_vorschau_${office.municipalityId}=${'x'.repeat(43)}` })).text()
  assert.deepEqual([site.cache.stats.hits, site.cache.stats.entries], [hits, entries])
})

test('the icons that browsers ask for are there, for a day', async () => {
  await using office = await openOffice({ role: null })
  await using site = await listen(office)
  for (const [path, type] of [
    ['/favicon.ico', 'image/x-icon'],
    ['/favicon.svg', 'image/svg+xml'],
  ] as const) {
    const answer = await site.get(path)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), type)
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=86400')
    assert.ok((await answer.arrayBuffer()).byteLength > 100)
  }
})
