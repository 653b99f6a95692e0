import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

/** A large, regular municipality for measuring: never shown to anyone. `times`: 1 = 300 measures × 8 years, 200 actors. */
export async function fillCatalogue(
  db: Database,
  slug: string,
  times: number,
): Promise<{ municipalityId: number; planVersionId: number }> {
  const { id: municipalityId } = await db
    .insertInto('municipality')
    .values({
      slug,
      name: `Messkreis ${times}`,
      kind: 'county',
      federalState: 'BW',
      isOpen: true,
      languages: ['de', 'en', 'ar'],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`select set_config('app.municipality', ${String(municipalityId)}, true)`.execute(db)
  const { id: planId } = await db
    .insertInto('plan')
    .values({ municipalityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: planVersionId } = await db
    .insertInto('planVersion')
    .values({ municipalityId, planId, number: 1, title: 'Messplan', state: 'IN_FORCE', publishedAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await fillRows(db, municipalityId, planVersionId, times)
  return { municipalityId, planVersionId }
}

const list = (words: string) =>
  sql.raw(
    `array[${words
      .split(' ')
      .map((word) => `'${word}'`)
      .join(',')}]`,
  )
const beginnings = list(
  'Sprach Integrations Wohnungs Gesundheits Eltern Jugend Frauen Bildungs Berufs Kultur Sport Begegnungs Lern Orientierungs Demokratie Nachbarschafts Ehrenamts Medien Kita Stadtteil',
)
const ends = list(
  'kurs maßnahme lotsen beratung café treff mentoring werkstatt konferenz netzwerk sprechstunde paten börse bericht fonds büro tag woche bus bibliothek',
)

async function fillRows(db: Database, municipalityId: number, planVersionId: number, times: number) {
  const [m, v] = [sql.lit(municipalityId), sql.lit(planVersionId)]
  const measures = 300 * times
  /** One of 400 compounds, as German titles have them. */
  const compound = (offset: number) =>
    sql`(${beginnings})[1 + (n + ${sql.lit(offset)}) % 20] || (${ends})[1 + (n / 20 + ${sql.lit(offset)}) % 20]`
  const statements = [
    sql`insert into org_unit (municipality_id, level_name, name, position) select ${m}, 'Amt', 'Amt ' || n, n from generate_series(1, 20) n`,
    sql`insert into actor (municipality_id, name, types, published_at) select ${m}, 'Verein ' || n, '{VEREIN}', now() from generate_series(1, ${200 * times}::int) n`,
    sql`insert into plan_item (municipality_id, kind) select ${m}::bigint, k from (
        select 'action-field' k from generate_series(1, 8) union all select 'target-group' from generate_series(1, 8)
        union all select 'goal' from generate_series(1, ${60 * times}::int)
        union all select 'measure' from generate_series(1, ${measures}::int)) s`,
    sql`create temporary table made on commit drop as
      select id, kind, row_number() over (partition by kind order by id)::int as n from plan_item where municipality_id = ${m}`,
    // Without figures about a new table PostgreSQL joins it row by row: minutes instead of seconds at ×100.
    sql`create index on made (kind, n)`,
    sql`analyze made`,
    sql`insert into action_field (municipality_id, plan_version_id, id, code, title, position, published_at)
      select ${m}, ${v}, id, n::text, 'Handlungsfeld ' || n, n, now() from made where kind = 'action-field'`,
    sql`insert into target_group (municipality_id, plan_version_id, id, title, position, published_at)
      select ${m}, ${v}, id, 'Zielgruppe ' || n, n, now() from made where kind = 'target-group'`,
    sql`insert into goal (municipality_id, plan_version_id, id, level, text, position, published_at)
      select ${m}, ${v}, id, 'IMPACT_GOAL', 'Ziel ' || n || ' ist erreicht', n, now() from made where kind = 'goal'`,
    sql`insert into measure (municipality_id, plan_version_id, id, number, number_order, title, description, action_field_id, kind, lead_org_unit_id,
        period_from, period_from_sort, is_permanent, state, course, course_released, confirmed_on, published_at)
      select ${m}, ${v}, i.id, (1 + n % 8) || '.' || (1 + n / 8), array[1 + n % 8, 1 + n / 8],
        ${compound(0)} || ' ' || n, 'Die Maßnahme ' || n || ' verbindet ' || ${compound(7)} || ' mit ' || ${compound(13)} || ' im ganzen Landkreis.',
        f.id, 'PROJECT', o.id, '{"kind":"year","value":"2024"}', '2024-01-01', n % 3 = 0,
        (array['NOT_STARTED','IN_PREPARATION','RUNNING','COMPLETED','PERMANENT','DEFERRED'])[1 + n % 6],
        (array['GREEN','YELLOW','RED','GREY'])[1 + n % 4], n % 5 <> 0, '2026-10-01', now()
      from made i
      join (select id, row_number() over (order by id) % 8 as k from action_field where municipality_id = ${m}) f on f.k = i.n % 8
      join (select id, row_number() over (order by id) % 20 as k from org_unit where municipality_id = ${m}) o on o.k = i.n % 20
      where i.kind = 'measure'`,
    sql`select refresh_statistics()`,
    sql`insert into measure_resource (municipality_id, plan_version_id, measure_id, year, material_cents, staff_cents)
      select ${m}, ${v}, id, 2022 + y, (n * 137 + y * 1000) % 90000 * 100, case when n % 3 = 0 then 2500000 end
      from made, generate_series(1, 8) y where kind = 'measure'`,
    sql`insert into measure_goal (municipality_id, plan_version_id, measure_id, goal_id)
      select ${m}, ${v}, i.id, g.id from made i join made g on g.kind = 'goal' and g.n = 1 + i.n % ${60 * times}::int where i.kind = 'measure'`,
    sql`insert into measure_target_group (municipality_id, plan_version_id, measure_id, target_group_id)
      select ${m}, ${v}, i.id, g.id from made i join made g on g.kind = 'target-group' and (g.n = 1 + i.n % 8 or g.n = 1 + i.n % 5) where i.kind = 'measure'`,
  ]
  for (const statement of statements) await statement.execute(db)
}
