import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decode, encode, readMarkup, writeMarkup } from './markup.ts'
import { linksOf, pageOfCopy } from './page.ts'

const page =
  '<!DOCTYPE html><html lang="de"><head><link rel="icon" href="/a?b=1&amp;c=2"/></head><body><header></header><input value/>1 &lt; 2 <a href="#x">x</a></body></html>'

test('a page that is read and written is the same page', () => {
  assert.equal(writeMarkup(readMarkup(page)), page)
  assert.equal(decode(encode('a & "b" < c')), 'a & "b" < c')
})

test('what is not closed is refused: the pages are ours', () => {
  for (const wrong of ['<p>a', '<p><b>a</p></b>', 'a</p>']) assert.throws(() => readMarkup(wrong), wrong)
})

test('links are those that lead to other pages', () => {
  assert.deepEqual(linksOf(page), ['/a?b=1&c=2'])
  assert.deepEqual(linksOf('<a href="mailto:a@b.example"></a><a href="tel:1"></a><a href="https://b.example/">b</a>'), [
    'https://b.example/',
  ])
})

const copyOf = (main: string, living?: string) =>
  pageOfCopy(`<header></header><main>${main}</main>`, {
    ...{ language: 'de' as const, date: '2026-11-24', living, origin: 'http://kopie.invalid' },
    link: (address) => (address.startsWith('/gone') ? living : `to${address}`),
  }).replace(/^.*<main>(.*)<\/main>$/, '$1')

for (const [what, before, after] of [
  ['a link that leads somewhere', '<a class="b" href="/x">x</a>', '<a class="b" href="to/x">x</a>'],
  [
    'a link that leads nowhere is its words',
    '<p>a <a class="b" href="/gone">x</a></p>',
    '<p>a <span class="b">x</span></p>',
  ],
  ['an entry that was only such a link', '<ul><li><a href="/gone">x</a></li><li>y</li></ul>', '<ul><li>y</li></ul>'],
  ['a part that keeps only its heading', '<section><h2>x</h2><ul><li><a href="/gone">x</a></li></ul></section>', ''],
  [
    'files that are not in the copy',
    '<p class="tw-files"><span>als</span><a href="/gone">CSV</a> · <a href="/gone/2">JSON</a></p>',
    '',
  ],
  [
    'a link in a drawing',
    '<svg><a href="/gone"><path d="M0"></path></a></svg>',
    '<svg><g><path d="M0"></path></g></svg>',
  ],
  ['a form', '<form action="/x"><input name="q"/></form>', ''],
  ['a script', '<script src="/x"></script>', ''],
  ['a sentence with the address of this machine', '<p>Quelle: <b>http://kopie.invalid/x</b></p>', ''],
] as const) {
  test(`in the copy: ${what}`, () => assert.equal(copyOf(before), after))
}

test('with a living site, forms and what is not copied lead there', () => {
  const living = 'https://teilhabe.kreis.example/kreis/massnahmen?feld=1&q=2'
  assert.match(copyOf('<form><input/></form>', living), /<a href="https:[^"]*feld=1&amp;q=2">/)
  assert.match(copyOf('<a href="/gone">x</a>', living), /^<a href="https:\/\/teilhabe/)
})
