import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ownDatabase } from '#platform/testing/database.ts'
import { root } from '#platform/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'tw-terminal-'))
after(() => rmSync(folder, { recursive: true, force: true }))

interface Answer {
  code: number
  out: string
  error: string
}

/** A terminal beside a database of its own, as the county's IT has it. */
async function openTerminal() {
  const database = await ownDatabase()
  const env = {
    ...process.env,
    ...{ DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl, SECRET: 'x'.repeat(32), DATA_DIR: folder },
  }
  const run = (...words: string[]): Promise<Answer> =>
    new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        ['--import', './tools/tsx.ts', 'src/cli.ts', ...words],
        { cwd: root, env },
        (error, out, stderr) => resolve({ code: error ? (child.exitCode ?? 1) : 0, out, error: stderr }),
      )
    })
  return { run, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() }
}

test('the county’s IT creates a municipality, brings areas and measures in, and nothing is public yet', async () => {
  await using terminal = await openTerminal()
  const made = await terminal.run('municipality', 'create', 'neukreis', 'Landkreis Neukreis', '--state', 'RP', '--json')
  assert.equal(made.code, 0, made.error)
  assert.deepEqual((JSON.parse(made.out) as { federalState: string }).federalState, 'RP')

  const csv = join(folder, 'plan.csv')
  writeFileSync(csv, 'Nr;Maßnahme;Stand\n1.1;Sprachcafé;in Umsetzung\n1.2;Jobmesse;abgeschlossen\n')
  const dry = await terminal.run('import', 'measures', csv, '--municipality', 'neukreis', '--dry-run', '--json')
  assert.equal(dry.code, 0, dry.error + dry.out)
  assert.deepEqual((JSON.parse(dry.out) as { created: object }).created, { measures: 2 })
  const again = await terminal.run('import', 'measures', csv, '--municipality', 'neukreis', '--json')
  assert.deepEqual((JSON.parse(again.out) as { created: object }).created, { measures: 2 }, 'the dry run wrote nothing')

  const square = [
    [
      [8, 47],
      [8.1, 47],
      [8.1, 47.1],
      [8, 47],
    ],
  ]
  const areas = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { AGS: '08336001', GEN: 'Aitern' },
        geometry: { type: 'Polygon', coordinates: square },
      },
    ],
  }
  const file = join(folder, 'areas.geojson')
  writeFileSync(file, JSON.stringify(areas))
  const read = await terminal.run('import', 'areas', file, '--municipality', 'neukreis', '--json')
  assert.equal(read.code, 0, read.error + read.out)
  const nameless = structuredClone(areas)
  nameless.features[0]!.properties = { AGS: '08336006', ORT: 'Binzen' } as never
  writeFileSync(file, JSON.stringify(nameless))
  const place = ['import', 'areas', file, '--municipality', 'neukreis', '--edition', 'neu'] as const
  assert.match((await terminal.run(...place)).out, /1 ohne Namen sieht nur, wer angemeldet ist[\s\S]*--name-property/)
  assert.doesNotMatch((await terminal.run(...place, '--name-property', 'ORT')).out, /ohne Namen/)
  const closed = await terminal.run('export', 'measures', join(folder, 'out.csv'), '--municipality', 'neukreis')
  assert.equal(closed.code, 1)
  assert.match(closed.error, /geöffnete Kommune/)
  const site = await terminal.run('export', 'site', join(folder, 'site'), '--municipality', 'neukreis')
  assert.deepEqual([site.code, existsSync(join(folder, 'site'))], [1, false])
  assert.match(site.error, /geöffnete Kommune neukreis/)
  const filled = await terminal.run('export', 'site', folder, '--municipality', 'neukreis')
  assert.equal(filled.code, 1)
  assert.match(filled.error, /nicht leer.*--replace/)
})

test('a faulty file is refused with rows and cells, and exit code 1', async () => {
  await using terminal = await openTerminal()
  await terminal.run('municipality', 'create', 'neukreis', 'Neukreis')
  const csv = join(folder, 'wrong.csv')
  writeFileSync(csv, 'Nr;Maßnahme;Beginn\n1.1;Sprachcafé;31.02.2026\n1.2;Jobmesse;2026\n')
  const refused = await terminal.run('import', 'measures', csv, '--municipality', 'neukreis', '--json')
  assert.equal(refused.code, 1)
  const { problems } = JSON.parse(refused.out) as { problems: { row: number }[] }
  assert.equal(problems[0]?.row, 2)
})

test('accounts are made and given new passwords; a wrong call says how it goes, with exit code 2', async () => {
  await using terminal = await openTerminal()
  const added = await terminal.run('user', 'add', 'it@kreis.example', 'IT', '--instance-admin', '--json')
  assert.equal(added.code, 0, added.error)
  assert.ok((JSON.parse(added.out) as { password: string }).password.length >= 12)
  const twice = await terminal.run('user', 'add', 'it@kreis.example', 'IT')
  assert.deepEqual([twice.code, /schon/.test(twice.error)], [1, true])
  assert.match((await terminal.run('user', 'list')).out, /it@kreis\.example {2}IT {2}\(Verwaltung der Instanz\)/)
  await terminal.run('municipality', 'create', 'rollenkreis', 'Rollenkreis')
  const head = ['user', 'add', 'leitung@kreis.example', 'L', '--role', 'department-head']
  assert.match((await terminal.run(...head)).error, /braucht --municipality/)
  const given = await terminal.run(...head, '--municipality', 'rollenkreis')
  assert.match(given.out, /als Amtsleitung in Rollenkreis/, given.error)
  const fields = await terminal.run('user', 'add', 'f@b.example', 'F', '--role', 'facilitator', '--municipality', 'x')
  assert.deepEqual([fields.code, /laden Sie die Person/.test(fields.error)], [1, true])
  assert.equal((await terminal.run('backup')).code, 2)
  assert.equal((await terminal.run('erfunden')).code, 2)
  const saved = await terminal.run('backup', join(folder, 'all.backup'))
  assert.equal(saved.code, 0, saved.error)
  assert.ok(readFileSync(join(folder, 'all.backup')).length > 500)
  assert.equal((await terminal.run('backup', join(folder, 'all.backup'))).code, 1, 'nothing is overwritten')
})
