import assert from 'node:assert/strict'
import { createServer, get as ask, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createApp } from '#app/app.ts'
import { measureIn } from '#domains/measures/testing.ts'
import { createListener } from '#platform/page-cache/listener.ts'
import { openOffice, type Office } from '#tests/office.ts'

/** The whole way of a request, over a real connection. */
async function listen(office: Office) {
  const { listener, cache } = createListener(createApp(office.services), office.services)
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const base = `http://127.0.0.1:${port}`
  return {
    cache,
    ask: (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init }),
    /** Under a mapped host name, which fetch would not let one choose. */
    askHost: (host: string, path: string) =>
      new Promise<{ status: number; text: string }>((resolve, reject) => {
        ask({ port, path, headers: { host, 'accept-language': 'de' } }, (response: IncomingMessage) => {
          const parts: Buffer[] = []
          response
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
        }).on('error', reject)
      }),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
const plain = { 'accept-encoding': 'identity', 'accept-language': 'de', connection: 'close' }

test('a second anonymous answer comes from the page cache, per known query, with everything around it', async () => {
  await using office = await openOffice({ role: null })
  await measureIn(office, { title: 'Sprachcafé' }, true)
  await using site = await listen(office)
  const list = `/${office.slug}/api/v1/measures`
  const [first, second] = [await site.ask(list, { headers: plain }), await site.ask(list, { headers: plain })]
  assert.equal(site.cache.stats.hits, 1)
  assert.equal(await first.text(), await second.text())
  for (const name of ['etag', 'content-type', 'access-control-allow-origin', 'cache-control'])
    assert.equal(second.headers.get(name), first.headers.get(name), name)
  const known = await site.ask(list, { headers: { ...plain, 'if-none-match': first.headers.get('etag') ?? '' } })
  assert.deepEqual([known.status, site.cache.stats.hits], [304, 2])

  const filtered = await (await site.ask(`${list}?state=COMPLETED`, { headers: plain })).text()
  assert.match(filtered, /"total":0/)
  assert.equal(site.cache.stats.entries, 2)
  // What is refused is not kept, so nobody fills the memory with it.
  assert.equal((await site.ask(`${list}?colour=red`, { headers: plain })).status, 400)
  assert.equal(site.cache.stats.entries, 2)
})

test('a new measure is there at once', async () => {
  await using office = await openOffice({ role: null })
  await using site = await listen(office)
  const list = `/${office.slug}/api/v1/measures`
  assert.match(await (await site.ask(list, { headers: plain })).text(), /"total":0/)
  await measureIn(office, { title: 'Sprachcafé' }, true)
  office.services.generations.raise(office.municipalityId)
  assert.match(await (await site.ask(list, { headers: plain })).text(), /"total":1/)
})

test('a browser may ask beforehand, and only for the head', async () => {
  await using office = await openOffice({ role: null })
  await using site = await listen(office)
  const list = `/${office.slug}/api/v1/measures`
  const before = await site.ask(list, { method: 'OPTIONS', headers: { ...plain, origin: 'https://other.example' } })
  assert.deepEqual(
    [
      before.status,
      before.headers.get('access-control-allow-origin'),
      before.headers.get('access-control-allow-methods'),
    ],
    [204, '*', 'GET, HEAD, OPTIONS'],
  )
  assert.equal(before.headers.get('access-control-allow-credentials'), null)
  const head = await site.ask(list, { method: 'HEAD', headers: plain })
  assert.deepEqual([head.status, await head.text()], [200, ''])
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    const refused = await site.ask(list, { method, headers: plain })
    assert.equal(refused.status, 405, method)
    await refused.text()
  }
})

test('under its own host name a municipality has its API at the root, and its addresses say so', async () => {
  await using office = await openOffice({ role: null })
  await measureIn(office, { title: 'Sprachcafé' }, true)
  await measureIn(office, { number: '9.8', title: 'Mietlotsen' }, true)
  const { municipalityId, slug } = office
  await office.db.insertInto('hostName').values({ host: 'plan.probe.example', municipalityId }).execute()
  office.services.municipalities.forget()
  await office.services.municipalities.load()
  await using site = await listen(office)
  const { status, text } = await site.askHost('plan.probe.example', '/api/v1/measures?pageSize=1')
  assert.equal(status, 200)
  const { pagination } = JSON.parse(text) as { pagination: { next: string } }
  assert.equal(new URL(pagination.next).pathname, '/api/v1/measures')
  assert.equal(new URL(pagination.next).hostname, 'plan.probe.example')
  assert.equal((await site.askHost('plan.probe.example', '/api/v1/openapi.json')).status, 200)
  const page = (await site.askHost('plan.probe.example', '/schnittstelle')).text
  assert.match(page, /href="\/api\/v1\/openapi\.json"/)
  assert.ok(!page.includes(`/${slug}/`))
})
