import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, fileOf, isFollowed, linkBetween, type Address } from './addresses.ts'

const site = { base: '/kreis', origin: 'https://kreis.example', newest: '3' }
const home: Address = { language: 'de', path: '/kreis', query: new URLSearchParams() }
const at = (link: string): Address => {
  const address = addressOf(link, home, site)
  assert.ok(address, link)
  return address
}

for (const [link, file, type = 'text/html'] of [
  ['/kreis', 'index.html'],
  ['/kreis?sprache=ar', 'ar/index.html'],
  ['/kreis/massnahmen/', 'massnahmen.html'],
  ['/kreis/massnahmen/12?sprache=en', 'en/massnahmen/12.html'],
  ['/kreis/massnahmen?sort=titel&seite=2', 'massnahmen--seite-2-sort-titel.html'],
  ['/kreis/massnahmen?stand=RUNNING&fassung=3', 'massnahmen--stand-running.html'],
  ['/kreis/plan?fassung=2', 'plan--fassung-2.html'],
  ['/kreis/massnahmen.csv', 'massnahmen.csv', 'text/csv'],
  ['/kreis/logo?v=7', 'logo--v-7.png', 'image/png'],
  ['/assets/styles.1a2b.css', 'assets/styles.1a2b.css', 'text/css'],
  ['/favicon.ico', 'assets/favicon.ico', 'image/x-icon'],
  ['https://kreis.example/kreis/plan#ziele', 'plan.html'],
] as const) {
  test(`${link} becomes ${file}`, () => assert.equal(fileOf(at(link), type, site), file))
}

test('values that would lose letters are told apart', () => {
  const [a, b] = ['/kreis/akteure?q=Grün', '/kreis/akteure?q=Gr%C3%A4n'].map((link) =>
    fileOf(at(link), 'text/html', site),
  )
  assert.notEqual(a, b)
  assert.match(a ?? '', /^akteure--q-gr-n-[0-9a-f]{8}\.html$/)
})

test('what only the living site can answer is not copied, what merely begins alike is', () => {
  const living = { ...site, livingOnly: ['/api/v1', '/katalog'] }
  for (const link of ['/kreis/api/v1/measures', '/kreis/katalog.rdf'])
    assert.equal(addressOf(link, home, living), undefined)
  assert.ok(addressOf('/kreis/katalogisiert', home, living))
})

test('what is elsewhere is none of ours', () => {
  for (const link of ['/anmelden', '/kreisstadt/plan', 'https://b.example/kreis', 'http://[']) {
    assert.equal(addressOf(link, home, site), undefined, link)
  }
})

for (const [from, to, followed] of [
  ['/kreis', '/kreis/massnahmen?feld=1&stand=RUNNING', true],
  ['/kreis/massnahmen?feld=1', '/kreis/massnahmen?feld=1&sort=titel', false],
  ['/kreis/massnahmen?feld=1', '/kreis/massnahmen?feld=1&seite=2', true],
  ['/kreis/massnahmen?feld=1', '/kreis/ziele?feld=1', false],
  ['/kreis/massnahmen?feld=1', '/kreis/ziele/3', true],
  ['/kreis/massnahmen', '/kreis/massnahmen.csv', true],
  ['/kreis/massnahmen?feld=1', '/kreis/massnahmen.csv?feld=1', false],
  ['/kreis/plan?fassung=1', '/kreis/massnahmen?fassung=1', true],
  ['/kreis/massnahmen?fassung=1', '/kreis/massnahmen?fassung=1&seite=2', true],
  ['/kreis/massnahmen?fassung=1', '/kreis/massnahmen?fassung=1&sort=titel', false],
] as const) {
  test(`from ${from} the link to ${to} is ${followed ? '' : 'not '}followed`, () =>
    assert.equal(isFollowed(at(to), at(from)), followed))
}

test('links lead from folder to folder', () => {
  assert.equal(linkBetween('index.html', 'massnahmen/1.html'), 'massnahmen/1.html')
  assert.equal(linkBetween('ar/massnahmen/1.html', 'assets/a.css'), '../../assets/a.css')
})
