import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { loadMunicipality } from '#demo/load.ts'
import { stepSegments, wordSegments } from '#domains/municipality/paths.ts'
import type { DemoMunicipality } from '#demo/format.ts'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { openOffice, type Office } from '#tests/office.ts'

// What a mailed invitation, or a preview link, carries in its address. One per office: they may be open side by side, and
// the second would wait for ever for the first to give its token back.
const tokens = new WeakMap<Office, string>()

const fewValues = { step: Object.values(stepSegments), meaning: Object.values(wordSegments) }

/** An office with everything the invented county has, so that no page is empty in it. */
export async function openDemoOffice(demo: DemoMunicipality = musterkreis): Promise<Office> {
  const office = await openOffice()
  const { db, municipalityId } = office
  await db.deleteFrom('planVersion').where('id', '=', office.planVersionId).execute()
  await db.deleteFrom('plan').where('municipalityId', '=', municipalityId).execute()
  await loadMunicipality(db, municipalityId, demo)
  await db
    .updateTable('municipality')
    .set({ words: JSON.stringify(demo.words) })
    .execute()
  const expiresAt = new Date('2099-01-01')
  const token = randomBytes(32).toString('base64url')
  tokens.set(office, token)
  const tokenHash = createHash('sha256').update(token).digest('hex')
  await db.insertInto('previewLink').values({ municipalityId, note: 'Presse', tokenHash, expiresAt }).execute()
  await db
    .insertInto('invitation')
    .values({ municipalityId, email: 'neu@amt.example', name: 'Neu', roles: ['reader'], tokenHash, expiresAt })
    .execute()
  await db.insertInto('barrierReport').values({ municipalityId, text: 'Die Karte ist zu klein.' }).execute()
  office.services.municipalities.forget()
  return office
}

/** Of every kind of thing a few, which belong together: for tests that ask very many pages. */
export function fewOf(demo: DemoMunicipality): DemoMunicipality {
  const { plan } = demo
  const field = plan.actionFields[0]?.key
  const needs = plan.needs.filter(({ actionField, state }) => actionField === field && state === 'ADOPTED').slice(0, 3)
  const needKeys = new Set(needs.map(({ key }) => key))
  const goals = plan.goals
    .filter((goal) => goal.actionField === field && goal.needs.some((key) => needKeys.has(key)))
    .map(({ parent: _parent, relation: _relation, ...goal }) => ({
      ...goal,
      needs: goal.needs.filter((key) => needKeys.has(key)),
    }))
  const goalKeys = new Set(goals.map(({ key }) => key))
  const measures = plan.measures
    .filter((measure) => measure.actionField === field && measure.goals.some((key) => goalKeys.has(key)))
    .map((measure) => ({ ...measure, goals: measure.goals.filter((key) => goalKeys.has(key)) }))
  return { ...demo, plan: { ...plan, needs, goals, measures } }
}

/** For the words of an address one number that exists: `bedarfe` → a need, `werte` → a value of an indicator. */
export async function idsOf({ db, municipalityId }: Office): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; id: string }>`
    select 'bedarfe' as name, (select min(need_id) from goal_need) as id
    union all select 'ziele', (select min(goal_id) from goal_indicator)
    union all select 'massnahmen', (select min(measure_id) from measure_indicator)
    union all select 'zahlen', (select indicator_id from observation order by id limit 1)
    union all select 'werte', (select min(id) from observation)
    union all select 'handlungsfelder', (select min(id) from action_field)
    union all select 'querschnittsthemen', (select min(id) from cross_cutting_topic)
    union all select 'zielgruppen', (select min(id) from target_group)
    union all select 'akteure', (select actor_id from actor_contact order by id limit 1)
    union all select 'kontakte', (select min(id) from actor_contact)
    union all select 'gebiete', (select max(id) from area)
    union all select 'gremien', (select min(id) from body)
    union all select 'produkte', (select max(id) from budget_product)
    union all select 'organisation', (select max(id) from org_unit)
    union all select 'kapitel', (select min(id) from chapter)
    union all select 'schritte', (select min(id) from phase)
    union all select 'termine', (select min(id) from plan_event)
    union all select 'personen', (select min(id) from membership)
    union all select 'einladungen', (select min(id) from invitation)
    union all select 'eingang', (select min(id) from barrier_report)
    union all select 'vorschau', (select min(id) from preview_link)
    union all select 'measure', (select min(measure_id) from measure_indicator)
    union all select 'measures', (select min(measure_id) from measure_indicator)
    union all select 'needs', (select min(need_id) from goal_need)
    union all select 'goals', (select min(goal_id) from goal_indicator)
    union all select 'indicators', (select indicator_id from observation order by id limit 1)
    union all select 'action-fields', (select min(id) from action_field)
    union all select 'cross-cutting-topics', (select min(id) from cross_cutting_topic)
    union all select 'target-groups', (select min(id) from target_group)
    union all select 'actors', (select actor_id from actor_contact order by id limit 1)
    union all select 'areas', (select max(id) from area)
    union all select 'bodies', (select min(id) from body)
    union all select 'verwaltung', ${municipalityId}::bigint`.execute(db)
  return new Map(rows.map(({ name, id }) => [name, Number(id)]))
}

/** The addresses that a route stands for: with things that exist, and one for each of a fixed few. */
export function addressesOf(office: Office, path: string, ids: ReadonlyMap<string, number>): string[] {
  const { slug } = office
  let address = path.replace('/:municipality', `/${slug}`).replace(/:kind(\{[^}]*\})?/, 'measure')
  address = address.replace(/:token(\{[^/]*\})?/, tokens.get(office) ?? '').replace(/:way\{([^|}]*)[^}]*\}/, '$1')
  address = address.replace(
    /([a-z-]+)\/:file\{\[0-9\]\+\\\.(\w+)\}/,
    (_, word: string, ending: string) => `${word}/${ids.get(word) ?? 1}.${ending}`,
  )
  address = address.replace(':file{sitemap-[0-9]+\\.xml}', 'sitemap-1.xml')
  // Each number follows the word that says what it counts.
  address = address.replaceAll(
    /([a-z-]+)\/:(?:id|contact|value)(?:\{[^}]*\})?/g,
    (_, word: string) => `${word}/${ids.get(word) ?? 1}`,
  )
  for (const [name, values] of Object.entries(fewValues))
    if (address.includes(`:${name}`)) return values.map((value) => address.replace(`:${name}`, value))
  return [address]
}
