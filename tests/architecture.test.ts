import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '#platform/root.ts'
import { violations, type Source } from '#tests/architecture.ts'

const sources: Source[] = globSync(
  ['src/**/*.{ts,tsx}', 'db/**/*.ts', 'tests/**/*.{ts,tsx}', 'tools/**/*.ts', 'bench/**/*.ts'],
  {
    cwd: root,
  },
).map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(root, file), 'utf8') }))

test('the house is built as docs and design say', () => assert.deepEqual(violations(sources), []))

test('there is a house at all', () => assert.ok(sources.length > 100, `${sources.length} files`))

/** Each plants one violation; the rule it breaks must be the one that is found. */
const planted: [rule: RegExp, file: string, text: string][] = [
  [/ui imports only/, 'src/ui/x.tsx', `import { db } from '#platform/db/database.ts'`],
  [/values imports only/, 'src/values/x.ts', `import { Page } from '#ui/page.tsx'`],
  [/platform does not know/, 'src/platform/x.ts', `import { paths } from '#domains/measures/paths.ts'`],
  [/platform does not know/, 'src/platform/x.ts', `const { a } = await import('#domains/measures/index.ts')`],
  [
    /through its index/,
    'src/domains/plan/routes.tsx',
    `import { listMeasures } from '#domains/measures/queries/list.ts'`,
  ],
  [/through its index/, 'src/domains/plan/routes.tsx', `import { listMeasures } from '../measures/queries/list.ts'`],
  [/stand before/, 'src/domains/needs/routes.tsx', `import { createMeasure } from '#domains/measures/index.ts'`],
  [/model is pure/, 'src/domains/needs/model.ts', `import { sql } from 'kysely'`],
  [/model is pure/, 'src/domains/needs/model/a.ts', `import { today } from '#platform/clock.ts'`],
  [/page does not load/, 'src/domains/needs/pages.tsx', `import { listNeeds } from './queries.ts'`],
  [/page does not load/, 'src/domains/needs/pages/a.tsx', `import type { Database } from '#platform/db/database.ts'`],
  [/paths import nothing/, 'src/domains/needs/paths.ts', `import { x } from './model.ts'`],
  [/does not know the app/, 'src/domains/needs/routes.tsx', `import { createApp } from '#app/app.ts'`],
  [/kind of file/, 'src/domains/needs/notes.ts', ''],
  [/name says nothing/, 'src/platform/utils.ts', ''],
  [/name says nothing/, 'src/platform/x.ts', 'export class MeasureManager {}'],
  [/default export/, 'src/platform/x.ts', 'export default function x() {}'],
  [/over 250 lines/, 'src/platform/x.ts', 'const a = 1\n'.repeat(251)],
  [/style attribute/, 'src/ui/x.tsx', 'export const X = () => <p style="color: red">x</p>'],
  [/only its own domain writes/, 'src/domains/plan/commands.ts', `db.insertInto('measure').values({})`],
  [/only its own domain writes/, 'src/domains/plan/commands.ts', 'sql`update measure set title = 1`'],
  [/unknown domain/, 'src/domains/somewhere/index.ts', ''],
  [/tests stay outside/, 'src/domains/needs/routes.tsx', `import { openOffice } from '#tests/office.ts'`],
]
for (const [rule, file, text] of planted) {
  test(`${file}: ${text.slice(0, 60).replaceAll('\n', ' ')} is found`, () => {
    const found = violations([{ file, text }])
    assert.equal(found.length, 1, found.join('\n'))
    assert.match(found[0] ?? '', rule)
  })
}

test('what is allowed is not found', () => {
  const allowed: Source[] = [
    {
      file: 'src/domains/plan/pages.tsx',
      text: `import { paths } from '#domains/measures/paths.ts'\nimport { Page } from '#ui/page.tsx'`,
    },
    { file: 'src/domains/plan/routes.tsx', text: `import { measureForm } from '#domains/measures/index.ts'` },
    { file: 'src/domains/measures/paths.ts', text: `export const paths = {}` },
  ]
  assert.deepEqual(violations(allowed), [])
})
