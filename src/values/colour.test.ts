import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrast, mix, parseHex, readableOn, worstContrast } from './colour.ts'

const table: [typed: string, read: string | undefined][] = [
  ['#0A5560', '#0a5560'],
  [' 0a5560 ', '#0a5560'],
  ['#abc', '#aabbcc'],
  ['rot', undefined],
  ['#12345', undefined],
  ['', undefined],
]
for (const [typed, read] of table) {
  test(`„${typed}“ is ${read ?? 'no colour'}`, () => assert.equal(parseHex(typed), read))
}

test('contrast is measured as WCAG does it', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#777777'), 1)
  assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01)
})

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const paper = { light: ['#fbf8f3', '#f2ece1', '#ffffff'], dark: ['#14191b', '#1e2528', '#1a2023'] }

test('the suggestion can always be read, on light paper and on dark', () =>
  fc.assert(
    fc.property(colour, fc.constantFrom(paper.light, paper.dark), (hex, grounds) => {
      const found = readableOn(hex, grounds, 4.5)
      assert.match(found, /^#[0-9a-f]{6}$/)
      assert.ok(worstContrast(found, grounds) >= 4.5, `${hex} → ${found}`)
    }),
  ))

test('a colour that can be read is left as it is', () =>
  fc.assert(
    fc.property(colour, (hex) => {
      if (worstContrast(hex, paper.light) >= 4.5) assert.equal(readableOn(hex, paper.light, 4.5), hex)
    }),
  ))

test('mixing with oneself changes nothing, and no share gives the other', () => {
  assert.equal(mix('#0a5560', '#0a5560', 0.4), '#0a5560')
  assert.equal(mix('#0a5560', '#fbf8f3', 0), '#fbf8f3')
  assert.equal(mix('#0a5560', '#fbf8f3', 1), '#0a5560')
})
