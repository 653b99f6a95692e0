import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import subsetFont from 'subset-font'
import { buildAssets } from './build-assets.ts'
import { fontFiles, lettersOf } from './build-assets/font-files.ts'

const root = join(import.meta.dirname, '..')
const manifest = await buildAssets()
const read = (name: string) => readFileSync(join(root, 'build/assets', manifest[name] ?? name))
// As browsers ask for it over https.
const weight = (name: string) => brotliCompressSync(read(name)).length

/** 60 KB for a first visit, of which a long page of ours takes this much for its HTML and the headers. */
const [visit, html] = [60 * 1024, 11 * 1024]

test('a first visit in German or English stays within its weight', () => {
  assert.ok(weight('styles.css') + read('teilhabe-sans.woff2').length + html < visit)
})

test('a first visit in Arabic stays within its weight, with the cut for digits and German terms', () => {
  const fonts = read('teilhabe-arabic.woff2').length + read('teilhabe-sans-plain.woff2').length
  assert.ok(weight('styles.rtl.css') + fonts + html < visit)
})

test('names of people in Germany can be written: German, Turkish, Polish, Ukrainian, Arabic letters', () => {
  const letters = fontFiles.map(lettersOf).join('')
  for (const letter of 'ÄÖÜäöüßẞĞğİıŞşÇçĄąĆćĘęŁłŃńÓóŚśŹźŻżІіЇїЄєҐґабвабتثجحخپچگ')
    assert.ok(letters.includes(letter), letter)
})

const wide = (text: string) => Buffer.from(text, 'utf16le').swap16()

test('the cut fonts do not carry the reserved name, and their licence lies beside them', async () => {
  for (const { name, family } of fontFiles) {
    const plain = await subsetFont(read(name), ' ', { targetFormat: 'truetype' })
    assert.ok(plain.includes(wide(family)), name)
    for (const reserved of ['Source Sans 3', 'SourceSans3', 'Vazirmatn-', 'Vazirmatn Regular'])
      assert.ok(!plain.includes(wide(reserved)), `${name}: ${reserved}`)
  }
  assert.match(read('OFL-Teilhabe-Sans.txt').toString(), /SIL OPEN FONT LICENSE/i)
  assert.match(read('OFL-Teilhabe-Arabic.txt').toString(), /SIL OPEN FONT LICENSE/i)
})

test('the stylesheet knows every class that our components use', () => {
  const known = new Set(
    Array.from(
      read('styles.css')
        .toString()
        .matchAll(/\.((?:tw|kern)-[\w-]+)/g),
      ([, name]) => name,
    ),
  )
  // names that only mark a place, for scripts, tests or other people's styles
  const bare = new Set([
    'tw-menu',
    'tw-filter',
    'tw-errors',
    'tw-side-nav',
    'tw-langs',
    'tw-race',
    'kern-ux',
    'kern-theme',
  ])
  const unknown = globSync('src/ui/*.tsx', { cwd: root }).flatMap((file) =>
    Array.from(readFileSync(join(root, file), 'utf8').matchAll(/[' "`]((?:tw|kern)-[a-z][\w-]*)(?=[' "`])/g))
      .map(([, name = '']) => name)
      .filter((name) => !known.has(name) && !bare.has(name))
      .map((name) => `${file}: ${name}`),
  )
  assert.deepEqual(unknown, [])
})

test('every variable that KERN reads is set by KERN or by us', () => {
  const css = read('styles.css').toString()
  const names = (pattern: RegExp) => new Set(Array.from(css.matchAll(pattern), ([, name = '']) => name))
  const body = /:is\(body,[^{]*\{([^}]*)\}/.exec(css)?.[1] ?? ''
  const set = names(/(--[\w-]+):/g)
  assert.deepEqual(
    [...names(/var\((--[\w-]+)/g)].filter((name) => !set.has(name) && name !== '--n' && name !== '--w'),
    [],
  )
  for (const name of names(/var\((--[\w-]+-contextual)/g)) assert.ok(body.includes(`${name}:`), name)
})

test('dark mode, the layer rules of KERN and the mirrored arrow survive the trimming', () => {
  const [css, rtl] = [read('styles.css').toString(), read('styles.rtl.css').toString()]
  assert.match(css, /light-dark\(/)
  assert.match(css, /:is\(body,[^{]*\{--kern-color-layout-text-default-contextual/)
  assert.match(css, /select-wrapper:after\{[^}]*[;{]right:/)
  assert.match(rtl, /select-wrapper:after\{[^}]*[;{]left:/)
})

test('our own rules know no left and right, so one file serves both directions', () => {
  const physical =
    /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)|left|right|float|text-align:\s*(?:left|right))\s*[:;]/gm
  const found = globSync('src/ui/styles/*.css', { cwd: root }).flatMap((file) =>
    Array.from(readFileSync(join(root, file), 'utf8').matchAll(physical), ([rule]) => `${file}: ${rule.trim()}`),
  )
  // amounts in Arabic stand on the left on purpose
  assert.deepEqual(found, ['src/ui/styles/lists.css: text-align: left;'])
})

test('a second build finds nothing to do and gives the same names', async () => {
  const started = performance.now()
  assert.deepEqual(await buildAssets(), manifest)
  assert.ok(performance.now() - started < 1000)
})
