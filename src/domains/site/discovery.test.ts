import assert from 'node:assert/strict'
import { test } from 'node:test'
import { JSDOM } from 'jsdom'
import * as v from 'valibot'
import { createMeasure, measureForm, publishMeasure, saveMeasure } from '#domains/measures/index.ts'
import { atomOf, tagOf } from '#domains/site/documents/atom.ts'
import { withdrawThing, removeThing } from '#platform/things/lifecycle.ts'
import { openOffice, type Office } from '#tests/office.ts'

const acting = ({ municipalityId, planVersionId }: Office) => ({ municipalityId, planVersionId, accountId: null })

const formOf = (values: Record<string, string>) => {
  const empty = Object.fromEntries(Object.keys(measureForm.pipe[0].entries).map((key) => [key, '']))
  return v.parse(measureForm, { ...empty, state: 'NOT_STARTED', course: 'GREY', ...values })
}

/** A published measure; published and changed at different times, as in life. */
async function publishedMeasure(office: Office, number: string, title: string) {
  const id = await createMeasure(office.db, acting(office), formOf({ number, title }))
  const publishedAt = new Date('2026-11-01T09:00:00Z')
  await office.db.updateTable('measure').set({ publishedAt }).where('id', '=', id).execute()
  return id
}

async function change(office: Office, id: number, values: Record<string, string>, at: string) {
  const { version } = await office.db
    .selectFrom('measure')
    .where('id', '=', id)
    .select('version')
    .executeTakeFirstOrThrow()
  await saveMeasure(office.db, acting(office), id, version, formOf(values))
  await office.db
    .updateTable('auditEntry')
    .set({ at: new Date(at) })
    .where('thingId', '=', id)
    .where('act', '=', 'changed')
    .execute()
}

function parse(text: string) {
  const { window } = new JSDOM('')
  const parsed = new window.DOMParser().parseFromString(text, 'application/xml')
  assert.equal(parsed.querySelector('parsererror'), null, text)
  return parsed
}

async function feedOf(office: Office, query = '') {
  const answer = await office.get(`neues.atom${query}`)
  assert.equal(answer.status, 200)
  const parsed = parse(answer.text)
  const entries = Array.from(parsed.querySelectorAll('entry'), (entry) => ({
    id: entry.querySelector('id')?.textContent ?? '',
    title: entry.querySelector('title')?.textContent ?? '',
    summary: entry.querySelector('summary')?.textContent ?? '',
    updated: entry.querySelector('updated')?.textContent ?? '',
    link: entry.querySelector('link')?.getAttribute('href') ?? '',
  }))
  return { ...answer, parsed, entries }
}

test('the feed has one entry for each thing, newest first, with an id that never changes', async () => {
  await using office = await openOffice({ role: null })
  const first = await publishedMeasure(office, '1', 'Sprachkurs & <Café>')
  await publishedMeasure(office, '2', 'Beratung')
  await change(office, first, { number: '1', title: 'Sprachkurs & <Café>', description: 'neu' }, '2026-11-20T09:00:00Z')
  const { entries, headers, parsed } = await feedOf(office)
  assert.match(headers.get('content-type') ?? '', /^application\/atom\+xml/)
  assert.deepEqual(
    entries.map(({ title }) => title),
    ['Sprachkurs & <Café>', 'Beratung'],
  )
  assert.deepEqual(
    entries.map(({ summary }) => summary),
    ['Maßnahme: geändert.', 'Maßnahme: neu veröffentlicht.'],
  )
  assert.match(
    entries[0]?.id ?? '',
    new RegExp(`^tag:127\\.0\\.0\\.1,\\d{4}-\\d\\d-\\d\\d:${office.municipalityId}/measure/${first}$`),
  )
  assert.match(entries[0]?.link ?? '', new RegExp(`^http://.*/${office.slug}/massnahmen/${first}$`))
  assert.equal(entries[0]?.updated, '2026-11-20T09:00:00.000Z')
  for (const needed of ['id', 'title', 'updated', 'author > name', 'link[rel=self]', 'link[rel=alternate]'])
    assert.ok(parsed.querySelector(`feed > ${needed}`), needed)
  assert.ok(office.statements() <= 4, `${office.statements()} statements`)
})

test('drafts and withdrawn things are no news', async () => {
  await using office = await openOffice({ role: null })
  await createMeasure(office.db, acting(office), formOf({ number: '1', title: 'Entwurf' }))
  const id = await publishedMeasure(office, '2', 'Zurückgezogen')
  await withdrawThing(office.db, acting(office), 'measure', id)
  assert.deepEqual((await feedOf(office)).entries, [])
})

test('a change of internal fields alone is no news; a released course is', async () => {
  await using office = await openOffice({ role: null })
  const id = await publishedMeasure(office, '1', 'Beratung')
  const red = { number: '1', title: 'Beratung', internalNote: 'Streit', course: 'RED', courseReason: 'Geld fehlt' }
  await change(office, id, red, '2026-11-20T09:00:00Z')
  assert.equal((await feedOf(office)).entries[0]?.updated, '2026-11-01T09:00:00.000Z')
  await change(office, id, { ...red, courseReleased: 'on' }, '2026-11-21T09:00:00Z')
  assert.equal((await feedOf(office)).entries[0]?.updated, '2026-11-21T09:00:00.000Z')
})

test('a removed thing is told once; a removed draft is not', async () => {
  await using office = await openOffice({ role: null })
  const id = await publishedMeasure(office, '1', 'Beratung')
  const draft = await createMeasure(office.db, acting(office), formOf({ number: '2', title: 'Entwurf' }))
  await removeThing(office.db, acting(office), 'measure', id, 1)
  await removeThing(office.db, acting(office), 'measure', draft, 1)
  const { entries } = await feedOf(office)
  assert.deepEqual(
    entries.map(({ title, summary }) => [title, summary]),
    [['Beratung', 'Maßnahme: entfernt.']],
  )
})

test('publishing through the office makes news at once', async () => {
  await using office = await openOffice({ role: null })
  const values = { number: '1', title: 'Beratung', description: 'Für alle' }
  const id = await createMeasure(office.db, acting(office), formOf(values))
  await publishMeasure(office.db, acting(office), id, { needsApproval: false }).catch(() => undefined)
  const { publishedAt } = await office.db
    .selectFrom('measure')
    .where('id', '=', id)
    .select('publishedAt')
    .executeTakeFirstOrThrow()
  assert.equal((await feedOf(office)).entries.length, publishedAt ? 1 : 0)
})

test('the feed speaks the language that is asked for, and marks titles that are German', async () => {
  await using office = await openOffice({ role: null })
  await publishedMeasure(office, '1', 'Beratung')
  const { parsed, entries } = await feedOf(office, '?sprache=en')
  assert.equal(parsed.documentElement.getAttribute('xml:lang'), 'en')
  assert.equal(parsed.querySelector('entry > title')?.getAttribute('xml:lang'), 'de')
  assert.equal(entries[0]?.summary, 'Measure: newly published.')
})

test('a feed of another municipality has none of it', async () => {
  await using office = await openOffice({ role: null })
  await publishedMeasure(office, '1', 'Beratung')
  await using other = await openOffice({ role: null })
  assert.deepEqual((await feedOf(other)).entries, [])
})

test('every page of a municipality says where its feed and its icon are', async () => {
  await using office = await openOffice({ role: null })
  const { text } = await office.get('impressum')
  assert.match(
    text,
    new RegExp(
      `<link rel="alternate" type="application/atom\\+xml" title="Neues aus: Probekreis" href="/${office.slug}/neues.atom"`,
    ),
  )
  assert.match(text, /<link rel="icon" href="\/favicon.svg" type="image\/svg\+xml"/)
})

test('the sitemap lists published things in each language, and nothing else', async () => {
  await using office = await openOffice({ role: null, languages: ['de', 'en'] })
  const id = await publishedMeasure(office, '1', 'Beratung')
  const draft = await createMeasure(office.db, acting(office), formOf({ number: '2', title: 'Entwurf' }))
  const { text, status } = await office.get('sitemap.xml')
  assert.equal(status, 200)
  const parsed = parse(text)
  const pages = Array.from(parsed.querySelectorAll('loc'), ({ textContent }) => textContent)
  assert.ok(pages.some((page) => page?.endsWith(`/${office.slug}/massnahmen/${id}`)))
  assert.ok(!pages.some((page) => page?.endsWith(`/massnahmen/${draft}`)))
  assert.ok(!text.includes('sprache=ar'))
  assert.match(text, new RegExp(`hreflang="en" href="[^"]*/massnahmen/${id}\\?sprache=en"`))
  assert.match(text, /<lastmod>2026-11-01T09:00:00\.000Z<\/lastmod>/)
})

test('the sitemap of the instance names open municipalities that are no examples', async () => {
  await using office = await openOffice({ role: null })
  const listed = async () => {
    office.services.municipalities.forget()
    return (await office.get('/sitemap.xml')).text
  }
  const set = (values: object) =>
    office.db.updateTable('municipality').set(values).where('id', '=', office.municipalityId).execute()
  assert.match(await listed(), new RegExp(`/${office.slug}/sitemap\\.xml</loc>`))
  for (const values of [{ isOpen: false }, { isOpen: true, isExample: true }, { isExample: false, isDemo: true }]) {
    await set(values)
    assert.doesNotMatch(await listed(), new RegExp(office.slug))
    assert.equal((await office.get('sitemap.xml')).status, 404)
  }
  parse(await listed())
})

test('robots are told where the sitemap is and which pages are not for them', async () => {
  await using office = await openOffice({ role: null })
  const { text, headers } = await office.get('/robots.txt')
  assert.match(headers.get('content-type') ?? '', /^text\/plain/)
  assert.match(text, /^User-agent: \*\nDisallow: \/anmelden$/m)
  assert.match(text, /^Sitemap: http:\/\/127\.0\.0\.1:0\/sitemap\.xml$|^Sitemap: http:/m)
})

test('text that XML cannot hold does not break the feed', () => {
  const feed = atomOf({
    id: tagOf('kreis.example', new Date('2026-01-02'), 1),
    title: 'a\u0000b & <c> "d"',
    subtitle: '',
    language: 'de',
    author: 'x',
    self: 'https://kreis.example/neues.atom',
    page: 'https://kreis.example/',
    updated: new Date(0),
    entries: [],
  })
  assert.equal(parse(feed).querySelector('title')?.textContent, 'ab & <c> "d"')
  assert.match(feed, /<id>tag:kreis\.example,2026-01-02:1<\/id>/)
})
