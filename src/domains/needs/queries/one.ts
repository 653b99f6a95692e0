import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { explainAbsence } from '#platform/db/tombstones.ts'
import { MovedTo } from '#platform/http/problems.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations, type Translations } from '#platform/texts/translations.ts'
import { visible } from '#platform/things/visible.ts'
import type { Named, Need } from '../model/need.ts'
import { paths } from '../paths.ts'

type LinkKind = 'goal' | 'measure' | 'indicator' | 'target-group' | 'cross-cutting-topic' | 'merged'
interface Link {
  kind: LinkKind
  id: number
  title: string
  /** Level of a goal, state of a measure. */
  word: string
  number: string
  goalId: number | null
}
const fieldOf: Partial<Record<LinkKind, string>> = { goal: 'text' }

/**
 * One need with everything about it. Throws NotFound, Gone, or MovedTo for one that was merged into another. Three
 * statements, four in foreign languages.
 */
export async function getNeed(db: Database, reading: Reading, id: number): Promise<Need> {
  const row = await db
    .selectFrom('need as n')
    .leftJoin('actionField as f', (join) =>
      join
        .onRef('f.municipalityId', '=', 'n.municipalityId')
        .onRef('f.planVersionId', '=', 'n.planVersionId')
        .onRef('f.id', '=', 'n.actionFieldId')
        .$call((on) => (reading.sees.drafts ? on : on.on('f.publishedAt', 'is not', null))),
    )
    .where(visible(reading, 'n'))
    .where('n.id', '=', id)
    .selectAll('n')
    .select(['f.id as fieldId', 'f.title as fieldTitle', 'f.code as fieldCode'])
    .executeTakeFirst()
  if (!row) return explainAbsence(db, 'need', id, paths.one)
  if (row.state === 'MERGED' && row.mergedIntoId !== null) throw new MovedTo(paths.one(row.mergedIntoId))

  const links = await linksOf(db, reading, id)
  const sources = await db
    .selectFrom('needSource')
    .where('planVersionId', '=', reading.planVersionId)
    .where('needId', '=', id)
    .select(['id', 'kind', 'text', 'date', 'mergedFromId'])
    .orderBy('position')
    .orderBy('id')
    .execute()

  const of = (kind: LinkKind) => links.filter((link) => link.kind === kind)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'need', ids: [id] },
    { kind: 'action-field', ids: row.fieldId === null ? [] : [row.fieldId] },
    ...(['goal', 'measure', 'indicator', 'target-group', 'cross-cutting-topic'] as const).map((kind) => ({
      kind,
      ids: of(kind).map((link) => link.id),
    })),
  ])
  return {
    id,
    version: row.version,
    statement: words.text('need', id, 'statement', row.statement),
    description: words.optional('need', id, 'description', row.description),
    field:
      row.fieldId === null
        ? null
        : {
            id: row.fieldId,
            code: row.fieldCode ?? '',
            title: words.text('action-field', row.fieldId, 'title', row.fieldTitle ?? ''),
          },
    priority: row.priority,
    state: row.state,
    rejectionReason: words.optional('need', id, 'rejectionReason', row.rejectionReason),
    sources,
    targetGroups: of('target-group').map((link) => named(words, link)),
    topics: of('cross-cutting-topic').map((link) => named(words, link)),
    indicators: of('indicator').map((link) => named(words, link)),
    goals: of('goal').map((goal) => ({
      ...named(words, goal),
      level: goal.word,
      measures: of('measure')
        .filter(({ goalId }) => goalId === goal.id)
        .map((link) => ({ ...named(words, link), number: link.number, state: link.word })),
    })),
    merged: of('merged').map((link) => ({ id: link.id, statement: link.title })),
    publishedAt: row.publishedAt,
    submittedAt: row.submittedAt,
  }
}

const named = (words: Translations, { kind, id, title }: Link): Named => ({
  id,
  title: words.text(kind, id, fieldOf[kind] ?? 'title', title),
})

/** Everything the need is linked to, in one statement: its goals, their measures and indicators. */
async function linksOf(db: Database, reading: Reading, id: number): Promise<Link[]> {
  const { planVersionId, sees } = reading
  const here = sql`l.plan_version_id = ${planVersionId} and l.need_id = ${id}`
  const { rows } = await sql<Link>`
    with goals as (select g.* from goal_need l join goal g on g.municipality_id = l.municipality_id
      and g.plan_version_id = l.plan_version_id and g.id = l.goal_id where ${here} and ${visible(reading, 'g')})
    select 'goal' as kind, id, text as title, level as word, '' as number, null::bigint as goal_id, position,
      '{}'::int[] as place from goals
    union all
    select 'measure', m.id, m.title, m.state, m.number, goals.id, 0, m.number_order from goals
      join measure_goal l on l.municipality_id = goals.municipality_id and l.plan_version_id = goals.plan_version_id
        and l.goal_id = goals.id
      join measure m on m.municipality_id = l.municipality_id and m.plan_version_id = l.plan_version_id
        and m.id = l.measure_id and ${visible(reading, 'm')}
    union all
    select distinct 'indicator', i.id, i.title, '', i.code, null::bigint, i.position, '{}'::int[] from goals
      join goal_indicator l on l.municipality_id = goals.municipality_id and l.plan_version_id = goals.plan_version_id
        and l.goal_id = goals.id
      join indicator i on i.municipality_id = l.municipality_id and i.plan_version_id = l.plan_version_id
        and i.id = l.indicator_id and ${visible(reading, 'i')}
    union all
    select 'target-group', t.id, t.title, '', '', null, t.position, '{}' from need_target_group l
      join target_group t on t.municipality_id = l.municipality_id and t.plan_version_id = l.plan_version_id
        and t.id = l.target_group_id where ${here} and ${visible(reading, 't')}
    union all
    select 'cross-cutting-topic', t.id, t.title, '', '', null, t.position, '{}' from need_topic l
      join cross_cutting_topic t on t.municipality_id = l.municipality_id and t.plan_version_id = l.plan_version_id
        and t.id = l.topic_id where ${here} and ${visible(reading, 't')}
    union all
    select 'merged', n.id, n.statement, '', '', null, n.position, '{}' from need n
      where n.plan_version_id = ${planVersionId} and n.merged_into_id = ${id} ${
        sees.drafts
          ? sql``
          : sql`and exists (select from tombstone b where b.thing_kind = 'need' and b.thing_id = n.id)`
      }
    order by kind, position, place, id`.execute(db)
  return rows
}
