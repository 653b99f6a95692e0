import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parametersOfList } from '#platform/api/read-query.ts'
import { openOffice } from '#tests/office.ts'
import { collections } from './index.ts'

interface Description {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, { get: { parameters: Named[]; responses: Record<string, unknown>; summary: string } }>
  components: Record<string, Record<string, { properties?: Record<string, unknown>; description?: string }>>
}
interface Named {
  name?: string
  in?: string
  description?: string
  $ref?: string
}

test('the description names every collection with its parameters, and leads nowhere that is not in it', async () => {
  await using office = await openOffice({ role: null })
  const answer = await office.get('/api/v1/openapi.json')
  assert.deepEqual(
    [answer.status, answer.headers.get('content-type'), answer.headers.get('access-control-allow-origin')],
    [200, 'application/json; charset=utf-8', '*'],
  )
  const description = JSON.parse(answer.text) as Description
  assert.equal(description.openapi, '3.1.0')
  assert.match(description.servers[0]?.url ?? '', /^http.*\/\{municipality\}\/api\/v1$/)
  assert.deepEqual(
    Object.keys(description.paths),
    collections.flatMap(({ name }) => [`/${name}`, `/${name}/{id}`]),
  )
  for (const collection of collections) {
    const { parameters, summary } = description.paths[`/${collection.name}`]?.get ?? { parameters: [], summary: '' }
    assert.deepEqual(
      parameters.map(({ name, $ref }) => name ?? $ref?.split('/').at(-1)),
      Object.keys(parametersOfList(collection)),
    )
    // A text that is missing shows its key.
    assert.doesNotMatch(summary, /^collection\./)
  }
  for (const { description: text } of Object.values(description.components['parameters'] ?? {}))
    assert.doesNotMatch(text ?? 'parameter.', /^parameter\./)
  assert.doesNotMatch(answer.text, /"(?:parameter|collection|answer)\.[a-z]/)
  for (const [, part = '', name = ''] of answer.text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g))
    assert.ok(description.components[part]?.[name], `${part}/${name}`)
  const etag = answer.headers.get('etag') ?? ''
  assert.equal((await office.get('/api/v1/openapi.json', { 'if-none-match': etag })).status, 304)
})

test('no field of an item is without a schema of its own', async () => {
  await using office = await openOffice({ role: null })
  const { components } = JSON.parse((await office.get('/api/v1/openapi.json')).text) as Description
  for (const [name, { properties }] of Object.entries(components['schemas'] ?? {}))
    for (const [field, schema] of Object.entries(properties ?? {}))
      assert.ok(Object.keys(schema as object).length > 0, `${name}.${field}`)
})
