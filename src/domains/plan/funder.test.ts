import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureTypeOf } from '#platform/files/picture.ts'
import { createApp } from '#app/app.ts'
import { openOffice, type Office } from '#tests/office.ts'

// The smallest PNG there is.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Posts the form with a file, as a browser does. */
async function send(office: Office, fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file) body.append('logo', new File([Uint8Array.from(file.bytes)], file.name))
  const response = await createApp(office.services).request(`/${office.slug}/plan/foerderung?sprache=de`, {
    method: 'POST',
    body,
  })
  return { status: response.status, text: await response.text() }
}
const line = {
  funder: 'Land',
  fundingProgramme: 'Teilhabe vor Ort',
  logoAlt: 'Wappen',
  logoRights: 'Ministerium, frei',
  version: '1',
}

test('the funder line stands beside the plan, with the logo, its words and its rights', async () => {
  await using office = await openOffice({ role: 'officer' })
  assert.equal((await send(office, line, { name: 'logo.png', bytes: png })).status, 303)
  await office.as(null)
  const { text } = await office.get('plan?sprache=de')
  assert.match(text, /Land<br\/><span class="tw-muted">Programm: Teilhabe vor Ort/)
  const address = /<img src="([^"?]+)[^"]*" alt="Wappen"/.exec(text)?.[1] ?? ''
  assert.match(text, /Ministerium, frei/)
  const logo = await office.get(address)
  assert.deepEqual([logo.status, logo.headers.get('content-type')], [200, 'image/png'])
})

test('a logo needs words and rights; the refused form keeps the picture', async () => {
  await using office = await openOffice({ role: 'officer' })
  const refused = await send(office, { ...line, logoAlt: '', logoRights: '' }, { name: 'logo.png', bytes: png })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Sagen Sie in Worten/)
  assert.match(refused.text, /Nennen Sie, wem das Logo gehört/)
  const kept = /name="kept" value="([^"]+)"/.exec(refused.text)?.[1] ?? ''
  assert.equal((await send(office, { ...line, kept })).status, 303)
  const { mediaType, alt } = await office.db.selectFrom('file').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([mediaType, alt], ['image/png', 'Wappen'])
})

test('a mark that fits no stored picture is no picture', async () => {
  await using office = await openOffice({ role: 'officer' })
  await send(office, { ...line, kept: `image/png ${'0'.repeat(64)} x.png` })
  assert.equal(await office.db.selectFrom('file').selectAll().executeTakeFirst(), undefined)
})

test('what is no picture is refused, whatever its name says', async () => {
  await using office = await openOffice({ role: 'officer' })
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const refused = await send(office, line, { name: 'logo.png', bytes: svg })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Das ist kein Bild/)
  assert.equal(pictureTypeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), 'image/jpeg')
  assert.equal(pictureTypeOf(new Uint8Array()), undefined)
})

test('the logo can be taken away, and is then found by nobody', async () => {
  await using office = await openOffice({ role: 'officer' })
  await send(office, line, { name: 'logo.png', bytes: png })
  const { id } = await office.db.selectFrom('file').select('id').executeTakeFirstOrThrow()
  assert.equal((await office.get(`plan/logo/${id}`)).status, 200)
  assert.equal((await send(office, { ...line, removeLogo: 'on', version: '2' })).status, 303)
  assert.equal((await office.get(`plan/logo/${id}`)).status, 404)
})

test('a logo that was replaced or taken away leaves no row behind', async () => {
  await using office = await openOffice({ role: 'officer' })
  const rows = () => office.db.selectFrom('file').select('name').execute()
  await send(office, line, { name: 'alt.png', bytes: png })
  await send(office, { ...line, version: '2' }, { name: 'neu.png', bytes: png })
  assert.deepEqual(await rows(), [{ name: 'neu.png' }])
  await send(office, { ...line, removeLogo: 'on', version: '3' })
  assert.deepEqual(await rows(), [])
})

test('a file that is no funder logo is not given out here', async () => {
  await using office = await openOffice({ role: null })
  const { municipalityId } = office
  const sha256 = await office.services.files.put(png)
  const { id } = await office.db
    .insertInto('file')
    .values({ municipalityId, name: 'geheim.png', mediaType: 'image/png', size: 1, sha256 })
    .returning('id')
    .executeTakeFirstOrThrow()
  assert.equal((await office.get(`plan/logo/${id}`)).status, 404)
})
