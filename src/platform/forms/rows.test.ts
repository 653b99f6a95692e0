import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import fc from 'fast-check'
import { speechOf } from '#platform/texts/texts.ts'
import { requiredText } from './fields.ts'
import { checkRows, rowAsked, rowsOf, withRows } from './rows.ts'
import { formTexts } from './texts/index.ts'

const blank = { seats: { label: '', kind: 'FUNCTION' } }
const typed = { name: 'AG', 'seats-0-label': 'a', 'seats-1-label': 'b', 'seats-2-label': 'c' }
const labels = (values: Record<string, string | string[]>) => rowsOf(values, 'seats').map(({ label }) => label)

test('a row is added at the end, moved by one place, and removed; the rest of the form stays', () => {
  const cases: [string, (string | undefined)[]][] = [
    ['seats add', ['a', 'b', 'c', '']],
    ['seats remove 1', ['a', 'c']],
    ['seats up 2', ['a', 'c', 'b']],
    ['seats down 0', ['b', 'a', 'c']],
    ['seats up 0', ['a', 'b', 'c']],
    ['seats down 2', ['a', 'b', 'c']],
    ['seats remove 9', ['a', 'b', 'c']],
    ['seats leap 1', ['a', 'b', 'c']],
  ]
  for (const [button, expected] of cases) {
    const values = rowAsked({ ...typed, _row: button }, blank)
    assert.deepEqual(labels(values ?? {}), expected, button)
    assert.equal(values?.['name'], 'AG')
    assert.equal(values?.['_row'], undefined)
  }
})

test('without a button, or for a group the form does not have, nothing was asked', () => {
  assert.equal(rowAsked(typed, blank), undefined)
  assert.equal(rowAsked({ ...typed, _row: 'other add' }, blank), undefined)
})

test('empty rows are no mistake, and errors are named like their fields', () => {
  const schema = v.object({ label: requiredText('missing', 3) })
  const say = formTexts(speechOf('de'))
  const rows = { 'seats-0-label': ' ', 'seats-1-label': 'abcd', 'seats-2-label': 'abc' }
  const refused = checkRows(rows, 'seats', schema, say, ['label'])
  assert.ok(!refused.ok)
  assert.deepEqual(Object.keys(refused.errors), ['seats-1-label'])
  const good = checkRows({ ...rows, 'seats-1-label': '' }, 'seats', schema, say, ['label'])
  assert.deepEqual(good, { ok: true, value: [{ label: 'abc', place: 2 }] })
})

test('rows that are written into a form are read from it as they were', () => {
  const row = fc.record({ label: fc.string(), kind: fc.string() }).map((one) => ({ ...one }))
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const values = withRows({ name: 'AG', 'seats-5-label': 'weg' }, 'seats', rows)
      assert.deepEqual(rowsOf(values, 'seats'), rows)
      assert.equal(values['name'], 'AG')
    }),
  )
})

test('moving a row up and down again changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 }), (place) => {
      const up = rowAsked({ ...typed, _row: `seats up ${place}` }, blank) ?? {}
      const down = rowAsked({ ...up, _row: `seats down ${place - 1}` }, blank) ?? {}
      assert.deepEqual(labels(down), labels(typed))
    }),
  )
})
