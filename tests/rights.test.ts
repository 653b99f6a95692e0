import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { loadMunicipality } from '#demo/load.ts'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { root } from '#platform/root.ts'
import type { Office } from '#tests/office.ts'
import { visitors, walkEveryRoute } from '#tests/rights.ts'

// One line per route: a sign for each visitor, then the route. Change it by hand, or write what is with RIGHTS=write
// and read the difference line by line before it is committed.
const file = join(root, 'tests/rights.table.txt')
const header = `Who is answered how: + theirs, - no right, ? asked to sign in, 0 not there for them.\n${visitors.join(' ')}\n\n`

/** The example county, so that the addresses of things lead to something. Returns an id for each kind of address. */
async function fill({ db, municipalityId }: Office): Promise<Record<string, number>> {
  await sql`delete from plan_version`.execute(db)
  await sql`delete from plan`.execute(db)
  await loadMunicipality(db, municipalityId, musterkreis)
  const first = async (table: string, condition = sql`true`) => {
    const { rows } = await sql<{
      id: number
    }>`select id from ${sql.table(table)} where ${condition} order by id limit 1`.execute(db)
    return rows[0]?.id ?? 0
  }
  const published = sql`published_at is not null`
  return {
    akteure: await first('actor'),
    bedarfe: await first('need', sql`published_at is not null and state = 'ADOPTED'`),
    gebiete: await first('area'),
    gremien: await first('body'),
    handlungsfelder: await first('action_field'),
    massnahmen: await first('measure', published),
    organisation: await first('org_unit'),
    produkte: await first('budget_product'),
    querschnittsthemen: await first('cross_cutting_topic'),
    zahlen: await first('indicator', published),
    ziele: await first('goal', published),
    zielgruppen: await first('target_group'),
    verlauf: await first('measure', published),
    sprachen: await first('measure', published),
  }
}

test('every route answers everybody as the table says, and no route is missing from it', async () => {
  const walked = await walkEveryRoute(fill)
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
    ['POST /:municipality/barriere-melden', 'POST /:municipality/vorschau/beenden'],
  )
})
