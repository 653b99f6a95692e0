// Writes src/platform/db/schema.generated.ts from a freshly migrated database: npm run schema
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#platform/db/migrate.ts'
import { root } from '#platform/root.ts'

const file = join(root, 'src/platform/db/schema.generated.ts')

/** jsonb columns whose shape is a value of ours. */
const flexDates = ['period_from', 'period_to', 'since', 'date', 'cooperation_since']

if (process.argv[2]) await generate(process.argv[2])
else {
  const { startEmbedded } = await import('#platform/db/embedded/embedded.ts')
  const server = await startEmbedded({ dataDir: mkdtempSync(join(tmpdir(), 'tw-schema-')) })
  try {
    await migrate({ ownerUrl: server.ownerUrl, appRole: 'teilhabewerk_app' })
    await generate(server.ownerUrl)
  } finally {
    await server.stop()
  }
}

async function generate(url: string) {
  const command = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const options = {
    '--url': url,
    '--dialect': 'postgres',
    '--out-file': file,
    '--date-parser': 'string',
    '--numeric-parser': 'number',
    '--type-mapping': JSON.stringify({ int8: 'number' }),
    '--default-schema': 'public',
    '--include-pattern': 'public.*',
    '--overrides': JSON.stringify({ columns: await overrides(url) }),
  }
  // It writes a stack trace per override, because it looks for an older TypeScript; the overrides are taken as they are.
  execFileSync(process.execPath, [command, '--camel-case', ...Object.entries(options).flat()], {
    cwd: root,
    stdio: 'ignore',
  })
  writeFileSync(file, `import type { FlexDate } from '#values/flex-date.ts'\n${readFileSync(file, 'utf8')}`)
}

/** `check (state in ('A', 'B'))` becomes the union of its words; dates that may be imprecise become FlexDate. */
async function overrides(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{
      name: string
      nullable: boolean
      generated: boolean
      json: boolean
      rule: string | null
    }>(`
      select t.relname || '.' || a.attname as name, not a.attnotnull as nullable, a.atthasdef as generated,
        a.atttypid = 'jsonb'::regtype as json,
        (select pg_get_constraintdef(c.oid) from pg_constraint c where c.conrelid = t.oid and c.contype = 'c'
          and c.conkey = array[a.attnum] and pg_get_constraintdef(c.oid) like '%ANY (ARRAY%' limit 1) as rule
      from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace`)
    const types = rows.flatMap(({ name, nullable, generated, json, rule }) => {
      const type = rule ? union(rule) : json && flexDates.includes(name.split('.')[1] ?? '') ? 'FlexDate' : undefined
      if (!type) return []
      const full = nullable ? `${type} | null` : type
      return [[name, generated ? `Generated<${full}>` : full]]
    })
    return Object.fromEntries(types) as Record<string, string>
  } finally {
    await client.end()
  }
}

function union(rule: string) {
  return [...rule.matchAll(/'([^']+)'::text/g)].map(([, word]) => `'${word}'`).join(' | ')
}
