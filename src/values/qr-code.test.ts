import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { qrCode } from './qr-code.ts'

const drawn = (text: string) => qrCode(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))

test('a text becomes the same squares as ever', () => {
  // Texts of 1 to 666 bytes were read back with an independent reader when this was written; these are three of them.
  const known: [text: string, size: number, hash: string][] = [
    ['a', 21, 'c4315a3129973d42'],
    [
      'otpauth://totp/Teilhabewerk:ada%40amt.example?secret=JBSWY3DPEHPK3PXP&issuer=Teilhabewerk',
      41,
      '06171a96d2c1278d',
    ],
    ['ü'.repeat(333), 97, '125355ba3551c50e'],
  ]
  for (const [text, size, hash] of known) {
    const rows = drawn(text)
    assert.deepEqual([rows.length, rows[0]?.length], [size, size])
    assert.equal(createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16), hash, text.slice(0, 20))
  }
})

test('three corners hold the finder patterns', () => {
  const rows = drawn('Teilhabewerk')
  for (const corner of [
    rows.map((row) => row.slice(0, 7)).slice(0, 7),
    rows.map((row) => row.slice(-7)).slice(0, 7),
    rows.slice(-7).map((row) => row.slice(0, 7)),
  ])
    assert.deepEqual(corner, ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'])
})

test('more than a code can hold is refused', () => assert.throws(() => qrCode('x'.repeat(667)), /667 bytes/))
