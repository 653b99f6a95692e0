import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '#app/app.ts'
import { byteRange } from '#domains/site/model/film.ts'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice, type Office } from '#tests/office.ts'

const problemsIn = async (html: string) => [...(await axeFindings(html)), ...(await htmlFindings(html))]

for (const language of ['de', 'en', 'ar']) {
  test(`the home of the instance lists open municipalities and marks examples, in ${language}`, async () => {
    await using office = await openOffice({ role: null })
    await office.db
      .updateTable('municipality')
      .set({ isExample: true })
      .where('id', '=', office.municipalityId)
      .execute()
    const other = { kind: 'city', federalState: 'BW' } as const
    await office.db
      .insertInto('municipality')
      .values([
        { ...other, slug: `offen-${process.pid}`, name: 'Offenstadt', isOpen: true },
        { ...other, slug: `zu-${process.pid}`, name: 'Geheimstadt', isOpen: false },
      ])
      .execute()
    office.services.municipalities.forget()
    const { status, text } = await office.get(`/?sprache=${language}`)
    assert.equal(status, 200)
    assert.match(text, new RegExp(`href="/offen-${process.pid}\\?sprache=${language}"`))
    assert.doesNotMatch(text, /Geheimstadt/)
    assert.equal([...text.matchAll(/class="tw-badge"/g)].length, 1)
    assert.match(text, /href="\/anmelden\?sprache=/)
    assert.deepEqual(await problemsIn(text), [])
  })
}

test('before there is any municipality the home says what to do first', async () => {
  await using office = await openOffice({ role: null })
  await office.db.updateTable('municipality').set({ isOpen: false }).execute()
  office.services.municipalities.forget()
  const { status, text } = await office.get('/')
  assert.equal(status, 200)
  assert.match(text, /Noch ist kein Plan veröffentlicht/)
  assert.match(text, /municipality create SLUG NAME/)
  assert.deepEqual(await problemsIn(text), [])
})

/** Posts the form of the film as a browser does, with a file. */
async function postFilm(office: Office, fields: Record<string, string>, file?: File) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file) body.append('file', file)
  const app = createApp(office.services)
  return app.request(`/${office.slug}/gebaerdensprache/bearbeiten`, { method: 'POST', body })
}

test('without a film the page says so, and where to write', async () => {
  await using office = await openOffice({ role: null })
  const { text } = await office.get('gebaerdensprache')
  assert.match(text, /Hier gibt es noch keinen Film/)
  assert.match(text, new RegExp(`href="/${office.slug}/barriere-melden"`))
  assert.equal((await office.get('gebaerdensprache/film')).status, 404)
})

test('a link to a film elsewhere says where it leads before anyone follows it', async () => {
  await using office = await openOffice()
  const saved = await postFilm(office, { link: 'https://video.example/a', transcript: 'Guten Tag', version: '0' })
  assert.equal(saved.status, 303)
  const { text } = await office.get('gebaerdensprache')
  assert.match(text, /href="https:\/\/video\.example\/a"/)
  assert.match(text, /Der Film liegt bei video\.example/)
  assert.match(text, /Guten Tag/)
  assert.doesNotMatch(text, /<iframe|<video/)
  assert.deepEqual(await problemsIn(text), [])
})

test('a film of our own is shown, whole and in parts', async () => {
  await using office = await openOffice()
  const film = new File([new Uint8Array([1, 2, 3, 4, 5])], 'gruss.mp4', { type: 'video/mp4' })
  assert.equal((await postFilm(office, { link: '', transcript: '', version: '0' }, film)).status, 303)
  const { text } = await office.get('gebaerdensprache')
  assert.match(text, /<video/)
  assert.deepEqual(await problemsIn(text), [])
  const whole = await office.get('gebaerdensprache/film')
  assert.equal(whole.headers.get('content-type'), 'video/mp4')
  assert.equal(whole.text, '\u0001\u0002\u0003\u0004\u0005')
  const part = await office.get('gebaerdensprache/film', { range: 'bytes=1-2' })
  assert.deepEqual([part.status, part.headers.get('content-range'), part.text], [206, 'bytes 1-2/5', '\u0002\u0003'])
  assert.equal((await office.get('gebaerdensprache/film', { range: 'bytes=9-' })).status, 416)
  await postFilm(office, { link: '', transcript: '', removeFile: 'on', version: '1' })
  assert.equal((await office.get('gebaerdensprache/film')).status, 404)
  assert.deepEqual(await office.db.selectFrom('file').selectAll().execute(), [])
})

test('a link that is none and a file that is no film are refused, with everything kept', async () => {
  await using office = await openOffice()
  const text = new File(['x'], 'x.exe', { type: 'application/octet-stream' })
  const refused = await postFilm(office, { link: 'javascript:alert(1)', transcript: 'Guten Tag', version: '0' }, text)
  const html = await refused.text()
  assert.equal(refused.status, 422)
  assert.match(html, /muss mit https:\/\/ beginnen/)
  assert.match(html, /Das ist kein Film/)
  assert.match(html, /Guten Tag/)
  assert.deepEqual(await problemsIn(html), [])
})

test('a lost race over the film overwrites nothing and shows what is stored', async () => {
  await using office = await openOffice()
  await postFilm(office, { link: 'https://video.example/a', transcript: '', version: '0' })
  const late = await postFilm(office, { link: 'https://video.example/b', transcript: '', version: '0' })
  const html = await late.text()
  assert.equal(late.status, 409)
  assert.match(html, /Jetzt gespeichert: https:\/\/video\.example\/a/)
  assert.match(html, /value="https:\/\/video\.example\/b"/)
  assert.deepEqual(await problemsIn(html), [])
})

test('only those who set up the municipality enter a film', async () => {
  await using office = await openOffice({ role: null })
  for (const role of [null, 'reader', 'steering'] as const) {
    await office.as(role)
    assert.equal((await office.get('gebaerdensprache/bearbeiten')).status, role ? 403 : 303)
    assert.equal((await postFilm(office, { link: '', transcript: '', version: '0' })).status, role ? 403 : 401)
  }
})

for (const [header, size, range] of [
  [undefined, 10, undefined],
  ['bytes=0-', 10, { from: 0, to: 9 }],
  ['bytes=2-4', 10, { from: 2, to: 4 }],
  ['bytes=-3', 10, { from: 7, to: 9 }],
  ['bytes=-30', 10, { from: 0, to: 9 }],
  ['bytes=5-100', 10, { from: 5, to: 9 }],
  ['bytes=10-', 10, 'unsatisfiable'],
  ['bytes=4-2', 10, 'unsatisfiable'],
  ['bytes=-', 10, undefined],
  ['bytes=0-1,3-4', 10, undefined],
] as const) {
  test(`${header ?? 'no range'} of ${size} bytes`, () => assert.deepEqual(byteRange(header, size), range))
}
