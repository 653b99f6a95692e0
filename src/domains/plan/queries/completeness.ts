import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { PublicText, Thing } from '../model/completeness.ts'

/** Everything of the plan with the facts that completeness asks for: one statement at any size. */
export async function listFacts(db: Database, planVersionId: number): Promise<Thing[]> {
  const links = (table: string, column: string, owner: string) =>
    sql`(select count(*) from ${sql.table(table)} l where l.plan_version_id = t.plan_version_id and l.${sql.ref(column)} = ${sql.ref(owner)})`
  const { rows } = await sql<Thing>`
    select * from (
    select 'plan' as "group", 1 as place, v.id, v.title as label, null as number, null::int[] as number_order, 0 as position, jsonb_build_object(
        'hasLead', v.lead is not null, 'hasUnderstanding', v.understanding is not null, 'hasMainGoal', v.main_goal is not null,
        'hasPeriod', v.period_from is not null, 'phases', (select count(*) from phase p where p.plan_version_id = v.id)) as facts
      from plan_version v where v.id = ${planVersionId}
    union all select 'field', 2, t.id, t.title, t.code, null, t.position, jsonb_build_object(
        'needs', ${links('need', 'action_field_id', 't.id')}, 'goals', ${links('goal', 'action_field_id', 't.id')},
        'measures', ${links('measure', 'action_field_id', 't.id')})
      from action_field t where t.plan_version_id = ${planVersionId}
    union all select 'need', 3, t.id, t.statement, null, null, t.position, jsonb_build_object(
        'targetGroups', ${links('need_target_group', 'need_id', 't.id')}, 'sources', ${links('need_source', 'need_id', 't.id')},
        'goals', ${links('goal_need', 'need_id', 't.id')}, 'isOut', t.state in ('MERGED', 'REJECTED'))
      from need t where t.plan_version_id = ${planVersionId}
    union all select 'goal', 4, t.id, t.text, null, null, t.position, jsonb_build_object('level', t.level,
        'needs', ${links('goal_need', 'goal_id', 't.id')}, 'indicators', ${links('goal_indicator', 'goal_id', 't.id')},
        'measures', ${links('measure_goal', 'goal_id', 't.id')}, 'children', ${links('goal', 'parent_id', 't.id')})
      from goal t where t.plan_version_id = ${planVersionId}
    union all select 'measure', 5, t.id, t.title, t.number, t.number_order, 0, jsonb_build_object(
        'hasLead', num_nonnulls(t.lead_org_unit_id, t.lead_actor_id) = 1, 'hasPeriod', t.period_from is not null or t.is_permanent,
        'goals', ${links('measure_goal', 'measure_id', 't.id')}, 'hasKind', t.kind is not null,
        'hasDescription', coalesce(t.description, '') <> '', 'isRed', t.course = 'RED', 'isCourseReleased', t.course_released)
      from measure t where t.plan_version_id = ${planVersionId}
    union all select 'indicator', 6, t.id, t.title, t.code, null, t.position, jsonb_build_object(
        'hasBaseline', t.baseline_value is not null, 'hasTarget', t.target_value is not null, 'hasSource', coalesce(t.source, '') <> '',
        'values', (select count(*) from observation o where o.indicator_id = t.id and o.value is not null))
      from indicator t where t.plan_version_id = ${planVersionId}
    union all select 'actor', 7, a.id, a.name, null, null, 0, jsonb_build_object('verifiedOn', a.verified_on) from actor a
    ) things order by place, number_order, position, label collate "de"`.execute(db)
  return rows
}

/** Public texts by kind: their table, their fields as translations name them, what names the thing. */
const publicTexts = {
  'plan-version': { table: 'plan_version', label: 'title', fields: ['title', 'lead', 'understanding', 'mainGoal'] },
  chapter: { table: 'chapter', label: 'title', fields: ['title', 'text'] },
  phase: { table: 'phase', label: 'title', fields: ['title', 'outcome'] },
  event: { table: 'plan_event', label: 'title', fields: ['title', 'text'] },
  'action-field': { table: 'action_field', label: 'title', fields: ['title', 'description'] },
  'cross-cutting-topic': { table: 'cross_cutting_topic', label: 'title', fields: ['title', 'description'] },
  'target-group': { table: 'target_group', label: 'title', fields: ['title', 'description'] },
  need: { table: 'need', label: 'statement', fields: ['statement', 'description'] },
  goal: { table: 'goal', label: 'text', fields: ['text', 'evidence'] },
  indicator: { table: 'indicator', label: 'title', fields: ['title', 'method', 'limits'] },
  measure: { table: 'measure', label: 'title', fields: ['title', 'description', 'stateReason'] },
} as const

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Every public text with its versions in these languages: one statement at any size. */
export async function listPublicTexts(
  db: Database,
  planVersionId: number,
  languages: readonly string[],
): Promise<PublicText[]> {
  const wanted = languages.filter((language) => language !== 'de')
  if (wanted.length === 0) return []
  const parts = Object.entries(publicTexts).flatMap(([kind, { table, label, fields }]) =>
    fields.map(
      (
        field,
      ) => sql`select ${kind}::text as kind, id, ${sql.ref(label)} as label, ${field}::text as field, ${sql.ref(snake(field))} as german
        from ${sql.table(table)} where ${sql.ref(kind === 'plan-version' ? 'id' : 'plan_version_id')} = ${planVersionId}
          and published_at is not null and coalesce(${sql.ref(snake(field))}, '') <> ''`,
    ),
  )
  const { rows } = await sql<PublicText>`
    select s.kind, s.id, s.label, s.german, l.language, t.source_hash
    from (${sql.join(parts, sql` union all `)}) s cross join unnest(${wanted}::text[]) with ordinality as l(language, place)
    left join translation t on t.thing_kind = s.kind and t.thing_id = s.id and t.field = s.field and t.language = l.language
    order by l.place, s.kind, s.label collate "de", s.id`.execute(db)
  return rows
}
