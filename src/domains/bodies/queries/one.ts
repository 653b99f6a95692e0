import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { explainAbsence } from '#platform/db/tombstones.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { shownName, type Body, type BodyName, type Relation, type RelationKind, type Seat } from '../model/body.ts'
import { paths } from '../paths.ts'

type Kind = 'parent' | 'child' | 'field' | `to ${RelationKind}` | `from ${RelationKind}`
interface LinkRow {
  kind: Kind
  id: number
  name: string
}

/** One body with everything about it. Throws NotFound or Gone. Four statements, five in foreign languages. */
export async function getBody(db: Database, reading: Reading, id: number): Promise<Body> {
  const row = await db
    .selectFrom('body')
    .where('id', '=', id)
    .$if(!reading.sees.drafts, (query) => query.where('publishedAt', 'is not', null))
    .selectAll()
    .executeTakeFirst()
  if (!row) return await explainAbsence(db, 'body', id, paths.one)
  const tasks = await db.selectFrom('bodyTask').where('bodyId', '=', id).selectAll().orderBy('position').execute()
  const seats = await seatsOf(db, reading, id)
  const links = await linksOf(db, reading, row)
  const of = (kind: Kind): BodyName[] =>
    links.filter((link) => link.kind === kind).map(({ id: other, name }) => ({ id: other, name }))
  const words = await loadTranslations(db, reading.language, [
    { kind: 'body', ids: [id] },
    { kind: 'action-field', ids: of('field').map((field) => field.id) },
  ])
  const related = (direction: 'to' | 'from'): Relation[] =>
    (['REPORTS_TO', 'ADVISES', 'INTERFACE_TO'] as const).flatMap((kind) =>
      of(`${direction} ${kind}`).map((other) => ({ kind, other })),
    )
  return {
    id,
    version: row.version,
    name: row.name,
    shortName: row.shortName,
    type: row.type,
    purpose: words.optional('body', id, 'purpose', row.purpose),
    legalBasis: row.legalBasis,
    meets: row.meets,
    targetSize: row.targetSize,
    since: row.since,
    parent: of('parent')[0] ?? null,
    children: of('child'),
    isMemberListOpen: row.isMemberListOpen,
    tasks: tasks.map(({ id: task, text, mode }) => ({ text: words.text('body', id, `task.${task}`, text), mode })),
    seats,
    relations: related('to'),
    relatedFrom: related('from'),
    fields: of('field').map((field) => ({
      id: field.id,
      title: words.text('action-field', field.id, 'title', field.name),
    })),
    publishedAt: row.publishedAt,
    submittedAt: row.submittedAt,
  }
}

async function seatsOf(db: Database, { sees }: Reading, bodyId: number): Promise<Seat[]> {
  const seen = (alias: string) => (sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`)
  const { rows } = await sql<
    Omit<Seat, 'actor' | 'delegateOf'> &
      Record<'actorId' | 'delegateId', number | null> &
      Record<'actorName' | 'delegateName', string>
  >`
    select s.id, s.kind, s.label, s.count, s.role, s.has_vote, s.person_name, s.person_is_public as is_person_public,
      a.id as actor_id, a.name as actor_name, d.id as delegate_id, d.name as delegate_name
    from body_seat s
    left join actor a on a.municipality_id = s.municipality_id and a.id = s.actor_id ${seen('a')}
    left join body d on d.municipality_id = s.municipality_id and d.id = s.delegate_body_id ${seen('d')}
    where s.body_id = ${bodyId} order by s.position, s.id`.execute(db)
  return rows.map(({ actorId, actorName, delegateId, delegateName, ...seat }) => ({
    ...seat,
    personName: shownName(seat, sees.internal),
    actor: actorId === null ? null : { id: actorId, name: actorName },
    delegateOf: delegateId === null ? null : { id: delegateId, name: delegateName },
  }))
}

/** What stands above and below it, what it is tied to, its fields: one statement. */
async function linksOf(
  db: Database,
  { planVersionId, sees }: Reading,
  body: { id: number; parentId: number | null },
): Promise<LinkRow[]> {
  const seen = (alias: string) => (sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`)
  const { rows } = await sql<LinkRow>`
    select * from (
    select 'parent' as kind, b.id, b.name, b.position from body b where b.id = ${body.parentId} ${seen('b')}
    union all select 'child', b.id, b.name, b.position from body b where b.parent_id = ${body.id} ${seen('b')}
    union all select 'to ' || r.kind, b.id, b.name, b.position from body_relation r
      join body b on b.municipality_id = r.municipality_id and b.id = r.other_id where r.body_id = ${body.id} ${seen('b')}
    union all select 'from ' || r.kind, b.id, b.name, b.position from body_relation r
      join body b on b.municipality_id = r.municipality_id and b.id = r.body_id where r.other_id = ${body.id} ${seen('b')}
    union all select 'field', f.id, f.title, f.position from body_action_field l
      join action_field f on f.municipality_id = l.municipality_id and f.id = l.action_field_id
      where l.body_id = ${body.id} and f.plan_version_id = ${planVersionId} ${seen('f')}
    ) links order by kind, position, id`.execute(db)
  return rows
}
