import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { readLogo } from './model/logo.ts'
import { jpegOf, pngOf, saveIn, uploadIn } from './testing.ts'

const png = (bytes: Uint8Array<ArrayBuffer>, name = 'wappen.png') => new File([bytes], name)

test('a colour that can be read is on every page, as a stylesheet of its own and never as a style', async () => {
  await using office = await openOffice()
  await office.as(null)
  assert.doesNotMatch((await office.get('massnahmen')).text, /farben\.css/)
  assert.equal((await office.get('farben.css')).status, 404)
  await office.as('officer')
  assert.equal((await saveIn(office, 'look', { colour: '#7A1F3D', next: '1' })).status, 303)
  await office.as(null)
  const page = await office.get('massnahmen')
  const address = /<link rel="stylesheet" href="(\/[^"]*farben\.css\?v=\d+)"/.exec(page.text)?.[1] ?? ''
  assert.doesNotMatch(page.text, /\sstyle=|#7a1f3d/i)
  const styles = await office.get(address)
  assert.equal(styles.headers.get('content-type'), 'text/css; charset=utf-8')
  assert.match(styles.headers.get('cache-control') ?? '', /public.*immutable/)
  assert.match(styles.text, /--tw-action: light-dark\(#7a1f3d, #[0-9a-f]{6}\)/)
})

test('another colour is another address, so nobody keeps the old one', async () => {
  await using office = await openOffice()
  const addressNow = async () => /farben\.css\?v=\d+/.exec((await office.get('massnahmen')).text)?.[0]
  await saveIn(office, 'look', { colour: '#7a1f3d' })
  const first = await addressNow()
  await saveIn(office, 'look', { colour: '#0a5560' })
  assert.notEqual(await addressNow(), first)
})

test('a colour that is too weak is refused with the measured contrast and a suggestion that is accepted', async () => {
  await using office = await openOffice()
  const { status, text } = await saveIn(office, 'look', { colour: '#8ecae6', colourDark: '#222222' })
  assert.equal(status, 422)
  assert.match(text, /Der Kontrast ist 1,\d zu 1, nötig sind 4,5 zu 1/)
  assert.match(text, /value="#8ecae6"/)
  const [light, dark] = Array.from(
    text.matchAll(/<a href="#colour(?:Dark)?">[^<]*Gut lesbar ist (#[0-9a-f]{6})/g),
    ([, hex]) => hex,
  )
  assert.ok(light && dark)
  assert.equal((await saveIn(office, 'look', { colour: light, colourDark: dark })).status, 303)
})

test('the preview shows a colour without saving it', async () => {
  await using office = await openOffice()
  const { status, text } = await saveIn(office, 'look', { colour: '#7a1f3d', preview: '1' })
  assert.equal(status, 200)
  assert.match(text, /fill="#7a1f3d"/)
  assert.match(text, /value="#7a1f3d"/)
  assert.doesNotMatch((await office.get('massnahmen')).text, /farben\.css/)
})

test('a logo stands in the masthead with what it shows, and can be taken away again', async () => {
  await using office = await openOffice()
  const logo = png(pngOf(120, 88))
  const { status } = await uploadIn(office, 'einrichten/aussehen/logo', { logo, logoAlt: 'Wappen des Landkreises' })
  assert.equal(status, 303)
  const page = await office.get('massnahmen')
  const address = /<img src="([^"]*\/logo\?v=\d+)" alt="Wappen des Landkreises"/.exec(page.text)?.[1] ?? ''
  const picture = await office.get(address)
  assert.equal(picture.status, 200)
  assert.equal(picture.headers.get('content-type'), 'image/png')
  assert.match(picture.headers.get('cache-control') ?? '', /immutable/)
  await office.post('einrichten/aussehen/logo-entfernen', {})
  assert.doesNotMatch((await office.get('massnahmen')).text, /<img/)
  assert.equal((await office.get(address)).status, 404)
  const { count } = await office.db
    .selectFrom('file')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(count, 0)
})

test('a second logo takes the place of the first', async () => {
  await using office = await openOffice()
  await uploadIn(office, 'einrichten/aussehen/logo', { logo: png(pngOf(100, 60)), logoAlt: 'Eins' })
  await uploadIn(office, 'einrichten/aussehen/logo', { logo: png(jpegOf(100, 60), 'zwei.jpg'), logoAlt: 'Zwei' })
  const { text } = await office.get('massnahmen')
  assert.match(text, /alt="Zwei"/)
  const files = await office.db.selectFrom('file').select(['name', 'mediaType']).execute()
  assert.deepEqual(files, [{ name: 'zwei.jpg', mediaType: 'image/jpeg' }])
})

test('what a logo shows can be said anew without sending it again', async () => {
  await using office = await openOffice()
  await uploadIn(office, 'einrichten/aussehen/logo', { logo: png(pngOf(100, 60)), logoAlt: 'Eins' })
  assert.match((await office.get('einrichten/aussehen')).text, /name="logoAlt"[^>]* value="Eins"/)
  assert.equal((await uploadIn(office, 'einrichten/aussehen/logo', { logoAlt: 'Wappen' })).status, 303)
  assert.match((await office.get('massnahmen')).text, /<img src="[^"]+" alt="Wappen"/)
})

test('a logo without words is refused, and what was typed stays', async () => {
  await using office = await openOffice()
  const missing = await uploadIn(office, 'einrichten/aussehen/logo', { logo: png(pngOf(100, 60)), logoAlt: '' })
  assert.equal(missing.status, 422)
  assert.match(missing.text, /href="#logoAlt"/)
  const none = await uploadIn(office, 'einrichten/aussehen/logo', { logoAlt: 'Wappen' })
  assert.equal(none.status, 422)
  assert.match(none.text, /href="#logo"/)
  assert.match(none.text, /value="Wappen"/)
})

test('a drawing or anything else is refused by its content, whatever its name says', async () => {
  await using office = await openOffice()
  const svg = new File(['<?xml version="1.0"?><svg xmlns="x"><script>alert(1)</script></svg>'], 'wappen.png')
  const refused = await uploadIn(office, 'einrichten/aussehen/logo', { logo: svg, logoAlt: 'Wappen' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /SVG-Dateien können Programme enthalten/)
  const html = new File(['<html><body>x</body></html>'], 'wappen.jpg', { type: 'image/jpeg' })
  assert.match(
    (await uploadIn(office, 'einrichten/aussehen/logo', { logo: html, logoAlt: 'x' })).text,
    /kein Bild, das hier angenommen wird/,
  )
})

const cut = pngOf(100, 60).slice(0, 60)
const contents: [what: string, bytes: Uint8Array, answer: unknown][] = [
  ['a PNG', pngOf(100, 60), { mediaType: 'image/png', width: 100, height: 60 }],
  ['a JPEG', jpegOf(300, 90), { mediaType: 'image/jpeg', width: 300, height: 90 }],
  ['a PNG that is too low', pngOf(100, 20), 'logo.tooSmall'],
  ['a JPEG that is too wide', jpegOf(5000, 90), 'logo.tooLarge'],
  ['half a PNG', cut, 'logo.notAnImage'],
  ['nothing', new Uint8Array(), 'logo.notAnImage'],
  ['a GIF', new Uint8Array(Buffer.from('GIF89a\x01\x00\x01\x00')), 'logo.notAnImage'],
  ['too many bytes', new Uint8Array(300 * 1024), 'logo.tooBig'],
]
for (const [what, bytes, answer] of contents) {
  test(`${what} is seen as what it is`, () => assert.deepEqual(readLogo(bytes), answer))
}

test('nobody without the right changes the look', async () => {
  await using office = await openOffice({ role: 'statistics' })
  const logo = png(pngOf(100, 60))
  assert.equal((await uploadIn(office, 'einrichten/aussehen/logo', { logo, logoAlt: 'x' })).status, 403)
  assert.equal((await office.post('einrichten/aussehen/logo-entfernen', {})).status, 403)
})

test('of a closed municipality nobody sees logo or colours', async () => {
  await using office = await openOffice({ isOpen: false })
  await saveIn(office, 'look', { colour: '#7a1f3d' })
  await uploadIn(office, 'einrichten/aussehen/logo', { logo: png(pngOf(100, 60)), logoAlt: 'x' })
  assert.match((await office.get('farben.css')).headers.get('cache-control') ?? '', /private/)
  await office.as(null)
  assert.equal((await office.get('farben.css')).status, 404)
  assert.equal((await office.get('logo')).status, 404)
})
