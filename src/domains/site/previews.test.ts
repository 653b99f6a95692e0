import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measureForm } from '#domains/measures/index.ts'
import { createMeasure } from '#domains/measures/index.ts'
import { previewState } from '#domains/site/model/preview.ts'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import * as v from 'valibot'
import { openOffice, type Office } from '#tests/office.ts'

const problemsIn = async (html: string) => [...(await axeFindings(html)), ...(await htmlFindings(html))]
const form = { note: 'Steuerungsgruppe', lastDay: '2026-12-08' }

/** Makes a link as the officer does it; returns its path inside the municipality. */
async function makeLink(office: Office, fields = form): Promise<string> {
  const { status, text } = await office.post('vorschau', fields)
  assert.equal(status, 200)
  const path = /value="[^"]*\/(vorschau\/[\w-]{43})"/.exec(text)?.[1]
  assert.ok(path)
  return path
}

/** Opens it as somebody without an account; returns the cookie. */
async function open(office: Office, path: string): Promise<Record<string, string>> {
  await office.as(null)
  const { status, headers } = await office.post(path, {})
  assert.equal(status, 303)
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
  assert.match(cookie, /^tw_vorschau_\d+=[\w-]{43}$/)
  return { cookie }
}

async function draftMeasure({ db, municipalityId, planVersionId }: Office) {
  const entries = Object.keys(measureForm.pipe[0].entries)
  const values = {
    ...Object.fromEntries(entries.map((key) => [key, ''])),
    number: '1',
    title: 'Noch geheim',
    state: 'NOT_STARTED',
    course: 'RED',
    courseReason: 'Streit',
    internalNote: 'Nur für uns',
  }
  return createMeasure(db, { municipalityId, planVersionId, accountId: null }, v.parse(measureForm, values))
}

test('a link is made with its purpose and its last day, shown once, and stored only as a hash', async () => {
  await using office = await openOffice()
  const path = await makeLink(office)
  const token = path.split('/')[1] ?? ''
  const [row] = await office.db.selectFrom('previewLink').selectAll().execute()
  assert.equal(row?.note, 'Steuerungsgruppe')
  assert.notEqual(row?.tokenHash, token)
  assert.equal(row?.expiresAt.toISOString(), '2026-12-08T23:00:00.000Z')
  const list = await office.get('vorschau')
  assert.match(list.text, /Steuerungsgruppe/)
  assert.match(list.text, /08\.12\.2026/)
  assert.doesNotMatch(list.text, new RegExp(token))
  assert.deepEqual(await problemsIn(list.text), [])
  const [entry] = await office.db.selectFrom('auditEntry').where('thingKind', '=', 'preview-link').selectAll().execute()
  assert.equal(entry?.act, 'created')
})

test('the form suggests two weeks', async () => {
  await using office = await openOffice()
  assert.match((await office.get('vorschau')).text, /value="2026-12-08"/)
})

test('a link without purpose, for yesterday or for years is refused and nothing is lost', async () => {
  await using office = await openOffice()
  const nothing = await office.post('vorschau', { note: '', lastDay: '' })
  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /für wen der Link ist/)
  assert.match(nothing.text, /Bitte nennen Sie den letzten Tag/)
  assert.deepEqual(await problemsIn(nothing.text), [])
  const past = await office.post('vorschau', { ...form, lastDay: '2026-11-24' })
  assert.match(past.text, /in der Zukunft/)
  assert.match(past.text, /value="Steuerungsgruppe"/)
  assert.match((await office.post('vorschau', { ...form, lastDay: '2028-01-01' })).text, /halbes Jahr/)
})

test('opening the link by GET uses nothing up and sets no cookie: mail filters do that', async () => {
  await using office = await openOffice()
  const path = await makeLink(office)
  await office.as(null)
  for (let n = 0; n < 5; n++) {
    const { status, headers, text } = await office.get(path)
    assert.equal(status, 200)
    assert.equal(headers.get('set-cookie'), null)
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('x-robots-tag'), 'noindex')
    assert.equal(headers.get('x-page-cache'), null)
    assert.match(text, /Vorschau öffnen/)
  }
  const [row] = await office.db.selectFrom('previewLink').selectAll().execute()
  assert.equal(row?.lastUsedAt, null)
})

test('with the link somebody without an account sees drafts, but no internal details', async () => {
  await using office = await openOffice()
  const id = await draftMeasure(office)
  const headers = await open(office, await makeLink(office))
  assert.equal((await office.get(`massnahmen/${id}`)).status, 404)
  const draft = await office.get(`massnahmen/${id}`, headers)
  assert.equal(draft.status, 200)
  assert.match(draft.text, /Noch geheim/)
  assert.doesNotMatch(draft.text, /Streit|Nur für uns/)
  assert.match(draft.text, /Vorschau: Sie sehen auch/)
  assert.match(draft.text, /<meta name="robots" content="noindex"/)
  const [row] = await office.db.selectFrom('previewLink').selectAll().execute()
  assert.notEqual(row?.lastUsedAt, null)
})

test('every answer of a preview stays out of caches and search engines, pages and feeds alike', async () => {
  await using office = await openOffice()
  const headers = await open(office, await makeLink(office))
  for (const path of ['massnahmen', 'impressum', 'neues.atom', 'gibt-es-nicht']) {
    const answer = await office.get(path, headers)
    assert.equal(answer.headers.get('cache-control'), 'no-store', path)
    assert.equal(answer.headers.get('x-robots-tag'), 'noindex', path)
    assert.equal(answer.headers.get('x-page-cache'), null, path)
  }
})

test('a preview can change nothing, not even what everyone may send', async () => {
  await using office = await openOffice()
  const headers = await open(office, await makeLink(office))
  const sent = await office.post('barriere-melden', { text: 'x', website: '' }, headers)
  assert.equal(sent.status, 403)
  assert.match(sent.text, /In der Vorschau kann nichts geändert werden/)
  assert.equal((await office.post('massnahmen', { title: 'x' }, headers)).status, 403)
  assert.equal((await office.post('vorschau', form, headers)).status, 403)
  assert.deepEqual(await office.db.selectFrom('barrierReport').selectAll().execute(), [])
})

test('a preview ends at the button, at once', async () => {
  await using office = await openOffice()
  const headers = await open(office, await makeLink(office))
  const page = await office.get('vorschau', headers)
  assert.match(page.text, /Vorschau beenden/)
  assert.deepEqual(await problemsIn(page.text), [])
  const ended = await office.post('vorschau/beenden', {}, headers)
  assert.equal(ended.status, 303)
  assert.match(ended.headers.get('set-cookie') ?? '', /tw_vorschau_\d+=; .*Max-Age=0/)
})

test('the cookie belongs to its municipality and is out of reach of scripts', async () => {
  await using office = await openOffice()
  const path = await makeLink(office)
  await office.as(null)
  const cookie = (await office.post(path, {})).headers.get('set-cookie') ?? ''
  assert.match(cookie, new RegExp(`^tw_vorschau_${office.municipalityId}=`))
  assert.match(cookie, new RegExp(`Path=/${office.slug};`))
  assert.match(cookie, /HttpOnly/)
  assert.match(cookie, /SameSite=Lax/)
})

test('the link of one municipality opens nothing in another', async () => {
  await using office = await openOffice()
  const path = await makeLink(office)
  const { cookie } = await open(office, path)
  await using other = await openOffice({ role: null, isOpen: false })
  assert.equal((await other.get(path)).status, 404)
  const forged = (cookie ?? '').replace(/^tw_vorschau_\d+/, `tw_vorschau_${other.municipalityId}`)
  assert.equal((await other.get('massnahmen', { cookie: forged })).status, 404)
})

test('a closed municipality opens with the link, and tells nothing about itself without', async () => {
  await using office = await openOffice({ isOpen: false })
  const path = await makeLink(office)
  const headers = await open(office, path)
  assert.equal((await office.get('massnahmen', headers)).status, 200)
  assert.equal((await office.get(path)).status, 200)
  const wrong = await office.get(`vorschau/${'x'.repeat(43)}`)
  assert.equal(wrong.status, 404)
  assert.doesNotMatch(wrong.text, /Probekreis/)
})

test('a revoked link ends for those who have it open, and says so', async () => {
  await using office = await openOffice({ isOpen: false })
  const path = await makeLink(office)
  const headers = await open(office, path)
  const [row] = await office.db.selectFrom('previewLink').selectAll().execute()
  await office.as('officer')
  assert.equal((await office.post(`vorschau/${row?.id}/widerrufen`, {})).status, 303)
  assert.match((await office.get('vorschau')).text, /beendet/)
  await office.as(null)
  assert.equal((await office.get('massnahmen', headers)).status, 404)
  const over = await office.get(path)
  assert.equal(over.status, 410)
  assert.match(over.text, /Dieser Vorschau-Link gilt nicht mehr/)
  assert.doesNotMatch(over.text, /Probekreis/)
  assert.equal((await office.post(path, {})).status, 410)
})

test('an expired link says so', async () => {
  await using office = await openOffice()
  const path = await makeLink(office)
  await office.db
    .updateTable('previewLink')
    .set({ expiresAt: new Date('2026-11-24T09:59:59Z') })
    .execute()
  await office.as(null)
  assert.equal((await office.get(path)).status, 410)
})

test('only those who may manage previews see and make them', async () => {
  await using office = await openOffice({ role: null })
  for (const role of [null, 'reader', 'steering', 'facilitator'] as const) {
    await office.as(role)
    assert.equal((await office.get('vorschau')).status, role ? 403 : 303)
    assert.equal((await office.post('vorschau', form)).status, role ? 403 : 401)
    assert.equal((await office.post('vorschau/1/widerrufen', {})).status, role ? 403 : 401)
  }
})

test('the officer of another municipality cannot end a link', async () => {
  await using office = await openOffice()
  await makeLink(office)
  const [row] = await office.db.selectFrom('previewLink').selectAll().execute()
  await using other = await openOffice()
  assert.equal((await other.post(`vorschau/${row?.id}/widerrufen`, {})).status, 404)
})

test('an officer with an old preview in the browser goes on working as before', async () => {
  await using office = await openOffice()
  const headers = await open(office, await makeLink(office))
  await office.as('officer')
  const page = await office.get('massnahmen', headers)
  assert.doesNotMatch(page.text, /Vorschau: Sie sehen auch/)
  assert.equal((await office.post('vorschau', form, headers)).status, 200)
})

const now = new Date('2026-11-24T10:00:00Z')
for (const [name, link, state] of [
  ['before its end', { revokedAt: null, expiresAt: new Date('2026-11-24T10:00:01Z') }, 'open'],
  ['at its end', { revokedAt: null, expiresAt: now }, 'expired'],
  ['revoked', { revokedAt: now, expiresAt: new Date('2027-01-01T00:00:00Z') }, 'revoked'],
] as const) {
  test(`a link ${name} is ${state}`, () => assert.equal(previewState(link, now), state))
}
