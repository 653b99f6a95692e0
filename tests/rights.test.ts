import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '#platform/root.ts'
import { visitors, walkEveryRoute } from '#tests/rights.ts'

// One line per route: a sign for each visitor, then the route. Change it by hand, or write what is with RIGHTS=write
// and read the difference line by line before it is committed.
const file = join(root, 'tests/rights.table.txt')
const header = `Who is answered how: + theirs, - no right, ? asked to sign in, 0 not there for them.\n${visitors.join(' ')}\n\n`

test('every route answers everybody as the table says, and no route is missing from it', async () => {
  const walked = await walkEveryRoute()
  const text =
    header +
    walked
      .map(({ route, signs }) => `${signs} ${route}\n`)
      .toSorted((a, b) => (a.slice(13) < b.slice(13) ? -1 : 1))
      .join('')
  if (process.env['RIGHTS'] === 'write') writeFileSync(file, text)
  const expected = readFileSync(file, 'utf8')
  const lines = (table: string) =>
    new Map(
      table
        .split('\n')
        .slice(3)
        .filter(Boolean)
        .map((line) => [line.slice(visitors.length + 1), line.slice(0, visitors.length)]),
    )
  const [is, should] = [lines(text), lines(expected)]
  const wrong = [...new Set([...is.keys(), ...should.keys()])]
    .filter((route) => is.get(route) !== should.get(route))
    .map((route) => `${route}: is ${is.get(route) ?? 'gone'}, should be ${should.get(route) ?? 'in the table'}`)
  assert.deepEqual(wrong, [])
})

test('nobody and the officer of another municipality can change nothing but what is open to everyone', () => {
  const lines = readFileSync(file, 'utf8').split('\n').slice(3).filter(Boolean)
  const open = lines.filter(
    (line) => / POST \/:municipality/.test(line) && (line.startsWith('+') || line[visitors.length - 1] === '+'),
  )
  assert.deepEqual(
    open.map((line) => line.slice(visitors.length + 1)),
    [
      'POST /:municipality/barriere-melden',
      // Whoever holds the link may open the preview; it shows, and changes nothing.
      'POST /:municipality/vorschau/:token{[\\w-]{43}}',
      'POST /:municipality/vorschau/beenden',
    ],
  )
})
