import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measureIn } from '#domains/measures/testing.ts'
import { bury } from '#platform/db/tombstones.ts'
import { openOffice } from '#tests/office.ts'

const german = { 'accept-language': 'de' }

test('an officer gets what everybody gets: no draft, no internal field', async () => {
  await using office = await openOffice()
  const draft = await measureIn(office, { title: 'Noch nicht reif' }, false)
  const shown = await measureIn(office, { number: '7.7', title: 'Sprachcafé', internalNote: 'vertraulich' }, true)
  const seen: string[] = []
  for (const role of ['officer', null] as const) {
    await office.as(role)
    const list = await office.get('api/v1/measures', german)
    assert.deepEqual(
      (JSON.parse(list.text) as { data: { id: number }[] }).data.map(({ id }) => id),
      [shown],
    )
    assert.doesNotMatch(list.text, /vertraulich|isDraft|internalNote/)
    assert.equal(list.headers.get('access-control-allow-origin'), '*')
    assert.equal((await office.get(`api/v1/measures/${draft}`, german)).status, 404)
    seen.push(list.text)
  }
  assert.equal(seen[0], seen[1])
})

test('a closed municipality is not there, not even for its officer', async () => {
  await using office = await openOffice({ isOpen: false })
  for (const role of ['officer', null] as const) {
    await office.as(role)
    for (const path of ['api/v1/measures', 'api/v1/measures/1', 'katalog.rdf', 'katalog.jsonld']) {
      const answer = await office.get(path)
      assert.equal(answer.status, 404, `${role}: ${path}`)
      assert.doesNotMatch(answer.text, /Probekreis/)
    }
    assert.equal((await office.get('api/v1/measures')).headers.get('content-type'), 'application/problem+json')
  }
})

test('texts come translated where they are, in the language of the parameter, else of the browser', async () => {
  await using office = await openOffice({ role: null })
  const id = await measureIn(office, { title: 'Sprachcafé' }, true)
  await office.db
    .insertInto('translation')
    .values({
      municipalityId: office.municipalityId,
      thingKind: 'measure',
      thingId: id,
      field: 'title',
      language: 'en',
      text: 'Language café',
      sourceHash: 'x',
    })
    .execute()
  const titleOf = async (query: string, headers: Record<string, string>) => {
    const answer = await office.get(`api/v1/measures/${id}${query}`, headers)
    return [(JSON.parse(answer.text) as { title: string }).title, answer.headers.get('content-language')]
  }
  assert.deepEqual(await titleOf('', { 'accept-language': 'en-GB,de;q=0.5' }), ['Language café', 'en'])
  assert.deepEqual(await titleOf('?language=de', { 'accept-language': 'en' }), ['Sprachcafé', 'de'])
  assert.deepEqual(await titleOf('?language=ar', german), ['Sprachcafé', 'ar'])
})

test('what moved leads to its new number, what was removed says so', async () => {
  await using office = await openOffice({ role: null })
  const { db, municipalityId, slug } = office
  await bury(db, { municipalityId, thingKind: 'need', thingId: 987654, title: 'Alter Titel' })
  const gone = await office.get('api/v1/needs/987654', german)
  assert.deepEqual([gone.status, (JSON.parse(gone.text) as { status: number }).status], [410, 410])
  await bury(db, { municipalityId, thingKind: 'need', thingId: 987654, title: 'Alter Titel', movedToId: 5 })
  const moved = await office.get('api/v1/needs/987654?language=en')
  assert.deepEqual([moved.status, moved.location], [308, `/${slug}/api/v1/needs/5?language=en`])
})
