import { dirname, posix } from 'node:path'

/** A file of the project, with its path from the root. */
export interface Source {
  file: string
  text: string
}

/** The order of the domains: each may import the index.ts of those before it, and paths.ts of all. */
export const domains = [
  ...[
    'municipality',
    'accounts',
    'site',
    'org-units',
    'budget-products',
    'actors',
    'areas',
    'action-fields',
    'needs',
    'goals',
  ],
  ...['indicators', 'measures', 'plan', 'bodies', 'imports', 'translations', 'history', 'open-data'],
]

/** Tables that a domain writes. What is not listed here is the platform's (audit, translations, tombstones …). */
const ownTables: Record<string, string[]> = {
  municipality: ['municipality', 'former_slug', 'host_name'],
  accounts: ['membership', 'invitation', 'instance_admin', 'account_setting'],
  site: ['preview_link', 'barrier_report', 'sign_language_film'],
  'org-units': ['org_unit'],
  'budget-products': ['budget_product'],
  actors: ['actor', 'actor_contact', 'actor_action_field', 'actor_area'],
  areas: ['area'],
  'action-fields': ['action_field', 'cross_cutting_topic', 'target_group'],
  needs: ['need', 'need_source', 'need_target_group', 'need_topic', 'goal_need'],
  goals: ['goal', 'goal_need', 'goal_topic', 'goal_indicator'],
  indicators: ['indicator', 'observation', 'indicator_setting', 'goal_indicator', 'measure_indicator'],
  measures: [
    ...['measure', 'measure_resource', 'measure_goal', 'measure_target_group', 'measure_topic', 'measure_area'],
    ...['measure_indicator', 'measure_partner'],
  ],
  plan: ['plan', 'plan_version', 'chapter', 'phase', 'plan_event'],
  bodies: ['body', 'body_task', 'body_seat', 'body_relation', 'body_action_field'],
  imports: ['import_run'],
}
// A link between two things is edited at both ends, so it has two owners.
const isOwned = new Set(Object.values(ownTables).flat())

const kindsOfFile =
  /^(README\.md|index\.ts|paths\.ts|(model|queries|commands)(\.ts|\/.+\.ts)|(routes|pages)(\.tsx|\/.+\.tsx?)|texts\/.+\.ts|documents\/.+|islands\/.+|load-person\.ts|.+\.test\.tsx?|testing[^/]*\.tsx?)$/
const emptyNames = /(^|[/-])(utils?|helpers?|common|manager|info|misc|shared)([./-]|$)/i
const emptyWords = /\b(?:class|interface|type|function|const)\s+\w*(Manager|Helper|Utils|Service)\b/

/** Everything in these files that is not as it should be, one sentence each. */
export const violations = (sources: readonly Source[]): string[] => sources.flatMap(violationsIn)

function violationsIn({ file, text }: Source): string[] {
  if (file.endsWith('.generated.ts')) return []
  const found = importsOf(file, text).flatMap(({ to, isType }) =>
    wrongImport(file, to, isType).map((rule) => `${file} → ${to}: ${rule}`),
  )
  return [...found, ...wrongFile(file, text).map((rule) => `${file}: ${rule}`)]
}

/** What a file imports: ours as paths from the root, packages as they are named; whether only types. */
function importsOf(file: string, text: string): { to: string; isType: boolean }[] {
  const code = text.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const statements =
    /^(?:import|export)\b[^'"`;=]*\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  return [...code.matchAll(statements)].map(([statement, from, bare, late]) => ({
    to: placeOf(file, from ?? bare ?? late ?? ''),
    isType: /^(import|export) type\b/.test(statement),
  }))
}

function placeOf(file: string, to: string): string {
  if (to.startsWith('.')) return posix.join(dirname(file), to)
  const alias = /^#(values|ui|platform|domains)\//.exec(to)
  if (alias) return `src/${to.slice(1)}`
  if (to.startsWith('#app/')) return `src/${to.slice('#app/'.length)}`
  if (to.startsWith('#demo/')) return `db/demo/${to.slice('#demo/'.length)}`
  return to.startsWith('#tests/') ? `tests/${to.slice('#tests/'.length)}` : to
}

const domainOf = (file: string) => /^src\/domains\/([^/]+)\//.exec(file)?.[1]
const partOf = (file: string) => /^src\/(values|ui|platform|frame)\//.exec(file)?.[1]
const isOurs = (to: string) => /^(src|db|tests|tools|bench)\//.test(to)
const isTest = (file: string) =>
  /\.test\.tsx?$|(^|\/)testing[^/]*(\/|\.tsx?$)|^(tests|bench|tools|db)\/|\.testing\.ts/.test(file)

function wrongImport(from: string, to: string, isType: boolean): string[] {
  if (!from.startsWith('src/')) return []
  const here = domainOf(from)
  const there = domainOf(to)
  const file = here ? from.slice(`src/domains/${here}/`.length) : ''
  if (to.startsWith('tests/') && !isTest(from)) return ['tests stay outside of what they test']
  if (partOf(from) === 'values' && isOurs(to) && partOf(to) !== 'values' && !isTest(from))
    return ['values imports only values']
  if (partOf(from) === 'ui' && isOurs(to) && !['ui', 'values'].includes(partOf(to) ?? '') && !isTest(from)) {
    return ['ui imports only ui and values']
  }
  if (partOf(from) === 'platform' && !isTest(from) && (there || /^src\/(app|main|start|cli|demo|frame)/.test(to))) {
    return ['the platform does not know the domains']
  }
  if (!here || isTest(from)) return []
  if (/^src\/(app|main|start|cli|demo|frame)\b/.test(to)) return ['a domain does not know the app']
  if (file === 'paths.ts') return ['paths import nothing']
  if (/^model(\.|\/)/.test(file) && !isPure(here, to)) return ['a model is pure: values, models and the schema library']
  if (/^pages(\.|\/)/.test(file) && loads(here, to) && !(isType && isRead(to)))
    return ['a page does not load: props in, markup out']
  if (!there || there === here || to.endsWith('/paths.ts')) return []
  if (to !== `src/domains/${there}/index.ts`) return ['a domain is entered through its index.ts']
  return domains.indexOf(there) < domains.indexOf(here) ? [] : ['a domain imports those that stand before it']
}

const isPure = (here: string, to: string) =>
  to === 'valibot' ||
  /^src\/values\/|^src\/domains\/[^/]+\/(model|paths|index)|^src\/platform\/(forms\/|http\/person|texts\/house-words|tables\/(workbook|header|suggest|wording|number-format)\.ts)|schema\.generated/.test(
    to,
  ) ||
  (!isOurs(to) && to.startsWith(`src/domains/${here}/model`)) ||
  /^#?(d3-|node:crypto)/.test(to)

const loads = (here: string, to: string) =>
  to.startsWith(`src/domains/${here}/queries`) ||
  to.startsWith(`src/domains/${here}/commands`) ||
  to.startsWith('src/platform/db/')
// Pages may name the types that queries return.
const isRead = (to: string) => /\/queries(\/.+)?\.ts$/.test(to)

function wrongFile(file: string, text: string): string[] {
  const rules: string[] = []
  const lines = text.split('\n').length - 1
  const counts = !/\/texts\/|^db\/|\/documents\/templates\//.test(file)
  if (counts && lines > 250) rules.push(`${lines} lines are over 250 lines: two things in one file`)
  if (emptyNames.test(file)) rules.push('the name says nothing')
  else if (!isTest(file) && emptyWords.test(text)) rules.push(`the name says nothing: ${emptyWords.exec(text)?.[0]}`)
  if (/^export default\b/m.test(text)) rules.push('a default export has no name')
  if (file.startsWith('src/') && !isTest(file) && /<[a-z][\w-]*\s[^>]*\bstyle=/.test(text))
    rules.push('a style attribute is refused by the security policy')
  const domain = domainOf(file)
  if (!domain) return rules
  if (!domains.includes(domain)) rules.push('an unknown domain: its place in the order is missing')
  else if (!kindsOfFile.test(file.slice(`src/domains/${domain}/`.length)))
    rules.push('no kind of file that a domain has')
  return isTest(file) ? rules : [...rules, ...foreignWrites(domain, text)]
}

/** Reading may join any table; writing is for the domain that owns it. */
function foreignWrites(domain: string, text: string): string[] {
  const written = [
    ...[...text.matchAll(/\.(?:insertInto|updateTable|deleteFrom)\('(\w+)/g)].map(([, name = '']) => snake(name)),
    ...[...text.matchAll(/\b(?:insert into|update|delete from) (\w+)\b(?=[\s(])/g)].map(([, name = '']) => name),
  ]
  return [...new Set(written)].flatMap((table) => {
    if (!isOwned.has(table) || ownTables[domain]?.includes(table)) return []
    const owners = Object.keys(ownTables).filter((other) => ownTables[other]?.includes(table))
    return [`only its own domain writes ${table} (${owners.join(', ')})`]
  })
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
