import assert from 'node:assert/strict'
import { test } from 'node:test'
import { JSDOM } from 'jsdom'
import { measureIn } from '#domains/measures/testing.ts'
import { openDemoOffice } from '#tests/demo-office.ts'
import { openOffice, type Office } from '#tests/office.ts'

const { DOMParser } = new JSDOM('').window

/** The catalogue as a portal reads it: throws what a strict XML parser finds wrong. */
async function catalogueOf(office: Office): Promise<Document> {
  const answer = await office.get('katalog.rdf')
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'application/rdf+xml; charset=utf-8')
  const document = new DOMParser().parseFromString(answer.text, 'application/xml')
  assert.equal(document.querySelector('parsererror'), null)
  return document
}
const all = (within: Document | Element, name: string) => [...within.getElementsByTagName(name)]
const textsOf = (within: Document | Element, name: string) => all(within, name).map(({ textContent }) => textContent)
const linksOf = (within: Document | Element, name: string) =>
  all(within, name).map((one) => one.getAttribute('rdf:resource') ?? '')

test('the catalogue says of every collection what DCAT-AP.de asks, and every file in it is there', async () => {
  await using office = await openDemoOffice()
  await office.as(null)
  await office.db
    .updateTable('municipality')
    .set({ contributorId: 'http://dcat-ap.de/def/contributors/landkreisProbe', areaKey: '08336' })
    .execute()
  office.services.municipalities.forget()
  const document = await catalogueOf(office)
  const [catalogue] = all(document, 'dcat:Catalog')
  assert.ok(catalogue)
  for (const property of ['dct:title', 'dct:description', 'dct:publisher', 'dct:license', 'dct:issued', 'dct:modified'])
    assert.ok(
      [...catalogue.children].some(({ tagName }) => tagName === property),
      property,
    )
  const datasets = all(document, 'dcat:Dataset')
  assert.equal(datasets.length, 10)
  for (const dataset of datasets) {
    const own = new Set([...dataset.children].map(({ tagName }) => tagName))
    for (const property of [
      ...['dct:title', 'dct:description', 'dcatde:contributorID', 'dct:publisher', 'dcatde:maintainer', 'dcat:theme'],
      ...['dcatde:politicalGeocodingURI', 'dcatde:politicalGeocodingLevelURI', 'dct:temporal', 'dct:issued'],
      ...['dct:modified', 'dcat:distribution'],
    ])
      assert.ok(own.has(property), `${dataset.getAttribute('rdf:about')}: ${property}`)
    assert.deepEqual(linksOf(dataset, 'dcat:theme'), [
      'http://publications.europa.eu/resource/authority/data-theme/SOCI',
    ])
    assert.deepEqual(linksOf(dataset, 'dcatde:politicalGeocodingURI'), [
      'http://dcat-ap.de/def/politicalGeocoding/districtKey/08336',
    ])
  }
  const distributions = all(document, 'dcat:Distribution')
  assert.equal(distributions.length, 30)
  for (const distribution of distributions) {
    const [address = ''] = linksOf(distribution, 'dcat:accessURL')
    const { pathname } = new URL(address)
    const file = await office.get(pathname)
    assert.equal(file.status, 200, address)
    const [mediaType = ''] = linksOf(distribution, 'dcat:mediaType')
    assert.ok(
      mediaType.endsWith(`/${file.headers.get('content-type')?.split(';')[0]}`),
      `${address}: ${mediaType}, ${file.headers.get('content-type')}`,
    )
    assert.deepEqual(linksOf(distribution, 'dct:license'), ['http://dcat-ap.de/def/licenses/dl-by-de/2.0'])
    assert.equal(all(distribution, 'dct:format').length, 1)
  }
  assert.ok(office.statements() <= 10)
})

test('a link inside the catalogue points to something that is named in it', async () => {
  await using office = await openDemoOffice()
  await office.as(null)
  const document = await catalogueOf(office)
  const named = new Set([...document.querySelectorAll('*')].flatMap((one) => one.getAttribute('rdf:about') ?? []))
  for (const address of [...linksOf(document, 'dct:publisher'), ...linksOf(document, 'dcatde:maintainer')].filter(
    Boolean,
  ))
    assert.ok(named.has(address), address)
  assert.equal(named.size, 1 + 1 + 10 + 30)
})

test('names are written as text, whatever letters they have', async () => {
  await using office = await openOffice({ role: null })
  await measureIn(office, { title: 'Sprachcafé' }, true)
  const name = 'Amt <für> "Vielfalt" & Teilhabe\u0001'
  await office.db
    .updateTable('municipality')
    .set({ address: JSON.stringify({ office: name, email: "o'neil&co@amt.example" }) })
    .execute()
  office.services.municipalities.forget()
  const document = await catalogueOf(office)
  assert.deepEqual(textsOf(document, 'foaf:name'), ['Amt <für> "Vielfalt" & Teilhabe'])
  assert.deepEqual(linksOf(document, 'foaf:mbox'), ["mailto:o'neil&co@amt.example"])
  const json = JSON.parse((await office.get('katalog.jsonld')).text) as { 'dct:publisher': { 'foaf:name': string } }
  assert.match(json['dct:publisher']['foaf:name'], /<für> "Vielfalt" &/)
})

test('the dates are those of the data, not of the day on which somebody looks', async () => {
  await using office = await openOffice({ role: null })
  const id = await measureIn(office, { title: 'Sprachcafé' }, true)
  await office.db
    .updateTable('measure')
    .set({ publishedAt: new Date('2026-02-03T10:00:00Z') })
    .where('id', '=', id)
    .execute()
  const entry = { municipalityId: office.municipalityId, thingKind: 'measure', thingId: id, act: 'changed' }
  await office.db.deleteFrom('auditEntry').execute()
  await office.db
    .insertInto('auditEntry')
    .values([
      { ...entry, at: new Date('2026-03-01T10:00:00Z'), changes: JSON.stringify({ title: { from: 'a', to: 'b' } }) },
      { ...entry, at: new Date('2026-04-01T10:00:00Z'), changes: JSON.stringify({ internalNote: { from: 1, to: 2 } }) },
    ])
    .execute()
  const [dataset] = all(await catalogueOf(office), 'dcat:Dataset')
  assert.ok(dataset)
  assert.deepEqual(
    [textsOf(dataset, 'dct:issued')[0], textsOf(dataset, 'dct:modified')[0]],
    ['2026-02-03T10:00:00.000Z', '2026-03-01T10:00:00.000Z'],
  )
})

test('what is not set is left out, and what nobody published is no dataset', async () => {
  await using office = await openOffice({ role: null })
  await measureIn(office, { title: 'Sprachcafé' }, true)
  await measureIn(office, { number: '9.9', title: 'Entwurf' }, false)
  const document = await catalogueOf(office)
  assert.equal(all(document, 'dcat:Dataset').length, 1)
  for (const property of ['dcatde:contributorID', 'dcatde:politicalGeocodingURI', 'dct:temporal', 'foaf:mbox'])
    assert.equal(all(document, property).length, 0, property)
})

test('both formats say the same: each dataset with its files, in every language that is offered', async () => {
  await using office = await openDemoOffice()
  await office.as(null)
  const answer = await office.get('katalog.jsonld')
  assert.equal(answer.headers.get('content-type'), 'application/ld+json; charset=utf-8')
  const json = JSON.parse(answer.text) as {
    '@type': string
    'dct:title': { '@language': string; '@value': string }[]
    'dcat:dataset': { '@id': string; 'dcat:distribution': { '@id': string }[] }[]
  }
  assert.equal(json['@type'], 'dcat:Catalog')
  assert.deepEqual(
    json['dct:title'].map((title) => title['@language']),
    ['de', 'en', 'ar'],
  )
  const inJson = json['dcat:dataset'].flatMap((one) => [one['@id'], ...one['dcat:distribution'].map((d) => d['@id'])])
  const document = await catalogueOf(office)
  const inXml = [...all(document, 'dcat:Dataset'), ...all(document, 'dcat:Distribution')].map((one) =>
    one.getAttribute('rdf:about'),
  )
  assert.deepEqual(inJson.toSorted(), inXml.toSorted())
})
